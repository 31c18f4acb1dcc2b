"""The posterior: a weighted mixture of exact Gaussians over hyperparameter points.

Two lattices. The scouts lie spread over the prior and find where a diary puts the
hyperparameters. A finer lattice is laid there, and each of its points weighed by its
density over the lattice's own (importance weights). It is laid by the mornings up to the
last full week of scores and carried on from there, so that one more morning costs one more step.
Where too few points carry the weight, as with a year of mornings, it is laid again where
they lie. No random number is used, and all of it follows from the diary alone.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

import numpy as np

from firststep.trial.model.ends import Ends
from firststep.trial.model.exposure import Record
from firststep.trial.model.filter import Whitening
from firststep.trial.model.lattice import korobov_normals
from firststep.trial.model.priors import DIMENSIONS, LEAD_SD, OMEGA, OMEGA_WEIGHT, Floats, Hyper, hyper
from firststep.trial.model.regression import Evidence, regress

SCOUTS = 127
POINTS = 251
LAID_EVERY = 7  # scored mornings
FEWEST_SCOUTS = 30.0  # effective number that must agree before the second lattice is laid
WIDEN = 1.3  # the second lattice is this much wider than what the scouts found
ENOUGH = 50.0  # effective number of the second lattice; below it, it is laid once more
MOST_PASSES = 6
NEGLIGIBLE = 2e-3  # points below this share of the best weight are dropped


@dataclass(frozen=True, slots=True)
class Mixture:
    """M Gaussians over the effects: of the techniques, of `other` if it has one, of L loads.

    weight
        (M,), sums to one.
    mean, covariance
        (columns, M) points, and (columns, columns, M).
    at, omega
        The hyperparameters of each.
    alike
        Chance that the techniques are alike.
    whole
        Works out means (d, M) and covariances (d, d, M) of all coefficients: level, slope, the
        week's two, then the effects.
    """

    weight: Floats
    mean: Floats
    covariance: Floats
    at: Hyper
    omega: Floats
    alike: float
    whole: Callable[[], tuple[Floats, Floats]]

    def effects(self, techniques: int) -> tuple[Floats, Floats]:
        """Means (K, M) and covariances (K, K, M) of the techniques' effects."""
        return self.mean[:techniques], self.covariance[:techniques, :techniques]

    def loads(self, count: int) -> tuple[Floats, Floats]:
        """Means (L, M) and variances (L, M) of what the loads go with, points for one sd; the last L."""
        first = len(self.mean) - count
        return self.mean[first:], np.einsum("iim->im", self.covariance[first:, first:])


class Lattices:
    """Both lattices, as far as they have followed one diary.

    Asked for a diary that goes on where the last one ended, they go on too; for any other
    they start anew. What they answer is the same.
    """

    def __init__(self) -> None:
        self._told: Record | None = None

    def posterior(self, record: Record) -> Mixture:
        """The posterior of a diary under the priors of this engine."""
        self._follow(record)
        self._fine.take(self._ends.said(record))
        news = bool((~np.isnan(record.score[self._laid :])).any())
        evidence = _evidence(self._fine, record) if news else self._evidence
        weight = _weights(evidence, self._own)
        flat = weight.reshape(-1)
        keep = np.flatnonzero(flat > NEGLIGIBLE * flat.max())
        mean, covariance = evidence.posterior(keep, first=len(LEAD_SD))
        omega, point = np.divmod(keep, POINTS)
        return Mixture(
            weight=flat[keep] / flat[keep].sum(),
            mean=mean,
            covariance=covariance,
            at=self._fine.at.at(point),
            omega=OMEGA[omega],
            alike=float(weight[0].sum()),
            whole=partial(evidence.posterior, keep),
        )

    def _follow(self, record: Record) -> None:
        """Bring the scouts and the place of the fine lattice to the last full week of scores."""
        scored = np.flatnonzero(~np.isnan(record.score))
        weeks = len(scored) // LAID_EVERY
        known = int(scored[weeks * LAID_EVERY - 1]) + 1 if weeks else 0
        if self._told is None or not record.continues(self._told):
            self._scouts = Whitening(record, hyper(korobov_normals(SCOUTS)))
            self._first_ends = Ends(record, hyper(np.zeros((DIMENSIONS, 1))), float(OMEGA_WEIGHT @ OMEGA))
            self._laid = -1
        self._told = record
        if self._laid != known:
            self._lay(record, known)

    def _lay(self, record: Record, known: int) -> None:
        """Lay the fine lattice where the first so many mornings put the hyperparameters."""
        self._scouts.take(self._first_ends.said(record.until(known)))
        z, told, self._own = korobov_normals(SCOUTS), _evidence(self._scouts, record), np.zeros(SCOUTS)
        steps = korobov_normals(POINTS)
        for _ in range(MOST_PASSES):
            centre, spread = _located(z, _over_omega(told) + self._own)
            self._ends = Ends(record, hyper(centre[:, None]), _mean_omega(told, self._own), known)
            z = centre[:, None] + spread @ steps
            self._own = 0.5 * ((steps**2).sum(axis=0) - (z**2).sum(axis=0))
            self._fine = Whitening(record, hyper(z))
            self._fine.take(self._ends.said(record.until(known)))
            told = _evidence(self._fine, record)
            if _effective(_shares(_over_omega(told) + self._own)) >= ENOUGH:
                break
        self._laid, self._evidence = known, told


def posterior(record: Record) -> Mixture:
    """The posterior of a diary under the priors of this engine."""
    return Lattices().posterior(record)


def _evidence(whitening: Whitening, record: Record) -> Evidence:
    return regress(whitening.gram, whitening.log_scale, record.techniques, loads=record.loads.shape[1])


def _over_omega(evidence: Evidence) -> Floats:
    """Log density (P,) of the scores at each point, whatever omega is."""
    highest = evidence.log_density.max(axis=0)
    return np.asarray(highest + np.log(OMEGA_WEIGHT @ np.exp(evidence.log_density - highest)))


def _mean_omega(evidence: Evidence, log_own: Floats) -> float:
    """Posterior mean of omega, points, from points with these log weights (P,) of their own."""
    return float(OMEGA @ _weights(evidence, log_own).sum(axis=1))


def _weights(evidence: Evidence, log_own: Floats) -> Floats:
    """Posterior weights (W, P) of points with these log weights (P,) of their own."""
    return _shares(evidence.log_density + np.log(OMEGA_WEIGHT)[:, None] + log_own)


def _located(z: Floats, log_density: Floats) -> tuple[Floats, Floats]:
    """Centre (4,) and spread (4, 4) for the second lattice.

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
