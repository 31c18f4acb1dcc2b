"""Regression with autocorrelated errors, the autocorrelation estimated.

    score = level + slope * day + technique of the day before + e,   e is AR(1)

The autocorrelation is the one of the highest restricted likelihood on a fine grid; the
rest is generalised least squares. Mornings that are missing or left out make a gap of
more than a day, over which the correlation is exactly phi^gap: nothing is filled in.

The leader has the lowest coefficient. It is claimed where its difference from every
other excludes nought at 95%, allowed for the K - 1 comparisons (Bonferroni).
"""

from dataclasses import dataclass

import numpy as np
from scipy.special import stdtrit

from bench.accuracy.designs.lives import PAIRS, TECHNIQUES, Used
from bench.accuracy.designs.reading import Reading, below, named
from firststep.cohort.world import Floats
from firststep.trial.yardsticks import INTERVAL

GRID = np.round(np.arange(-0.50, 0.955, 0.01), 2)
SURE = 1.0 - 0.05 / (TECHNIQUES - 1)
ROWS = np.array([np.eye(TECHNIQUES)[a] - np.eye(TECHNIQUES)[b] for a, b in PAIRS])


@dataclass(frozen=True)
class Fit:
    """The regression at the autocorrelation that fits best.

    mean, covariance
        (K,) and (K, K) of the techniques, the first being nought by convention.
    phi, freedom
        The autocorrelation from one day to the next; degrees of freedom of the variance.
    """

    mean: Floats
    covariance: Floats
    phi: float
    freedom: int

    def intervals(self, mass: float) -> Floats:
        """Equal-tailed t-intervals of the pairs, (pairs, 2)."""
        centre = ROWS @ self.mean
        half = stdtrit(self.freedom, 0.5 + 0.5 * mass) * np.sqrt(
            np.einsum("qi,ij,qj->q", ROWS, self.covariance, ROWS)
        )
        return np.stack([centre - half, centre + half], axis=1)


def regression(told: Used) -> Reading:
    """The techniques' differences beside a trend, with autocorrelated errors."""
    fit = fitted(told)
    leader = int(fit.mean.argmin())
    return Reading(leader, named(leader, below(fit.intervals(SURE))), fit.intervals(INTERVAL))


def fitted(told: Used) -> Fit:
    """The fit of highest restricted likelihood."""
    white, columns, log_scale = whitened(told)
    gram = np.einsum("pni,pnj->pij", columns, columns)
    moment = np.einsum("pni,pn->pi", columns, white)
    coefficients = np.linalg.solve(gram, moment[:, :, None])[:, :, 0]
    freedom = len(told.score) - gram.shape[1]
    squares = ((white - np.einsum("pni,pi->pn", columns, coefficients)) ** 2).sum(axis=1)
    log_likelihood = -0.5 * freedom * np.log(squares) - log_scale - 0.5 * np.linalg.slogdet(gram)[1]
    top = int(log_likelihood.argmax())
    covariance = np.zeros((TECHNIQUES, TECHNIQUES))
    covariance[1:, 1:] = squares[top] / freedom * np.linalg.inv(gram[top])[2:, 2:]
    return Fit(np.append(0.0, coefficients[top, 2:]), covariance, float(GRID[top]), freedom)


def whitened(told: Used) -> tuple[Floats, Floats, Floats]:
    """Scores (P, n) and columns (P, n, K + 1) with the autocorrelation of each grid point taken out.

    Columns: level, day, techniques but the first. The third value is half the log
    determinant (P,) of the errors' correlation.
    """
    day = told.day - told.day.mean()
    columns = np.column_stack(
        [np.ones(len(day)), day / max(len(day), 1), np.eye(TECHNIQUES)[told.technique][:, 1:]]
    )
    kept = GRID[:, None] ** np.diff(told.day)
    left = np.sqrt(1.0 - kept**2)
    both = np.column_stack([told.score, columns])
    white = np.repeat(both[None], len(GRID), axis=0)
    white[:, 1:] = (both[1:] - kept[:, :, None] * both[:-1]) / left[:, :, None]
    return white[:, :, 0], white[:, :, 1:], np.log(left).sum(axis=1)
