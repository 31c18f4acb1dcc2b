"""Reading a mixture: moments, intervals, chances and joint draws."""

import numpy as np
from numpy.typing import NDArray
from scipy.special import ndtr, ndtri

from firststep.trial.model.algebra import cholesky
from firststep.trial.model.lattice import kronecker
from firststep.trial.model.mixture import Mixture
from firststep.trial.model.priors import Floats

DRAWS = 4096
NEWTON_STEPS = 8
CLOSE = 1e-3  # of an sd: Newton's last step squares this


def moments(weight: Floats, mean: Floats, variance: Floats) -> tuple[Floats, Floats]:
    """Mean and sd, (Q,) each, of Q scalar mixtures given as (M,), (Q, M), (Q, M)."""
    centre = mean @ weight
    return centre, np.sqrt(variance @ weight + (mean - centre[:, None]) ** 2 @ weight)


def quantile(weight: Floats, mean: Floats, variance: Floats, share: float) -> Floats:
    """The value below which `share` of each of Q scalar mixtures lies, (Q,).

    Newton's method from the Gaussian guess, each step kept within one sd: the
    distribution function of a mixture is smooth and monotone.
    """
    sd = np.sqrt(variance)
    centre, spread = moments(weight, mean, variance)
    value = centre + ndtri(share) * spread
    for _ in range(NEWTON_STEPS):
        scaled = (value[:, None] - mean) / sd
        density = (np.exp(-0.5 * scaled**2) / sd) @ weight / np.sqrt(2.0 * np.pi)
        step = (ndtr(scaled) @ weight - share) / np.maximum(density, 1e-12)
        value = value - np.clip(step, -spread, spread)
        if np.all(np.abs(step) < CLOSE * spread):
            break
    return np.asarray(value)


def point_quantile(weight: Floats, value: Floats, share: float) -> Floats:
    """The same for Q mixtures of bare points, given as (M,) and (Q, M)."""
    order = np.argsort(value, axis=1)
    below = np.cumsum(weight[order], axis=1) - 0.5 * weight[order]
    ranked = np.take_along_axis(value, order, axis=1)
    return np.array([np.interp(share, *row) for row in zip(below, ranked, strict=True)])


def chance_below(weight: Floats, mean: Floats, variance: Floats, value: float) -> Floats:
    """P(each of Q scalar mixtures < value), (Q,)."""
    return np.asarray(ndtr((value - mean) / np.sqrt(variance)) @ weight)


def even_draws(mixture: Mixture, techniques: int, sign: float) -> Floats:
    """DRAWS evenly spread joint draws of the effects times `sign`, (DRAWS, K): always the same.

    The techniques are drawn in the order of their signed means and put back, so that
    naming them, listing them or running the scale differently changes no number.
    """
    order = np.argsort(sign * mixture.effects(techniques)[0] @ mixture.weight, kind="stable")
    component = _components(mixture.weight, (np.arange(DRAWS) + 0.5) / DRAWS)
    drawn = _place(mixture, order, component, sign * ndtri(kronecker(DRAWS, techniques)))
    return sign * drawn[:, np.argsort(order)]


def random_draws(mixture: Mixture, techniques: int, n: int, seed: int) -> Floats:
    """N random joint draws of the effects, (n, K), from a seed."""
    generator = np.random.default_rng(seed)
    component = _components(mixture.weight, generator.random(n))
    normals = generator.standard_normal((techniques, n))
    return _place(mixture, np.arange(techniques), component, normals)


def _components(weight: Floats, cube: Floats) -> NDArray[np.intp]:
    return np.minimum(np.searchsorted(np.cumsum(weight), cube), len(weight) - 1)


def _place(mixture: Mixture, order: NDArray[np.intp], component: NDArray[np.intp], normals: Floats) -> Floats:
    """Draws (n, K) in `order`, from components (n,) and standard normals (K, n)."""
    mean, covariance = mixture.effects(len(order))
    factor = cholesky(covariance[order][:, order])[:, :, component]
    return np.asarray((mean[order][:, component] + np.einsum("ijn,jn->in", factor, normals)).T)
