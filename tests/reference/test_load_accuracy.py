"""A slice of the bench of loads: the same people, fewer of them. The bench has the real table.

Bounds leave room for the noise of few people: they catch an engine that is broken, not one
that is a little worse.
"""

import pytest
from bench.accuracy.load import run
from bench.accuracy.load.looked import look

from firststep.cohort.walking import NAMES, Walking, walked
from firststep.trial.yardsticks import LOAD_AT

PEOPLE = 24


def people(walking):
    return [look((walking, seed, run.WEEKLY)) for seed in range(PEOPLE)]


@pytest.fixture(scope="module")
def unmoved():
    return people(Walking(hurts=run.HURTS))


@pytest.fixture(scope="module")
def moved():
    return people(Walking(matters=0.6, pushed=run.PUSHED))


def test_nothing_is_said_of_steps_that_do_nothing(unmoved):
    worse, better = run.said(unmoved, LOAD_AT, run.WEEKLY)
    assert worse.hits + better.hits <= 3
    assert sum(bool(one.chances) for one in unmoved) >= PEOPLE - 1


def test_worse_mornings_after_long_days_are_found(moved):
    worse, better = run.said(moved, LOAD_AT, run.WEEKLY)
    assert worse.share >= 0.5
    assert better.hits == 0
    assert sum(one.alike for one in moved) <= 2


def test_intervals_hold_the_truth(unmoved, moved):
    loads = run.covered([one.load for one in (*unmoved, *moved)])
    lines = run.covered([one.step for one in (*unmoved, *moved)])
    contrasts = run.covered([pair for one in (*unmoved, *moved) for pair in one.with_])
    assert loads.share >= 0.78
    assert lines.share >= 0.75
    assert 0.84 <= contrasts.share <= 0.98


def test_the_same_person_comes_every_time_and_another_seed_is_another():
    one, again, other = (walked(Walking(pushed=0.3), seed) for seed in (1, 1, 2))
    assert one.series == again.series
    assert one.series != other.series
    assert one.total.tolist() == one.effects.tolist()  # where steps do nothing, nothing comes by way of them


def test_what_a_technique_does_by_way_of_steps_is_in_its_total():
    """Lived twice with the same chances, once with a technique that makes one walk more."""
    still, pushed = (walked(Walking(matters=0.5, pushed=push, lost=0.0), 5) for push in (0.0, 0.4))
    assert still.effects.tolist() == pushed.effects.tolist() == still.total.tolist()
    series, mean = pushed.series, {}
    for name in NAMES:
        steps = [s for s, d in zip(series.loads["steps"], series.did, strict=True) if d == frozenset([name])]
        mean[name] = sum(steps) / len(steps)
    most, least = max(mean, key=mean.get), min(mean, key=mean.get)
    by_steps = dict(zip(NAMES, pushed.total - pushed.effects, strict=True))
    assert by_steps[most] - by_steps[least] == pytest.approx(
        pushed.a_step * (mean[most] - mean[least]), rel=0.5
    )
