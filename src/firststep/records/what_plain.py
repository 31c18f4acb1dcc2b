"""The heart of each kind of event, as text, numbers, lists and dicts, and back: strictly."""

import re
from collections.abc import Callable, Mapping
from dataclasses import fields
from datetime import date
from enum import StrEnum
from typing import Any, TypeGuard, TypeVar
from uuid import UUID

from firststep.errors import RecordError
from firststep.records.fields import names, names_of, object_of, read, score
from firststep.records.played import Played
from firststep.records.played_plain import played
from firststep.records.screened import Answer
from firststep.records.told import (
    Again,
    AllTold,
    By,
    Comparing,
    Doing,
    Function,
    GoOn,
    KneeToWall,
    Morning,
    Name,
    Noted,
    Question,
    Remembered,
    SafetyAnswer,
    Screened,
    Seen,
    SetAside,
    Setting,
    ShinAngle,
    Skipped,
    Stopped,
    Swapped,
    Taught,
    What,
    Why,
    Worst,
)
from firststep.records.triggers import AllOf
from firststep.records.triggers_plain import day, entry_as_plain, entry_from_plain

KINDS: dict[str, type[What]] = {
    "morning": Morning,
    "doing": Doing,
    "comparing": Comparing,
    "safety": SafetyAnswer,
    "screening": Screened,
    "stop": Stopped,
    "go-on": GoOn,
    "set-aside": SetAside,
    "again": Again,
    "session": Played,
    "skipped": Skipped,
    "swapped": Swapped,
    "remembered": Remembered,
    "worst": Worst,
    "function": Function,
    "knee-to-wall": KneeToWall,
    "shin-angle": ShinAngle,
    "setting": Setting,
    "taught": Taught,
    "noted": Noted,
    "all-told": AllTold,
    "seen": Seen,
}
"""The kinds of event by the name that they have in every stored form."""

MOST_ANSWERS = 200  # of a safety check
LONGEST_TEXT = 20_000  # signs of a technique of one's own
MOST_THINGS, LONGEST_THING = 5, 60  # that the heel makes hard; signs of what one is called
REPEATS = 3  # of a measurement
FARTHEST, STEEPEST = 30, 70  # centimetres of a knee to the wall; degrees of a shin
EXACT_TO = 1e-6  # tenths do not add up exactly

CAN_BE_SET: dict[Name, str] = {
    Name.LANGUAGE: r"([a-z]{2,3}(-[A-Z]{2})?)?",
    Name.THEME: "auto|light|dark",
    Name.UNITS: "metric|imperial",
    Name.FEET: "left|right|both",
    Name.TOOLS: r"([a-z0-9-]+(,[a-z0-9-]+)*)?",
    Name.DAY_BEGINS: r"1?[0-9]|2[0-3]",
    Name.REMIND_AT: r"off|([01][0-9]|2[0-3]):[0-5][0-9]",
    Name.REMIND_AGAIN: "on|off",
    Name.TAPER: "on|off",
    Name.ASK_WORST: "on|off",
    Name.ASK_FUNCTION: "on|off",
    Name.ASK_ANKLE: "on|off",
    Name.ZONE: r"|[A-Za-z][A-Za-z0-9_+-]{0,20}(/[A-Za-z0-9_+-]{1,20}){0,2}",
}
"""What each setting can be, as a pattern."""

A = TypeVar("A", GoOn, SetAside, Skipped, Swapped)


def kind_of(what: What) -> str:
    """The name of an event's kind."""
    return next(name for name, type_ in KINDS.items() if isinstance(what, type_))


def what_as_plain(what: What) -> dict[str, Any]:
    """The heart of an event, ready for JSON: its fields, by name."""
    if isinstance(what, Screened):
        return {"answers": {id_: str(answer) for id_, answer in what.answers}}
    if isinstance(what, Noted):
        return {"key": str(what.key), "entry": entry_as_plain(what.entry) if what.entry else None}
    plain = {field.name: _plain(getattr(what, field.name)) for field in fields(what)}
    if isinstance(what, Comparing) and what.expects is None:
        del plain["expects"]
    return plain


