"""The exact filter: what a diary says at each hyperparameter point, a morning at a time.

Given the hyperparameters everything is linear and Gaussian. The score of a morning is

    y = level_0 + slope_0 c_t + week_t + beta' s_t + gamma' x_t  the coefficients theta, static
      + walk_t + residual_t + untold_t + rounding   the noise, three states and white

with walk a random walk of step tau, residual a stationary AR(1) of sd sigma, and
untold the fading effect of days not told about. A Kalman filter over the three noise
states whitens the score and each column of the design alike (de Jong 1991); what is
left is an ordinary regression whose Gram matrix holds all that the diary says.

All P points go through together, the batch as the last axis: the cost is linear in
mornings and in points. Columns are ordered score, level, slope, two waves of the week, techniques,
other, loads.
"""

from dataclasses import dataclass
from functools import cache
from math import isnan, log, pi

import numpy as np

from firststep.trial.model.exposure import Record
from firststep.trial.model.priors import LEAD_SD, LEVEL_CENTRE, Floats, Hyper, lead

LEADING = 1 + len(LEAD_SD)  # columns before the techniques: the score and the leading coefficients
FOLD = 16  # whitened mornings that enter the Gram matrix together


@dataclass(frozen=True, slots=True)
class Step:
    """One morning on the way, for the smoother; S noise states.

    covariance, state
        (S, S, P) and (S, C, P): the noise in each column before the score is seen.
    innovation, variance
        (C, P) and (P,) of the score; None on a missed morning.
    """

    covariance: Floats
    state: Floats
    innovation: Floats | None = None
    variance: Floats | None = None


