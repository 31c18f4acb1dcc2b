"""The plan of one person: always something safe to do, or somebody to see."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from firststep.care.planning.choosing import steady, to_compare
from firststep.care.planning.course import Checkpoint, Stage, advice_for, checkpoints, stage
from firststep.care.screening.again import PAUSE, Change, Reason, reasons_to_ask
from firststep.care.screening.outcome import Screening, screen
from firststep.errors import KnowledgeError
from firststep.knowledge import Advice, Part, Technique, Tool, Whom, one
from firststep.records import Question
from firststep.records.wishes import Wishes

FEWEST_COMPARED = 2
MOST_MINUTES = 120  # a day


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What is suggested, and why.

    compare
        Techniques to compare, 1 to 5; to do in turn where `question` is "guide". Empty where
        nothing may be started.
    question
        What can be asked with them; None where nothing can be compared.
    steady, background
        What stays the same every day, on rest days too.
    others
        What else may be done, and is not suggested.
    said
        What is said of new and of long-standing pain.
    checkpoints
        When to look back; those that are due first say whom to see.
    ask_again
        Why the safety check should be answered again.
    see
        Whom to see, where nothing is left to do; what the check itself says stands in `screening`.
    """

    wishes: Wishes
    screening: Screening
    compare: tuple[Technique, ...]
    question: Question | None
    steady: tuple[Technique, ...]
    background: tuple[Advice, ...]
    others: tuple[Technique, ...]
    stage: Stage
    said: tuple[Advice, ...]
    checkpoints: tuple[Checkpoint, ...]
    ask_again: tuple[Reason, ...]
    see: Whom | None


def make_plan(wishes: Wishes, today: date, *, own: Sequence[Technique] = ()) -> Plan:
    """The plan for what a person wants, has and answered. KnowledgeError for an id that nobody knows.

    own
        Techniques of the person's own: they are preferred, since somebody chose them for this person.
    """
    _check(wishes, today)
    wishes = replace(wishes, prefer=(*(one.id for one in own), *wishes.prefer))
    screening = screen(wishes.answers, tools=wishes.tools, own=own)
    again = reasons_to_ask(
        wishes.answered or (today if wishes.answers else None),
        today=today,
        changes=[Change(name) for name in wishes.changed],
        open_questions=len(screening.open),
    )
    allowed = () if set(again) & set(PAUSE) else screening.allowed
    daily = steady(allowed, wishes)
    compared = to_compare(allowed, daily, wishes)
    left = tuple(one for one in allowed if one not in (*compared, *daily))
    now = stage(wishes.since, today)
    return Plan(
        wishes=wishes,
        screening=screening,
        compare=compared,
        question=_question(compared, wishes),
        steady=daily,
        background=advice_for(Part.STEADY) if screening.may_start else (),
        others=left,
        stage=now,
        said=_said(now),
        checkpoints=checkpoints(wishes.since, today),
        ask_again=again,
        see=None if compared or daily else Whom.SPECIALIST,
    )


def _said(now: Stage) -> tuple[Advice, ...]:
    parts = {Stage.EARLY: (Part.EARLY,), Stage.LONG: (Part.LONG,), Stage.UNKNOWN: ()}
    return tuple(advice for part in (*parts[now], Part.CARE) for advice in advice_for(part))


def _question(compared: tuple[Technique, ...], wishes: Wishes) -> Question | None:
    if not compared:
        return None
    if not wishes.compare:
        return Question.GUIDE
    return Question.HELPS if len(compared) < FEWEST_COMPARED else Question.WHICH


def _check(wishes: Wishes, today: date) -> None:
    if wishes.since and wishes.since > today:
        raise KnowledgeError(f"it cannot have begun on {wishes.since}", mend="correct 'since'")
    if wishes.answered and wishes.answered > today:
        raise KnowledgeError(f"the check was not answered on {wishes.answered} yet", mend="correct the day")
    for id_ in wishes.tools or ():
        one(Tool, id_)
    for id_ in (*wishes.bar, *wishes.prefer):
        one(Technique, id_)
    both = set(wishes.prefer) & wishes.bar
    if both:
        raise KnowledgeError(
            f"'{min(both)}' is both preferred and barred", mend="take it out of one of the two lists"
        )
    for name in wishes.changed:
        if name not in set(Change):
            raise KnowledgeError(
                f"'{name[:40]}' is no change that can be told", mend=f"use one of: {', '.join(Change)}"
            )
    if not 1 <= wishes.minutes <= MOST_MINUTES:
        raise KnowledgeError(
            f"{wishes.minutes} minutes a day cannot be", mend=f"write 1 to {MOST_MINUTES} minutes"
        )
