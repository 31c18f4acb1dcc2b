"""The exact filter: what a diary says at each hyperparameter point, in one pass.

Given the hyperparameters everything is linear and Gaussian. The score of a morning is

    y = level_0 + slope_0 c_t + beta' s_t          the coefficients theta, static
      + walk_t + residual_t + untold_t + rounding   the noise, three states and white

with walk a random walk of step tau, residual a stationary AR(1) of sd sigma, and
untold the fading effect of days not told about. A Kalman filter over the three noise
states whitens the score and each column of the design alike (de Jong 1991); what is
left is an ordinary regression whose Gram matrix holds all that the diary says.

All P points go through together, the batch as the last axis: the cost is linear in
mornings and in points. Columns are ordered score, level, slope, techniques, other.
"""

from dataclasses import dataclass
from math import isnan, log, pi

import numpy as np

from firststep.trial.model.exposure import Record
from firststep.trial.model.priors import LEVEL_CENTRE, ROUNDING_VARIANCE, Floats, Hyper, slope_path

LEADING = 3  # columns before the techniques: score, level, slope


@dataclass(frozen=True, slots=True)
class Whitened:
    """A diary after whitening at P points; C columns.

    gram
        (C, C, P): products of the whitened columns.
    log_scale
        (P,): log density of the whitening itself, the Gaussian constant included.
    """

    gram: Floats
    log_scale: Floats


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


def transition(record: Record, at: Hyper) -> Floats:
    """What a day leaves of each noise state, (S, P). Two states if every day was told."""
    rows = [np.ones_like(at.phi), at.phi, at.rho]
    return np.array(rows if record.untold.any() else rows[:2])


def whiten(record: Record, at: Hyper, trace: list[Step] | None = None) -> Whitened:
    """Whiten a diary at each point; with a list as `trace`, note each step in it."""
    keep = transition(record, at)
    keep_pairs, keep_columns = keep[:, None] * keep, keep[1:, None]
    gain = 1.0 - at.rho
    daily = _daily_variances(keep, at)
    covariance = np.zeros_like(keep_pairs)
    covariance[1, 1] = at.sigma**2
    state = np.zeros((len(keep), LEADING + record.expected.shape[1], len(gain)))
    exposure = np.zeros((record.expected.shape[1], len(gain)))
    leading, acts = _leading_columns(record), _acts(record)
    white = np.empty((int(np.sum(~np.isnan(record.score))), *state.shape[1:]))
    log_variance = np.zeros_like(gain)
    seen = 0
    for morning, score in enumerate(record.score.tolist()):
        covariance *= keep_pairs
        state[1:] *= keep_columns  # the walk keeps all of itself
        for own, variance in enumerate(daily):
            if own or morning:  # the walk starts at nought on the first morning
                covariance[own, own] += variance
        if record.untold[morning]:
            covariance[2, 2] += gain**2 * record.untold[morning]
        exposure *= at.rho
        for column, chance in acts[morning]:
            exposure[column] += gain * chance
        if trace is not None:
            trace.append(Step(covariance.copy(), state.copy()))
        if isnan(score):
            continue
        innovation = white[seen]
        innovation[:LEADING] = leading[morning]
        innovation[LEADING:] = exposure
        for own in state:
            innovation -= own
        towards = np.add.reduce(covariance)
        variance = np.add.reduce(towards) + ROUNDING_VARIANCE
        precision = 1.0 / variance
        kalman = towards * precision
        if trace is not None:
            before = trace.pop()
            trace.append(Step(before.covariance, before.state, innovation.copy(), variance))
        state += kalman[:, None] * innovation
        covariance -= kalman[:, None] * towards
        innovation *= np.sqrt(precision)
        log_variance -= np.log(precision)
        seen += 1
    return Whitened(_gram(white), -0.5 * (log_variance + seen * log(2.0 * pi)))


def _gram(white: Floats) -> Floats:
    """Products (C, C, P) of the columns of (n, C, P); symmetric, so half is worked out."""
    columns = white.shape[1]
    gram = np.empty((columns, columns, white.shape[2]))
    for own in range(columns):
        gram[own, : own + 1] = np.einsum("tp,tjp->jp", white[:, own], white[:, : own + 1])
        gram[: own + 1, own] = gram[own, : own + 1]
    return gram


def _acts(record: Record) -> list[list[tuple[int, float]]]:
    """The columns that each morning's doing touches, with their chances."""
    return [[(k, chance) for k, chance in enumerate(row) if chance] for row in record.expected.tolist()]


def _leading_columns(record: Record) -> Floats:
    """Score about the middle of the scale, level and slope; (n, LEADING, 1)."""
    score, drift = record.score - LEVEL_CENTRE, slope_path(len(record.score))
    return np.stack([score, np.ones_like(drift), drift], axis=1)[:, :, None]


def _daily_variances(keep: Floats, at: Hyper) -> tuple[Floats, Floats]:
    """What each night adds to the variance of the walk and of the residual, (P,) each."""
    return at.tau**2, (1.0 - keep[1] ** 2) * at.sigma**2
