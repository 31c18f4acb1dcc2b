"""One technique against the mean of the others, a second way: by its pairs, by draws, and by the mixture."""

import numpy as np
import pytest
from scipy.stats import norm
from tests.conftest import made_up

from firststep.trial import find
from firststep.trial.posterior import Posterior

SERIES = made_up({"a": -1.0, "b": 0.0, "c": 0.3, "d": -0.2}, rest=0.15, untold=0.1)


def test_its_mean_is_that_of_its_pairs():
    """An effect minus a mean of effects is a mean of differences."""
    findings = find(SERIES, rested=frozenset("d"))
    for name in "abc":
        others = [findings.contrast(name, other).mean for other in "abc" if other != name]
        assert findings.against_others(name).mean == pytest.approx(np.mean(others), abs=1e-12)


def test_its_spread_and_interval_are_those_of_joint_draws():
    findings = find(SERIES, rested=frozenset("d"))
    draws = findings.joint(200_000, 5)[:, :3]
    for k, name in enumerate("abc"):
        own = draws[:, k] - np.delete(draws, k, axis=1).mean(axis=1)
        said = findings.against_others(name)
        assert said.sd == pytest.approx(own.std(), rel=0.02)
        assert (said.low, said.high) == pytest.approx(tuple(np.quantile(own, (0.05, 0.95))), abs=0.02)


def test_its_interval_leaves_out_a_twentieth_of_the_mixture_at_each_end():
    """The share below an end, summed over the Gaussians of the mixture one by one."""
    findings, posterior = find(SERIES), Posterior(SERIES)
    mean, covariance = posterior._mixture.effects(4)
    weight = posterior._mixture.weight
    for k, name in enumerate("abcd"):
        row = np.full(4, -1 / 3)
        row[k] = 1.0
        centre = row @ mean
        spread = np.sqrt(np.einsum("i,ijm,j->m", row, covariance, row))
        said = findings.against_others(name)
        below = [float(weight @ norm.cdf((end - centre) / spread)) for end in (said.low, said.high)]
        assert below == pytest.approx([0.05, 0.95], abs=1e-4)
        assert said.mean == pytest.approx(weight @ centre)


def test_of_two_it_is_their_contrast():
    findings = find(made_up({"a": -1.0, "b": 0.0}))
    pair, said = findings.contrast("a", "b"), findings.against_others("a")
    assert (said.mean, said.sd, said.low, said.high) == pytest.approx(
        (pair.mean, pair.sd, pair.low, pair.high)
    )
