"""When mornings may be asked for less and less often, and when every morning counts again.

A diary is for a while. Once an answer has held, or mornings have been easy for some weeks, tapering
off is suggested: about twice a week, then once a week, then when something changes. It begins only
when the person accepts it, by a setting, and ends when they take it back. Nothing is ever closed.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from itertools import takewhile

from firststep.care.comparing.asking_again import paused, reasons
from firststep.care.comparing.scores import MORNINGS, USUAL_OVER, are_clearly_worse, scores
from firststep.care.comparing.standing import Standing
from firststep.records import Setting
from firststep.records.household import KeptVerdict
from firststep.trial import ChoiceKind, HelpsKind

HELD = timedelta(days=7)
"""An answer that stood for a week of mornings is one to go by (our own choice)."""

EASY, EASY_OVER = 2, timedelta(weeks=3)
"""Mornings of at most 2 points over three weeks are easy: what is left is about the smallest
difference that people feel (1.9, landorf-2010). The weeks are our own choice."""

FEWEST_EASY, MOST_ABOVE = 11, 1
"""Scores in those weeks, every second day at least; and how many of them may be higher."""

EVERY_DAY, TWICE_A_WEEK, ONCE_A_WEEK = 1, 3, 7  # days from one morning to the next

TWICE_FOR, ONCE_FOR = timedelta(weeks=4), timedelta(weeks=8)
"""How long mornings are asked for twice, and then once a week, until it is enough to tell one when
something changes (our own choice)."""

NOT_AGAIN = timedelta(weeks=4)
"""Whoever would rather not taper off is not asked again so soon."""

ONE_IS_AHEAD = (ChoiceKind.FOUND, ChoiceKind.SAFE_CHOICE)


class Leaving(StrEnum):
    """Where a person is on the way out."""

    NONE = "none"
    ANSWERED = "answered"
    EASY = "easy"
    TAPERING = "tapering"
    RELAPSE = "relapse"
    """While tapering off: clearly worse than when it began."""


@dataclass(frozen=True, slots=True)
class Graduation:
    """Where a person is on the way out, and how often a morning is asked for.

    every
        Days from one morning to the next: 1, 3 or 7.
    on_change
        Whether it is enough to tell a morning when something changes.
    check
        Whether the safety check asks to be answered again.
    """

    stage: Leaving
    every: int = EVERY_DAY
    on_change: bool = False
    check: bool = False


def graduation(standing: Standing, verdicts: Sequence[KeptVerdict], today: date) -> Graduation:
    """Where a person is on the way out, for one foot.

    verdicts
        The answers that were given for it, oldest first.
    """
    began = tapers_from(standing)
    if began is not None:
        return _tapering(standing, began, today)
    if not standing.clear or paused(standing, today) or _would_rather_not(standing, today):
        return Graduation(Leaving.NONE)
    if _has_held(standing, verdicts):
        return Graduation(Leaving.ANSWERED)
    return Graduation(Leaving.EASY if _are_easy(standing, today) else Leaving.NONE)


def asked_every(standing: Standing, verdicts: Sequence[KeptVerdict], today: date) -> int:
    """How often a morning is asked for: every 1, 3 or 7 days."""
    return graduation(standing, verdicts, today).every


def tapers_from(standing: Standing) -> date | None:
    """The day on which the person began to tell mornings less often; None where they tell each.

    What is compared anew after that asks for every morning again.
    """
    event, anew = standing.tapers, standing.unchanged_from
    if event is None or not _is_on(standing) or (anew is not None and anew > event.on):
        return None
    return event.on


def _is_on(standing: Standing) -> bool:
    what = standing.tapers.what if standing.tapers else None
    return isinstance(what, Setting) and what.value == "on"


def _would_rather_not(standing: Standing, today: date) -> bool:
    event = standing.tapers
    return event is not None and not _is_on(standing) and today < event.on + NOT_AGAIN


def _tapering(standing: Standing, began: date, today: date) -> Graduation:
    if _is_worse_than_when(standing, began):
        return Graduation(Leaving.RELAPSE, check=bool(reasons(standing, today)))
    once_from = began + TWICE_FOR
    every = TWICE_A_WEEK if today < once_from else ONCE_A_WEEK
    return Graduation(Leaving.TAPERING, every, on_change=today >= once_from + ONCE_FOR)


def _is_worse_than_when(standing: Standing, began: date) -> bool:
    """Whether the last two scores are clearly worse than those of the fortnight before it began."""
    scored = scores(standing)
    usual = [pain for on, pain in scored.items() if began - timedelta(days=USUAL_OVER) < on <= began]
    since = [pain for on, pain in scored.items() if on > began]
    return len(since) >= MORNINGS and are_clearly_worse(since[-MORNINGS:], usual)


def _has_held(standing: Standing, verdicts: Sequence[KeptVerdict]) -> bool:
    """Whether the same answer was given over a week of mornings, about what is compared now."""
    since = standing.unchanged_from
    told = [verdict for verdict in verdicts if since is not None and verdict.on >= since]
    if not told or _answer(told[-1]) is None:
        return False
    same = list(takewhile(lambda verdict: _answer(verdict) == _answer(told[-1]), reversed(told)))
    return told[-1].on - same[-1].on >= HELD


def _answer(verdict: KeptVerdict) -> tuple[str, str | None] | None:
    """What an answer comes to: which is ahead, that all are alike, or of one alone whether it helps."""
    if verdict.choice in ONE_IS_AHEAD:
        return "ahead", verdict.technique
    if verdict.choice == ChoiceKind.NO_DIFFERENCE:
        return "alike", None
    if verdict.helps == HelpsKind.NOT_HELPING:
        return "not helping", None
    alone = verdict.choice == ChoiceKind.NOT_ASKED
    return ("helps", None) if alone and verdict.helps == HelpsKind.YES else None


def _are_easy(standing: Standing, today: date) -> bool:
    recent = [pain for on, pain in scores(standing).items() if today - EASY_OVER < on <= today]
    above = sum(pain > EASY for pain in recent)
    return len(recent) >= FEWEST_EASY and above <= MOST_ABOVE and recent[-1] <= EASY
