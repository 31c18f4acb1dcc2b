"""What a load goes with, a second way: by a large lattice, and by a truncated normal in closed form."""

import numpy as np
import pytest
from scipy.stats import truncnorm
from tests.conftest import START, made_up
from tests.loads import with_loads

from firststep.trial import Series, find
from firststep.trial.model.ends import Ends
from firststep.trial.model.exposure import record
from firststep.trial.model.filter import whiten
from firststep.trial.model.priors import DIMENSIONS, LEVEL_CENTRE, OMEGA, OMEGA_WEIGHT, hyper
from firststep.trial.model.regression import regress


def test_what_a_load_goes_with_is_what_forty_times_as_many_points_give():
    series = with_loads(made_up({"a": -1.0, "b": 0.0}, mornings=56), steps=0.2, acts=0.5)
    told, generator = record(series), np.random.default_rng(3)
    logs, means, seconds = [], [], []
    for _ in range(20):
        white = whiten(told, hyper(generator.standard_normal((DIMENSIONS, 1000))))
        evidence = regress(white.gram, white.log_scale, 2, loads=1)
        mean, covariance = evidence.posterior(np.arange(len(OMEGA) * 1000))
        logs.append((evidence.log_density + np.log(OMEGA_WEIGHT)[:, None]).reshape(-1))
        means.append(mean[-1])
        seconds.append(covariance[-1, -1] + mean[-1] ** 2)
    weight = np.exp(np.concatenate(logs) - max(map(np.max, logs)))
    weight /= weight.sum()
    mean = weight @ np.concatenate(means)
    sd = np.sqrt(weight @ np.concatenate(seconds) - mean**2)
    ours = find(series).loads["steps"]
    assert ours.mean == pytest.approx(mean, abs=0.02)
    assert ours.sd == pytest.approx(sd, rel=0.05)
    assert ours.low == pytest.approx(mean - 1.645 * sd, abs=0.03)
    assert 0.2 < ours.mean < 0.8  # what was put in was 0.5 for an sd of all days


@pytest.mark.parametrize(("score", "below"), [(0.0, True), (10.0, False)])
def test_a_score_at_an_end_after_a_day_whose_load_is_not_known_is_a_truncated_normal(score, below):
    """The cut is on what was felt, the load's share in it too; what is asked after is the rest."""
    told = record(Series(("a", "b"), START, (score,), (None, None), {"steps": (None, None)}))
    at = hyper(np.zeros((DIMENSIONS, 1)))
    said = Ends(told, at, 0.7).said(told)
    rest = 3.0**2 + 0.2**2 + float(at.sigma[0]) ** 2
    felt = rest + 0.5**2
    cut = (abs(score - 0.5) - LEVEL_CENTRE) / felt**0.5
    ends = (-np.inf, cut) if below else (cut, np.inf)
    exact = truncnorm(*ends, loc=LEVEL_CENTRE, scale=felt**0.5)
    share = rest / felt
    mean = LEVEL_CENTRE + share * (exact.mean() - LEVEL_CENTRE)
    variance = rest - share * rest + share**2 * exact.var()
    precision = 1.0 / rest + 1.0 / said.spread[0]
    ours = (LEVEL_CENTRE / rest + said.score[0] / said.spread[0]) / precision
    assert ours == pytest.approx(mean, abs=0.01)
    assert 1.0 / precision == pytest.approx(variance, rel=0.01)
