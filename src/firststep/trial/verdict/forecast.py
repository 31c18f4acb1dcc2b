"""How many more mornings until there is an answer.

Paths are lived ahead: a true set of effects is drawn from what is believed today, the
mornings to come tell of it as much each as those so far did, and the rules of `judge` are
asked along each path. What was learnt is a Gaussian likelihood of the contrasts; with the
few values that omega can have everything on a path is in closed form, so that also the
chance that all are alike is followed as it will be. What this picture leaves out (the
rhythm is learnt too, draws gather on the leader, looks are daily) is made up for by four
constants, set on virtual lives so that about as many forecasts hold as FORECAST_INTERVAL says;
how many do is in docs/explanation/accuracy.md.
"""

from dataclasses import dataclass

import numpy as np
from scipy.special import ndtri

from firststep.trial.model.lattice import kronecker
from firststep.trial.model.priors import OMEGA, Floats
from firststep.trial.verdict.answers import MorningsToGo
from firststep.trial.yardsticks import (
    ALIKE_WITHIN,
    HORIZON,
    NO_DIFFERENCE_AT,
    SAFE_AT,
    SAME_WITHIN,
)

PATHS = 28
DRAWS = 16  # of the effects at each look, for each omega
LOOKS = np.array([3, 7, 13, 21, 32, 46, 64, HORIZON])

TEACHES = 0.5
"""What a morning to come teaches, against one so far ..."""

GIVE_OR_TAKE = 0.8
"""... and the sd of its logarithm from path to path."""

WAVER = 0.15
"""Sd, in probits, by which the chances behind an answer waver from look to look."""

EDGE = 0.06
"""Share of paths left out at each end, for an interval of mass FORECAST_INTERVAL."""

FIXED = 20261101  # the same steps for every forecast: a sum over paths, not a source of chance


@dataclass(frozen=True, slots=True)
class Learnt:
    """What is known of K techniques' contrasts, K at least 2, less being better.

    mean, covariance
        (K,) and (K, K) of the effects where they differ.
    omega
        (W,) chances of the values of omega; the first is that all are alike.
    scored
        Mornings that made them so.
    """

    mean: Floats
    covariance: Floats
    omega: Floats
    scored: int


def mornings_to_go(learnt: Learnt) -> MorningsToGo:
    """Mornings until a choice is answered: low, likely, high; None beyond HORIZON."""
    basis, told, toward = _likelihood(learnt)
    generator = np.random.default_rng(FIXED)
    then = _lived(learnt, told, toward, generator)
    answered = _answered(learnt, basis, (told, toward), then, generator)
    first = np.where(answered.any(axis=0), answered.argmax(axis=0), len(LOOKS))
    soonest, likely, latest = (int(v) for v in np.quantile(first, (EDGE, 0.5, 1.0 - EDGE), method="higher"))
    low = int(LOOKS[soonest - 1]) + 1 if soonest else 1  # after the look before it
    return low if soonest < len(LOOKS) else None, _at(likely), _at(latest)


def _at(look: int) -> int | None:
    return int(LOOKS[look]) if look < len(LOOKS) else None


def _likelihood(learnt: Learnt) -> tuple[Floats, Floats, Floats]:
    """The contrasts' axes that were learnt apart from each other.

    Basis (K - 1, K) of the contrasts, the precision (K - 1,) that the mornings gave each
    axis, and precision times mean (K - 1,).
    """
    size = len(learnt.mean)
    helmert = np.linalg.qr(np.eye(size) - 1.0 / size)[0].T[: size - 1]
    precision = np.linalg.inv(helmert @ learnt.covariance @ helmert.T)
    differ = learnt.omega[1:] / max(learnt.omega[1:].sum(), 1e-12)
    prior = 1.0 / (differ @ OMEGA[1:] ** 2)
    toward = precision @ helmert @ learnt.mean
    values, axes = np.linalg.eigh(precision - prior * np.eye(size - 1))
    return axes.T @ helmert, np.maximum(values, 1e-3), axes.T @ toward


def _lived(
    learnt: Learnt, told: Floats, toward: Floats, generator: np.random.Generator
) -> tuple[Floats, Floats]:
    """Precision (L, PATHS, A) and precision times mean (L, PATHS, A) of the likelihood at each look."""
    ranks = np.cumsum(learnt.omega) / learnt.omega.sum()
    which = np.minimum(np.searchsorted(ranks, (np.arange(PATHS) + 0.5) / PATHS), len(ranks) - 1)
    spread = 1.0 / (told + OMEGA[which][:, None] ** -2)
    truth = spread * toward + np.sqrt(spread) * generator.standard_normal(spread.shape)
    rate = TEACHES * np.exp(GIVE_OR_TAKE * generator.standard_normal(PATHS)) / max(learnt.scored, 1)
    told_by = LOOKS[:, None, None] * rate[:, None] * told  # (L, PATHS, A), new since today
    new = np.diff(told_by, axis=0, prepend=0.0)
    steps = new * truth + np.sqrt(new) * generator.standard_normal(new.shape)
    return told + told_by, toward + np.cumsum(steps, axis=0)


def _answered(
    learnt: Learnt,
    basis: Floats,
    start: tuple[Floats, Floats],
    then: tuple[Floats, Floats],
    generator: np.random.Generator,
) -> np.ndarray[tuple[int, ...], np.dtype[np.bool_]]:
    """Whether `safe-choice` (so also `found`) or `no-difference` holds, (L, PATHS).

    start, then
        Precision and precision times mean of the likelihood: now, and at each look.
    """
    told, toward = then
    weight = learnt.omega * np.exp(_fit(told, toward) - _fit(*start))  # (L, PATHS, W)
    weight = weight / weight.sum(axis=2, keepdims=True)
    precision = told[:, :, None] + OMEGA[1:, None] ** -2  # (L, PATHS, W - 1, A)
    mean = toward[:, :, None] / precision
    spread = ndtri(kronecker(DRAWS, len(basis))).T / np.sqrt(precision)[..., None, :]
    draws = (mean[..., None, :] + spread) @ basis  # (L, PATHS, W - 1, DRAWS, K)
    leader = ((weight[..., 1:, None] * mean).sum(axis=2) @ basis).argmin(axis=2)
    least = draws.min(axis=-1)
    own = np.take_along_axis(draws, leader[:, :, None, None, None], axis=-1)[..., 0]
    near = (own - least < SAME_WITHIN).mean(axis=-1)
    close = (draws.max(axis=-1) - least < ALIKE_WITHIN).mean(axis=-1)
    safe, alike = (weight[..., 0] + (weight[..., 1:] * part).sum(axis=2) for part in (near, close))
    waver = WAVER * generator.standard_normal(safe.shape)
    return np.asarray(_reaches(safe, SAFE_AT, waver) | _reaches(alike, NO_DIFFERENCE_AT, waver))


def _reaches(chance: Floats, at: float, waver: Floats) -> np.ndarray[tuple[int, ...], np.dtype[np.bool_]]:
    return np.asarray(ndtri(np.clip(chance, 1e-6, 1.0 - 1e-6)) + waver >= ndtri(at))


def _fit(told: Floats, toward: Floats) -> Floats:
    """Log evidence (..., W) of each omega, up to a constant, from a likelihood (..., A)."""
    precision = told[..., None, :] + OMEGA[:, None] ** -2
    fit = toward[..., None, :] ** 2 / precision - np.log(precision * OMEGA[:, None] ** 2)
    return np.asarray(0.5 * fit.sum(axis=-1))
