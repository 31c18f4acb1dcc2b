"""Days between: what is done every second day rests in between, whatever the draw of its block."""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta

from firststep.care.comparing.standing import Standing
from firststep.care.drawing.planned import PlannedDay
from firststep.knowledge import technique
from firststep.records import Doing


def days_between(days: Iterable[PlannedDay], standing: Standing) -> frozenset[date]:
    """Of the days of a plan, those on which its technique rests, as it was done too lately."""
    last = last_done(standing)
    found = set()
    for day in days:
        if day.technique is None:
            continue
        if is_too_soon(day.technique, day.on, last, standing):
            found.add(day.on)
        else:
            last[day.technique] = day.on
    return frozenset(found)


def last_done(standing: Standing, before: date | None = None) -> dict[str, date]:
    """The last day on which each technique was done, as told; of those before a day, if one is given."""
    last: dict[str, date] = {}
    for on, event in sorted(standing.doings.items()):
        if isinstance(event.what, Doing) and (before is None or on < before):
            last |= dict.fromkeys(event.what.did or (), on)
    return last


def is_too_soon(name: str, on: date, last: Mapping[str, date], standing: Standing) -> bool:
    """Whether a technique was done so lately that it rests on a day."""
    before = last.get(name)
    every = timedelta(days=technique(name, standing.own).dose.every_days)
    return before is not None and before < on < before + every
