"""What follows from the safety check. It never names a disease as found.

Rules are data: every question says what follows from it, and why. Here they are only
joined: the gravest outcome counts, and whatever bars a technique bars it.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from functools import cached_property

from firststep.care.screening.asking import is_safe, unanswered
from firststep.knowledge import Outcome, SafetyQuestion, Technique, every, offered, traits
from firststep.records import Answer, Answers

GRAVITY = tuple(Outcome)
"""The outcomes from the mildest to the gravest."""

NOT_BEFORE_SEEN = (Outcome.SEE_FIRST, Outcome.CARE_NOW)
"""Outcomes with which nothing is started."""


@dataclass(frozen=True, slots=True)
class Consequence:
    """A question whose answer something follows from; `answer` None where it was left open."""

    question: SafetyQuestion
    answer: Answer | None


@dataclass(frozen=True)
class Screening:
    """A safety check as it stands.

    answers
        By the id of the question.
    doable
        The techniques that the person has the tools for.
    """

    answers: Answers
    doable: tuple[Technique, ...]

    @cached_property
    def open(self) -> tuple[SafetyQuestion, ...]:
        """What is still to be answered."""
        return unanswered(self.answers, self.doable)

    @property
    def finished(self) -> bool:
        """Whether everything that had to be asked was answered."""
        return not self.open

    @cached_property
    def consequences(self) -> tuple[Consequence, ...]:
        """The answers that something follows from, the gravest first."""
        found = [
            Consequence(question, self.answers[question.id])
            for question in every(SafetyQuestion).values()
            if question.id in self.answers and not is_safe(question, self.answers[question.id])
        ]
        return tuple(sorted(found, key=lambda one: -GRAVITY.index(one.question.outcome)))

    @property
    def gravest(self) -> Outcome:
        """The gravest outcome of what was answered so far."""
        return self.consequences[0].question.outcome if self.consequences else Outcome.START

    @property
    def outcome(self) -> Outcome | None:
        """What follows; None while questions are open and nothing grave was answered yet."""
        return self.gravest if self.finished or self.gravest in NOT_BEFORE_SEEN else None

    @property
    def may_start(self) -> bool:
        """Whether something may be started."""
        return self.finished and self.gravest not in NOT_BEFORE_SEEN

    def bars(self, technique: Technique) -> tuple[SafetyQuestion, ...]:
        """The questions that rule a technique out, answered or left open; none where it stays open."""
        return self.bars_what(traits(technique), technique.not_with)

    def bars_what(self, does: Collection[str], not_with: Collection[str]) -> tuple[SafetyQuestion, ...]:
        """The questions that rule out what does this to the leg, be it a technique or not.

        does
            Traits, as techniques and their tools have them.
        not_with
            Ids of questions that rule it out besides.
        """
        return tuple(
            question
            for question in every(SafetyQuestion).values()
            if self._may_be_so(question) and _rules_out(question, does, not_with)
        )

    def allows(self, technique: Technique) -> bool:
        """Whether a technique may be done."""
        return self.may_start and not self.bars(technique)

    @cached_property
    def allowed(self) -> tuple[Technique, ...]:
        """Of the techniques that the person has the tools for, those that may be done."""
        return tuple(technique for technique in self.doable if self.allows(technique))

    @property
    def fits(self) -> tuple[SafetyQuestion, ...]:
        """What was told that fits the usual picture of plantar fasciitis."""
        return tuple(question for question in _picture() if self.answers.get(question.id) is Answer.YES)

    @property
    def does_not_fit(self) -> tuple[SafetyQuestion, ...]:
        """What was told that does not."""
        return tuple(question for question in _picture() if self.answers.get(question.id) is Answer.NO)

    def _may_be_so(self, question: SafetyQuestion) -> bool:
        """Whether a warning holds, or cannot be left out: "not sure" and no answer hold too.

        A question that follows another is out of the way once that one is answered safely.
        """
        if question.id in self.answers:
            return not is_safe(question, self.answers[question.id])
        gates = [every(SafetyQuestion)[id_] for id_ in question.after]
        return not gates or not all(is_safe(gate, self.answers.get(gate.id)) for gate in gates)


def _picture() -> list[SafetyQuestion]:
    return [question for question in every(SafetyQuestion).values() if question.safe_if == "yes"]


def _rules_out(question: SafetyQuestion, does: Collection[str], not_with: Collection[str]) -> bool:
    if question.outcome in NOT_BEFORE_SEEN:
        return True
    return question.id in not_with or not set(question.bars).isdisjoint(does)


def ruled_out_by(technique: Technique) -> tuple[SafetyQuestion, ...]:
    """Every question that can rule a technique out: what it must not be used with."""
    does = traits(technique)
    return tuple(
        question
        for question in every(SafetyQuestion).values()
        if _rules_out(question, does, technique.not_with)
    )


def screen(
    answers: Answers, *, tools: Iterable[str] | None = None, own: Iterable[Technique] = ()
) -> Screening:
    """The safety check as it stands.

    tools
        Ids of the tools at hand; left out, any tool may be.
    own
        Techniques of the person's own.
    """
    hand = None if tools is None else frozenset(tools)
    listed = [*offered(), *own]
    return Screening(dict(answers), tuple(one for one in listed if hand is None or set(one.tools) <= hand))
