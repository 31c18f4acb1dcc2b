"""The same people for every design: who they are, and the mornings that a design gives them.

A person's own pain, the mornings that they miss and the days on which they do something
else are drawn before the first day, from their number alone. So two designs differ in
nothing but what they propose. A person of a number has the same days ahead in every row
of a kind; only the effects are stretched.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from firststep.cohort.kinds import KINDS
from firststep.cohort.life import Day, live
from firststep.cohort.world import Floats, Person, person

NAMES = ("a", "b", "c", "d")
TECHNIQUES = len(NAMES)
MORNINGS = 84
COMMON = -0.3  # points: mean of the techniques' true effects. Assumed
PAIRS = tuple((a, b) for a in range(TECHNIQUES) for b in range(a + 1, TECHNIQUES))

Told = tuple[int, ...] | None
"""Numbers of the techniques told of a day; None if nothing was told."""


@dataclass(frozen=True)
class Row:
    """People of one kind whose techniques differ by so much.

    apart
        Sd of the true effects, points; nought is all alike.
    """

    kind: str
    apart: float


ROWS = (
    Row("textbook", 0.0),
    Row("textbook", 0.6),
    Row("textbook", 1.0),
    Row("all-at-once", 0.0),
    Row("all-at-once", 0.6),
)


@dataclass(frozen=True)
class Mornings:
    """What a design may know: the scores up to this morning, and what was told of the days.

    told
        By day from the first; of the last morning's day there may be nothing yet.
    """

    scores: tuple[int | None, ...]
    told: tuple[Told, ...]


Propose = Callable[[Mornings], int]
"""A design for one person: the technique of the day that begins with the last of these mornings."""


@dataclass(frozen=True)
class Used:
    """The mornings that a plain analysis can use: scored, and after one listed technique.

    A morning after something else, after nothing, after two techniques or after a day
    not told about is left out, as is the first.

    day, technique, score
        (n,) each, in order.
    """

    day: NDArray[np.intp]
    technique: NDArray[np.intp]
    score: Floats

    def of(self, technique: int) -> Floats:
        """The scores of the mornings after this technique."""
        return np.asarray(self.score[self.technique == technique])

    @property
    def means(self) -> Floats:
        """Mean score (K,) after each technique; nan where there is none."""
        counts = np.bincount(self.technique, minlength=TECHNIQUES)
        sums = np.bincount(self.technique, weights=self.score, minlength=TECHNIQUES)
        means: Floats = np.full(TECHNIQUES, np.nan)
        np.divide(sums, counts, out=means, where=counts > 0)
        return means


def used(mornings: Mornings) -> Used:
    """The mornings that a plain analysis can use."""
    nights = zip(mornings.told, mornings.scores[1:], strict=False)
    rows = [
        (day, told[0], score)
        for day, (told, score) in enumerate(nights, start=1)
        if score is not None and told is not None and len(told) == 1 and told[0] >= 0
    ]
    day, technique, score = np.array(rows, dtype=np.float64).reshape(-1, 3).T
    return Used(day.astype(np.intp), technique.astype(np.intp), score)


@dataclass(frozen=True)
class Lived:
    """One person's days under one design."""

    who: Person
    days: tuple[Day, ...]

    @cached_property
    def mornings(self) -> Mornings:
        return Mornings(tuple(day.score for day in self.days), tuple(day.told for day in self.days))

    @property
    def avoidable(self) -> float:
        """Points above the best technique's effect, summed over the days of one listed technique."""
        done = [day.did[0] for day in self.days if len(day.did) == 1 and day.did[0] >= 0]
        return float((self.who.effects[done] - self.who.effects.min()).sum())

    def regret(self, technique: int) -> float:
        """Points by which the effect of a technique is worse than the best one's."""
        return float(self.who.effects[technique] - self.who.effects.min())


def someone(row: Row, number: int) -> Person:
    """The person of this number in a row."""
    effects = COMMON + row.apart * np.random.default_rng([number, 0]).standard_normal(TECHNIQUES)
    return person(KINDS[row.kind], effects, MORNINGS, np.random.default_rng([number, 1]))


def lived(who: Person, propose: Propose) -> Lived:
    """The days of a person to whom a design proposes what to do."""
    days: list[Day] = []

    def advised(_: int, score: int | None) -> int:
        return propose(Mornings((*(day.score for day in days), score), tuple(day.told for day in days)))

    for day in live(who, advised):
        days.append(day)  # noqa: PERF402 - the next proposal reads what was lived so far
    return Lived(who, tuple(days))
