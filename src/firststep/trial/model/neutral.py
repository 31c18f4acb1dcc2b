"""The same mornings under a neutral prior: for whoever wonders what the priors do.

The engine lets techniques borrow from each other, and keeps a chance that all are alike.
Here none of that: each technique's effect is believed on its own, and may be large.
Everything else, the rhythm of the score included, is believed as before.

At a hyperparameter point all is Gaussian, so the prior of the effects can be taken out
and another put in exactly, and the point weighed by how well it then foretells the
mornings. Only where the points lie, and what days not told about may have done, stay as
they were for the engine's own prior.
"""

import numpy as np
from numpy.typing import NDArray

from firststep.trial.model.exposure import effect_prior
from firststep.trial.model.filter import LEADING
from firststep.trial.model.mixture import Mixture
from firststep.trial.model.priors import OMEGA, OMEGA_WEIGHT, Floats

NEUTRAL_SD = 2.0
"""Sd of each effect, points, mean 0, each on its own: 90% within 3.3 points either way.
Wide beside the minimal important difference of 1.9. Ours."""


def neutral(mixture: Mixture, techniques: int) -> Mixture:
    """A posterior with the neutral prior in place of the engine's; the same without techniques."""
    if not techniques:
        return mixture
    chosen = _one_a_point(mixture)
    whole_mean, whole_covariance = mixture.whole()
    mean, covariance = whole_mean[:, chosen].T, whole_covariance[:, :, chosen].transpose(2, 0, 1)
    omega = mixture.omega[chosen]
    before = np.linalg.inv(covariance)
    change, log_prior = _exchange(omega, techniques, len(mean[0]))
    precision = before + change
    right = np.einsum("mij,mj->mi", before, mean)
    centre = np.linalg.solve(precision, right[:, :, None])[:, :, 0]
    fit = np.einsum("mi,mi->m", right, centre - mean)
    wider = np.linalg.slogdet(before)[1] - np.linalg.slogdet(precision)[1]
    log_weight = np.log(mixture.weight[chosen] / _believed(omega)) + 0.5 * (log_prior + wider + fit)
    weight = np.exp(log_weight - log_weight.max())
    whole = centre.T, np.asarray(np.linalg.inv(precision).transpose(1, 2, 0))
    first = LEADING - 1  # the score itself is no coefficient
    return Mixture(
        weight=weight / weight.sum(),
        mean=whole[0][first:],
        covariance=whole[1][first:, first:],
        at=mixture.at.at(chosen),
        omega=np.full(len(chosen), NEUTRAL_SD),
        alike=0.0,
        whole=lambda: whole,
    )


def _one_a_point(mixture: Mixture) -> NDArray[np.intp]:
    """One component of each point, whichever omega it has: the widest, which loses fewest digits."""
    widest = np.argsort(-mixture.omega, kind="stable")
    at = mixture.at
    places = np.stack([at.sigma, at.tau, at.rho, at.phi])[:, widest]
    return np.asarray(widest[np.unique(places, axis=1, return_index=True)[1]])


def _exchange(omega: Floats, techniques: int, size: int) -> tuple[Floats, Floats]:
    """What the exchange adds to the precision (M, d, d) and to the log of its prior determinant (M,)."""
    change = np.zeros((len(omega), size, size))
    log_prior = np.full(len(omega), -2.0 * techniques * np.log(NEUTRAL_SD))
    own = slice(LEADING - 1, LEADING - 1 + techniques)  # the score itself is no coefficient
    for value in np.unique(omega):
        prior = effect_prior(techniques, other=False, omega=float(value))
        here = omega == value
        change[here, own, own] = np.eye(techniques) / NEUTRAL_SD**2 - np.linalg.inv(prior)
        log_prior[here] += np.linalg.slogdet(prior)[1]
    return change, log_prior


def _believed(omega: Floats) -> Floats:
    """The prior weights (M,) of these values of omega."""
    return np.asarray(OMEGA_WEIGHT[np.abs(OMEGA[:, None] - omega).argmin(axis=0)])
