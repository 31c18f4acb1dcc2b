"""Days between: what is done every second day rests in between, whatever the draw of its block."""

from collections.abc import Iterable
from datetime import date, timedelta

from firststep.care.comparing.draws import PlannedDay
from firststep.care.comparing.standing import Standing
from firststep.knowledge import technique
from firststep.records import Doing


def days_between(days: Iterable[PlannedDay], standing: Standing) -> frozenset[date]:
    """Of the days of a plan, those on which its technique rests, as it was done too lately."""
    last: dict[str, date] = {}
    for on, event in sorted(standing.doings.items()):
        if isinstance(event.what, Doing):
            last |= dict.fromkeys(event.what.did or (), on)
    found = set()
    for day in days:
        if day.technique is None:
            continue
        every = timedelta(days=technique(day.technique, standing.own).dose.every_days)
        before = last.get(day.technique)
        if before is not None and before < day.on < before + every:
            found.add(day.on)
        else:
            last[day.technique] = day.on
    return frozenset(found)
