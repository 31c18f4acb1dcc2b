"""Draws for one day a second way: the race written out, chances counted, the witness over every path."""

from datetime import timedelta
from hashlib import sha256
from itertools import permutations
from math import log

import pytest
from tests.conftest import START

from firststep.trial import Advice, Series, Trial, another, witness

NAMES = ("a", "b", "c", "d")


def clock(seed, *key):
    digest = sha256("|".join([str(seed), *key]).encode()).digest()
    return -log(1.0 - int.from_bytes(digest[:7], "big") / 2**56)


def ranking(chances, seed, *key):
    """Everybody in a race, in the order of arriving."""
    return sorted(chances, key=lambda name: clock(seed, *key, name) / chances[name])


def advice(technique, chances, *, block=0, on=None, days=1, seed=0):
    first = START + timedelta(days=block)
    return Advice(
        technique=technique,
        on=first if on is None else START + timedelta(days=on),
        chances=chances,
        usual_days=0.0,
        allowed=tuple(chances),
        rested=(),
        block=first,
        days=days,
        cut_off=first,
        engine="test",
        seed=seed,
    )


def test_the_order_of_a_first_week_is_that_of_its_races():
    for seed in range(50):
        trial, left = Trial(NAMES, seed=seed), list(NAMES)
        for number in range(4):
            on = START + timedelta(days=number)
            trial.record(5, on=on)
            drawn = trial.try_one(left).technique
            assert drawn == ranking(dict.fromkeys(left, 1.0), seed, "try", on.isoformat())[0]
            left.remove(drawn)


def test_another_one_is_the_next_to_arrive_in_the_race():
    chances = {"a": 0.5, "b": 0.3, "c": 0.15, "d": 0.05}
    for seed in range(200):
        for days, key in ((3, ()), (1, ("try",))):
            order = ranking(chances, seed, *key, START.isoformat())
            first = advice(order[0], chances, days=days, seed=seed)
            for place in (1, 2, 3):
                assert another(first, without=order[:place], allowed=NAMES).technique == order[place]
            assert another(first, without=NAMES, allowed=NAMES) is None


def test_the_second_draw_has_the_chances_that_are_stored_with_it():
    """Counted over many seeds, given which one came first: each share within 4 standard errors."""
    chances = {"a": 0.5, "b": 0.3, "c": 0.15, "d": 0.05}
    counts = dict.fromkeys("bcd", 0)
    for seed in range(40_000):
        order = ranking(chances, seed, START.isoformat())
        if order[0] == "a":
            second = another(advice("a", chances, days=3, seed=seed), without="a", allowed=NAMES)
            counts[second.technique] += 1
    total = sum(counts.values())
    for name, chance in second.chances.items():
        error = (chance * (1 - chance) / total) ** 0.5
        assert counts[name] / total == pytest.approx(chance, abs=4 * error)


def test_what_the_first_draw_left_out_comes_last():
    first = Advice(
        technique="a",
        on=START,
        chances={"a": 0.6, "b": 0.4},
        usual_days=0.0,
        allowed=NAMES,
        rested=("c", "d"),
        block=START,
        days=3,
        cut_off=START,
        engine="test",
        seed=3,
    )
    assert another(first, without="a", allowed=NAMES).chances == {"b": 1.0}
    last = another(first, without="ab", allowed=NAMES)
    assert last.chances == {"c": 0.5, "d": 0.5}
    assert another(first, without="ab", allowed="ab") is None


def test_a_rest_day_has_no_second_draw():
    assert another(advice(None, {"a": 0.5, "b": 0.5}, days=3), without=(), allowed=NAMES) is None


SCORES = (6.0, 5.0, 3.0, None, 7.0, 8.0, 4.0, 3.0, 0.0, 1.0)


def week_and_blocks(order, later):
    """A first week of three days, then the rest of the block that began on its last day, then one more."""
    left, given = list("abc"), []
    for day, name in enumerate(order):
        given.append(advice(name, dict.fromkeys(left, 1.0 / len(left)), block=day))
        left.remove(name)
    weights = {"a": 0.2, "b": 0.3, "c": 0.5} if order[0] == "a" else {"a": 0.6, "b": 0.2, "c": 0.2}
    given.append(advice(later[0], weights, block=2, on=3, days=3))
    given.append(advice(later[1], {"a": 0.5, "b": 0.5}, block=5, days=3))
    return given


def test_the_witness_stays_exact_over_a_first_week():
    """The mean of its product over all paths, each as likely as its chances say, is one."""
    series = Series(("a", "b", "c"), START, SCORES, (None,) * (len(SCORES) + 1))
    mean = total = 0.0
    for order in permutations("abc"):
        for third in "abc":
            for fourth in "ab":
                given = week_and_blocks(order, (third, fourth))
                chance = 1.0
                for one in given:
                    chance *= one.chances[one.technique]
                total += chance
                said = witness(series, given)
                mean += chance * said.evidence
                assert said.blocks == 4  # the last of three leaves no choice
    assert total == pytest.approx(1.0, abs=1e-12)
    assert mean == pytest.approx(1.0, abs=1e-9)


def test_the_race_of_a_day_to_try_says_nothing_of_the_block_that_goes_on_after_it():
    """Both may have begun on one day; given which was tried, each is as likely to be drawn for the block."""
    same = 0
    for seed in range(4_000):
        tried = ranking(dict.fromkeys(NAMES, 1.0), seed, "try", START.isoformat())[0]
        same += tried == ranking(dict.fromkeys(NAMES, 1.0), seed, START.isoformat())[0]
    assert same / 4_000 == pytest.approx(0.25, abs=4 * (0.25 * 0.75 / 4_000) ** 0.5)
