"""A trial as people use it: what may be told and asked, and what is refused."""

from datetime import UTC, date, datetime, timedelta

import pytest

from firststep import Trial
from firststep.errors import TrialError
from firststep.trial import allocation

FIRST = date(2026, 11, 1)
FOUR = ["frozen-bottle", "tennis-ball", "wooden-roller", "calf-stick"]


def begun(techniques=FOUR, **given):
    trial = Trial(techniques, **({"seed": 7} | given))
    trial.record(6, on=FIRST)
    return trial


def test_the_day_of_the_contract():
    trial = Trial(FOUR, usual_days=0.0, better="lower", seed=7)
    trial.record(pain=6, on=FIRST)
    advice = trial.advise()
    assert advice.technique in FOUR
    assert set(advice.chances) == set(FOUR)
    trial.record(pain=5, did=advice.technique)
    trial.record(pain=5, did=())
    trial.record(pain=None, did="calf-stick")
    assert trial.advise(allowed=["tennis-ball", "calf-stick"]).technique in ("tennis-ball", "calf-stick")
    trial.add("hands")
    trial.rest("wooden-roller")
    findings = trial.findings()
    assert findings.effects["tennis-ball"].days >= 0
    assert findings.contrast("tennis-ball", "calf-stick").chance == pytest.approx(0.5, abs=0.3)
    assert findings.joint(100, seed=1).shape == (100, 5)
    assert (findings.joint(9, seed=1) == findings.joint(9, seed=1)).all()


def test_mornings_follow_each_other_when_no_date_is_given():
    trial = begun()
    trial.record(5)
    assert trial.series.day(1) == FIRST + timedelta(days=1)


def test_days_left_out_are_missed_mornings_of_which_nothing_is_told():
    trial = begun()
    trial.record(4, did="calf-stick", on=FIRST + timedelta(days=3))
    assert trial.series.pain == (6.0, None, None, 4.0)
    assert trial.series.did == (None, frozenset(["calf-stick"]), None, None, None)


def test_a_second_score_on_a_date_is_an_edit_and_keeps_what_was_done():
    trial = begun()
    trial.record(5, did="calf-stick")
    trial.record(3, on=FIRST + timedelta(days=1))
    assert trial.series.pain == (6.0, 3.0)
    assert trial.series.did[1] == frozenset(["calf-stick"])


def test_advice_once_given_stands_even_when_a_score_is_corrected():
    trial = begun()
    given = trial.advise()
    trial.record(1, on=FIRST)
    assert trial.advise() == given


def test_a_corrected_score_does_not_change_the_draw_of_a_block_that_has_begun():
    for seed in range(5):
        trial = begun(seed=seed)
        drawn = trial.advise()
        trial.record(9, did=drawn.technique)
        trial.record(0, on=FIRST)
        assert trial.advise().technique == drawn.technique
        assert trial.advise().chances == drawn.chances
        assert Trial.from_dict(trial.to_dict()).advise() == trial.advise()


def test_a_block_keeps_its_draw_for_three_days():
    trial = begun()
    first = trial.advise().technique
    for _ in range(2):
        trial.record(5, did=first)
        assert trial.advise().technique == first


def test_a_block_lasts_longer_where_carry_over_is_long(monkeypatch):
    monkeypatch.setattr(allocation, "LONG_CARRY_OVER", 0.0)
    trial = begun()
    first = trial.advise()
    for _ in range(5):
        trial.record(5, did=first.technique)
        assert trial.advise().block == first.block
    trial.record(5, did=first.technique)
    assert trial.advise().block == first.block + timedelta(days=6)


def test_resting_one_technique_does_not_change_the_draw_of_another():
    trial = begun()
    drawn = trial.advise().technique
    trial.rest(next(name for name in FOUR if name != drawn))
    assert trial.advise().technique == drawn


def test_a_technique_that_is_probably_worse_is_rested_and_the_person_told():
    trial = Trial(["good", "bad"], seed=3)
    did = None
    for day in range(24):
        trial.record(3 if did == "good" else 7, did=did, on=FIRST + timedelta(days=day))
        did = "good" if day % 6 < 3 else "bad"
    advice = trial.advise(on=FIRST + timedelta(days=24))
    assert advice.rested == ("bad",)
    assert "Left out" in advice.words
    assert "bad" in advice.words
    assert advice.chances == {"good": 1.0}


def test_usual_days_come_at_their_share():
    trial = Trial(["a", "b"], usual_days=1 / 7, seed=5)
    usual = 0
    for day in range(210):
        trial.record(None, on=FIRST + timedelta(days=day))
        usual += trial.advise().technique is None
    assert 24 <= usual <= 36


def test_what_better_techniques_look_like_comes_more_often():
    trial = Trial(["a", "b"], seed=2)
    did = None
    for day in range(18):
        trial.record(4 if did == "a" else 5, did=did, on=FIRST + timedelta(days=day))
        did = "a" if day % 6 < 3 else "b"
    chances = trial.advise(on=FIRST + timedelta(days=18)).chances
    assert chances["a"] > 0.6 > chances.get("b", 0.0)


def test_what_is_allowed_is_respected_even_when_it_is_rested():
    trial = begun()
    assert trial.advise(allowed=["calf-stick"]).chances == {"calf-stick": 1.0}


@pytest.mark.parametrize("pain", [11, -1, 5.5, True, float("nan"), "6"])
def test_pain_must_be_a_whole_number_0_to_10(pain):
    with pytest.raises(TrialError, match=r"morning of 2026-11-02.*whole number 0 to 10"):
        begun().record(pain)


