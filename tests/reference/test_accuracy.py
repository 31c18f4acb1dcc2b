"""A slice of the accuracy bench: the same people, fewer of them. The bench has the real table.

Bounds leave room for the noise of few people: they catch an engine that is broken, not one
that is a little worse.
"""

import pytest

from firststep.cohort import rows, score
from firststep.cohort.many import live_all
from firststep.trial.yardsticks import FOUND_AT

PEOPLE = 16


@pytest.fixture(scope="module")
def lives():
    group = (*rows.STANDARD, rows.WEEKLY[1], rows.AS_BELIEVED[0], rows.BREAKING[1])
    tasks = [(row, seed) for row in group for seed in range(PEOPLE)]
    out = live_all(tasks)
    return {row: out[k * PEOPLE : (k + 1) * PEOPLE] for k, row in enumerate(group)}


def test_intervals_hold_the_truth(lives):
    held = [
        score.contrasts_covered(lives[row]) for row in (*rows.STANDARD, *rows.AS_BELIEVED, rows.BREAKING[1])
    ]
    assert 0.84 <= sum(held, score.Rate(0, 0)).share <= 0.995


def test_nothing_is_found_where_all_are_alike(lives):
    assert score.found(lives[rows.STANDARD[0]], FOUND_AT).hits <= 2


def test_what_is_found_is_right_and_often_found(lives):
    differ = lives[rows.STANDARD[1]] + lives[rows.STANDARD[2]]
    assert score.found(differ, FOUND_AT).share >= 0.4
    assert score.found_right(differ, FOUND_AT).share >= 0.85


def test_the_draws_spare_pain(lives):
    ours, weekly = score.avoidable(lives[rows.STANDARD[2]]), score.avoidable(lives[rows.WEEKLY[1]])
    assert ours < 0.7 * weekly


def test_truths_lie_anywhere_in_what_is_believed(lives):
    assert score.ranks_even(lives[rows.AS_BELIEVED[0]], contrasts=True) > 1e-3
    assert score.ranks_even(lives[rows.AS_BELIEVED[0]], contrasts=False) > 1e-3
