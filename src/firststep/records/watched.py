"""A file in a watched folder, and what came of it."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any


class Fate(StrEnum):
    """What came of a file."""

    KEPT = "kept"
    """Its days are kept."""

    SAME = "same"
    """It was read before, under another name or at another time."""

    REFUSED = "refused"
    """It is of a known kind, and cannot be read."""

    LEFT = "left"
    """It is of no kind that is read from a folder."""


@dataclass(frozen=True, slots=True)
class Stamp:
    """What tells a file from the same name with other content: bytes, and nanoseconds since 1970."""

    size: int
    changed: int


@dataclass(frozen=True, slots=True, kw_only=True)
class WatchedFile:
    """A file that was looked at.

    digest
        SHA-256 of its content, in hexadecimal signs.
    told
        What it told, in counts; or why it was refused or left.
    """

    name: str
    stamp: Stamp
    digest: str
    fate: Fate
    told: dict[str, Any]
    at: datetime
