"""A day of activity as text and numbers, and back: strictly. What a source does not say is left out."""

from collections.abc import Mapping
from dataclasses import fields
from datetime import date
from math import isfinite
from typing import Any

from firststep.errors import RecordError
from firststep.records.activity import LONGEST_PART, LONGEST_SHOE, LONGEST_SOURCE, ActiveDay, is_possible

COUNTS = ("steps", "hard")
AMOUNTS = ("walked_m", "walked_s", "ran_m", "ran_s", "longest_run_m")
NAMES = frozenset(field.name for field in fields(ActiveDay))


def active_as_plain(day: ActiveDay) -> dict[str, Any]:
    """A day, ready for JSON: `on` and `source`, and of the rest what the source says."""
    told = {name: getattr(day, name) for name in (*COUNTS, *AMOUNTS)}
    said = {name: value for name, value in told.items() if value is not None and (name, value) != ("hard", 0)}
    named = {name: text for name, text in (("part", day.part), ("shoe", day.shoe)) if text}
    return {"on": day.on.isoformat(), "source": day.source} | named | said


def active_from_plain(plain: object, where: str) -> ActiveDay:
    """What `active_as_plain` wrote. RecordError, with `where`, for anything else."""
    if not isinstance(plain, dict) or not {"on", "source"} <= plain.keys() <= NAMES:
        raise RecordError("this is no day of activity", where=where, mend="export it again")
    day = _read(plain, where)
    if not is_possible(day):
        raise RecordError(
            "nobody can have lived this day", where=where, mend="check its date and its amounts"
        )
    return day


def _read(plain: Mapping[str, Any], where: str) -> ActiveDay:
    try:
        return ActiveDay(
            on=date.fromisoformat(plain["on"]),
            source=_text(plain["source"], LONGEST_SOURCE, least=1),
            part=_text(plain.get("part", ""), LONGEST_PART),
            shoe=_text(plain.get("shoe", ""), LONGEST_SHOE),
            hard=_count(plain.get("hard", 0)),
            steps=_count(plain["steps"]) if "steps" in plain else None,
            **{name: _amount(plain[name]) for name in AMOUNTS if name in plain},
        )
    except (TypeError, ValueError) as fault:
        raise RecordError("a day of activity is damaged", where=where, mend="export it again") from fault


def _text(value: object, longest: int, *, least: int = 0) -> str:
    if not isinstance(value, str) or not least <= len(value) <= longest or not value.isprintable():
        raise ValueError(value)
    return value


def _count(value: object) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or value < 0:
        raise ValueError(value)
    return value


def _amount(value: object) -> float:
    if not isinstance(value, int | float) or isinstance(value, bool) or not isfinite(value):
        raise ValueError(value)
    return float(value)