class Whitening:
    """A diary being whitened at P points, as far as it was taken in.

    Taking in a diary at once or in parts gives the same bits: scored mornings enter the
    sums in the same groups of FOLD either way.

    at
        The points.
    mornings
        How many mornings were taken in.
    """

    def __init__(self, record: Record, at: Hyper) -> None:
        self.at = at
        self.mornings = 0
        acts = record.expected.shape[1]
        columns, points = LEADING + acts + record.loads.shape[1], len(at.rho)
        self._keep = transition(record, at)
        self._keep_pairs = self._keep[:, None] * self._keep
        self._daily = (at.tau**2, (1.0 - self._keep[1] ** 2) * at.sigma**2)
        self._covariance = np.zeros_like(self._keep_pairs)
        self._covariance[1, 1] = at.sigma**2
        self._state = np.zeros((len(self._keep), columns, points))
        self._done = np.zeros((columns - LEADING, points))
        self._exposure, self._loads = self._done[:acts], self._done[acts:]
        self._white = np.empty((FOLD, columns, points))
        self._unfolded = 0
        self._folded = np.zeros((columns, columns, points))
        self._variance = np.empty((FOLD, points))
        self._log_folded = np.zeros(points)
        self._seen = 0

    def take(self, record: Record, mornings: int | None = None, trace: list[Step] | None = None) -> None:
        """Take in the mornings of a record up to so many; what was taken in must be its beginning.

        trace
            Gets a note of each step.
        """
        for morning in range(self.mornings, len(record.score) if mornings is None else mornings):
            self._night(record, morning)
            if trace is not None:
                trace.append(Step(self._covariance.copy(), self._state.copy()))
            score = float(record.score[morning])
            if not isnan(score):
                self._see(score, float(record.spread[morning]), trace)

    @property
    def gram(self) -> Floats:
        """(C, C, P): products of the whitened columns; symmetric, so half is worked out."""
        white = self._white[: self._unfolded]
        gram = self._folded.copy()
        if white.shape[2] == 1:  # many columns at one point: one product of matrices
            gram[:, :, 0] += white[:, :, 0].T @ white[:, :, 0]
            return gram
        for own in range(white.shape[1]):
            gram[own, : own + 1] += np.einsum("tp,tjp->jp", white[:, own], white[:, : own + 1])
            gram[: own + 1, own] = gram[own, : own + 1]
        return gram

    @property
    def log_scale(self) -> Floats:
        """(P,): log density of the whitening itself, the Gaussian constant included."""
        return -0.5 * (self._log_variance + self._seen * log(2.0 * pi))

    @property
    def _log_variance(self) -> Floats:
        logs = np.log(self._variance[: self._unfolded])
        return np.asarray(self._log_folded + logs.sum(axis=0))

    def _night(self, record: Record, morning: int) -> None:
        """Go on to a morning: what is left of the noise, and what was done before it."""
        self._covariance *= self._keep_pairs
        self._state[1:] *= self._keep[1:, None]  # the walk keeps all of itself
        for own, variance in enumerate(self._daily):
            if own or morning:  # the walk starts at nought on the first morning
                self._covariance[own, own] += variance
        gain = 1.0 - self.at.rho
        if record.untold[morning]:
            self._covariance[2, 2] += gain**2 * record.untold[morning]
        self._exposure *= self.at.rho
        for column, chance in enumerate(record.expected[morning].tolist()):
            if chance:
                self._exposure[column] += gain * chance
        if len(self._loads):
            self._loads[:] = record.loads[morning][:, None]  # of the day before, and of none before it
        self.mornings = morning + 1

    @property
    def noise(self) -> tuple[Floats, Floats]:
        """The noise states in each column, (S, C), and their covariance, (S, S); at the first point."""
        return self._state[:, :, 0], self._covariance[:, :, 0]

    def ahead(self, record: Record, start: int, stop: int) -> tuple[Floats, Floats, Floats]:
        """How the mornings from `start` on, the first not taken in, depend on what is known; first point.

        Their design (m, C - 1), what is left by then of each noise state (m, S), and the
        covariance (m, m) of the noise that comes new, points squared.
        """
        size = stop - start
        rho, gain = float(self.at.rho[0]), 1.0 - float(self.at.rho[0])
        design = np.empty((size, self._state.shape[1] - 1))
        exposure = self._exposure[:, 0]
        for row, morning in zip(design, range(start, stop), strict=True):
            exposure = rho * exposure + gain * record.expected[morning]
            row[:] = (*lead(morning), *exposure, *record.loads[morning])
        days = np.arange(size)
        apart = days[:, None] - days
        left = self._keep[:, 0] ** (days + 1.0)[:, None]
        fresh = np.zeros((size, size))
        new = [np.full(size, float(variance[0])) for variance in self._daily]
        if not start:
            new[0][0] = 0.0  # the walk starts at nought on the first morning
        new.append(gain**2 * record.untold[start:stop])
        for keep, variance in zip(self._keep[:, 0], new, strict=False):
            lasting = np.where(apart >= 0, keep ** np.maximum(apart, 0.0), 0.0)
            fresh += (lasting * variance) @ lasting.T
        return design, left, fresh

    def _see(self, score: float, spread: float, trace: list[Step] | None = None) -> None:
        """Whiten this morning's score, which lies about what was felt with variance `spread`."""
        if self._unfolded == FOLD:
            self._folded, self._log_folded, self._unfolded = self.gram, self._log_variance, 0
        innovation = self._white[self._unfolded]
        innovation[:LEADING] = _leading(self.mornings - 1)
        innovation[0] += score - LEVEL_CENTRE
        innovation[LEADING:] = self._done
        innovation -= np.add.reduce(self._state)
        towards = np.add.reduce(self._covariance)
        variance = np.add.reduce(towards, out=self._variance[self._unfolded])
        variance += spread
        kalman = towards / variance
        if trace is not None:
            before = trace.pop()
            trace.append(Step(before.covariance, before.state, innovation.copy(), variance.copy()))
        self._state += kalman[:, None] * innovation
        self._covariance -= kalman[:, None] * towards
        innovation /= np.sqrt(variance)
        self._unfolded += 1
        self._seen += 1


@cache
def _leading(day: int) -> Floats:
    """What a day makes of the score's column and the leading ones, (LEADING, 1); without the score."""
    column = np.array([[0.0, *lead(day)]]).T
    column.flags.writeable = False
    return column


def transition(record: Record, at: Hyper) -> Floats:
    """What a day leaves of each noise state, (S, P). Two states if every day was told."""
    rows = [np.ones_like(at.phi), at.phi, at.rho]
    return np.array(rows if record.untold.any() else rows[:2])


def whiten(record: Record, at: Hyper, trace: list[Step] | None = None) -> Whitening:
    """A whole diary whitened at each point; with a list as `trace`, each step is noted in it."""
    whitening = Whitening(record, at)
    whitening.take(record, trace=trace)
    return whitening
