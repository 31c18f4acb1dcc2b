"""What is believed after a series of mornings, ready to be asked.

Between the model (mixtures of Gaussians) and the findings (numbers with names).
"""

from copy import copy
from dataclasses import dataclass

import numpy as np

from firststep.trial.model import marginals, mixture, smooth
from firststep.trial.model.exposure import Record, effect_prior, record
from firststep.trial.model.neutral import neutral
from firststep.trial.model.priors import OMEGA, OMEGA_SCALE, Floats
from firststep.trial.series import Series
from firststep.trial.verdict.answers import Estimate, Rhythm
from firststep.trial.yardsticks import ASKED_BELOW, INTERVAL

TAILS = (0.5 - 0.5 * INTERVAL, 0.5 + 0.5 * INTERVAL)


@dataclass(frozen=True, slots=True)
class LevelPath:
    """Where the score stood on each morning had nothing been done; (n,) points each."""

    mean: Floats
    low: Floats
    high: Floats


class Posterior:
    """The posterior of one series under the priors of this engine.

    series
        The mornings, K techniques.
    lattices
        Those that followed the beginning of this series, if any: then only what is new is
        worked out. The numbers are the same without.
    """

    def __init__(self, series: Series, lattices: mixture.Lattices | None = None) -> None:
        self.series = series
        self._size = len(series.techniques)
        self._record: Record = record(series)
        self._mixture = (lattices or mixture.Lattices()).posterior(self._record)

    def neutral(self) -> "Posterior":
        """The same mornings under the neutral prior, which borrows nothing."""
        other = copy(self)
        other._mixture = neutral(self._mixture, self._size)  # noqa: SLF001  (a copy of its own)
        return other

    def combine(self, rows: Floats) -> tuple[Floats, Floats, Floats]:
        """Mixtures of Q combinations (Q, K) of the effects: (M,), (Q, M) and (Q, M).

        Weights, means in points, variances in points squared.
        """
        mean, covariance = self._mixture.effects(self._size)
        half = np.tensordot(rows, covariance, axes=1)
        variance = (half * rows[:, :, None]).sum(axis=1)
        return self._mixture.weight, rows @ mean, np.maximum(variance, 1e-18)

    def estimates(self, rows: Floats) -> list[Estimate]:
        """Mean, sd and interval of Q combinations (Q, K) of the effects, in points."""
        return _estimates(*self.combine(rows))

    def chance_below(self, rows: Floats, value: float) -> Floats:
        """P(each of Q combinations (Q, K) of the effects < value), (Q,)."""
        return marginals.chance_below(*self.combine(rows), value)

    def oriented(self, compared: tuple[str, ...], sign: float) -> tuple[Floats, Floats]:
        """Some effects times `sign`: even draws (N, C), the same ones each time, and means (C,)."""
        columns = [self.series.techniques.index(name) for name in compared]
        draws = marginals.even_draws(self._mixture, self._size, sign)
        return draws[:, columns], sign * self.moments()[0][columns]

    def random_draws(self, n: int, seed: int) -> Floats:
        """Random draws (n, K) of the effects."""
        return marginals.random_draws(self._mixture, self._size, n, seed)

    def moments(self) -> tuple[Floats, Floats]:
        """Mean (K,) and covariance (K, K) of the effects."""
        return _moments(self._mixture.weight, *self._mixture.effects(self._size))

    def where_they_differ(self) -> tuple[Floats, Floats]:
        """Mean (K,) and covariance (K, K) of the effects, should the techniques not be alike."""
        mixture = self._mixture
        apart = np.flatnonzero(mixture.omega > OMEGA[0])
        if not len(apart):
            return self.moments()
        weight = mixture.weight[apart] / mixture.weight[apart].sum()
        return _moments(weight, *(part[..., apart] for part in mixture.effects(self._size)))

    def omegas(self) -> Floats:
        """Chances (W,) of the values of omega; the first is that all are alike."""
        return np.array([self._mixture.weight[self._mixture.omega == omega].sum() for omega in OMEGA])

    def knows_about_nothing(self) -> bool:
        """Whether the mornings say enough about doing none of the techniques.

        True when the sd of the mean effect is below ASKED_BELOW of its prior sd.
        """
        if not self._size:
            return False
        prior = effect_prior(self._size, other=False, omega=OMEGA_SCALE).mean()
        return bool(self.moments()[1].mean() < ASKED_BELOW**2 * prior)

    @property
    def alike(self) -> float:
        """Chance that the techniques are alike."""
        return self._mixture.alike

    def carry_over(self) -> float:
        """Posterior mean of the carry-over, 0 to 1 a day."""
        return float(self._mixture.at.rho @ self._mixture.weight)

    def level(self) -> LevelPath:
        """The smoothed level of the score; see `LevelPath`."""
        mean, sd = smooth.level_path(self._record, self._mixture)
        return LevelPath(mean, *smooth.band(mean, sd, INTERVAL))

    def loads(self) -> tuple[list[Estimate], Floats]:
        """What one sd of each load goes with, in points; and P(above nought), (L,)."""
        mixture, count = self._mixture, len(self.series.loads)
        if not count:
            return [], np.empty(0)
        mean, variance = mixture.loads(count)
        chance = 1.0 - marginals.chance_below(mixture.weight, mean, variance, 0.0)
        return _estimates(mixture.weight, mean, variance), chance

    def rhythm(self) -> Rhythm:
        """How the score moves by itself; see `Rhythm`."""
        at = self._mixture.at
        values = np.array([at.sigma, at.tau, at.phi, at.rho, self._mixture.omega])
        weight = self._mixture.weight
        centre, sd = marginals.moments(weight, values, np.zeros_like(values))
        low, high = (marginals.point_quantile(weight, values, share) for share in TAILS)
        return Rhythm(*_rows(centre, sd, low, high))


def _moments(weight: Floats, mean: Floats, covariance: Floats) -> tuple[Floats, Floats]:
    """Mean (K,) and covariance (K, K) of a mixture given as (M,), (K, M), (K, K, M)."""
    centre = mean @ weight
    apart = mean - centre[:, None]
    return centre, covariance @ weight + (apart * weight) @ apart.T


def _estimates(weight: Floats, mean: Floats, variance: Floats) -> list[Estimate]:
    centre, sd = marginals.moments(weight, mean, variance)
    low, high = (marginals.quantile(weight, mean, variance, share) for share in TAILS)
    return _rows(centre, sd, low, high)


def _rows(*columns: Floats) -> list[Estimate]:
    return [Estimate(*map(float, row)) for row in zip(*columns, strict=True)]
