"""Times in Health Connect's database: milliseconds since 1970, with the zone's offset in seconds beside."""

from datetime import UTC, date, datetime, timedelta, tzinfo

FIRST = datetime(1970, 1, 1)  # noqa: DTZ001  on the clock on the wall
LATEST_MS = 4_102_444_800_000  # 2100
LATEST_DAY = 47_482
FARTHEST = 18 * 3600  # seconds; what Java allows an offset to be


class ZoneWantedError(Exception):
    """A time has no offset, and the person's zone was not said."""


def is_time(value: object) -> bool:
    """Whether it is a time of our age."""
    return isinstance(value, int) and 0 < value < LATEST_MS


def on_the_wall(time_ms: int, offset: object, zone: tzinfo | None) -> datetime:
    """What the person's clock showed: by the offset beside the time, or else by the zone they named."""
    if isinstance(offset, int) and abs(offset) <= FARTHEST:
        return FIRST + timedelta(milliseconds=time_ms, seconds=offset)
    if zone is None:
        raise ZoneWantedError
    return datetime.fromtimestamp(time_ms / 1000, UTC).astimezone(zone).replace(tzinfo=None)


def day_of(local_date: object, time_ms: int, offset: object, zone: tzinfo | None) -> date:
    """The person's day: as the phone took it down, or else by the time."""
    if isinstance(local_date, int) and 0 < local_date < LATEST_DAY:
        return (FIRST + timedelta(days=local_date)).date()
    return on_the_wall(time_ms, offset, zone).date()
