"""When the calendar reminds: at the time that was set, once more at most, and not for ever.

A reminder is for the day's first steps. Where they were told already, the next one is
for the next day that is asked about; where nothing was told for a month, none follows.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from firststep.care.comparing.standing import standing
from firststep.care.course.graduation import asked_every
from firststep.records import Foot, Morning, Name, Setting, Told
from firststep.records.household import KeptVerdict

AGAIN_AFTER = timedelta(hours=3)
"""So much later it reminds once more, where that is wanted (our own choice)."""

QUIET_AFTER = timedelta(days=30)
"""So long after something was last told, or set, it ends by itself (our own choice)."""

DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Reminding:
    """The reminders from now on, as a calendar repeats them.

    first, again
        The first one, and the one that follows it on the same day; None for no repeat. By the
        clock on the wall in `zone`.
    every, times
        Days from one to the next, and how many there are.
    zone
        The time zone by its name; "" where it is not known, and then wherever the person is.
    """

    first: datetime
    again: datetime | None
    every: int
    times: int
    zone: str


def reminding(told: Iterable[Told], now: datetime, *, every: int = 1) -> Reminding | None:
    """The reminders of a person; None where they are off, or ended by themselves.

    told
        At least their settings and mornings, of both feet, in the order of being confirmed.
    every
        How often a morning is asked for, in days; see `every_asked`.
    """
    told = list(told)
    counts = standing(told, Foot.RIGHT)  # what is set is set for both feet
    at = counts.settings[Name.REMIND_AT]
    if at == "off":
        return None
    mornings = [event.on for event in told if isinstance(event.what, Morning)]
    today, last = counts.today(now), max(mornings, default=None)
    day = today if last is None else max(today, last + every * DAY)
    times = (_until(told, mornings) - day) // DAY // every + 1
    if times <= 0:
        return None
    begins = int(counts.settings[Name.DAY_BEGINS])
    first = _moment(day, time.fromisoformat(at), begins)
    again = counts.settings[Name.REMIND_AGAIN] == "on" and _is_same_day(first, begins)
    return Reminding(first, first + AGAIN_AFTER if again else None, every, times, counts.settings[Name.ZONE])


def every_asked(told: Iterable[Told], verdicts: Mapping[Foot, Sequence[KeptVerdict]], now: datetime) -> int:
    """How often a morning is asked for, in days: of two heels the one that is asked about more often.

    verdicts
        The answers that were given, by foot, oldest first.
    """
    told = list(told)
    counts = {foot: standing(told, foot) for foot in Foot}
    feet = [foot for foot in Foot if counts[foot].mornings and _is_asked(foot, counts[foot].settings)]
    return min(
        (asked_every(counts[foot], verdicts[foot], counts[foot].today(now)) for foot in feet), default=1
    )


def _is_asked(foot: Foot, settings: Mapping[Name, str]) -> bool:
    return settings[Name.FEET] not in set(Foot) - {foot}


def _until(told: Iterable[Told], mornings: Iterable[date]) -> date:
    """The last day that is reminded of."""
    set_on = (event.on for event in told if isinstance(event.what, Setting))
    return max([*set_on, *mornings]) + QUIET_AFTER


def _moment(day: date, at: time, begins: int) -> datetime:
    """That time of a day which begins at an hour of its own: before it, the calendar's next day has come."""
    return datetime.combine(day if at.hour >= begins else day + DAY, at)


def _is_same_day(first: datetime, begins: int) -> bool:
    """Whether the repeat falls on the day that it is about."""
    since = timedelta(hours=(first.hour - begins) % 24, minutes=first.minute)
    return since + AGAIN_AFTER < DAY
