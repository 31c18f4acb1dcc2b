"""The one document that the pages of a foot are drawn from.

Everything that Today, So far and What to compare show stands in it, so that a page
which has it needs nothing else. Its form is laid down in docs/reference/document.md.
"""

import json
from collections.abc import Iterable
from datetime import date
from hashlib import sha256
from typing import Any
from uuid import UUID

from firststep.care import FEWEST, MOST_COMPARED, PlannedDay, Standing, drawn, standing
from firststep.knowledge import called, offered, technique
from firststep.records import Diary, Doing, Foot
from firststep.records.plain import what_as_plain
from firststep.reports.screen.so_far import so_far
from firststep.reports.screen.today import planned
from firststep.reports.screen.wording import WORDS
from firststep.trial import OTHER, Findings
from firststep.trial.yardsticks import ENGINE_VERSION

SCHEMA = 1
SCREEN_WORDS = ("app", "today", "so_far", "compare")

Said = tuple[date, str]
"""An answer that was given before: the day, and its words."""


def version() -> str:
    """Changes with the words, the form and the engine: an older document is made anew."""
    words = sha256(json.dumps(WORDS, sort_keys=True).encode()).hexdigest()[:12]
    return f"{SCHEMA}-{ENGINE_VERSION}-{words}"


def document(
    now: Standing,
    *,
    today: date,
    plan: tuple[UUID, tuple[PlannedDay, ...]] | None,
    shown: Iterable[PlannedDay],
    findings: Findings | None,
    said: Iterable[Said] = (),
) -> dict[str, Any]:
    """The document of one foot, ready for JSON.

    today
        The day that it is made for.
    shown
        The lines of plans that a page showed, in the order of being shown.
    said
        Earlier answers, oldest first.
    """
    diary, shown = now.diary(), tuple(shown)
    given = [line.advice for line in shown if line.advice]
    comparing = now.comparison
    return {
        "schema": SCHEMA,
        "foot": str(now.foot),
        "made_for": today.isoformat(),
        "clear": now.clear,
        "comparing": what_as_plain(comparing) if comparing else None,
        "fewest": {str(question): count for question, count in FEWEST.items()},
        "most": MOST_COMPARED,
        "techniques": _techniques(now),
        "days": _days(now, diary, shown) if diary else None,
        "plan": {"id": str(plan[0]), "days": [planned(day) for day in plan[1]]} if plan else None,
        "so_far": so_far(now, diary, findings, given) if diary and findings else None,
        "said": [{"on": on.isoformat(), "words": words[:1].upper() + words[1:]} for on, words in said],
        "words": {part: WORDS[part] for part in SCREEN_WORDS},
    }


def blank() -> dict[str, Any]:
    """The document before anything is told: no foot is chosen yet."""
    empty = document(standing((), Foot.RIGHT), today=date.min, plan=None, shown=(), findings=None)
    return empty | {"foot": None, "made_for": None}


def _techniques(now: Standing) -> list[dict[str, Any]]:
    """What is offered, and what this diary has besides."""
    told = [event.what.did or () for event in now.doings.values() if isinstance(event.what, Doing)]
    used = {name for did in told for name in did} | set(now.techniques)
    known = [one.id for one in offered()]
    listed = [*known, *sorted(used - set(known) - {OTHER})]
    return [
        {
            "id": one.id,
            "version": one.version,
            "name": called(one.id),
            "needs": one.needs,
            "retired": one.retired,
        }
        for one in map(technique, listed)
    ]


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
        "late": [day.on in now.mornings and now.mornings[day.on].late for day in diary.days],
        "skipped": [day.on in now.mornings and day.pain is None for day in diary.days],
    }