def _plain(value: object) -> Any:
    match value:
        case frozenset():
            return sorted(value)
        case tuple():
            return [_plain(part) for part in value]
        case StrEnum() | UUID():
            return str(value)
        case date():
            return value.isoformat()
    return value


def what_from_plain(kind: object, plain: object, *, where: str) -> What:
    """The heart of an event of this kind. RecordError, with `where`, if it is not one."""
    if not isinstance(kind, str) or kind not in KINDS:
        raise RecordError("nothing of this kind can be told", where=where, mend=f"use one of {list(KINDS)}")
    return _READERS[kind](plain, where)


def _morning(plain: object, where: str) -> Morning:
    pain = object_of(plain, ("pain",), where)["pain"]
    return Morning(None if pain is None else score(pain, where))


def _doing(plain: object, where: str) -> Doing:
    did = object_of(plain, ("did",), where)["did"]
    return Doing(None if did is None else frozenset(names(did, where)))


def _comparing(plain: object, where: str) -> Comparing:
    said = ("expects",) if isinstance(plain, dict) and "expects" in plain else ()
    values = object_of(plain, ("question", "techniques", *said), where)
    question = read(Question, values["question"], "question", where)
    expects = names([values["expects"]], where)[0] if said else None
    return Comparing(question, names(values["techniques"], where), expects)


def _about(kind: type[A]) -> Callable[[object, str], A]:
    """What is told of one technique, and nothing else."""
    return lambda plain, where: kind(_technique(object_of(plain, ("technique",), where), where))


def _technique(values: Mapping[str, Any], where: str) -> str:
    return names([values["technique"]], where)[0]


def _again(plain: object, where: str) -> Again:
    values = object_of(plain, ("technique", "again"), where)
    return Again(_technique(values, where), _truth(values["again"], "again", where))


def _remembered(plain: object, where: str) -> Remembered:
    return Remembered(score(object_of(plain, ("pain",), where)["pain"], where))


def _worst(plain: object, where: str) -> Worst:
    pain = object_of(plain, ("pain",), where)["pain"]
    return Worst(None if pain is None else score(pain, where))


def _function(plain: object, where: str) -> Function:
    answers = object_of(plain, ("answers",), where)["answers"]
    if not isinstance(answers, list) or len(answers) > MOST_THINGS or not all(map(_is_answer, answers)):
        raise RecordError(
            f"the answers are not at most {MOST_THINGS} of [what it is, score]",
            where=where,
            mend='send [["stairs", 4], ...]',
        )
    things = [thing.strip() for thing, _ in answers]
    if len({thing.casefold() for thing in things}) != len(things):
        raise RecordError("something is named twice", where=where, mend="name each thing once")
    return Function(
        tuple((thing, score(able, where)) for thing, (_, able) in zip(things, answers, strict=True))
    )


def _is_answer(answer: object) -> bool:
    match answer:
        case [str(thing), _]:
            return 0 < len(thing.strip()) <= LONGEST_THING and thing.isprintable()
    return False


def _knee_to_wall(plain: object, where: str) -> KneeToWall:
    repeats = _repeats(object_of(plain, ("answers",), where)["answers"], FARTHEST, where)
    tenths = tuple(round(number, 1) for number in map(float, repeats))
    if any(abs(tenth - number) > EXACT_TO for tenth, number in zip(tenths, repeats, strict=True)):
        raise RecordError("a length is not in tenths of a centimetre", where=where, mend="round each to 0.1")
    return KneeToWall(tenths)


def _shin_angle(plain: object, where: str) -> ShinAngle:
    values = object_of(plain, ("answers", "by"), where)
    repeats = _repeats(values["answers"], STEEPEST, where)
    if not all(isinstance(number, int) for number in repeats):
        raise RecordError(
            "an angle is not in whole degrees", where=where, mend="round each to a whole number"
        )
    return ShinAngle(tuple(map(int, repeats)), read(By, values["by"], "by", where))


