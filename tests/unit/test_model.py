"""The small parts of the model, each against a plainer way of doing it."""

import numpy as np
import pytest
from scipy.stats import norm

from firststep.trial.model.algebra import cholesky, invert_lower, solve_lower
from firststep.trial.model.lattice import GENERATORS, korobov_normals, kronecker
from firststep.trial.model.marginals import chance_below, moments, point_quantile, quantile
from firststep.trial.model.priors import OMEGA, OMEGA_SCALE, OMEGA_WEIGHT, hyper
from firststep.trial.verdict.forecast import Learnt, mornings_to_go
from firststep.trial.yardsticks import HORIZON


@pytest.fixture
def generator():
    return np.random.default_rng(4)


def test_small_matrices_are_factored_solved_and_inverted_as_numpy_does(generator):
    roots = generator.standard_normal((50, 6, 6))
    matrices = roots @ roots.transpose(0, 2, 1) + np.eye(6)
    right = generator.standard_normal((50, 6))
    lower = cholesky(matrices.transpose(1, 2, 0))
    assert lower.transpose(2, 0, 1) == pytest.approx(np.linalg.cholesky(matrices))
    assert invert_lower(lower).transpose(2, 0, 1) == pytest.approx(
        np.linalg.inv(np.linalg.cholesky(matrices))
    )
    solved = solve_lower(lower, right.T).T
    assert (np.linalg.cholesky(matrices) @ solved[:, :, None])[:, :, 0] == pytest.approx(right)


def test_quantiles_of_a_mixture_are_where_its_distribution_function_says(generator):
    weight = generator.dirichlet(np.ones(30))
    mean, variance = generator.normal(0, 2, (5, 30)), generator.uniform(0.01, 2, (5, 30))
    for share in (0.05, 0.5, 0.95):
        at = quantile(weight, mean, variance, share)
        below = norm.cdf((at[:, None] - mean) / np.sqrt(variance)) @ weight
        assert below == pytest.approx(np.full(5, share), abs=1e-4)
    assert chance_below(weight, mean, variance, 0.3) == pytest.approx(
        norm.cdf((0.3 - mean) / np.sqrt(variance)) @ weight
    )


def test_moments_of_a_mixture_are_those_of_its_draws(generator):
    weight = np.array([0.2, 0.8])
    mean, variance = np.array([[-1.0, 2.0]]), np.array([[0.5, 1.5]])
    part = generator.random(400_000) < 0.2
    draws = np.where(
        part, generator.normal(-1, 0.5**0.5, part.size), generator.normal(2, 1.5**0.5, part.size)
    )
    centre, sd = moments(weight, mean, variance)
    assert (centre[0], sd[0]) == pytest.approx((draws.mean(), draws.std()), abs=0.01)


def test_quantiles_of_bare_points_follow_their_weights():
    weight, value = np.full(101, 1 / 101), np.arange(101.0)[None, ::-1]
    assert point_quantile(weight, value, 0.5)[0] == pytest.approx(50.0)
    assert point_quantile(weight, value, 0.05)[0] == pytest.approx(5.0, abs=0.6)


@pytest.mark.parametrize("points", GENERATORS)
def test_the_lattice_spreads_standard_normals(points):
    normals = korobov_normals(points)
    assert normals.shape == (4, points)
    assert normals.mean(axis=1) == pytest.approx(np.zeros(4), abs=0.04)
    assert np.cov(normals) == pytest.approx(np.eye(4), abs=0.12)


def test_the_sequence_fills_the_cube_evenly():
    cube = kronecker(4096, 3)
    assert cube.mean(axis=1) == pytest.approx([0.5] * 3, abs=0.005)
    assert np.mean((cube < 0.3).all(axis=0)) == pytest.approx(0.027, abs=0.003)


def test_hyperparameters_stay_in_their_ranges(generator):
    at = hyper(generator.normal(0, 4, (4, 1000)))
    assert (at.rho >= 0).all()
    assert (at.rho <= 0.95).all()
    assert (at.phi >= 0).all()
    assert (at.phi <= 1).all()
    assert np.isfinite([at.sigma, at.tau]).all()


def test_the_nodes_of_omega_integrate_like_the_half_normal():
    slab = OMEGA_WEIGHT[1:] / OMEGA_WEIGHT[1:].sum()
    draws = np.abs(np.random.default_rng(1).normal(0, OMEGA_SCALE, 400_000))
    assert OMEGA_WEIGHT.sum() == pytest.approx(1.0)
    for power in (1, 2, 3, 4):
        assert slab @ OMEGA[1:] ** power == pytest.approx((draws**power).mean(), rel=0.02)


def ahead(mean, covariance, scored, alike=0.1):
    differ = (1.0 - alike) * OMEGA_WEIGHT[1:] / OMEGA_WEIGHT[1:].sum()
    return mornings_to_go(Learnt(np.array(mean), np.array(covariance), np.append(alike, differ), scored))


def days(forecast):
    return [HORIZON + 1 if day is None else day for day in forecast]


def test_a_clear_lead_is_answered_sooner_than_a_narrow_one():
    covariance = 0.15 * np.eye(3) + 0.3
    clear = days(ahead([-2.0, -0.5, -0.5], covariance, 30))
    narrow = days(ahead([-0.8, -0.5, -0.5], covariance, 30))
    assert clear[1] < narrow[1]


def test_a_forecast_is_in_order_and_within_the_horizon():
    seen = days(ahead([-0.6, -0.3], [[0.5, 0.3], [0.3, 0.5]], 20))
    assert seen == sorted(seen)
    assert 1 <= seen[0] <= seen[2] <= HORIZON + 1


def test_what_is_probably_alike_is_answered_soon_and_what_is_not_known_late():
    covariance = 0.1 * np.eye(3) + 0.3
    assert days(ahead([-0.1, 0.0, 0.0], covariance, 40, alike=0.85))[1] < 15
    wide = 0.8 * np.eye(3) + 0.3
    assert days(ahead([-0.3, 0.0, 0.1], wide, 2000, alike=0.05)) == [HORIZON + 1] * 3
