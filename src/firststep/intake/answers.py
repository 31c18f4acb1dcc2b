"""A file with the answers of the safety check and what a person wants: for 'screen' and 'plan'."""

from datetime import date
from pathlib import Path
from typing import Annotated, Literal

import msgspec
from msgspec import Meta

from firststep.care import check_answers
from firststep.errors import IntakeError, KnowledgeError
from firststep.intake.small_text import small_text
from firststep.knowledge import Card, SafetyQuestion, every, one
from firststep.knowledge.kinds.parts import Id, Strict
from firststep.knowledge.reading.read import Text, read_form
from firststep.records import Answer
from firststep.records.wishes import MINUTES, Wishes


class _Form(Strict, frozen=True, kw_only=True):
    """What the file may say; `docs/how-to/plan.md` explains each key."""

    foot: Literal["left", "right", "both"] = "right"
    since: date | None = None
    tools: tuple[Id, ...] | None = None
    minutes: Annotated[int, Meta(ge=1, le=120)] = MINUTES
    bar: tuple[Id, ...] = ()
    prefer: tuple[Id, ...] = ()
    compare: bool = True
    also: tuple[str, ...] = ()
    country: Annotated[str, Meta(pattern="^[A-Za-z]{2}$")] | None = None
    answered: date | None = None
    changed: tuple[str, ...] = ()
    none_of: tuple[Id, ...] = ()
    answers: dict[str, Answer] = msgspec.field(default_factory=dict)


def read_wishes(path: Path) -> Wishes:
    """What a file of answers says. IntakeError says which line is wrong, and how to mend it.

    A card in `none_of` answers "no" to all of its questions that are not in [answers].
    """
    file = Text(name=str(path), id=path.stem, text=small_text(path))
    try:
        form = read_form(_Form, file)
        check_answers(form.answers)
        for card in form.none_of:
            one(Card, card)
    except KnowledgeError as fault:
        raise IntakeError(fault.what, where=fault.where or str(path), mend=fault.mend) from None
    return Wishes(
        foot=form.foot,
        since=form.since,
        tools=None if form.tools is None else frozenset(form.tools),
        minutes=form.minutes,
        bar=frozenset(form.bar),
        prefer=form.prefer,
        compare=form.compare,
        also=form.also,
        country=form.country,
        answers=_none_of(form.none_of) | form.answers,
        answered=form.answered,
        changed=form.changed,
    )


def _none_of(cards: tuple[str, ...]) -> dict[str, Answer]:
    return {id_: Answer.NO for id_, question in every(SafetyQuestion).items() if question.card in cards}