def _repeats(answers: object, most: int, where: str) -> list[float]:
    """The numbers of a measurement: all of its repeats, or none."""
    if not _are_repeats(answers) or not all(0 <= number <= most for number in answers):
        raise RecordError(
            f"the answers are not {REPEATS} numbers from 0 to {most}",
            where=where,
            mend="send all of them, or [] to take them back",
        )
    return answers


def _are_repeats(answers: object) -> TypeGuard[list[float]]:
    return (
        isinstance(answers, list)
        and len(answers) in (0, REPEATS)
        and all(isinstance(number, int | float) and not isinstance(number, bool) for number in answers)
    )


def _setting(plain: object, where: str) -> Setting:
    values = object_of(plain, ("name", "value"), where)
    name, value = read(Name, values["name"], "name", where), values["value"]
    if not isinstance(value, str) or not re.fullmatch(CAN_BE_SET[name], value):
        raise RecordError(f"'{name}' cannot be set to that", where=where, mend=f"send {CAN_BE_SET[name]}")
    return Setting(name, value)


def _truth(value: object, field: str, where: str) -> bool:
    if not isinstance(value, bool):
        raise RecordError(f"'{field}' is not true or false", where=where, mend="send true or false")
    return value


def _safety(plain: object, where: str) -> SafetyAnswer:
    return SafetyAnswer(_truth(object_of(plain, ("clear",), where)["clear"], "clear", where))


def _screened(plain: object, where: str) -> Screened:
    answers = object_of(plain, ("answers",), where)["answers"]
    if not isinstance(answers, dict) or len(answers) > MOST_ANSWERS:
        raise RecordError(
            "the answers are not an object of ids", where=where, mend='send {"id of a question": "no"}'
        )
    ids = names_of(answers, where)
    return Screened(tuple((id_, read(Answer, answers[id_], id_, where)) for id_ in sorted(ids)))


def _stopped(plain: object, where: str) -> Stopped:
    values = object_of(plain, ("technique", "why"), where)
    return Stopped(_technique(values, where), read(Why, values["why"], "why", where))


def _taught(plain: object, where: str) -> Taught:
    text = object_of(plain, ("text",), where)["text"]
    if not isinstance(text, str) or not 0 < len(text) <= LONGEST_TEXT:
        raise RecordError(
            f"the technique is no text of at most {LONGEST_TEXT} signs", where=where, mend="send its file"
        )
    return Taught(text)


def _noted(plain: object, where: str) -> Noted:
    values = object_of(plain, ("key", "entry"), where)
    entry = None if values["entry"] is None else entry_from_plain(values["entry"], where=where)
    return Noted(read(UUID, values["key"], "key", where), entry)


def _all_told(plain: object, where: str) -> AllTold:
    values = object_of(plain, ("of", "since"), where)
    since = None if values["since"] is None else day(values["since"], "since", where)
    return AllTold(read(AllOf, values["of"], "of", where), since)


def _seen(plain: object, where: str) -> Seen:
    return Seen(read(UUID, object_of(plain, ("plan",), where)["plan"], "plan", where))


_READERS: dict[str, Callable[[object, str], What]] = {
    "morning": _morning,
    "doing": _doing,
    "comparing": _comparing,
    "safety": _safety,
    "screening": _screened,
    "stop": _stopped,
    "go-on": _about(GoOn),
    "set-aside": _about(SetAside),
    "again": _again,
    "session": played,
    "skipped": _about(Skipped),
    "swapped": _about(Swapped),
    "remembered": _remembered,
    "worst": _worst,
    "function": _function,
    "knee-to-wall": _knee_to_wall,
    "shin-angle": _shin_angle,
    "setting": _setting,
    "taught": _taught,
    "noted": _noted,
    "all-told": _all_told,
    "seen": _seen,
}
