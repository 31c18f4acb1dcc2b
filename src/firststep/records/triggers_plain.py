"""What was told by hand, as text, numbers, lists and dicts, and back: strictly."""

from collections.abc import Callable, Mapping
from dataclasses import fields
from datetime import date
from enum import StrEnum
from math import isfinite
from typing import Any

from firststep.errors import RecordError
from firststep.records.fields import FIRST_YEAR, LAST_YEAR, object_of, read, whole
from firststep.records.triggers import (
    WEEKDAYS,
    CareKind,
    Entry,
    Event,
    EventKind,
    Onset,
    OtherCare,
    ShoeKind,
    Shoes,
    Standing,
    Told,
)

SORTS: dict[str, type[Entry]] = {
    "shoes": Shoes,
    "standing": Standing,
    "event": Event,
    "onset": Onset,
    "care": OtherCare,
}
"""The sorts of entry by the name that they have in every stored form."""

LONGEST_NAME = 60  # signs: of shoes, or of what an event was
MOST_TOLD = 500  # of each kind
MOST_HOURS = 24
MOST_WITHIN = 14  # days that an onset may be off: beyond it, nothing just before it can be told


def as_plain(record: Entry | Told) -> dict[str, Any]:
    """The fields of a record by name, ready for JSON."""
    return {field.name: _plain(getattr(record, field.name)) for field in fields(record)}


def _plain(value: object) -> Any:
    match value:
        case tuple():
            return [part if isinstance(part, int) else as_plain(part) for part in value]
        case date():
            return value.isoformat()
        case StrEnum():
            return str(value)
    return value


def told_from_plain(plain: object, *, where: str) -> Told:
    """All that was told by hand. RecordError, with `where` and which of them, if it is not that.

    A kind that is left out was not told; so is the day from which on nothing of it was left out.
    """
    if not isinstance(plain, dict):
        raise RecordError(
            "this is no object", where=where, mend="send lists by name: shoes, standing, events"
        )
    blank: dict[str, Any] = {name: [] for name in _READERS} | dict.fromkeys(_COMPLETE)
    values = object_of(blank | plain, tuple(blank), where)
    read_: dict[str, Any] = {name: _each(name, values[name], where) for name in _READERS}
    read_ |= {name: None if values[name] is None else day(values[name], name, where) for name in _COMPLETE}
    return Told(**read_)


def _each(name: str, listed: object, where: str) -> tuple[Any, ...]:
    if not isinstance(listed, list) or len(listed) > MOST_TOLD:
        raise RecordError(
            f"'{name}' is not a list of at most {MOST_TOLD}", where=where, mend="send a list, or leave it out"
        )
    return tuple(
        _READERS[name](one, f"{where}, {name} {number}") for number, one in enumerate(listed, start=1)
    )


def sort_of(entry: Entry) -> str:
    """The name of an entry's sort."""
    return next(name for name, type_ in SORTS.items() if isinstance(entry, type_))


def entry_as_plain(entry: Entry) -> dict[str, Any]:
    """An entry with the name of its sort, ready for JSON."""
    return {"sort": sort_of(entry)} | as_plain(entry)


def entry_from_plain(plain: object, *, where: str) -> Entry:
    """What `entry_as_plain` wrote. RecordError, with `where`, for anything else."""
    sort = plain.get("sort") if isinstance(plain, dict) else None
    if not isinstance(plain, dict) or not isinstance(sort, str) or sort not in SORTS:
        raise RecordError("no entry of this sort can be told", where=where, mend=f"use one of {list(SORTS)}")
    return _OF_SORT[sort]({name: value for name, value in plain.items() if name != "sort"}, where)


def shoes(plain: object, where: str) -> Shoes:
    """A pair of shoes."""
    values = _fields(plain, ("name", "kind", "since"), {"until": None, "days": []}, where)
    name = _text(values["name"], "name", where)
    if not name:
        raise RecordError("the shoes have no name", where=where, mend="send what you call them")
    since, until = _span(values, where)
    return Shoes(
        name=name,
        kind=read(ShoeKind, values["kind"], "kind", where),
        since=since,
        until=until,
        days=_weekdays(values["days"], where),
    )


