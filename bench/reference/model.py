"""The reference model a second time, for general samplers: one multivariate normal.

Written from the description in the engine's documentation, not from its code: the
priors' numbers are the only thing that is shared. The coefficients are integrated out,
so a sampler sees five hyperparameters; what it draws is turned back into effects by
the textbook formula for a conditional Gaussian.
"""

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from firststep.trial import Series
from firststep.trial.model import priors
from firststep.trial.model.exposure import record

Floats = NDArray[np.float64]


@dataclass(frozen=True)
class Problem:
    """A diary as plain arrays: n scored mornings of N days, K techniques."""

    score: Floats  # (n,), about the middle of the scale
    day: NDArray[np.int64]  # (n,)
    expected: Floats  # (N, columns)
    untold: Floats  # (N,)
    techniques: int

    @property
    def lags(self) -> NDArray[np.int64]:
        """(n, N) days from each doing to each scored morning; negative before it."""
        return self.day[:, None] - np.arange(len(self.untold))

    @property
    def trend(self) -> Floats:
        return priors.slope_path(len(self.untold))[self.day]


def problem(series: Series) -> Problem:
    told = record(series)
    day = np.flatnonzero(~np.isnan(told.score))
    return Problem(told.score[day] - priors.LEVEL_CENTRE, day, told.expected, told.untold, told.techniques)


def parts(p: Problem, sigma: Any, tau: Any, rho: Any, phi: Any, omega: Any, np: Any = np) -> Any:
    """Design (n, d), prior covariance (d, d) and noise covariance (n, n), for numpy or jax."""
    columns = p.expected.shape[1]
    after = np.where(p.lags >= 0, (1 - rho) * rho ** np.maximum(p.lags, 0), 0.0)
    design = np.concatenate([np.ones((len(p.day), 1)), p.trend[:, None], after @ p.expected], axis=1)
    own = np.array([float(k < p.techniques) for k in range(columns)])
    other = np.diag((1 - own) * priors.COMMON_SD**2)
    effects = priors.COMMON_SD**2 * np.outer(own, own) + omega**2 * np.diag(own) + other
    level = np.diag(np.array([priors.LEVEL_SD**2, priors.SLOPE_SD**2]))
    prior = np.concatenate(
        [
            np.concatenate([level, np.zeros((2, columns))], axis=1),
            np.concatenate([np.zeros((columns, 2)), effects], axis=1),
        ],
        axis=0,
    )
    apart = np.abs(p.day[:, None] - p.day)
    noise = (
        tau**2 * np.minimum(p.day[:, None], p.day)
        + sigma**2 * phi**apart
        + priors.ROUNDING_VARIANCE * np.eye(len(p.day))
        + (after * p.untold) @ after.T
    )
    return design, prior, noise


def effects_given(
    p: Problem, draws: dict[str, Floats], generator: np.random.Generator, each: int = 1
) -> tuple[Floats, Floats, Floats]:
    """Effects given S draws of the hyperparameters.

    Conditional means (S, K) and variances (S, K), and `each` draws of the effects for
    each of them (S * each, K).
    """
    means, variances, drawn = [], [], []
    own = slice(2, 2 + p.techniques)
    for s in range(len(draws["sigma"])):
        design, prior, noise = parts(p, *(draws[name][s] for name in ("sigma", "tau", "rho", "phi", "omega")))
        gain = np.linalg.solve(noise + design @ prior @ design.T, design @ prior).T
        mean, covariance = gain @ p.score, prior - gain @ design @ prior
        means.append(mean[own])
        variances.append(np.diag(covariance)[own])
        drawn.append(
            generator.multivariate_normal(mean[own], covariance[own, own], size=each, method="cholesky")
        )
    return np.array(means), np.array(variances), np.concatenate(drawn)
