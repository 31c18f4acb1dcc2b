"""Each technique on its own: how often, and how it compares with the others and with rest days."""

from dataclasses import dataclass

from firststep.care.comparing.standing import Standing
from firststep.records import Question
from firststep.trial import Estimate, Findings, HelpsKind
from firststep.trial.allocation import BLOCK_DAYS
from firststep.trial.yardsticks import FEWEST_AFTER_EACH, FEWEST_COMPARED, FEWEST_MORNINGS

FEWEST_REST = BLOCK_DAYS + 1
"""Scored mornings right after a rest day before anything is said against rest days. Rest days come in
blocks, so that fewer may all lie in one block, and one good or bad spell would pass for the rest."""


@dataclass(frozen=True, slots=True)
class Each:
    """One of the compared techniques.

    days, scored
        Days on which it was done, and the scored mornings right after them.
    others, rest
        Its effect minus the mean of those of the others that are compared; its effect against
        doing nothing. Points; None where there are too few mornings to say.
    """

    technique: str
    days: int
    scored: int
    others: Estimate | None
    rest: Estimate | None


def each(standing: Standing, findings: Findings) -> tuple[Each, ...]:
    """What is known of each technique that is compared now, in the order of the list."""
    return tuple(_one(name, standing, findings) for name in standing.compared if name in findings.compared)


def is_rest_asked(standing: Standing) -> bool:
    """Whether the person's question has rest days to compare with."""
    return standing.comparison is not None and standing.comparison.question is Question.HELPS


def _one(name: str, standing: Standing, findings: Findings) -> Each:
    series = findings.series
    scored = series.scored_after(name)
    enough = series.scored >= FEWEST_MORNINGS and scored >= FEWEST_AFTER_EACH
    with_others = enough and len(findings.compared) >= FEWEST_COMPARED
    asked = is_rest_asked(standing) and findings.helps.kind is not HelpsKind.NOT_ASKED
    rested = asked and series.scored_after_nothing >= FEWEST_REST
    return Each(
        technique=name,
        days=series.days_of(name),
        scored=scored,
        others=findings.against_others(name) if with_others else None,
        rest=findings.effects[name] if enough and rested else None,
    )
