"""The promise of the triggers, on a slice of what `bench.accuracy.triggers.run` measures in full."""

import numpy as np
import pytest
from bench.accuracy.triggers.histories import made_up, real, with_runs
from bench.accuracy.triggers.run import everything, look, plain, steps

AT_MOST = 0.1


@pytest.mark.parametrize("whose", ["phone A (Google)", "wrist B (Fitbit)", "wrist C (Fitbit)"])
def test_on_real_days_at_most_one_in_ten_is_told_anything_where_nothing_set_it_off(whose):
    histories = real()
    if not histories:
        pytest.skip("no real histories here: ../shared/data is absent")
    rng = np.random.default_rng(8)
    history = with_runs(rng, histories[whose])
    looked = list(look(rng, [(whose, history)], everything, every=11))
    assert len(looked) > 30
    assert sum(one.alarm for one in looked) <= AT_MOST * len(looked)


def test_on_days_that_are_made_up_too():
    rng = np.random.default_rng(5)
    people = [(str(n), made_up(rng, 900, drift=0.01, season=0.2, lost=0.1)) for n in range(8)]
    looked = list(look(rng, people, plain, every=40))
    assert len(looked) > 60
    assert sum(one.alarm for one in looked) <= AT_MOST * len(looked)


def test_a_large_jump_is_found_far_more_often_than_none():
    rng = np.random.default_rng(6)
    people = [(str(n), made_up(rng, 900, drift=0.0, season=0.0, lost=0.1)) for n in range(8)]
    looked = list(look(rng, people, steps(3, 7), every=40))
    assert sum(one.alarm for one in looked) > 0.8 * len(looked)
