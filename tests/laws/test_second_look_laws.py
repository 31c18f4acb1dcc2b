"""What holds of a second look for every diary and every load."""

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from tests.conftest import START

from firststep.errors import TrialError
from firststep.trial import Lack, Series, find, lack, second_look

SETTINGS = settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
NAMES = ("a", "b")
STEPS = st.integers(0, 40).map(lambda k: 500.0 * k)


@st.composite
def walked(draw, loads=1):
    """Any diary of five to six weeks with loads that tell enough: up to five mornings and days unknown."""
    mornings = draw(st.integers(36, 42))
    doing = st.sampled_from([None, frozenset(), frozenset("a"), frozenset("b"), frozenset("ab")])
    pain = _with_holes(draw, st.integers(0, 10).map(float), mornings)
    told = {f"load-{k}": (*_with_holes(draw, STEPS, mornings), None) for k in range(loads)}
    assume(not any(lack(amounts, pain) for amounts in told.values()))
    return Series(NAMES, START, pain, (*(draw(doing) for _ in pain), None), told)


def _with_holes(draw, values, size):
    holes = draw(st.sets(st.integers(0, size - 1), max_size=5))
    told = draw(st.lists(values, min_size=size, max_size=size))
    return tuple(None if k in holes else value for k, value in enumerate(told))


def numbers(findings):
    effects = [[one.mean, one.sd, one.low, one.high] for one in findings.effects.values()]
    return pytest.approx([x for one in effects for x in one], abs=1e-6)


def flat(findings):
    return [x for one in findings.effects.values() for x in (one.mean, one.sd, one.low, one.high)]


def of(load):
    return [load.mean, load.sd, load.low, load.high, load.chance]


@SETTINGS
@given(walked(), st.floats(0.01, 1000.0), st.floats(-1e4, 1e4))
def test_a_load_in_another_unit_and_from_another_nought_changes_nothing(series, factor, shift):
    name, told = next(iter(series.loads.items()))
    other = tuple(None if amount is None else factor * amount + shift for amount in told)
    before, after = find(series), find(replace(series, loads={name: other}))
    assert flat(after) == numbers(before)
    assert of(after.loads[name]) == pytest.approx(of(before.loads[name]), abs=1e-6)
    assert after.loads[name].typical == pytest.approx(factor * before.loads[name].typical)


@SETTINGS
@given(walked())
def test_a_load_turned_over_turns_over_what_it_goes_with(series):
    name, told = next(iter(series.loads.items()))
    other = tuple(None if amount is None else -amount for amount in told)
    before, after = find(series), find(replace(series, loads={name: other}))
    assert flat(after) == numbers(before)
    assert after.loads[name].mean == pytest.approx(-before.loads[name].mean, abs=1e-6)
    assert after.loads[name].chance == pytest.approx(1.0 - before.loads[name].chance, abs=1e-6)


@SETTINGS
@given(walked(loads=2))
def test_loads_in_another_order_and_under_other_names_are_the_same_loads(series):
    one, two = series.loads
    turned = {"x": series.loads[two], "y": series.loads[one]}
    before, after = find(series), find(replace(series, loads=turned))
    assert flat(after) == numbers(before)
    assert of(after.loads["x"]) == pytest.approx(of(before.loads[two]), abs=1e-6)
    assert of(after.loads["y"]) == pytest.approx(of(before.loads[one]), abs=1e-6)


@SETTINGS
@given(walked())
def test_a_missed_morning_after_a_day_not_known_changes_nothing(series):
    loads = {name: (*told[:-1], None, None) for name, told in series.loads.items()}
    longer = replace(series, pain=(*series.pain, None), did=(*series.did[:-1], None, None), loads=loads)
    assert flat(find(longer)) == numbers(find(series))


@SETTINGS
@given(walked(), st.floats(-1e6, 1e6))
def test_a_load_that_never_changes_is_refused_by_the_engine_and_left_out_of_the_look(series, amount):
    same = tuple(None if told is None else amount for told in series.loads["load-0"])
    first = find(replace(series, loads={}))
    with pytest.raises(TrialError, match=r"nearly the same on every day"):
        find(replace(series, loads={"load-0": same}))
    found = second_look(first, {"load-0": same}, whole={})
    assert (found.findings, found.lacking) == (None, {"load-0": Lack.VARIATION})


@SETTINGS
@given(walked())
def test_a_second_look_leaves_the_first_as_it_was(series):
    first = find(replace(series, loads={}))
    before = flat(first)
    second_look(first, series.loads, whole={})
    assert flat(first) == before == flat(find(replace(series, loads={})))
