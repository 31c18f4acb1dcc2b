"""What a person told, as text, numbers, lists and dicts, and back: strictly.

One form for the page, the table and the export:

    {"id": ..., "kind": "morning", "foot": "right", "on": "2026-11-23",
     "happened": "2026-11-23T06:41:00+01:00", "what": {"pain": 6}}
"""

from datetime import date
from typing import Any
from uuid import UUID

from firststep.errors import RecordError
from firststep.records.fields import FIRST_YEAR, LAST_YEAR, moment, object_of, read
from firststep.records.told import Foot, Told
from firststep.records.what_plain import kind_of, what_as_plain, what_from_plain

FIELDS = ("id", "kind", "foot", "on", "happened", "what")


def as_plain(told: Told) -> dict[str, Any]:
    """An event as text, numbers, lists and dicts, ready for JSON."""
    return {
        "id": str(told.id),
        "kind": kind_of(told.what),
        "foot": str(told.foot),
        "on": told.on.isoformat(),
        "happened": told.happened.isoformat(),
        "what": what_as_plain(told.what),
    }


def from_plain(plain: object, *, where: str) -> Told:
    """The event that `as_plain` wrote. RecordError, with `where`, for anything else."""
    values = object_of(plain, FIELDS, where)
    place = f"{where}, {values['kind']!s:.20}"
    return Told(
        id=read(UUID, values["id"], "id", place),
        foot=read(Foot, values["foot"], "foot", place),
        on=_day(values["on"], place),
        happened=moment(values["happened"], "happened", place),
        what=what_from_plain(values["kind"], values["what"], where=place),
    )


def _day(value: object, where: str) -> date:
    day = read(date.fromisoformat, value, "on", where)
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise RecordError("no diary was kept in that year", where=where, mend="check the year")
    return day
