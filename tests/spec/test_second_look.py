"""The second look: the same mornings with yesterday's load. Each answer, as a promise."""

from dataclasses import replace

import numpy as np
import pytest
from tests.conftest import made_up
from tests.loads import with_loads

from firststep.errors import TrialError
from firststep.trial import Lack, Series, find, second_look
from firststep.trial.second import line, line_at
from firststep.trial.verdict.answers import Estimate
from firststep.trial.verdict.judge import line_kind

EFFECTS = {"a": -1.0, "b": 0.0}


def walked(acts=0.0, *, effects=EFFECTS, **given):
    return with_loads(made_up(effects, **given), steps=0.1, acts=acts)


def look(series, **given):
    first = find(replace(series, loads={}), **given)
    return first, second_look(first, series.loads, whole={"steps": 1000.0})


def test_mornings_that_are_worse_after_long_days_are_called_so_with_a_size():
    _, second = look(walked(0.8))
    found = second.lines["steps"]
    assert found.kind == "higher"
    assert found.chance >= 0.995
    assert 0.5 < found.low < found.mean < found.high < 2.5
    assert second.findings.loads["steps"].mean == pytest.approx(0.8, abs=0.3)


def test_a_score_that_is_better_higher_makes_no_other_sizes():
    series = walked(0.8)
    lower, higher = look(series)[1], look(series, better="higher")[1]
    assert lower.lines == higher.lines


def test_mornings_that_are_the_same_either_way_are_called_so_in_time():
    series = with_loads(made_up(EFFECTS, mornings=300, residual=0.5), steps=0.0)
    assert line(series, "steps", whole=1000.0).kind == "alike"


def test_else_it_cannot_be_told():
    _, second = look(walked(mornings=40))
    assert second.lines["steps"].kind == "cannot-tell"


@pytest.mark.parametrize(
    ("low", "high", "chance", "kind"),
    [
        (0.1, 1.0, 0.996, "higher"),
        (0.1, 1.0, 0.994, "cannot-tell"),
        (-1.0, -0.1, 0.004, "lower"),
        (-0.4, 0.4, 0.5, "alike"),
        (-0.4, 0.6, 0.6, "cannot-tell"),
        (-0.6, 0.4, 0.4, "cannot-tell"),
        (0.1, 0.4, 0.996, "higher"),
    ],
)
def test_which_answer_holds_is_settled_by_the_interval_and_one_threshold(low, high, chance, kind):
    assert line_kind(Estimate((low + high) / 2, 0.2, low, high), chance) == kind


def test_the_line_is_the_upper_quarter_of_the_days_rounded_and_never_looks_at_a_score():
    series = walked(0.8)
    other = replace(series, pain=tuple(None if pain is None else 10.0 - pain for pain in series.pain))
    told = series.loads["steps"]
    known = [steps for steps in told[:-1] if steps is not None]
    assert line_at(told, 1000.0) == round(np.quantile(known, 0.75) / 1000.0) * 1000.0
    one, two = (line(each, "steps", whole=1000.0) for each in (series, other))
    assert (one.above, one.days, one.others) == (two.above, two.days, two.others)


@pytest.mark.parametrize(
    ("days", "above"),
    [
        ([0.0, 0.0, 1.0] * 10, 0.0),  # a load that is there or not, on more days than a quarter
        ([0.0] * 25 + [1.0] * 5, 0.0),
        ([6000.0, 6100.0, 14000.0] * 10, 13000.0),
        ([float(1000 * k) for k in range(1, 25)], 18000.0),
    ],
)
def test_the_line_is_lower_where_else_fewer_than_five_days_lie_above_it(days, above):
    whole = 1.0 if max(days) < 1000 else 1000.0
    assert line_at((*days, None), whole) == above
    assert sum(day > above for day in days) >= 5


