"""From whitened columns to coefficients: one small ridge regression per point."""

from dataclasses import dataclass

import numpy as np

from firststep.trial.model.algebra import cholesky, invert_lower, solve_lower
from firststep.trial.model.filter import Whitened
from firststep.trial.model.priors import COMMON_SD, LEVEL_SD, SLOPE_SD, Floats


@dataclass(frozen=True, slots=True)
class Evidence:
    """The regressions at P points before their posteriors are worked out.

    log_density
        (P,): log marginal density of the scores.
    factor, solved
        (d, d, P) lower factors of the posterior precisions, and (d, P) the right-hand
        sides already solved by them.
    """

    log_density: Floats
    factor: Floats
    solved: Floats

    def posterior(self, keep: np.ndarray[tuple[int], np.dtype[np.intp]]) -> tuple[Floats, Floats]:
        """Means (d, M) and covariances (d, d, M) of the coefficients at some points."""
        inverse = invert_lower(self.factor[:, :, keep])
        mean = np.einsum("kip,kp->ip", inverse, self.solved[:, keep])
        return mean, np.einsum("kip,kjp->ijp", inverse, inverse)


def regress(white: Whitened, techniques: int, omega: Floats) -> Evidence:
    """Regress the whitened score on the whitened design, with the prior of each point.

    The coefficients are level (points, about the middle of the scale), slope (points a
    day), one effect per technique (points), and the effect of `other` if it has a column.
    """
    precision, log_prior = _prior_precision(techniques, len(white.gram) - 1, omega)
    factor = cholesky(white.gram[1:, 1:] + precision)
    solved = solve_lower(factor, white.gram[1:, 0])
    log_det = 2.0 * sum(np.log(factor[i, i]) for i in range(len(factor)))
    fit = (solved**2).sum(axis=0) - white.gram[0, 0]
    return Evidence(white.log_scale + 0.5 * (log_prior - log_det + fit), factor, solved)


def _prior_precision(techniques: int, size: int, omega: Floats) -> tuple[Floats, Floats]:
    """Prior precision (d, d, P) and the log of its determinant (P,)."""
    precision = np.zeros((size, size, len(omega)))
    precision[0, 0] = LEVEL_SD**-2
    precision[1, 1] = SLOPE_SD**-2
    log_det = np.full(len(omega), -2.0 * np.log(LEVEL_SD * SLOPE_SD))
    if techniques:  # inverse of omega^2 I + common^2 11', by Sherman and Morrison
        total = omega**2 + techniques * COMMON_SD**2
        own = slice(2, 2 + techniques)
        precision[own, own] -= COMMON_SD**2 / (omega**2 * total)
        for i in range(2, 2 + techniques):
            precision[i, i] += omega**-2
        log_det = log_det - (techniques - 1) * np.log(omega**2) - np.log(total)
    if size > 2 + techniques:
        precision[-1, -1] = COMMON_SD**-2
        log_det = log_det - 2.0 * np.log(COMMON_SD)
    return precision, log_det
