"""What an analysis says of one person's mornings, and the two plainest ones.

plain means
    Mean score after each technique. The leader has the lowest; it is claimed where the
    90% t-interval of its difference from every other lies below nought. One variance is
    pooled over the techniques.
Welch
    The test by which StudyU tells people 'higher' or 'lower', for each pair of techniques,
    on raw days. The leader is claimed where it has p < 0.05 against every other. What is
    said of single pairs is counted on its own.

Neither knows of a trend or of days resembling each other, and neither allows for looking
at several pairs.
"""

from dataclasses import dataclass

import numpy as np
from scipy.special import stdtr, stdtrit

from bench.accuracy.designs.lives import PAIRS, TECHNIQUES, Used
from firststep.cohort.world import Floats
from firststep.trial import ChoiceKind
from firststep.trial.yardsticks import INTERVAL

SIGNIFICANT = 0.05
FEWEST = 2  # scores after a technique for a variance


@dataclass(frozen=True)
class Reading:
    """What one analysis says.

    leader, claim
        The technique that it would choose, and the one that it calls better than the
        others; None where it does not.
    intervals
        (pairs, 2) of the difference of each of `PAIRS`, first minus second; nan for none.
    called
        (pairs,) -1 where the first is called better, 1 the second, 0 neither; None where
        the analysis says nothing of single pairs.
    kind, answered
        Our last answer, and the first morning with any; None for the others.
    """

    leader: int
    claim: int | None
    intervals: Floats
    called: Floats | None = None
    kind: ChoiceKind | None = None
    answered: int | None = None


@dataclass(frozen=True)
class Pair:
    """Welch's comparison: first minus second, its interval and p."""

    mean: float
    low: float
    high: float
    p: float


def plain_means(told: Used) -> Reading:
    """Means, and t-intervals from a variance pooled over the techniques."""
    counts = np.bincount(told.technique, minlength=TECHNIQUES)
    means = told.means
    freedom = max(len(told.score) - int((counts > 0).sum()), 1)
    pooled = ((told.score - means[told.technique]) ** 2).sum() / freedom
    a, b = np.array(PAIRS).T
    with np.errstate(divide="ignore"):
        half = stdtrit(freedom, 0.5 + 0.5 * INTERVAL) * np.sqrt(pooled * (1.0 / counts[a] + 1.0 / counts[b]))
    apart = means[a] - means[b]
    intervals = np.stack([apart - half, apart + half], axis=1)
    leader = int(np.nanargmin(means))
    return Reading(leader, named(leader, below(intervals)), intervals)


def welch(told: Used) -> Reading:
    """Welch's test for each pair."""
    pairs = [welch_pair(told.of(a), told.of(b)) for a, b in PAIRS]
    called = np.array([np.sign(pair.mean) if pair.p < SIGNIFICANT else 0.0 for pair in pairs])
    leader = int(np.nanargmin(told.means))
    intervals = np.array([(pair.low, pair.high) for pair in pairs])
    return Reading(leader, named(leader, called), intervals, called)


def welch_pair(one: Floats, other: Floats) -> Pair:
    """Two samples of unequal variance compared; nan where one is too small."""
    if min(len(one), len(other)) < FEWEST:
        return Pair(np.nan, np.nan, np.nan, 1.0)
    own = np.array([sample.var(ddof=1) / len(sample) for sample in (one, other)])
    sizes = np.array([len(one), len(other)])
    error = max(float(np.sqrt(own.sum())), 1e-9)
    freedom = max(float(own.sum() ** 2), 1e-36) / max(float((own**2 / (sizes - 1)).sum()), 1e-36)
    mean = float(one.mean() - other.mean())
    half = float(stdtrit(freedom, 0.5 + 0.5 * INTERVAL)) * error
    return Pair(mean, mean - half, mean + half, float(2.0 * stdtr(freedom, -abs(mean) / error)))


def below(intervals: Floats) -> Floats:
    """(pairs,) -1 where an interval lies below nought, 1 above, 0 where it holds nought."""
    return np.where(intervals[:, 1] < 0.0, -1.0, np.where(intervals[:, 0] > 0.0, 1.0, 0.0))


def named(leader: int, called: Floats) -> int | None:
    """The leader, where it is called better than every other."""
    wins = sum(
        (a == leader and c < 0) or (b == leader and c > 0) for (a, b), c in zip(PAIRS, called, strict=True)
    )
    return leader if wins == TECHNIQUES - 1 else None
