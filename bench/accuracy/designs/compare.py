"""Every design and every analysis on the same people, and what becomes of each.

A claim is right where the claimed technique's true effect is within half a point of the
best one's, and wrong otherwise. Where all are alike, every claim is wrong. True effects
are steady states: points, when a technique is done every day.
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from bench.accuracy.designs import draws, engine
from bench.accuracy.designs.chance import chance_of_best
from bench.accuracy.designs.lives import PAIRS, Lived, Mornings, Propose, Row, lived, someone, used
from bench.accuracy.designs.reading import Reading, plain_means, welch
from bench.accuracy.designs.regression import regression
from firststep.trial.yardsticks import SAME_WITHIN

OURS, WEEKLY, THREE_DAY = "ours", "weekly blocks", "3-day blocks"
ALTERNATING, THOMPSON, HALVING = "alternating", "Thompson", "halving"
ENGINE, SURVIVOR = "ours", "survivor"

Design = Callable[[int], Propose]
Analysis = Callable[[Mornings], Reading]


def survivor(mornings: Mornings) -> Reading:
    """What sequential halving is left with. It says nothing of how sure that is."""
    left = draws.survivors(mornings, draws.ROUNDS)
    return Reading(left[0], None, np.full((len(PAIRS), 2), np.nan))


PLAIN: dict[str, Analysis] = {
    "plain means": lambda mornings: plain_means(used(mornings)),
    "Welch": lambda mornings: welch(used(mornings)),
    "regression AR(1)": lambda mornings: regression(used(mornings)),
}
CHANCE: dict[str, Analysis] = {"P(best)": lambda mornings: chance_of_best(used(mornings))}
LAST: dict[str, Analysis] = {SURVIVOR: survivor}
READ: dict[str, Analysis] = {ENGINE: engine.read}
OTHERS: dict[str, tuple[Design, dict[str, Analysis]]] = {
    WEEKLY: (draws.weekly, PLAIN | READ),
    THREE_DAY: (draws.three_day, PLAIN | CHANCE | READ),
    ALTERNATING: (draws.alternating, PLAIN | READ),
    THOMPSON: (draws.thompson, CHANCE | READ),
    HALVING: (draws.halving, LAST | CHANCE | READ),
}
"""Design -> how it draws, and the analyses that its mornings are given to."""

COMPARED = (
    (OURS, ENGINE),
    *((design, name) for design, (_, analyses) in OTHERS.items() for name in analyses),
)
"""Every design with its analyses, in the order of the outcomes."""


@dataclass(frozen=True)
class Outcome:
    """What became of one person under one design, by one analysis.

    avoidable, regret
        Points times days; points of the technique that would be chosen at the end.
    right, wrong
        Whether there was a right or a wrong claim.
    apart
        True differences of the pairs, first minus second, points.
    """

    avoidable: float
    regret: float
    right: bool
    wrong: bool
    reading: Reading
    apart: tuple[float, ...]

    @property
    def covered(self) -> list[bool]:
        """Whether each interval that there is holds the truth."""
        ends = zip(self.reading.intervals, self.apart, strict=True)
        return [bool(low <= truth <= high) for (low, high), truth in ends if not np.isnan(low)]


def outcomes(task: tuple[Row, int]) -> list[Outcome]:
    """The person of this number in a row, under everything in `COMPARED`."""
    row, number = task
    who = someone(row, number)
    ours = engine.Ours(number)
    results = [_outcome(row, lived(who, ours), ours.reading)]
    for draw, analyses in OTHERS.values():
        life = lived(who, draw(number))
        results += [_outcome(row, life, read(life.mornings)) for read in analyses.values()]
    return results


def _outcome(row: Row, life: Lived, reading: Reading) -> Outcome:
    claimed = reading.claim is not None
    right = reading.claim is not None and row.apart > 0.0 and life.regret(reading.claim) <= SAME_WITHIN
    effects = life.who.effects
    return Outcome(
        avoidable=life.avoidable,
        regret=life.regret(reading.leader),
        right=right,
        wrong=claimed and not right,
        reading=reading,
        apart=tuple(float(effects[a] - effects[b]) for a, b in PAIRS),
    )