@pytest.mark.parametrize(
    ("call", "said"),
    [
        (lambda t: t.record(5, did="tenis-ball"), "2026-11-02.*'tenis-ball' is not in this comparison"),
        (lambda t: t.record(5, on=date(2026, 10, 1)), "2026-10-01.*before the first"),
        (lambda t: t.advise(allowed=[]), "nothing that is compared is allowed"),
        (lambda t: t.advise(allowed=["socks"]), "'socks'"),
        (lambda t: t.advise(on=date(2026, 10, 1)), "before the first morning"),
        (lambda t: t.advise(on=date(2026, 12, 1)), "more than 7 days after the last"),
        (lambda t: t.record(5, on=date(2206, 11, 2)), "check the year"),
        (lambda t: t.record(5, on=datetime(2026, 11, 2, 7, tzinfo=UTC)), "calendar date"),
        (lambda t: t.record(5, on="2026-11-02"), "calendar date"),
        (lambda t: t.findings().joint(-1, seed=1), "negative"),
        (lambda t: t.add("a;b"), "semicolon"),
        (lambda t: t.add("tennis-ball"), "compared already"),
        (lambda t: t.add("other"), "reserved"),
        (lambda t: t.rest("socks"), "'socks'"),
        (lambda t: t.findings().contrast("socks", "tennis-ball"), "'socks'"),
    ],
)
def test_what_cannot_be_is_refused_with_a_reason(call, said):
    with pytest.raises(TrialError, match=said):
        call(begun())


@pytest.mark.parametrize(
    ("make", "said"),
    [
        (lambda: Trial([]), "1 to 8"),
        (lambda: Trial([f"t{k}" for k in range(9)]), "1 to 8"),
        (lambda: Trial(["a", "a"]), "twice"),
        (lambda: Trial(["a"]), "nothing to be compared with"),
        (lambda: Trial(["a", "b"], usual_days=0.9), "usual_days"),
        (lambda: Trial(["a", "b"], better="up"), "better"),
        (lambda: Trial(["none", "b"]), "reserved"),
        (lambda: Trial(["Other", "b"]), "reserved"),
        (lambda: Trial([1, 2]), "cannot name a technique"),
        (lambda: Trial(["a", "b"], seed="7"), "whole number"),
        (lambda: Trial(["a", "b"]).findings(), "no morning"),
        (lambda: Trial(["a", "b"]).record(5), "needs its date"),
        (lambda: Trial.from_dict({}), "not a stored trial"),
    ],
)
def test_a_design_that_cannot_be_is_refused_with_a_reason(make, said):
    with pytest.raises(TrialError, match=said):
        make()


def test_a_refused_morning_leaves_the_trial_as_it_was():
    trial = begun()
    before = trial.to_dict()
    with pytest.raises(TrialError):
        trial.record(12)
    assert trial.to_dict() == before


def test_a_changed_store_is_refused_with_its_entry():
    stored = begun().to_dict()
    stored["log"][0] = {"kind": "morning", "on": "yesterday"}
    with pytest.raises(TrialError, match="entry 1"):
        Trial.from_dict(stored)


def test_a_stored_score_is_checked_like_a_new_one():
    stored = begun().to_dict()
    stored["log"][0]["pain"] = 42
    with pytest.raises(TrialError, match="whole number 0 to 10"):
        Trial.from_dict(stored)


def test_recording_the_same_morning_twice_changes_nothing():
    trial = begun()
    for _ in range(2):
        trial.record(4, did="calf-stick", on=FIRST + timedelta(days=3))
    assert trial.series.did == (None, frozenset(["calf-stick"]), None, None, None)


def test_a_late_entry_fills_a_missed_morning():
    trial = begun()
    trial.record(4, did="calf-stick", on=FIRST + timedelta(days=3))
    trial.record(7, on=FIRST + timedelta(days=1))
    assert trial.series.pain == (6.0, 7.0, None, 4.0)
    assert trial.series.did[1] == frozenset(["calf-stick"])


@pytest.mark.parametrize("seed", range(6))
def test_a_block_draws_alike_whichever_of_its_days_asks_first(seed):
    early, late = begun(["a", "b"], seed=seed), begun(["a", "b"], seed=seed)
    for day in range(1, 12):
        early.advise()
        for trial in (early, late):
            trial.record(5 + day % 2, did="ab"[day // 3 % 2])
    assert early.advise().technique == late.advise().technique
    assert early.advise().chances == late.advise().chances


def test_what_following_the_advice_means_on_a_usual_day_is_nothing_not_untold():
    trial = begun(["a", "b"], usual_days=0.5, seed=1)
    told = set()
    for _ in range(30):
        advice = trial.advise()
        assert advice.did == (() if advice.technique is None else (advice.technique,))
        told.add(advice.did)
        trial.record(5, did=advice.did)
    assert () in told
    assert trial.series.did.count(None) == 2  # before the first morning and after the last


def test_rest_day_is_the_word_on_screen():
    trial = begun(["a", "b"], usual_days=0.5, seed=1)
    words = set()
    for _ in range(30):
        words.add(trial.advise().words)
        trial.record(5, did=())
    assert any("rest day" in said for said in words)


def test_the_history_shows_the_answers_as_they_stood():
    trial = begun(["a", "b"])
    for day in range(1, 20):
        trial.record(5, did="ab"[day % 2])
    history = trial.history(every=7)
    assert [findings.mornings for findings in history] == [7, 14, 20]
    assert history[0].choice.kind == "too-early"
    assert history[-1].choice == trial.findings().choice
