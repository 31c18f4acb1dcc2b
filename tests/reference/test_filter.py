"""The filter against one big joint Gaussian, solved by plain linear algebra."""

from dataclasses import replace
from itertools import product

import numpy as np
import pytest
from tests.conftest import made_up
from tests.loads import with_loads

from firststep.trial.model.exposure import record
from firststep.trial.model.filter import transition, whiten
from firststep.trial.model.lattice import korobov_normals
from firststep.trial.model.mixture import posterior
from firststep.trial.model.priors import COMMON_SD, LEVEL_CENTRE, OMEGA, OMEGA_WEIGHT, hyper
from firststep.trial.model.regression import regress
from firststep.trial.model.smooth import _walk
from firststep.trial.series import Series

POINTS = 12


def fitted(told, at, omega=0.7):
    white = whiten(told, at)
    omegas = np.array([omega])
    return regress(white.gram, white.log_scale, told.techniques, omegas, loads=told.loads.shape[1])


def dense(told, at, p, omega):
    """Mean and covariance of scores, coefficients and level under the priors, written out."""
    n, columns = told.expected.shape
    days = np.arange(n)
    exposure = np.zeros((n, columns))
    now = np.zeros(columns)
    for day in range(n):
        now = at.rho[p] * now + (1 - at.rho[p]) * told.expected[day]
        exposure[day] = now
    keep = 0.5 ** (1 / 28)
    slope = np.array([sum(keep**j for j in range(d)) for d in days])
    week = [wave(2 * np.pi * days / 7) for wave in (np.cos, np.sin)]
    design = np.column_stack([np.ones(n), slope, *week, exposure, told.loads])
    loads = told.loads.shape[1]
    prior = np.zeros((4 + columns + loads, 4 + columns + loads))
    prior[:4, :4] = np.diag([3.0**2, 0.07**2, 0.2**2, 0.2**2])
    prior[4 + columns :, 4 + columns :] = 0.5**2 * np.eye(loads)
    own = slice(4, 4 + told.techniques)
    prior[own, own] = 0.75**2 + omega**2 * np.eye(told.techniques)
    if columns > told.techniques:
        prior[3 + columns, 3 + columns] = COMMON_SD**2
    walk = at.tau[p] ** 2 * np.minimum.outer(days, days)
    noise = walk + at.sigma[p] ** 2 * at.phi[p] ** np.abs(np.subtract.outer(days, days)) + np.eye(n) / 12
    noise = noise + np.diag(told.spread - 1 / 12)  # of loads that are not known
    for day in range(n):
        after = np.where(days >= day, (1 - at.rho[p]) * at.rho[p] ** np.maximum(days - day, 0), 0.0)
        noise = noise + told.untold[day] * np.outer(after, after)
    return design, prior, walk, noise


@pytest.mark.parametrize(
    "series",
    [
        made_up({"a": -1.0, "b": 0.0, "c": 0.3, "d": -0.2}),
        made_up({"a": -1.0, "b": 0.0}, untold=0.3, rest=0.2),
        made_up({"a": -1.0}, mornings=5, missed=0.0),
        with_loads(made_up({"a": -1.0, "b": 0.0}), steps=0.0),
        with_loads(made_up({"a": -1.0, "b": 0.0}, untold=0.3, rest=0.2), steps=0.3, standing=0.5),
        with_loads(made_up({"a": -1.0, "b": 0.0}), other=True, steps=0.2),
    ],
    ids=["all told", "some not told", "short", "a load", "two loads, some not known", "a load and other"],
)
@pytest.mark.parametrize("omega", [OMEGA[0], 0.7])
def test_density_and_posterior_equal_those_of_the_dense_gaussian(series, omega):
    told = record(series)
    at = hyper(korobov_normals(127)[:, :POINTS])
    evidence = fitted(told, at, omega)
    mean, covariance = evidence.posterior(np.arange(POINTS))
    acts = evidence.posterior(np.arange(POINTS), first=4)
    assert acts[0] == pytest.approx(mean[4:])
    assert acts[1] == pytest.approx(covariance[4:, 4:])
    scored = ~np.isnan(told.score)
    y = told.score[scored] - LEVEL_CENTRE
    for p in range(POINTS):
        design, prior, _, noise = dense(told, at, p, omega)
        x = design[scored]
        total = noise[np.ix_(scored, scored)] + x @ prior @ x.T
        gain = prior @ x.T @ np.linalg.inv(total)
        density = -0.5 * (y @ np.linalg.solve(total, y) + np.linalg.slogdet(2 * np.pi * total)[1])
        assert evidence.log_density[0, p] == pytest.approx(density, abs=1e-8)
        assert mean[:, p] == pytest.approx(gain @ y, abs=1e-8)
        assert covariance[:, :, p] == pytest.approx(prior - gain @ x @ prior, abs=1e-8)


