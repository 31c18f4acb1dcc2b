"""Rows to records and back: the one place that knows both."""

from collections.abc import Iterable
from dataclasses import asdict, fields
from datetime import date, timedelta, timezone
from typing import Any
from uuid import UUID

from firststep.care import PlannedDay
from firststep.records import Foot, Told
from firststep.records.activity import ActiveDay
from firststep.records.household import Confirmed
from firststep.records.what_plain import kind_of, what_as_plain, what_from_plain
from firststep.store.models import Active, Event, Person
from firststep.trial import Advice
from firststep.trial.log import as_plain, from_plain

MINUTE = timedelta(minutes=1)


def told_of(row: Event) -> Told:
    """The event that a row holds."""
    return Told(
        id=row.id,
        foot=Foot(row.foot),
        on=row.on,
        happened=row.happened.astimezone(timezone(row.offset * MINUTE)),
        what=what_from_plain(row.kind, row.what, where=f"event {row.seq}"),
    )


def row_of(confirmed: Confirmed, person: Person) -> Event:
    """The row that holds an event, not saved yet."""
    told = confirmed.told
    offset = told.happened.utcoffset() or timedelta()
    return Event(
        id=told.id,
        person=person,
        foot=str(told.foot),
        kind=kind_of(told.what),
        on=told.on,
        happened=told.happened,
        offset=offset // MINUTE,
        recorded=confirmed.recorded,
        knowledge=confirmed.knowledge,
        what=what_as_plain(told.what),
    )


ACTIVE = tuple(field.name for field in fields(ActiveDay))


def active_of(row: Active) -> ActiveDay:
    """The day of activity that a row holds."""
    return ActiveDay(**{name: getattr(row, name) for name in ACTIVE})


def active_row(day: ActiveDay, person: UUID) -> Active:
    """The row that holds a day of activity, not saved yet."""
    return Active(person_id=person, **asdict(day))


def plan_as_plain(days: Iterable[PlannedDay]) -> list[dict[str, Any]]:
    """The lines of a plan, ready for JSON."""
    return [
        {
            "on": day.on.isoformat(),
            "technique": day.technique,
            "advice": as_plain(day.advice) if day.advice else None,
        }
        for day in days
    ]


def planned_day(line: dict[str, Any]) -> PlannedDay:
    """A stored line of a plan."""
    where = f"plan for {line['on']}"
    advice = from_plain(line["advice"], where=where) if line["advice"] else None
    assert advice is None or isinstance(advice, Advice)
    return PlannedDay(date.fromisoformat(line["on"]), line["technique"], advice)