def test_the_day_after_the_last_morning_moves_no_line():
    told = walked().loads["steps"]
    assert line_at((*told[:-1], 90_000.0), 1000.0) == line_at((*told[:-1], None), 1000.0)


def test_nothing_is_said_under_21_mornings_after_a_known_day():
    told = tuple(float(k) for k in range(41))
    for scored, missing in ((20, Lack.DAYS), (21, None)):
        pain = (5.0,) * scored + (None,) * (40 - scored)
        series = Series(("a",), made_up(EFFECTS).start, pain, (None,) * 41)
        second = second_look(find(series), {"steps": told}, whole={})
        assert second.lacking == ({"steps": missing} if missing else {})
        assert (second.findings is None) == (missing is not None)
        assert second.known == {"steps": scored}


def test_days_not_known_are_no_days_of_little():
    """Nobody counted half of the days: what is said of steps stays what it was, only less surely."""
    series = walked(0.8, mornings=120)
    told = series.loads["steps"]
    half = tuple(None if k % 2 else steps for k, steps in enumerate(told))
    whole, less = (
        look(replace(series, loads={"steps": one}))[1].findings.loads["steps"] for one in (told, half)
    )
    assert less.known < 0.6 * whole.known
    assert less.sd > whole.sd
    assert abs(less.mean - whole.mean) < 2.0 * less.sd
    assert less.mean > 0.4


def test_there_is_no_line_while_too_few_days_are_known():
    series = walked(mornings=84)
    known = tuple(steps if k < 20 else None for k, steps in enumerate(series.loads["steps"]))
    assert line(replace(series, loads={"steps": known}), "steps", whole=1000.0) is None
    assert line(series.before(3), "steps", whole=1000.0) is None


def test_days_too_close_to_each_other_have_no_line():
    series = walked()
    close = tuple(None if steps is None else 8000.0 + steps / 40.0 for steps in series.loads["steps"])
    _, second = look(replace(series, loads={"steps": close}))
    assert second.lines["steps"] is None
    assert second.findings.loads["steps"].known > 21


def test_a_load_that_lacks_something_is_left_out_and_named():
    series = walked()
    same = (8000.0,) * len(series.did)
    second = second_look(find(replace(series, loads={})), {**series.loads, "standing": same}, whole={})
    assert set(second.lines) == {"steps"}
    assert second.lacking == {"standing": Lack.VARIATION}


def test_the_first_findings_stay_without_load_and_decide():
    series = walked(0.8)
    first, second = look(series)
    assert first.loads == {}
    assert first.effects == find(replace(series, loads={})).effects
    assert second.findings.effects != first.effects


def test_a_technique_after_which_one_walks_more_moves():
    """All of what it seems to do is done by the walking: with the steps it is gone, and that is said."""
    series = made_up({"a": 0.0, "b": 0.0, "c": 0.0}, mornings=160, residual=0.5, carry_over=0.0, missed=0.0)
    generator = np.random.default_rng(3)
    steps = [
        7000.0 + 3000.0 * (done == frozenset("a")) + round(3000.0 * generator.standard_normal())
        for done in series.did
    ]
    felt = [5.0 + 0.5 * (one - 7000.0) / 1500.0 + 0.5 * generator.standard_normal() for one in steps[:-1]]
    pain = tuple(float(np.clip(round(one), 0, 10)) for one in felt)
    first, second = look(replace(series, pain=pain, loads={"steps": tuple(steps)}))
    assert first.against_others("a").low > 0.3
    assert abs(second.findings.against_others("a").mean) < 0.4
    assert "a" in second.moved
    _, calm = look(walked(0.5))
    assert calm.moved == ()


@pytest.mark.parametrize("bad", [(1.0,) * 3, (float("nan"),) * 85, ("much",) * 85, (True,) * 85])
def test_what_is_no_load_is_refused(bad):
    with pytest.raises(TrialError, match="the load 'steps'"):
        replace(made_up(EFFECTS), loads={"steps": bad})
