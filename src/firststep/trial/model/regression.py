"""From whitened columns to coefficients: one small ridge regression per point and omega."""

from dataclasses import dataclass

import numpy as np

from firststep.trial.model.algebra import cholesky, invert_lower, solve_lower
from firststep.trial.model.priors import COMMON_SD, LEAD_SD, LOAD_SD, OMEGA, Floats

Chosen = np.ndarray[tuple[int], np.dtype[np.intp]]


@dataclass(frozen=True, slots=True)
class Evidence:
    """The regressions at P points and W omegas before their posteriors are worked out.

    log_density
        (W, P): log marginal density of the scores.
    factor, solved
        (d, d, W * P) lower factors of the posterior precisions, and (d, W * P) the
        right-hand sides already solved by them.
    """

    log_density: Floats
    factor: Floats
    solved: Floats

    def posterior(self, keep: Chosen, first: int = 0) -> tuple[Floats, Floats]:
        """Means (d, M) and covariances (d, d, M) of the coefficients, at some of the W * P.

        first
            Coefficients to leave out at the beginning. The factor of what is left is the
            corner of the whole factor, so leaving out is also sooner done.
        """
        inverse = invert_lower(self.factor[first:, first:, keep])
        mean = np.einsum("kip,kp->ip", inverse, self.solved[first:, keep])
        return mean, np.einsum("kip,kjp->ijp", inverse, inverse)


def regress(
    gram: Floats, log_scale: Floats, techniques: int, omegas: Floats = OMEGA, *, loads: int = 0
) -> Evidence:
    """Regress the whitened score on the whitened design, with the prior of each omega (W,).

    The coefficients are level (points, about the middle of the scale), slope (points a
    day), two waves of a week's length (points), one effect per technique (points), the
    effect of `other` if it has a column, and what each load goes with (points for one sd).
    """
    size, points = len(gram) - 1, gram.shape[2]
    precision, log_prior = _prior_precision(techniques, size, omegas, loads)
    both = (size, size, len(omegas) * points)
    factor = cholesky((gram[1:, 1:, None] + precision[:, :, :, None]).reshape(both))
    right = np.broadcast_to(gram[1:, 0, None], (size, len(omegas), points)).reshape(size, -1)
    solved = solve_lower(factor, right)
    diagonal = np.prod([factor[i, i] for i in range(size)], axis=0)
    fit = ((solved**2).sum(axis=0) - 2.0 * np.log(diagonal)).reshape(len(omegas), points)
    return Evidence(log_scale + 0.5 * (log_prior[:, None] + fit - gram[0, 0]), factor, solved)


def _prior_precision(techniques: int, size: int, omega: Floats, loads: int = 0) -> tuple[Floats, Floats]:
    """Prior precision (d, d, W) and the log of its determinant (W,)."""
    precision = np.zeros((size, size, len(omega)))
    first = len(LEAD_SD)
    for lead, sd in enumerate(LEAD_SD):
        precision[lead, lead] = sd**-2
    log_det = np.full(len(omega), -2.0 * np.log(LEAD_SD).sum())
    if techniques:  # inverse of omega^2 I + common^2 11', by Sherman and Morrison
        total = omega**2 + techniques * COMMON_SD**2
        own = slice(first, first + techniques)
        precision[own, own] -= COMMON_SD**2 / (omega**2 * total)
        for i in range(first, first + techniques):
            precision[i, i] += omega**-2
        log_det = log_det - (techniques - 1) * np.log(omega**2) - np.log(total)
    acts = size - loads
    if acts > first + techniques:
        precision[acts - 1, acts - 1] = COMMON_SD**-2
        log_det = log_det - 2.0 * np.log(COMMON_SD)
    for i in range(acts, size):
        precision[i, i] = LOAD_SD**-2
        log_det = log_det - 2.0 * np.log(LOAD_SD)
    return precision, log_det
