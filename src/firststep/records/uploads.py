"""A file on its way in."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any
from uuid import UUID


class State(StrEnum):
    """How far a file has come."""

    COMING = "coming"
    """Its parts arrive."""

    WAITING = "waiting"
    """It is all here, and waits for its turn."""

    READING = "reading"
    READ = "read"
    """What it told can be looked at, and kept or let go."""

    REFUSED = "refused"
    KEPT = "kept"


@dataclass(frozen=True, slots=True, kw_only=True)
class Upload:
    """A file on its way in.

    size, done
        Bytes in all, and bytes that have come or are read.
    told
        What it told, once it is read: counts and reasons; or why it was refused.
    """

    id: UUID
    person: UUID
    name: str
    size: int
    done: int
    state: State
    told: dict[str, Any] | None
    began: datetime
