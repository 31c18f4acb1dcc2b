"""The ends of the scale against a sampler that draws the numbers behind a 0 and a 10.

`ends.json` holds what it said; `python -m bench.reference.ends` makes it again.
"""

import json
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from scipy.stats import truncnorm

from firststep import analyse, read_diary
from firststep.trial.model.ends import _propagate

HERE = Path(__file__).parent
SAID = json.loads((HERE / "ends.json").read_text())


def test_every_diary_has_its_draws():
    assert {path.stem for path in (HERE / "ends").glob("*.csv")} == set(SAID)


@pytest.mark.parametrize("name", sorted(SAID))
def test_effects_are_those_of_a_long_run(name):
    """Means within 0.10 points, sds within 15%."""
    effects = analyse(read_diary(HERE / "ends" / f"{name}.csv")).effects.values()
    assert [effect.mean for effect in effects] == pytest.approx(SAID[name]["mean"], abs=0.10)
    assert [effect.sd for effect in effects] == pytest.approx(SAID[name]["sd"], rel=0.15)


@pytest.mark.parametrize(("score", "below"), [(0.0, 1.0), (10.0, -1.0)])
def test_one_score_at_an_end_is_a_truncated_normal(score, below):
    """With nothing else known, the form gives back the exact mean and variance."""
    mean, variance = np.array([1.5 if below > 0 else 8.5]), np.array([[2.0]])
    at, spread = _propagate(mean, variance, np.array([below]), np.array([score]))
    precision = 1 / variance[0, 0] + 1 / spread[0]
    ours = (mean[0] / variance[0, 0] + at[0] / spread[0]) / precision
    cut = (abs(score - 0.5) - mean[0]) / variance[0, 0] ** 0.5
    exact = truncnorm(*((-np.inf, cut) if below > 0 else (cut, np.inf)), loc=mean[0], scale=2.0**0.5)
    assert (ours, 1 / precision) == pytest.approx((exact.mean(), exact.var()), rel=1e-3)


def test_a_nought_that_was_foreseen_says_next_to_nothing():
    _, foreseen = _propagate(np.array([-6.0]), np.array([[1.0]]), np.array([1.0]), np.array([0.0]))
    _, surprise = _propagate(np.array([4.0]), np.array([[1.0]]), np.array([1.0]), np.array([0.0]))
    assert foreseen[0] > 1000 * surprise[0]


def test_turning_the_scale_over_turns_the_ends_over():
    diary = read_diary(HERE / "ends" / "mostly-nought.csv")
    turned = replace(
        diary,
        days=tuple(replace(day, pain=None if day.pain is None else 10 - day.pain) for day in diary.days),
    )
    lower, higher = analyse(diary).effects, analyse(turned, better="higher").effects
    for name, effect in lower.items():
        assert higher[name].mean == pytest.approx(-effect.mean, abs=1e-6)
