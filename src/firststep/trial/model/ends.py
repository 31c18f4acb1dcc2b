"""The ends of the scale: a 0 says "no more than a half", a 10 "nine and a half or more".

How far below or above, nobody told. What such a score says is put into the form that the
filter takes, a score about which the truth lies with some variance. The form is found by
expectation propagation (Minka 2001): what all other mornings foretell for this one is cut
off at the end of the scale, and the Gaussian with the same mean and variance gives the form,
again and again until all agree. A 0 that was foreseen says little and gets a wide variance;
one that comes as a surprise pulls. The form is worked out at one hyperparameter point, the
centre of the lattice, and used at all of it.
"""

from dataclasses import replace
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray
from scipy.special import erfcx

from firststep.trial.model.exposure import Record
from firststep.trial.model.filter import Whitening
from firststep.trial.model.priors import LEVEL_CENTRE, ROUNDING_VARIANCE, Floats, Hyper
from firststep.trial.model.regression import regress
from firststep.trial.yardsticks import HIGHEST_SCORE, LOWEST_SCORE

HALF = 0.5  # rounding: what is felt within half a point of an end, or beyond it, is scored as the end
WIDEST = 1e4  # variance of a score that says nothing, points squared
WINDOW = 84  # mornings that agree with each other at once: keeps the cost linear
SWEEPS = 12
LEAST_CUT = 1e-9  # share of the variance below which the cut says nothing
AGREED = 1e-3  # relative change of a precision at which the sweeps end
FIRST = np.array([0])


class Ends:
    """What the scores at the ends of a diary say, as far as it was followed.

    at, omega
        One point, and the sd between the techniques' effects to work with, points.
    together
        So many mornings are settled together; those after them one at a time, each from the
        ones before it, so that it makes no difference when they are asked for.
    """

    def __init__(self, record: Record, at: Hyper, omega: float, together: int = 0) -> None:
        self._together = together
        self._omega = np.array([omega])
        self._whitening = Whitening(record, at)
        self._score, self._spread = np.empty(0), np.empty(0)

    def said(self, record: Record) -> Record:
        """The record, as far as it goes, with every score at an end in the filter's form."""
        if not _at_ends(record.score).any():
            return record
        done = len(self._score)
        self._score = np.concatenate([self._score, record.score[done:]])
        self._spread = np.concatenate([self._spread, record.spread[done:]])
        windows = [*range(0, self._together, WINDOW), *range(self._together, len(record.score) + 1)]
        for start, stop in pairwise(sorted({*windows, self._together, len(record.score)})):
            if start < done:
                continue
            self._whitening.take(replace(record, score=self._score, spread=self._spread), start)
            if _at_ends(self._score[start:stop]).any():
                self._agree(record, start, stop)
        return replace(record, score=self._score.copy(), spread=self._spread.copy())

    def _agree(self, record: Record, start: int, stop: int) -> None:
        """Find the form of every score at an end among these mornings."""
        score = record.score[start:stop]
        ends, between = np.flatnonzero(_at_ends(score)), np.flatnonzero(_between(score))
        mean, covariance = self._foretold(record, start, stop)
        if len(between):
            told = covariance[np.ix_(between, between)] + np.diag(record.spread[start:stop][between])
            gain = np.linalg.solve(told, covariance[between][:, ends])
            centre = mean[ends] + (score[between] - mean[between]) @ gain
            covariance = covariance[np.ix_(ends, ends)] - covariance[ends][:, between] @ gain
        else:
            centre, covariance = mean[ends], covariance[np.ix_(ends, ends)]
        unknown = record.spread[start:stop][ends] - ROUNDING_VARIANCE  # of loads, felt and not told
        below = np.where(score[ends] == LOWEST_SCORE, 1.0, -1.0)
        told_, spread = _propagate(centre, covariance + np.diag(unknown), below, score[ends])
        self._score[start + ends], self._spread[start + ends] = told_, spread + unknown

    def _foretold(self, record: Record, start: int, stop: int) -> tuple[Floats, Floats]:
        """Mean (m,) and covariance (m, m), in points, of what is felt these mornings, from those before."""
        white = self._whitening
        design, left, fresh = white.ahead(record, start, stop)
        noise, spread = white.noise
        loads = record.loads.shape[1]
        fit = regress(white.gram, white.log_scale, record.techniques, self._omega, loads=loads)
        mean, covariance = fit.posterior(FIRST)
        load = design - left @ noise[:, 1:]
        centre = LEVEL_CENTRE + left @ noise[:, 0] + load @ mean[:, 0]
        return centre, load @ covariance[:, :, 0] @ load.T + left @ spread @ left.T + fresh


def _at_ends(score: Floats) -> NDArray[np.bool_]:
    return np.isin(score, (LOWEST_SCORE, HIGHEST_SCORE))


def _between(score: Floats) -> NDArray[np.bool_]:
    return ~np.isnan(score) & ~_at_ends(score)


def _propagate(mean: Floats, covariance: Floats, below: Floats, score: Floats) -> tuple[Floats, Floats]:
    """Scores and variances (m,) that say what being at an end says of m mornings.

    below
        (m,): 1 for a 0, -1 for a 10.
    """
    precision = np.full(len(mean), 1.0 / WIDEST)
    shift = precision * mean
    cut = np.abs(score - HALF)
    for _ in range(SWEEPS):
        gain = np.linalg.solve(covariance + np.diag(1.0 / precision), covariance)
        spread = np.diag(covariance) - np.einsum("ij,ji->i", covariance, gain)
        centre = mean + (shift / precision - mean) @ gain
        away = np.maximum(1.0 / spread - precision, 1e-9)  # precision of what the other mornings say
        others = (centre / spread - shift) / away
        room = (cut - others) * below * np.sqrt(away)
        pull = np.sqrt(2.0 / np.pi) / erfcx(-room / np.sqrt(2.0))  # density over chance at the cut
        shrink = np.clip(pull * (pull + room), 1e-12, 1.0 - 1e-9)  # share of the variance cut off
        new = np.maximum(away * shrink / (1.0 - shrink), 1.0 / WIDEST)
        target = np.where(shrink > LEAST_CUT, others - below * pull / (shrink * np.sqrt(away)), others)
        settled = np.all(np.abs(new - precision) < AGREED * new)
        precision, shift = new, new * target
        if settled:
            break
    return shift / precision, 1.0 / precision
