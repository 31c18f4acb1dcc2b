"""How many more mornings until there is an answer.

The posterior mean of tomorrow is a martingale: seen from today it wanders, by as much
as the mornings to come will teach. So paths of posterior means are drawn with the
variance that planned mornings would take off, and the rules of `judge` are asked along
each path. Gaussian throughout; the chances on a path use bounds over pairs.
"""

import numpy as np
from scipy.special import ndtr

from firststep.trial.model.priors import COMMON_SD, OMEGA_SCALE, Floats
from firststep.trial.verdict.answers import MorningsToGo
from firststep.trial.yardsticks import (
    ALIKE_WITHIN,
    FORECAST_INTERVAL,
    HORIZON,
    NO_DIFFERENCE_AT,
    SAFE_AT,
    SAME_WITHIN,
)

PATHS = 64
STRIDE = 4  # mornings between looks along a path
FIXED = 20261101  # the same steps for every forecast: a sum over paths, not a source of chance


def mornings_to_go(mean: Floats, covariance: Floats, scored: int) -> MorningsToGo:
    """Mornings until a choice is answered: low, likely, high; None beyond HORIZON.

    mean, covariance
        (K,) and (K, K) of the effects now, less being better, K at least 2.
    scored
        Mornings that made them so; those to come are taken to teach as much each.
    """
    looks = np.arange(STRIDE, HORIZON + 1, STRIDE)
    later = _later_covariances(covariance, looks / max(scored, 1))
    learnt = np.concatenate([[covariance], later[:-1]]) - later
    paths = mean + np.cumsum(_steps(learnt), axis=0)  # (looks, PATHS, K)
    answered = _answered(paths, later)
    first = np.where(answered.any(axis=0), looks[answered.argmax(axis=0)], HORIZON + 1)
    shares = (0.5 - 0.5 * FORECAST_INTERVAL, 0.5, 0.5 + 0.5 * FORECAST_INTERVAL)
    low, likely, high = (int(v) for v in np.quantile(first, shares, method="higher"))
    return _within(low), _within(likely), _within(high)


def _within(mornings: int) -> int | None:
    return mornings if mornings <= HORIZON else None


def _later_covariances(covariance: Floats, growth: Floats) -> Floats:
    """Covariances (looks, K, K) when what was learnt so far has grown by these factors."""
    size = len(covariance)
    prior = np.full((size, size), COMMON_SD**2) + OMEGA_SCALE**2 * np.eye(size)
    information = np.linalg.inv(covariance)
    values, vectors = np.linalg.eigh(information - np.linalg.inv(prior))
    learnt = (vectors * np.maximum(values, 1e-6)) @ vectors.T
    return np.asarray(np.linalg.inv(information + growth[:, None, None] * learnt))


def _steps(learnt: Floats) -> Floats:
    """Steps (looks, PATHS, K) of the posterior mean with these covariances."""
    looks, size = learnt.shape[:2]
    normals = np.random.default_rng(FIXED).standard_normal((looks, PATHS, size))
    factor = np.linalg.cholesky(learnt + 1e-9 * np.eye(size))
    return np.asarray(np.einsum("lij,lpj->lpi", factor, normals))


def _answered(paths: Floats, covariance: Floats) -> np.ndarray[tuple[int, ...], np.dtype[np.bool_]]:
    """Whether `safe-choice` (so also `found`) or `no-difference` holds, (looks, PATHS)."""
    looks, _, size = paths.shape
    variance = np.einsum("lii->li", covariance)
    apart = np.sqrt(variance[:, :, None] + variance[:, None, :] - 2.0 * covariance)
    apart += np.eye(size)  # keeps the diagonal, which is not used, from dividing by nought
    leader = paths.argmin(axis=2)
    rows = np.arange(looks)[:, None]
    ahead = np.take_along_axis(paths, leader[:, :, None], axis=2) - paths
    missed = 1.0 - ndtr((SAME_WITHIN - ahead) / apart[rows, leader])
    np.put_along_axis(missed, leader[:, :, None], 0.0, axis=2)
    safe = missed.sum(axis=2) <= 1.0 - SAFE_AT
    upper = np.triu_indices(size, 1)
    between = paths[:, :, upper[0]] - paths[:, :, upper[1]]
    spread = apart[:, None, upper[0], upper[1]]
    far = ndtr((-ALIKE_WITHIN - between) / spread) + ndtr((between - ALIKE_WITHIN) / spread)
    alike = far.max(axis=2) <= (1.0 - NO_DIFFERENCE_AT) / max(1.0, (size - 1) / 2.0)
    return np.asarray(safe | alike)
