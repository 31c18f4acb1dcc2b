"""The level behind the mornings: where pain stood, had nothing been done.

The same filter, run backwards (the fixed-interval smoother of de Jong 1989), at a
sample of the mixture's points. Only a picture and the summary of a diary without
techniques need it, so it is not part of an analysis.
"""

import numpy as np
from numpy.typing import NDArray
from scipy.special import ndtri

from firststep.trial.model.exposure import Record
from firststep.trial.model.filter import Step, transition, whiten
from firststep.trial.model.mixture import Mixture
from firststep.trial.model.priors import LEVEL_CENTRE, Floats, slope_path

SAMPLE = 96
"""Points at which the level is smoothed: enough for a line and a band on a page."""


def level_path(record: Record, mixture: Mixture) -> tuple[Floats, Floats]:
    """Mean and sd of the level on each morning, (n,) each, in points.

    What was done and the day-to-day residual are taken out; the slope is in.
    """
    chosen = _systematic(mixture.weight, SAMPLE)
    at = mixture.at.at(chosen)
    trace: list[Step] = []
    whiten(record, at, trace)
    walk, walk_variance = _walk(trace, transition(record, at))
    mean, covariance = (part[..., chosen] for part in mixture.whole())
    loading = -walk[:, 1:]  # how the level moves with each coefficient, (n, d, P)
    loading[:, 0] += 1.0
    loading[:, 1] += slope_path(len(record.score))[:, None]
    level = LEVEL_CENTRE + walk[:, 0] + np.einsum("tdp,dp->tp", loading, mean)
    within = walk_variance + np.einsum("tdp,dep,tep->tp", loading, covariance, loading)
    centre = level.mean(axis=1)
    return centre, np.sqrt(within.mean(axis=1) + level.var(axis=1))


def band(mean: Floats, sd: Floats, mass: float) -> tuple[Floats, Floats]:
    """Equal-tailed interval of a Gaussian with this mass, low and high."""
    reach = float(ndtri(0.5 + 0.5 * mass)) * sd
    return mean - reach, mean + reach


def _walk(trace: list[Step], keep: Floats) -> tuple[Floats, Floats]:
    """Smoothed walk of each column, (n, C, P), and its variance, (n, P)."""
    states, points = keep.shape
    columns = trace[0].state.shape[1]
    ahead = np.zeros((states, columns, points))
    ahead_spread = np.zeros((states, states, points))
    means = np.empty((len(trace), columns, points))
    variances = np.empty((len(trace), points))
    for morning in range(len(trace) - 1, -1, -1):
        step = trace[morning]
        if morning + 1 < len(trace):
            ahead = keep[:, None] * ahead
            ahead_spread = keep[:, None] * ahead_spread * keep
        if step.innovation is not None and step.variance is not None:
            kalman = step.covariance.sum(axis=1) / step.variance
            told = step.innovation - np.einsum("sp,scp->cp", kalman * step.variance, ahead)
            ahead = ahead + told / step.variance
            left = np.eye(states)[:, :, None] - kalman[:, None]
            ahead_spread = np.einsum("asp,abp,btp->stp", left, ahead_spread, left)
            ahead_spread = ahead_spread + 1.0 / step.variance
        first = step.covariance[0]
        means[morning] = step.state[0] + np.einsum("sp,scp->cp", first, ahead)
        variances[morning] = first[0] - np.einsum("sp,stp,tp->p", first, ahead_spread, first)
    return means, np.maximum(variances, 0.0)


def _systematic(weight: Floats, size: int) -> NDArray[np.intp]:
    """Indices of an even sample: each point as often as its weight says."""
    grid = (np.arange(size) + 0.5) / size
    return np.minimum(np.searchsorted(np.cumsum(weight), grid), len(weight) - 1)