@pytest.mark.parametrize("untold", [0.0, 0.3])
def test_smoothed_walk_equals_that_of_the_dense_gaussian(untold):
    told = record(made_up({"a": -1.0, "b": 0.0}, untold=untold, mornings=40))
    at = hyper(korobov_normals(127)[:, :POINTS])
    trace = []
    whiten(told, at, trace)
    means, variances = _walk(trace, transition(told, at))
    scored = ~np.isnan(told.score)
    for p in range(POINTS):
        _, _, walk, noise = dense(told, at, p, 0.7)
        gain = walk[:, scored] @ np.linalg.inv(noise[np.ix_(scored, scored)])
        y = told.score[scored] - LEVEL_CENTRE
        assert means[:, 0, p] == pytest.approx(gain @ y, abs=1e-8)
        assert variances[:, p] == pytest.approx(np.diag(walk - gain @ walk[scored]), abs=1e-8)


def test_untold_days_are_marginalised_nearly_as_well_as_by_trying_every_possibility():
    """Every set that five untold days could have had, weighed by its chance and density.

    The engine replaces that sum by its first two moments. The error of doing so, on the
    contrast, stays within a fifth of its sd.
    """
    series = made_up({"a": -1.2, "b": 0.2}, mornings=40, missed=0.0, seed=5)
    hidden = (9, 10, 19, 28, 33)
    blank = Series(
        series.techniques,
        series.start,
        series.pain,
        tuple(None if gap in hidden else done for gap, done in enumerate(series.did)),
    )
    at = hyper(np.zeros((4, 1)))
    told = record(blank)
    weights, means, seconds = [], [], []
    options = [((0.0, 0.0), 0), ((1.0, 0.0), 1), ((0.0, 1.0), 2)]
    for choice in product(options, repeat=len(hidden)):
        expected, log_prior = told.expected.copy(), 0.0
        for gap, (row, kind) in zip(hidden, choice, strict=True):
            share = told.expected[gap]
            log_prior += np.log([1.0 - share.sum(), *share][kind])
            expected[gap] = row
        full = replace(told, expected=expected, untold=np.zeros_like(told.untold))
        evidence = fitted(full, at)
        mean, covariance = evidence.posterior(np.arange(1))
        apart = mean[4, 0] - mean[5, 0]
        spread = covariance[4, 4, 0] + covariance[5, 5, 0] - 2 * covariance[4, 5, 0]
        weights.append(log_prior + evidence.log_density[0, 0])
        means.append(apart)
        seconds.append(spread + apart**2)
    weight = np.exp(np.array(weights) - max(weights))
    weight /= weight.sum()
    exact = weight @ np.array(means)
    sd = np.sqrt(weight @ np.array(seconds) - exact**2)
    evidence = fitted(told, at)
    mean, covariance = evidence.posterior(np.arange(1))
    ours = mean[4, 0] - mean[5, 0]
    our_sd = np.sqrt(covariance[4, 4, 0] + covariance[5, 5, 0] - 2 * covariance[4, 5, 0])
    assert abs(ours - exact) < 0.2 * sd
    assert our_sd == pytest.approx(sd, rel=0.15)


def test_the_lattice_gives_what_forty_times_as_many_points_give():
    """The hyperparameter integral, against a brute-force one over the prior."""
    told = record(made_up({"a": -1.0, "b": 0.0, "c": 0.3, "d": -0.2}, mornings=56))
    few = posterior(told)
    generator = np.random.default_rng(3)
    logs, means, seconds = [], [], []
    for _ in range(20):
        white = whiten(told, hyper(generator.standard_normal((4, 1000))))
        evidence = regress(white.gram, white.log_scale, 4)
        mean, covariance = evidence.posterior(np.arange(len(OMEGA) * 1000))
        logs.append((evidence.log_density + np.log(OMEGA_WEIGHT)[:, None]).reshape(-1))
        means.append(mean[4:8])
        seconds.append(np.einsum("iip->ip", covariance)[4:8] + mean[4:8] ** 2)
    log = np.concatenate(logs)
    weight = np.exp(log - log.max())
    weight /= weight.sum()
    mean = np.concatenate(means, axis=1) @ weight
    sd = np.sqrt(np.concatenate(seconds, axis=1) @ weight - mean**2)
    ours, covariance = few.effects(4)
    centre = ours @ few.weight
    our_sd = np.sqrt(np.einsum("iip->ip", covariance) @ few.weight + ours**2 @ few.weight - centre**2)
    assert centre == pytest.approx(mean, abs=0.03)
    assert our_sd == pytest.approx(sd, rel=0.05)
