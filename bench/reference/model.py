"""The reference model a second time, for general samplers: one multivariate normal.

Written from the description in the engine's documentation, not from its code: the
priors' numbers are the only thing that is shared. The coefficients are integrated out,
so a sampler sees five hyperparameters, and whether the techniques are alike is summed over;
what it draws is turned back into effects by the textbook formula for a conditional Gaussian.
"""

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from firststep.trial import Series
from firststep.trial.model import priors
from firststep.trial.model.exposure import record

Floats = NDArray[np.float64]


LEADING_SD = (priors.LEVEL_SD, priors.SLOPE_SD, priors.WEEK_SD, priors.WEEK_SD)


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

    @property
    def leading(self) -> Floats:
        """(n, 4): level, slope, and two waves of a week's length."""
        turn = 2 * np.pi * self.day / 7
        return np.stack([np.ones(len(self.day)), self.trend, np.cos(turn), np.sin(turn)], axis=1)


def problem(series: Series) -> Problem:
    told = record(series)
    day = np.flatnonzero(~np.isnan(told.score))
    return Problem(told.score[day] - priors.LEVEL_CENTRE, day, told.expected, told.untold, told.techniques)


def parts(p: Problem, sigma: Any, tau: Any, rho: Any, phi: Any, omega: Any, np: Any = np) -> Any:
    """Design (n, d), prior covariance (d, d) and noise covariance (n, n), for numpy or jax."""
    columns = p.expected.shape[1]
    after = np.where(p.lags >= 0, (1 - rho) * rho ** np.maximum(p.lags, 0), 0.0)
    design = np.concatenate([p.leading, after @ p.expected], axis=1)
    own = np.array([float(k < p.techniques) for k in range(columns)])
    other = np.diag((1 - own) * priors.COMMON_SD**2)
    effects = priors.COMMON_SD**2 * np.outer(own, own) + omega**2 * np.diag(own) + other
    level = np.diag(np.array(LEADING_SD) ** 2)
    prior = np.concatenate(
        [
            np.concatenate([level, np.zeros((4, columns))], axis=1),
            np.concatenate([np.zeros((columns, 4)), effects], axis=1),
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
    """Effects given S draws of the hyperparameters, over alike and not alike.

    Conditional means (S, K) and variances (S, K), and `each` draws of the effects for
    each of them (S * each, K).
    """
    means, variances, drawn = [], [], []
    for s in range(len(draws["sigma"])):
        at = [draws[name][s] for name in ("sigma", "tau", "rho", "phi")]
        both = (
            _given(p, at, priors.OMEGA_ALIKE, priors.ALIKE_CHANCE),
            _given(p, at, draws["omega"][s], 1 - priors.ALIKE_CHANCE),
        )
        logs, mean = np.array([log for log, _, _ in both]), np.array([centre for _, centre, _ in both])
        covariance = np.array([spread for _, _, spread in both])
        chance = 1 / (1 + np.exp(np.clip(logs[::-1] - logs, -700, 700)))
        centre = chance @ mean
        means.append(centre)
        variances.append(chance @ (np.einsum("wkk->wk", covariance) + (mean - centre) ** 2))
        alike = int(generator.random() > chance[0])
        drawn.append(
            generator.multivariate_normal(mean[alike], covariance[alike], size=each, method="cholesky")
        )
    return np.array(means), np.array(variances), np.concatenate(drawn)


def _given(p: Problem, at: list[Any], omega: float, chance: float) -> tuple[float, Floats, Floats]:
    """Log weight, mean (K,) and covariance (K, K) of the effects at one point."""
    sigma, tau, rho, phi = at
    design, prior, noise = parts(p, sigma, tau, rho, phi, omega)
    covariance = noise + design @ prior @ design.T
    fit = p.score @ np.linalg.solve(covariance, p.score) + np.linalg.slogdet(covariance)[1]
    gain = np.linalg.solve(covariance, design @ prior).T
    own = slice(len(LEADING_SD), len(LEADING_SD) + p.techniques)
    spread = prior - gain @ design @ prior
    return float(np.log(chance) - 0.5 * fit), (gain @ p.score)[own], spread[own, own]
