"""Take in what a file tells of a person's days on their feet."""

from collections.abc import Iterable
from datetime import tzinfo
from uuid import UUID
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from firststep.care.load import SourceNews, news
from firststep.intake.activity.found import Found
from firststep.records import Name
from firststep.store import read, write


def take_in(person: UUID, found: Found) -> tuple[SourceNews, ...]:
    """Keep the days that a file told; says which were new, changed and known.

    The same file again changes nothing. A row takes the place of what the same source told of the
    same day before: an export that was made in the middle of a day knows only half of it.
    """
    return write.keep_active(person, found.days)


def look_at(person: UUID, found: Found, before: Iterable[Found] = ()) -> tuple[SourceNews, ...]:
    """What `take_in` would say, after it had taken in those before; nothing is kept."""
    earlier = (day for one in before for day in one.days)
    return news((*read.active_around(person, found.days), *earlier), found.days)


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
