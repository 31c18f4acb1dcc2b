"""The one document that the pages of a foot are drawn from.

Everything that Today, So far, History and What to compare show stands in it, so that a page
which has it needs nothing else. Its form is laid down in docs/reference/document.md.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import cache
from hashlib import sha256
from typing import Any
from uuid import UUID

import msgspec

from firststep.care import (
    FEWEST,
    MOST_COMPARED,
    PlannedDay,
    Standing,
    drawn,
    lines,
    sentences,
    standing,
)
from firststep.knowledge import (
    FOLDERS,
    KNOWLEDGE_VERSION,
    Technique,
    capital,
    every,
    language,
    offered,
    technique,
    words,
)
from firststep.records import Diary, Doing, Foot, Name, Played, Remembered
from firststep.records.household import KeptVerdict
from firststep.records.what_plain import what_as_plain
from firststep.reports.known.maps import maps_as_data
from firststep.reports.screen.at_hand import sessions, suggestion, tools_as_data
from firststep.reports.screen.course import graduation_as_data, offered_less
from firststep.reports.screen.measures import measures
from firststep.reports.screen.noted import noted
from firststep.reports.screen.played import played
from firststep.reports.screen.safety import barred, safety
from firststep.reports.screen.so_far import so_far
from firststep.reports.screen.today import planned, rests
from firststep.reports.triggers.entries import care_as_data
from firststep.trial import OTHER, Findings, SecondLook
from firststep.trial.yardsticks import ENGINE_VERSION

SCHEMA = 4
SCREEN_WORDS = (
    "app",
    "today",
    "so_far",
    "compare",
    "begin",
    "player",
    "after",
    "pictures",
    "measuring",
    "ankle",
    "history",
)

SHOWN_OF_DIGEST = 12

Said = tuple[date, str]
"""An answer that was given before: the day, and its words."""


def version() -> str:
    """Changes with the language and its words, the form, the engine and what is known.

    A document of another version is made anew.
    """
    return _version_in(language())


@cache
def _version_in(code: str) -> str:
    known = [list(every(kind).values()) for kind in FOLDERS]
    said = {section: _flat(table) for section, table in words().items()}
    content = msgspec.json.encode([known, said, sentences()])
    digest = sha256(content).hexdigest()[:SHOWN_OF_DIGEST]
    return f"{SCHEMA}-{ENGINE_VERSION}-{KNOWLEDGE_VERSION}-{code}-{digest}"


def document(
    now: Standing,
    *,
    today: date,
    plan: tuple[UUID, tuple[PlannedDay, ...]] | None,
    shown: Iterable[PlannedDay],
    findings: Findings | None,
    second: SecondLook | None = None,
    said: Iterable[Said] = (),
    verdicts: Sequence[KeptVerdict] = (),
) -> dict[str, Any]:
    """The document of one foot, ready for JSON.

    today
        The day that it is made for.
    shown
        The lines of plans that a page showed, in the order of being shown.
    second
        The second look, with the steps of the day before, where any are known.
    said
        Earlier answers, oldest first.
    verdicts
        Every answer as it was kept, oldest first.
    """
    diary, shown = now.diary(), tuple(shown)
    given = [line.advice for line in shown if line.advice]
    comparing = now.comparison
    return {
        "schema": SCHEMA,
        "language": language(),
        "foot": str(now.foot),
        "made_for": today.isoformat(),
        "settings": {str(name): value for name, value in now.settings.items()},
        "clear": now.clear,
        "safety": safety(now, today),
        "comparing": what_as_plain(comparing) if comparing else None,
        "fewest": {str(question): count for question, count in FEWEST.items()},
        "most": MOST_COMPARED,
        "techniques": _techniques(now),
        "tools": tools_as_data(),
        "suggested": suggestion(now),
        "sessions": sessions(now),
        "maps": maps_as_data(),
        "days": _days(now, diary, shown) if diary else None,
        "plan": {"id": str(plan[0]), "days": _plan(now, plan[1], today, shown)} if plan else None,
        "resting": rests(now, today),
        "measures": measures(now, today),
        "played": played(now),
        "noted": noted(now),
        "other_care": _other_care(now, diary),
        "remembered": _remembered(now),
        "offer": offered_less(now, drawn(shown), today),
        "graduation": graduation_as_data(now, verdicts, today),
        "so_far": so_far(now, diary, findings, today=today, given=given, second=second)
        if diary and findings
        else None,
        "said": [{"on": on.isoformat(), "words": capital(words)} for on, words in said],
        "words": {part: dict(words()[part]) for part in SCREEN_WORDS} | _words(),
    }


def _plan(
    now: Standing, days: tuple[PlannedDay, ...], today: date, shown: Iterable[PlannedDay]
) -> list[dict[str, Any]]:
    tried = {line.on for line in shown if line.advice and line.advice.trying}
    return [planned(line, now.own) for line in lines(days, now, today, tried=tried)]


def _other_care(now: Standing, diary: Diary | None) -> dict[str, Any] | None:
    """Other care in the time of the diary, so that no technique is credited with it."""
    if diary is None:
        return None
    both = now.settings[Name.FEET] == "both"
    return care_as_data(now.book.care(), from_=diary.days[0].on, both=both, compared=bool(now.compared))


def _remembered(now: Standing) -> dict[str, Any] | None:
    event = now.remembered
    if event is None or not isinstance(event.what, Remembered):
        return None
    return {"on": event.on.isoformat(), "pain": event.what.pain}


def blank() -> dict[str, Any]:
    """The document before anything is told: no foot is chosen yet."""
    empty = document(standing((), Foot.RIGHT), today=date.min, plan=None, shown=(), findings=None)
    return empty | {"foot": None, "made_for": None}


def _techniques(now: Standing) -> list[dict[str, Any]]:
    """The person's own, what is offered, and what this diary has besides."""
    told = [event.what.did or () for event in now.doings.values() if isinstance(event.what, Doing)]
    used = {name for did in told for name in did} | set(now.techniques)
    used |= {event.what.technique for event in now.sessions if isinstance(event.what, Played)}
    known = [*now.own, *(one.id for one in offered())]
    listed = [*known, *sorted(used - set(known) - {OTHER})]
    return [_technique(technique(id_, now.own), now) for id_ in listed]


