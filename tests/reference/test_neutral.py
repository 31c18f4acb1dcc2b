"""The neutral prior a second way: the same points, solved anew with the prior written out."""

import numpy as np
import pytest
from tests.conftest import made_up

from firststep.trial.model.exposure import record
from firststep.trial.model.filter import whiten
from firststep.trial.model.mixture import Mixture
from firststep.trial.model.neutral import NEUTRAL_SD, neutral
from firststep.trial.model.priors import DIMENSIONS, OMEGA, OMEGA_WEIGHT, hyper
from firststep.trial.model.regression import _prior_precision, regress

POINTS = 7


@pytest.mark.parametrize("rest", [0.0, 0.2])
def test_the_exchanged_prior_is_the_prior_written_out(rest):
    series = made_up({"a": -1.5, "b": 0.0, "c": -0.5}, mornings=40, rest=rest)
    told = record(series)
    at = hyper(np.random.default_rng(1).standard_normal((DIMENSIONS, POINTS)))
    white = whiten(told, at)
    fit = regress(white.gram, white.log_scale, 3)
    own = np.log(OMEGA_WEIGHT)[:, None] + fit.log_density
    weight = np.exp(own - own.max()).reshape(-1)
    mean, covariance = fit.posterior(np.arange(weight.size))
    omega, point = np.divmod(np.arange(weight.size), POINTS)
    whole = mean, covariance
    share, acts = weight / weight.sum(), (mean[-3:], covariance[-3:, -3:])
    kept = Mixture(share, *acts, at.at(point), OMEGA[omega], 0.5, lambda: whole)
    found = neutral(kept, 3)

    size = len(white.gram) - 1
    precision = _prior_precision(3, size, OMEGA[:1])[0][:, :, 0]
    precision[-3:, -3:] = np.eye(3) / NEUTRAL_SD**2
    for number in range(len(found.weight)):
        k = int(np.flatnonzero(at.sigma == found.at.sigma[number])[0])
        gram = white.gram[:, :, k]
        both = gram[1:, 1:] + precision
        centre = np.linalg.solve(both, gram[1:, 0])
        assert found.whole()[0][:, number] == pytest.approx(centre, abs=1e-7)
        assert found.mean[:, number] == pytest.approx(centre[-3:], abs=1e-7)
        assert found.whole()[1][:, :, number] == pytest.approx(np.linalg.inv(both), abs=1e-7)
    dense = [_log_density(white.gram[:, :, k], white.log_scale[k], precision) for k in range(POINTS)]
    ranks = [int(np.flatnonzero(at.sigma == sigma)[0]) for sigma in found.at.sigma]
    shares = np.exp(np.array(dense) - max(dense))
    assert sorted(ranks) == list(range(POINTS))
    assert found.weight == pytest.approx((shares / shares.sum())[ranks], abs=1e-7)


def _log_density(gram, log_scale, precision):
    both = gram[1:, 1:] + precision
    fit = gram[1:, 0] @ np.linalg.solve(both, gram[1:, 0]) - gram[0, 0]
    return log_scale + 0.5 * (np.linalg.slogdet(precision)[1] - np.linalg.slogdet(both)[1] + fit)
