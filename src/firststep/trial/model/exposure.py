"""What was done, as the filter needs it: expected sets, and what is not known of them.

A day that was not told about is not a day of nothing. Its set is a random one, whose
first two moments are those of the days told so far. The expected set enters the
exposures; its spread enters as noise that fades with the carry-over, because a
session that we know nothing of acts as long as one that we know of.
"""

from dataclasses import dataclass

import numpy as np

from firststep.trial.checks import OTHER
from firststep.trial.model.priors import COMMON_SD, OMEGA_SCALE, PSEUDO_DAYS, Floats
from firststep.trial.series import Done, Series


@dataclass(frozen=True, slots=True)
class Record:
    """A series as arrays over n mornings, K techniques and K or K + 1 columns.

    score
        (n,) points, nan for a missed morning.
    expected
        (n, columns): chance that each was done between the morning before and this one.
        0 or 1 where it was told. The last column, if there are K + 1, is `other`.
    untold
        (n,) variance, in points squared, that not knowing the set adds to its effect.
    """

    score: Floats
    expected: Floats
    untold: Floats
    techniques: int


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
    prior = effect_prior(len(series.techniques), other, OMEGA_SCALE)
    mornings = len(series)
    expected = np.zeros((mornings, len(names)))
    untold = np.zeros(mornings)
    first, second, weight = _belief(len(series.techniques), len(names))
    for morning, done in enumerate(series.did[:-1]):
        if done is None and morning == 0:
            continue  # before the diary began: the level takes it in
        if done is None:
            mean = first / weight
            expected[morning] = mean
            spread = second / weight - np.outer(mean, mean)
            untold[morning] = float((spread * prior).sum())
        else:
            told = _row(done, names)
            expected[morning] = told
            first, second, weight = first + told, second + np.outer(told, told), weight + 1.0
    score = np.array([np.nan if pain is None else pain for pain in series.pain], dtype=np.float64)
    return Record(score, expected, untold, len(series.techniques))


def _row(done: Done, names: tuple[str, ...]) -> Floats:
    return np.array([float(name in (done or ())) for name in names])


def _belief(techniques: int, columns: int) -> tuple[Floats, Floats, float]:
    """Sums of first and second moments over the pseudo-days."""
    share = np.zeros(columns)
    if techniques:
        share[:techniques] = 0.5 * PSEUDO_DAYS / techniques
    return share, np.diag(share), PSEUDO_DAYS