def _technique(one: Technique, now: Standing) -> dict[str, Any]:
    bars = barred(now, one)
    return {
        "id": one.id,
        "version": one.version,
        "name": one.name,
        "needs": one.needs,
        "family": None if one.taught_by else str(one.family),
        "taught_by": one.taught_by,
        "first": one.first,
        "retired": one.retired,
        "allowed": bool(now.clear) and not bars,
        "because": [question.asks for question in bars],
    }


def _words() -> dict[str, Any]:
    """The words that the pages take from the files of knowledge."""
    library, check = words()["library"], words()["safety"]
    texts = {key: text for key, text in check.items() if isinstance(text, str)}
    return {
        "safety": texts,
        "resting": dict(check["resting"]),
        "stop": _stop(),
        "rests": dict(words()["plan"]["rests"]),
        "family": {"own": library["own"]} | dict(library["family"]),
    }


def _stop() -> dict[str, str]:
    """What is asked after 'Stop, this hurts', what to do, and how to stand up."""
    said = words()["session"]
    asked = {key.removeprefix("stop_"): text for key, text in said.items() if key.startswith("stop_")}
    return asked | {"before_standing": said["live_before_standing"]}


def _flat(table: Mapping[str, Any]) -> dict[str, Any]:
    """Words as plain dicts, for JSON."""
    return {key: dict(value) if isinstance(value, Mapping) else value for key, value in table.items()}


def _days(now: Standing, diary: Diary, shown: Iterable[PlannedDay]) -> dict[str, Any]:
    """Every day of the diary in columns, oldest first; `drawn` is "" on a rest day."""
    draws = drawn(shown)
    doings = [now.doings.get(day.on) for day in diary.days]
    return {
        "start": diary.days[0].on.isoformat(),
        "pain": [None if day.pain is None else int(day.pain) for day in diary.days],
        "did": [
            sorted(doing.what.did)
            if doing and isinstance(doing.what, Doing) and doing.what.did is not None
            else None
            for doing in doings
        ],
        "drawn": [(draws[day.on] or "") if day.on in draws else None for day in diary.days],
        "told": [doing is not None for doing in doings],
        "late": [day.on in now.mornings and now.is_late(now.mornings[day.on]) for day in diary.days],
        "skipped": [day.on in now.mornings and day.pain is None for day in diary.days],
    }
