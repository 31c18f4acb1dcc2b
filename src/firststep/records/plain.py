"""What a person told, as text, numbers, lists and dicts, and back: strictly.

One form for the page, the table and the export:

    {"id": ..., "kind": "morning", "foot": "right", "on": "2026-11-23",
     "happened": "2026-11-23T06:41:00+01:00", "what": {"pain": 6}}
"""

from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime, timedelta
from typing import Any, TypeGuard, TypeVar
from uuid import UUID

from firststep.errors import RecordError
from firststep.records.screened import Answer
from firststep.records.told import (
    Comparing,
    Doing,
    Foot,
    GoOn,
    Morning,
    Question,
    SafetyAnswer,
    Screened,
    Seen,
    Stopped,
    Taught,
    Told,
    What,
    Why,
)

T = TypeVar("T")

KINDS: dict[str, type[What]] = {
    "morning": Morning,
    "doing": Doing,
    "comparing": Comparing,
    "safety": SafetyAnswer,
    "screening": Screened,
    "stop": Stopped,
    "go-on": GoOn,
    "taught": Taught,
    "seen": Seen,
}
"""The kinds of event by the name that they have in every stored form."""

FIELDS = ("id", "kind", "foot", "on", "happened", "what")
LOWEST, HIGHEST = 0, 10
FIRST_YEAR, LAST_YEAR = 2000, 2100  # of a diary
MINUTE, FARTHEST_ZONE = timedelta(minutes=1), timedelta(hours=14)
LONGEST_ID = 60  # signs of a technique's id
MOST_AT_ONCE = 20  # techniques told for one day
MOST_ANSWERS = 200  # of a safety check
LONGEST_TEXT = 20_000  # signs of a technique of one's own


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
    plain: dict[str, Any]
    match what:
        case Morning(pain):
            plain = {"pain": pain}
        case Doing(did):
            plain = {"did": None if did is None else sorted(did)}
        case Comparing(question, techniques, expects):
            said = {} if expects is None else {"expects": expects}
            plain = {"question": str(question), "techniques": list(techniques)} | said
        case SafetyAnswer(clear):
            plain = {"clear": clear}
        case Screened(answers):
            plain = {"answers": {id_: str(answer) for id_, answer in answers}}
        case Stopped(technique, why):
            plain = {"technique": technique, "why": str(why)}
        case GoOn(technique):
            plain = {"technique": technique}
        case Taught(text):
            plain = {"text": text}
        case Seen(plan):
            plain = {"plan": str(plan)}
    return plain


def what_from_plain(kind: object, plain: object, *, where: str) -> What:
    """The heart of an event of this kind. RecordError, with `where`, if it is not one."""
    if not isinstance(kind, str) or kind not in KINDS:
        raise RecordError("nothing of this kind can be told", where=where, mend=f"use one of {list(KINDS)}")
    return _READERS[kind](plain, where)


def _morning(plain: object, where: str) -> Morning:
    pain = _object(plain, ("pain",), where)["pain"]
    return Morning(None if pain is None else _score(pain, where))


def _doing(plain: object, where: str) -> Doing:
    did = _object(plain, ("did",), where)["did"]
    return Doing(None if did is None else frozenset(_names(did, where)))


def _comparing(plain: object, where: str) -> Comparing:
    said = ("expects",) if isinstance(plain, dict) and "expects" in plain else ()
    values = _object(plain, ("question", "techniques", *said), where)
    question = _read(Question, values["question"], "question", where)
    expects = _names([values["expects"]], where)[0] if said else None
    return Comparing(question, _names(values["techniques"], where), expects)


def _safety(plain: object, where: str) -> SafetyAnswer:
    clear = _object(plain, ("clear",), where)["clear"]
    if not isinstance(clear, bool):
        raise RecordError("'clear' is not true or false", where=where, mend="send true or false")
    return SafetyAnswer(clear)


def _screened(plain: object, where: str) -> Screened:
    answers = _object(plain, ("answers",), where)["answers"]
    if not isinstance(answers, dict) or len(answers) > MOST_ANSWERS:
        raise RecordError(
            "the answers are not an object of ids", where=where, mend='send {"id of a question": "no"}'
        )
    ids = _names_of(answers, where)
    return Screened(tuple((id_, _read(Answer, answers[id_], id_, where)) for id_ in sorted(ids)))


def _stopped(plain: object, where: str) -> Stopped:
    values = _object(plain, ("technique", "why"), where)
    return Stopped(_names([values["technique"]], where)[0], _read(Why, values["why"], "why", where))


def _go_on(plain: object, where: str) -> GoOn:
    return GoOn(_names([_object(plain, ("technique",), where)["technique"]], where)[0])


def _taught(plain: object, where: str) -> Taught:
    text = _object(plain, ("text",), where)["text"]
    if not isinstance(text, str) or not 0 < len(text) <= LONGEST_TEXT:
        raise RecordError(
            f"the technique is no text of at most {LONGEST_TEXT} signs", where=where, mend="send its file"
        )
    return Taught(text)


def _seen(plain: object, where: str) -> Seen:
    return Seen(_read(UUID, _object(plain, ("plan",), where)["plan"], "plan", where))


_READERS: dict[str, Callable[[object, str], What]] = {
    "morning": _morning,
    "doing": _doing,
    "comparing": _comparing,
    "safety": _safety,
    "screening": _screened,
    "stop": _stopped,
    "go-on": _go_on,
    "taught": _taught,
    "seen": _seen,
}


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
    return _names_of(value, where)


def _names_of(value: Iterable[Any], where: str) -> tuple[str, ...]:
    names = tuple(value)
    if not all(
        isinstance(name, str) and 0 < len(name) <= LONGEST_ID and name.isprintable() for name in names
    ):
        raise RecordError(
            f"a name is empty, longer than {LONGEST_ID} signs, or no text", where=where, mend="send its id"
        )
    return names


def _are_texts(value: object) -> TypeGuard[list[str]]:
    return isinstance(value, list) and all(isinstance(entry, str) for entry in value)
