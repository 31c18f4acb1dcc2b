"""Does it matter which technique is done? Each answer, as a promise."""

from datetime import date, timedelta

import pytest
from tests.conftest import made_up

from firststep.errors import TrialError
from firststep.trial import Series, Trial, find
from firststep.trial.verdict.judge import Chances, choice_kind


def chances(**given):
    usual = {"near_best": 0.8, "beats_others": 0.8, "alike": 0.2, "leader_helps": 0.5, "none_helps": 0.5}
    return Chances(leader=0, best=None, **(usual | given))


def test_it_is_too_early_below_ten_scored_mornings():
    findings = find(made_up({"a": -3.0, "b": 0.0}, mornings=9, missed=0.0))
    assert findings.choice.kind == "too-early"
    assert findings.choice.technique is None
    assert "9 scored mornings" in findings.choice.words


def test_it_is_too_early_while_a_technique_has_fewer_than_two_mornings_after_it():
    series = made_up({"a": -3.0, "b": 0.0}, mornings=40)
    never = Series(("a", "b", "c"), series.start, series.pain, series.did)
    findings = find(never)
    assert findings.choice.kind == "too-early"
    assert "right after c" in findings.choice.words


def test_a_missed_morning_does_not_count_as_a_scored_one():
    series = made_up({"a": -3.0, "b": 0.0}, mornings=40, missed=0.85)
    assert series.scored < 10
    assert find(series).choice.kind == "too-early"


def test_a_clear_winner_is_found_and_named_with_a_size():
    findings = find(made_up({"a": -2.5, "b": 0.0, "c": 0.0}))
    assert (findings.choice.kind, findings.choice.technique) == ("found", "a")
    assert findings.choice.certainty >= 0.97
    assert "points lower" in findings.choice.words
    assert findings.choice.mornings_to_go is None


def test_the_score_may_be_better_higher():
    findings = find(made_up({"a": 2.5, "b": 0.0, "c": 0.0}, level=4.0), better="higher")
    assert (findings.choice.kind, findings.choice.technique) == ("found", "a")
    assert "points higher" in findings.choice.words


def test_techniques_that_are_alike_are_called_alike_and_left_to_comfort():
    findings = find(made_up({"a": -0.5, "b": -0.5}, mornings=150, residual=0.4))
    assert findings.choice.kind == "no-difference"
    assert "comfort" in findings.choice.words


def test_found_needs_both_halves():
    assert choice_kind(chances(near_best=0.99, beats_others=0.999)) == "found"
    assert choice_kind(chances(near_best=0.96, beats_others=0.999)) == "leaning"
    assert choice_kind(chances(near_best=0.99, beats_others=0.9)) == "safe-choice"


def test_found_goes_before_no_difference_which_goes_before_a_safe_choice():
    assert choice_kind(chances(near_best=0.99, beats_others=0.999, alike=0.95)) == "found"
    assert choice_kind(chances(near_best=0.99, beats_others=0.9, alike=0.95)) == "no-difference"


def test_leaning_says_who_is_ahead_how_sure_and_how_long_it_may_take():
    findings = find(made_up({"a": -0.8, "b": -0.3, "c": -0.2}, mornings=25, seed=3))
    assert findings.choice.kind == "leaning"
    assert findings.choice.technique in findings.techniques
    assert findings.choice.certainty == findings.effects[findings.choice.technique].chance_best
    low, likely, high = findings.choice.mornings_to_go
    assert low is None or low <= (likely or 85) <= (high or 85)
    assert "ahead" in findings.choice.words


def test_nothing_is_called_best_where_nobody_said_which_way_is_better():
    findings = find(made_up({"a": -2.5, "b": 0.0}), better=None)
    assert findings.choice.kind == "not-asked"
    assert findings.choice.technique is None
    assert findings.helps.kind == "not-asked"
    assert findings.contrast("a", "b").chance is None
    assert findings.contrast("a", "b").mean == pytest.approx(-2.5, abs=0.8)
    assert all(effect.chance_best is None for effect in findings.effects.values())


def test_one_technique_alone_leaves_no_choice_to_answer():
    findings = find(made_up({"a": -1.0}, rest=0.3))
    assert findings.choice.kind == "not-asked"
    assert "Only a" in findings.choice.words


def test_a_rested_technique_is_out_of_the_choice_but_keeps_its_effect():
    series = made_up({"a": -2.5, "b": 0.0, "c": -0.1})
    findings = find(series, rested=frozenset(["a"]))
    assert findings.choice.technique != "a"
    assert findings.effects["a"].chance_best is None
    assert findings.effects["a"].mean == find(series).effects["a"].mean


def test_falling_pain_alone_makes_no_winner():
    """What fools a before/after comparison: one long a, then one long b, as pain falls."""
    start = date(2026, 1, 5)
    pain = tuple(float(round(7 - 0.06 * day)) for day in range(60))
    did = (None, *[frozenset(["a"])] * 30, *[frozenset(["b"])] * 30)
    findings = find(Series(("a", "b"), start, pain, did))
    assert findings.choice.kind in ("leaning", "no-difference")
    assert findings.contrast("b", "a").low < 0 < findings.contrast("b", "a").high


def test_a_verdict_does_not_end_the_diary():
    trial = Trial(["a", "b"], seed=1)
    series = made_up({"a": -2.5, "b": 0.0})
    for day, (pain, did) in enumerate(zip(series.pain, series.did, strict=False)):
        trial.record(pain, did=did, on=series.start + timedelta(days=day))
    assert trial.findings().choice.kind == "found"
    trial.record(9, did="a")
    assert trial.findings().mornings == 85


@pytest.mark.parametrize("score", [0.0, 10.0])
def test_nothing_is_called_alike_at_the_end_of_the_scale(score):
    """Where every score is 0 or 10, scores cannot show a difference."""
    did = (None, *[frozenset([name]) for name in "aaabbb" * 14])
    findings = find(Series(("a", "b"), date(2026, 1, 5), (score,) * 84, did))
    assert findings.choice.kind not in ("no-difference", "found")


def test_a_direction_that_is_none_is_refused():
    with pytest.raises(TrialError, match="'up'"):
        find(made_up({"a": 0.0, "b": 0.0}), better="up")
