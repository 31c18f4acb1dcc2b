"""What was done, as the filter needs it: expected sets, and what is not known of them.

A day that was not told about is not a day of nothing. Its set is a random one, whose
first two moments are those of the days told so far. The expected set enters the
exposures; its spread enters as noise that fades with the carry-over, because a
session that we know nothing of acts as long as one that we know of.

A load acts on the next morning alone. One that was not told is a middling one, and its spread
enters as noise of that morning.
"""

from dataclasses import dataclass, replace

import numpy as np

from firststep.trial.checks import OTHER
from firststep.trial.loads import standardised
from firststep.trial.model.priors import (
    COMMON_SD,
    LOAD_SD,
    OMEGA_SCALE,
    PSEUDO_DAYS,
    ROUNDING_VARIANCE,
    Floats,
)
from firststep.trial.series import Series

BY_MORNING = ("score", "expected", "untold", "spread", "loads")
"""The arrays of a record that have a row for each morning."""


@dataclass(frozen=True, slots=True)
class Record:
    """A series as arrays over n mornings, K techniques, K or K + 1 columns, and L loads.

    score
        (n,) points, nan for a missed morning.
    expected
        (n, columns): chance that each was done between the morning before and this one.
        0 or 1 where it was told. The last column, if there are K + 1, is `other`.
    untold
        (n,) variance, in points squared, that not knowing the set adds to its effect.
    spread
        (n,) variance of the score itself about what was felt, points squared; with that of loads
        that are not known.
    loads
        (n, L) load of the day before, in sds from the person's mean; 0 where it is not known.
    """

    score: Floats
    expected: Floats
    untold: Floats
    spread: Floats
    techniques: int
    loads: Floats

    def until(self, mornings: int) -> "Record":
        """The first mornings only, as many as said."""
        rows = {name: getattr(self, name)[:mornings] for name in BY_MORNING}
        return replace(self, **rows)

    def continues(self, other: "Record") -> bool:
        """Whether this record begins with all of the other, and nothing new kind of day came since."""
        known = len(other.score)
        return (
            self.techniques == other.techniques
            and known <= len(self.score)
            and self.expected.shape[1] == other.expected.shape[1]
            and self.loads.shape[1] == other.loads.shape[1]
            and bool(self.untold.any()) == bool(other.untold.any())
            and all(
                np.array_equal(getattr(self, name)[:known], getattr(other, name), equal_nan=True)
                for name in BY_MORNING
            )
        )


def effect_prior(techniques: int, other: bool, omega: float) -> Floats:
    """Prior covariance of the effects, (columns, columns), points squared."""
    shared = np.full((techniques, techniques), COMMON_SD**2)
    full = np.zeros((techniques + other, techniques + other))
    full[:techniques, :techniques] = shared + omega**2 * np.eye(techniques)
    if other:
        full[-1, -1] = COMMON_SD**2
    return full


def record(series: Series) -> Record:
    """The arrays behind a series.

    The moments of an untold day come from the days told *before* it and PSEUDO_DAYS
    of prior belief, so that a later morning never changes what an earlier one meant.
    The variance of its effect uses the prior mean square of omega for every point.
    """
    other = any(done is not None and OTHER in done for done in series.did[:-1])
    names = (*series.techniques, *((OTHER,) if other else ()))
    expected = np.array([[done is not None and name in done for name in names] for done in series.did[:-1]])
    expected = expected.reshape(len(series), len(names)).astype(np.float64)
    told = np.array([done is not None for done in series.did[:-1]], dtype=bool)
    untold = np.zeros(len(series))
    prior = effect_prior(len(series.techniques), other, OMEGA_SCALE)
    for morning in np.flatnonzero(~told):
        if morning:  # what came before the first morning, the level takes in
            known = expected[:morning][told[:morning]]
            expected[morning], spread = _belief(known, len(series.techniques))
            untold[morning] = float((spread * prior).sum())
    score = np.array([np.nan if pain is None else pain for pain in series.pain], dtype=np.float64)
    loads = np.array([standardised(told) for told in series.loads.values()])
    loads = loads.reshape(len(series.loads), len(series)).T
    unknown = np.isnan(loads)
    spread = ROUNDING_VARIANCE + LOAD_SD**2 * unknown.sum(axis=1)
    return Record(score, expected, untold, spread, len(series.techniques), np.where(unknown, 0.0, loads))


def _belief(known: Floats, techniques: int) -> tuple[Floats, Floats]:
    """Mean (columns,) and covariance of an untold day's set, from days told (days, columns)."""
    pseudo = np.zeros(known.shape[1])
    if techniques:
        pseudo[:techniques] = 0.5 * PSEUDO_DAYS / techniques
    weight = PSEUDO_DAYS + len(known)
    mean = (pseudo + known.sum(axis=0)) / weight
    return mean, (np.diag(pseudo) + known.T @ known) / weight - np.outer(mean, mean)