def _weekdays(days: object, where: str) -> tuple[int, ...]:
    if not isinstance(days, list) or any(isinstance(one, bool) or one not in WEEKDAYS for one in days):
        raise RecordError(
            "'days' is not a list of days of the week", where=where, mend="send 1 for Monday to 7 for Sunday"
        )
    return tuple(sorted(set(days)))


def standing(plain: object, where: str) -> Standing:
    """Hours a day on one's feet."""
    values = _fields(plain, ("hours", "since"), {"until": None}, where)
    hours = values["hours"]
    if (
        not isinstance(hours, int | float)
        or isinstance(hours, bool)
        or not isfinite(hours)
        or not 0 <= hours <= MOST_HOURS
    ):
        raise RecordError(
            f"'hours' is not a number 0 to {MOST_HOURS}", where=where, mend="send the hours of a usual day"
        )
    since, until = _span(values, where)
    return Standing(hours=float(hours), since=since, until=until)


def event(plain: object, where: str) -> Event:
    """Something else that began on a day."""
    values = _fields(plain, ("kind", "since"), {"until": None, "says": ""}, where)
    since, until = _span(values, where)
    return Event(
        kind=read(EventKind, values["kind"], "kind", where),
        since=since,
        until=until,
        says=_text(values["says"], "says", where),
    )


def other_care(plain: object, where: str) -> OtherCare:
    """Other care of a heel."""
    values = _fields(plain, ("kind", "since"), {"until": None, "says": ""}, where)
    since, until = _span(values, where)
    return OtherCare(
        kind=read(CareKind, values["kind"], "kind", where),
        since=since,
        until=until,
        says=_text(values["says"], "says", where),
    )


def onset(plain: object, where: str) -> Onset:
    """The first morning of the pain, or of a flare."""
    values = _fields(plain, ("on",), {"within": 0, "flare": False}, where)
    if not isinstance(values["flare"], bool):
        raise RecordError("'flare' is not true or false", where=where, mend="send true or false")
    within = whole(values["within"], "within", (0, MOST_WITHIN), where)
    return Onset(on=day(values["on"], "on", where), within=within, flare=values["flare"])


_OF_SORT: dict[str, Callable[[object, str], Entry]] = {
    "shoes": shoes,
    "standing": standing,
    "event": event,
    "onset": onset,
    "care": other_care,
}

_READERS: dict[str, Callable[[object, str], Entry]] = {
    "onsets": onset,
    "shoes": shoes,
    "standing": standing,
    "events": event,
}

_COMPLETE = ("all_shoes_since", "all_standing_since", "all_events_since")


def _fields(
    plain: object, needed: tuple[str, ...], others: Mapping[str, object], where: str
) -> Mapping[str, Any]:
    """The fields of a record; `others` may be left out, and what they are then."""
    given = dict(others) | plain if isinstance(plain, dict) else plain
    return object_of(given, (*needed, *others), where)


def _span(values: Mapping[str, Any], where: str) -> tuple[date, date | None]:
    since = day(values["since"], "since", where)
    until = None if values["until"] is None else day(values["until"], "until", where)
    if until is not None and until < since:
        raise RecordError("it ended before it began", where=where, mend="check 'since' and 'until'")
    return since, until


def day(value: object, field: str, where: str) -> date:
    """A day of a year in which something can have been told."""
    found = read(date.fromisoformat, value, field, where)
    if not FIRST_YEAR <= found.year <= LAST_YEAR:
        raise RecordError("nothing was told of that year", where=where, mend=f"check the year of '{field}'")
    return found


def _text(value: object, field: str, where: str) -> str:
    if not isinstance(value, str) or len(value.strip()) > LONGEST_NAME or not value.isprintable():
        raise RecordError(
            f"'{field}' is not one line of at most {LONGEST_NAME} signs", where=where, mend="shorten it"
        )
    return value.strip()
