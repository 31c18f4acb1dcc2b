"""The chance of being best from independent techniques, as adaptive_nof1 works it out.

Scores after a technique are taken to be independent with a known variance about a mean of
its own, whose prior is Gaussian; so is the posterior. There is no trend, no memory and no
carry-over in it. It calls a technique the best when the chance reaches 0.95.

The variance is adaptive_nof1's default. Its prior (mean 0, variance 1) is for outcomes
around nought, so here it lies in the middle of the scale and is wide.
"""

import numpy as np
from scipy.special import ndtr, ndtri

from bench.accuracy.designs.lives import PAIRS, TECHNIQUES, Used
from bench.accuracy.designs.reading import Reading
from firststep.cohort.world import Floats
from firststep.trial.yardsticks import INTERVAL

PRIOR_MEAN, PRIOR_VARIANCE = 5.0, 9.0  # points, points squared
VARIANCE = 1.0  # points squared, of one score
BEST_AT = 0.95
GRID = 2001


def believed(told: Used) -> tuple[Floats, Floats]:
    """Posterior mean and sd (K,) of each technique's mean score."""
    count = np.bincount(told.technique, minlength=TECHNIQUES)
    total = np.bincount(told.technique, weights=told.score, minlength=TECHNIQUES)
    variance = 1.0 / (1.0 / PRIOR_VARIANCE + count / VARIANCE)
    return variance * (PRIOR_MEAN / PRIOR_VARIANCE + total / VARIANCE), np.sqrt(variance)


def best(mean: Floats, sd: Floats) -> Floats:
    """P(each is the lowest), (K,), of independent Gaussians: summed over a fine grid."""
    grid = np.linspace((mean - 8.0 * sd).min(), (mean + 8.0 * sd).max(), GRID)
    scaled = (grid - mean[:, None]) / sd[:, None]
    above = ndtr(-scaled)
    others = np.stack([np.delete(above, k, axis=0).prod(axis=0) for k in range(len(mean))])
    mass = (np.exp(-0.5 * scaled**2) / sd[:, None] * others).sum(axis=1)
    return np.asarray(mass / mass.sum())


def chance_of_best(told: Used) -> Reading:
    """The leader by posterior mean, claimed where its chance of being best is high enough."""
    mean, sd = believed(told)
    leader = int(mean.argmin())
    sure = best(mean, sd)[leader] >= BEST_AT
    return Reading(leader, leader if sure else None, _intervals(mean, sd))


def _intervals(mean: Floats, sd: Floats) -> Floats:
    a, b = np.array(PAIRS).T
    half = ndtri(0.5 + 0.5 * INTERVAL) * np.hypot(sd[a], sd[b])
    apart = mean[a] - mean[b]
    return np.stack([apart - half, apart + half], axis=1)
