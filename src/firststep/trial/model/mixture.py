"""The posterior: a weighted mixture of exact Gaussians over hyperparameter points.

Two passes. The first spreads a lattice over the prior and finds where the diary puts
the hyperparameters. The second lays a finer lattice there and weighs each point by
its density over the lattice's own (importance weights). Where too few points carry the
weight, as with a year of mornings, the finer lattice is laid again where they lie. No
random number is used.
"""

from dataclasses import dataclass
from functools import cache

import numpy as np

from firststep.trial.model.exposure import Record
from firststep.trial.model.filter import whiten
from firststep.trial.model.lattice import korobov_normals
from firststep.trial.model.priors import DIMENSIONS, Floats, Hyper, hyper
from firststep.trial.model.regression import Evidence, regress

SCOUTS = 251
POINTS = 1024
FEWEST_SCOUTS = 40.0  # effective number that must agree before the second lattice is laid
WIDEN = 1.3  # the second lattice is this much wider than what the scouts found
ENOUGH = 100.0  # effective number of the second lattice; below it, it is laid once more
MOST_PASSES = 6
NEGLIGIBLE = 5e-4  # points below this share of the best weight are dropped


@dataclass(frozen=True, slots=True)
class Mixture:
    """M Gaussians over d coefficients (level, slope, techniques, other).

    weight
        (M,), sums to one.
    mean, covariance
        (d, M) points, and (d, d, M).
    at
        The hyperparameters of each.
    """

    weight: Floats
    mean: Floats
    covariance: Floats
    at: Hyper

    def effects(self, techniques: int) -> tuple[Floats, Floats]:
        """Means (K, M) and covariances (K, K, M) of the techniques' effects."""
        own = slice(2, 2 + techniques)
        return self.mean[own], self.covariance[own, own]


def posterior(record: Record) -> Mixture:
    """The posterior of a diary under the priors of this engine."""
    z, log_weight = _scouted(record)
    steps = korobov_normals(POINTS)
    for _ in range(MOST_PASSES):
        centre, spread = _located(z, log_weight)
        z = centre[:, None] + spread @ steps
        at = hyper(z)
        evidence = _evidence(record, at)
        log_weight = evidence.log_density + 0.5 * ((steps**2).sum(axis=0) - (z**2).sum(axis=0))
        weight = _shares(log_weight)
        if _effective(weight) >= ENOUGH:
            break
    keep = np.flatnonzero(weight > NEGLIGIBLE * weight.max())
    mean, covariance = evidence.posterior(keep)
    return Mixture(weight[keep] / weight[keep].sum(), mean, covariance, at.at(keep))


@cache
def _scouts() -> Hyper:
    return hyper(korobov_normals(SCOUTS))


def _scouted(record: Record) -> tuple[Floats, Floats]:
    """The scouts' coordinates (5, P) and the log densities (P,) of the diary there."""
    return korobov_normals(SCOUTS), _evidence(record, _scouts()).log_density


def _evidence(record: Record, at: Hyper) -> Evidence:
    return regress(whiten(record, at), record.techniques, at.omega)


def _located(z: Floats, log_density: Floats) -> tuple[Floats, Floats]:
    """Centre (5,) and spread (5, 5) for the second lattice.

    Where too few scouts carry the weight, the density is flattened until enough do:
    a wide second lattice wastes points, a narrow one misses the answer.
    """
    heat = 1.0
    weight = _shares(log_density)
    while _effective(weight) < FEWEST_SCOUTS:
        heat *= 0.85
        weight = _shares(heat * log_density)
    centre = z @ weight
    apart = z - centre[:, None]
    covariance = (apart * weight) @ apart.T + 1e-3 * np.eye(DIMENSIONS)
    return centre, np.asarray(WIDEN * np.linalg.cholesky(covariance))


def _effective(weight: Floats) -> float:
    """How many points with equal weights would say as much."""
    return float(1.0 / (weight**2).sum())


def _shares(log_weight: Floats) -> Floats:
    weight = np.exp(log_weight - log_weight.max())
    return np.asarray(weight / weight.sum())
