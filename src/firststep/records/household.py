"""Who keeps a diary here, by what it is opened, and all that is kept of one person."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from firststep.records.activity import ActiveDay
from firststep.records.professional import Candidate
from firststep.records.told import Foot, Told


@dataclass(frozen=True, slots=True)
class Member:
    """Somebody who keeps a diary.

    seed
        Fixes every draw of theirs; a whole number below 2**31.
    made_up
        Nobody lived these mornings.
    """

    id: UUID
    name: str
    seed: int
    made_up: bool
    joined: datetime


@dataclass(frozen=True, slots=True)
class PairedBrowser:
    """A browser that may open somebody's pages."""

    id: UUID
    name: str
    since: datetime


@dataclass(frozen=True, slots=True)
class Confirmed:
    """An event, when it was taken down for good, and the version of the techniques then."""

    told: Told
    recorded: datetime
    knowledge: str


@dataclass(frozen=True, slots=True)
class KeptPlan:
    """A plan as it was handed out.

    after
        How many of the person's events were known.
    knowledge
        The version of the techniques.
    sealed
        Whether the line of its first day was shown at once, that day's morning being told.
    days
        Its lines, each with the draw as it was made; see docs/reference/export.md.
    protocol
        The protocol as it was frozen, with the first plan of a comparison.
    """

    id: UUID
    foot: Foot
    first_day: date
    made: datetime
    after: int
    knowledge: str
    sealed: bool
    days: list[dict[str, Any]]
    protocol: dict[str, Any] | None = None


@dataclass(frozen=True, slots=True)
class KeptVerdict:
    """An answer as it was given; `after` as in a plan."""

    foot: Foot
    on: date
    made: datetime
    after: int
    engine: str
    choice: str
    technique: str | None
    certainty: float | None
    helps: str
    findings: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Kept:
    """Everything that is kept of one person, each list in the order of being kept.

    active
        Days of activity as their sources told them, by day and source.
    professionals
        Those whom the person wrote down, in that order.
    """

    member: Member
    told: tuple[Confirmed, ...]
    plans: tuple[KeptPlan, ...]
    verdicts: tuple[KeptVerdict, ...]
    active: tuple[ActiveDay, ...] = ()
    professionals: tuple[Candidate, ...] = ()


@dataclass(frozen=True, slots=True)
class Gone:
    """What was deleted of a person, and what was found when it was looked for afterwards.

    rows
        How many were deleted, by the name of their table.
    left
        How many rows still name them: 0, unless something is wrong.
    in_files
        Whether the files of the database still hold their id; None where it has a server of its own.
    backups
        Names of copies in the folder `backups` that were made before, and hold them still.
    """

    rows: Mapping[str, int]
    left: int
    in_files: bool | None
    backups: tuple[str, ...]
