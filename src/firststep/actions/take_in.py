"""Take in what a file tells of a person's days on their feet."""

from dataclasses import dataclass
from datetime import tzinfo
from uuid import UUID
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from firststep.intake.activity.found import Found
from firststep.records import Name
from firststep.store import read, write


@dataclass(frozen=True, slots=True)
class TakenIn:
    """What came of it: rows that are new, that took the place of others, and that were there as they are."""

    new: int
    changed: int
    same: int


def take_in(person: UUID, found: Found) -> TakenIn:
    """Keep the days that a file told. The same file again changes nothing.

    A row takes the place of what the same source told of the same day before: an export that was
    made in the middle of a day knows only half of it.
    """
    new, changed = write.keep_active(person, found.days)
    return TakenIn(new, changed, len(found.days) - new - changed)


def zone_of(person: UUID) -> tzinfo | None:
    """Where a person lives, for times in UTC: the zone that they set, else that of what they told last."""
    name = read.settings(person)[Name.ZONE]
    try:
        return ZoneInfo(name) if name else read.zone(person)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return read.zone(person)


def forget_source(person: UUID, source: str) -> int:
    """Forget all that a source told of a person's days; how many rows that were."""
    return write.drop_active(person, source)
