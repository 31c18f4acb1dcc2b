"""What a person told, as text, numbers, lists and dicts, and back: strictly.

One form for the page, the table and the export:

    {"id": ..., "kind": "morning", "foot": "right", "on": "2026-11-23",
     "happened": "2026-11-23T06:41:00+01:00", "what": {"pain": 6}}
"""

from collections.abc import Callable, Mapping
from datetime import date, datetime, timedelta
from typing import Any, TypeGuard, TypeVar
from uuid import UUID

from firststep.errors import RecordError
from firststep.records.told import Comparing, Doing, Foot, Morning, Question, SafetyAnswer, Seen, Told, What

T = TypeVar("T")

KINDS: dict[str, type[What]] = {
    "morning": Morning,
    "doing": Doing,
    "comparing": Comparing,
    "safety": SafetyAnswer,
    "seen": Seen,
}
"""The kinds of event by the name that they have in every stored form."""

FIELDS = ("id", "kind", "foot", "on", "happened", "what")
LOWEST, HIGHEST = 0, 10
FIRST_YEAR, LAST_YEAR = 2000, 2100  # of a diary
MINUTE, FARTHEST_ZONE = timedelta(minutes=1), timedelta(hours=14)
LONGEST_ID = 60  # signs of a technique's id
MOST_AT_ONCE = 20  # techniques told for one day


def kind_of(what: What) -> str:
    """The name of an event's kind."""
    return next(name for name, type_ in KINDS.items() if isinstance(what, type_))


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
    values = _object(plain, FIELDS, where)
    place = f"{where}, {values['kind']!s:.20}"
    return Told(
        id=_read(UUID, values["id"], "id", place),
        foot=_read(Foot, values["foot"], "foot", place),
        on=_day(values["on"], place),
        happened=_moment(values["happened"], place),
        what=what_from_plain(values["kind"], values["what"], where=place),
    )


def what_as_plain(what: What) -> dict[str, Any]:
    """The heart of an event, ready for JSON."""
    match what:
        case Morning(pain):
            return {"pain": pain}
        case Doing(did):
            return {"did": None if did is None else sorted(did)}
        case Comparing(question, techniques, expects):
            said = {} if expects is None else {"expects": expects}
            return {"question": str(question), "techniques": list(techniques)} | said
        case SafetyAnswer(clear):
            return {"clear": clear}
        case Seen(plan):
            return {"plan": str(plan)}


def what_from_plain(kind: object, plain: object, *, where: str) -> What:
    """The heart of an event of this kind. RecordError, with `where`, if it is not one."""
    if not isinstance(kind, str) or kind not in KINDS:
        raise RecordError("nothing of this kind can be told", where=where, mend=f"use one of {list(KINDS)}")
    match kind:
        case "morning":
            pain = _object(plain, ("pain",), where)["pain"]
            return Morning(None if pain is None else _score(pain, where))
        case "doing":
            did = _object(plain, ("did",), where)["did"]
            return Doing(None if did is None else frozenset(_names(did, where)))
        case "comparing":
            said = ("expects",) if isinstance(plain, dict) and "expects" in plain else ()
            values = _object(plain, ("question", "techniques", *said), where)
            question = _read(Question, values["question"], "question", where)
            expects = _names([values["expects"]], where)[0] if said else None
            return Comparing(question, _names(values["techniques"], where), expects)
        case "safety":
            clear = _object(plain, ("clear",), where)["clear"]
            if not isinstance(clear, bool):
                raise RecordError("'clear' is not true or false", where=where, mend="send true or false")
            return SafetyAnswer(clear)
        case _:
            return Seen(_read(UUID, _object(plain, ("plan",), where)["plan"], "plan", where))


def _object(plain: object, fields: tuple[str, ...], where: str) -> Mapping[str, Any]:
    """A JSON object with exactly these fields."""
    if not isinstance(plain, dict) or set(plain) != set(fields):
        raise RecordError(
            f"this must be an object with the fields {', '.join(fields)} and no other",
            where=where,
            mend="send it in the form that docs/reference/export.md lays down",
        )
    return plain


def _read(reader: Callable[[str], T], value: object, field: str, where: str) -> T:
    try:
        if isinstance(value, str):
            return reader(value)
    except ValueError:
        pass
    raise RecordError(f"'{field}' cannot be read", where=where, mend=f"check the form of '{field}'")


def _day(value: object, where: str) -> date:
    day = _read(date.fromisoformat, value, "on", where)
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise RecordError("no diary was kept in that year", where=where, mend="check the year")
    return day


def _moment(value: object, where: str) -> datetime:
    moment = _read(datetime.fromisoformat, value, "happened", where)
    offset = moment.utcoffset()
    if offset is None or offset % MINUTE or abs(offset) > FARTHEST_ZONE:
        raise RecordError(
            "'happened' has no time zone that there is", where=where, mend="end it in an offset, as +01:00"
        )
    if not FIRST_YEAR <= moment.year <= LAST_YEAR:
        raise RecordError("nothing was told in that year", where=where, mend="check the year")
    return moment


def _score(pain: object, where: str) -> int:
    if not isinstance(pain, int) or isinstance(pain, bool) or not LOWEST <= pain <= HIGHEST:
        raise RecordError(
            f"the score is not a whole number {LOWEST} to {HIGHEST}",
            where=where,
            mend="send a score, or null",
        )
    return pain


def _names(value: object, where: str) -> tuple[str, ...]:
    if not _are_texts(value) or len(value) > MOST_AT_ONCE or len(set(value)) != len(value):
        raise RecordError(
            f"the techniques are not a list of at most {MOST_AT_ONCE} different names",
            where=where,
            mend="send each name once",
        )
    if not all(0 < len(name) <= LONGEST_ID and name.isprintable() for name in value):
        raise RecordError(
            f"the name of a technique is empty, longer than {LONGEST_ID} signs, or no text",
            where=where,
            mend="send its id",
        )
    return tuple(value)


def _are_texts(value: object) -> TypeGuard[list[str]]:
    return isinstance(value, list) and all(isinstance(entry, str) for entry in value)
