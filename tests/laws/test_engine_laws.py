"""What holds of the engine for every diary."""

from dataclasses import replace
from datetime import timedelta

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.conftest import START

from firststep.trial import Lattices, Series, Trial, find
from firststep.trial.model.exposure import record
from firststep.trial.model.mixture import posterior
from firststep.trial.verdict.judge import Chances, choice_kind, helps_kind

NAMES = ("a", "b", "c", "d")
SETTINGS = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@st.composite
def diaries(draw, least=2, most=4):
    """Any diary of up to a month."""
    names = NAMES[: draw(st.integers(least, most))]
    mornings = draw(st.integers(1, 30))
    doing = st.one_of(st.none(), st.just("other"), *map(st.just, names), st.just(""), st.just("ab"))
    did = [_done(draw(doing), names) for _ in range(mornings + 1)]
    pain = [draw(st.one_of(st.none(), st.integers(0, 10).map(float))) for _ in range(mornings)]
    return Series(names, START, tuple(pain), tuple(did))


def _done(said, names):
    if said is None:
        return None
    return frozenset([said]) if said == "other" or said in names else frozenset(set(said) & set(names))


def numbers(findings):
    return [
        [effect.mean, effect.sd, effect.low, effect.high, effect.chance_best]
        for effect in findings.effects.values()
    ]


@SETTINGS
@given(diaries())
def test_a_missed_morning_with_nothing_told_changes_no_effect(series):
    longer = replace(series, pain=(*series.pain, None), did=(*series.did[:-1], None, None))
    shorter = replace(series, did=(*series.did[:-1], None))
    assert numbers(find(longer)) == pytest.approx(np.array(numbers(find(shorter))), abs=1e-9)


@SETTINGS
@given(diaries(), st.randoms(use_true_random=False))
def test_relabelling_and_reordering_the_techniques_permutes_the_findings(series, random):
    order = list(range(len(series.techniques)))
    random.shuffle(order)
    names = {old: f"name-{k}" for k, old in enumerate(series.techniques)} | {"other": "other"}
    did = tuple(None if done is None else frozenset(names[d] for d in done) for done in series.did)
    other = replace(series, techniques=tuple(names[series.techniques[k]] for k in order), did=did)
    before, after = find(series), find(other)
    means = [effect.mean for effect in before.effects.values()]
    assert [after.effects[names[old]].mean for old in series.techniques] == pytest.approx(means, abs=1e-9)
    if min(np.diff(sorted(means)), default=1.0) > 1e-9:  # a tie may be drawn either way
        best = [effect.chance_best for effect in before.effects.values()]
        assert [after.effects[names[old]].chance_best for old in series.techniques] == best
        assert after.choice.kind == before.choice.kind


@SETTINGS
@given(diaries(), st.integers(-4000, 4000))
def test_shifting_all_dates_changes_nothing(series, days):
    shifted = replace(series, start=series.start + timedelta(days=days))
    assert numbers(find(shifted)) == numbers(find(series))


@SETTINGS
@given(diaries())
def test_turning_the_scale_over_turns_the_effects_over(series):
    turned = replace(series, pain=tuple(None if p is None else 10.0 - p for p in series.pain))
    lower, higher = find(series), find(turned, better="higher")
    for name, effect in lower.effects.items():
        assert higher.effects[name].mean == pytest.approx(-effect.mean, abs=1e-9)
        assert higher.effects[name].low == pytest.approx(-effect.high, abs=1e-6)
    means = sorted(effect.mean for effect in lower.effects.values())
    if min(np.diff(means)) > 1e-9:  # a tie may be drawn either way
        for name, effect in lower.effects.items():
            assert higher.effects[name].chance_best == pytest.approx(effect.chance_best, abs=1e-3)


@SETTINGS
@given(diaries())
def test_chances_sum_to_one_and_intervals_have_a_width(series):
    findings = find(series)
    assert sum(e.chance_best for e in findings.effects.values()) == pytest.approx(1.0)
    for effect in findings.effects.values():
        assert effect.low < effect.high
        assert effect.sd > 0.0


@SETTINGS
@given(diaries())
def test_a_contrast_the_other_way_round_is_its_mirror(series):
    findings = find(series)
    one, two = findings.contrast("a", "b"), findings.contrast("b", "a")
    assert (one.mean, one.low, one.chance) == pytest.approx((-two.mean, -two.high, 1 - two.chance), abs=1e-6)


@SETTINGS
@given(diaries())
def test_the_mixture_is_a_distribution(series):
    mixture = posterior(record(series))
    assert mixture.weight.sum() == pytest.approx(1.0)
    assert np.isfinite(mixture.mean).all()
    assert (np.einsum("iip->ip", mixture.covariance) > 0).all()


CHANCES = st.builds(
    Chances,
    leader=st.just(0),
    best=st.just(np.ones(1)),
    near_best=st.floats(0, 1),
    beats_others=st.floats(0, 1),
    alike=st.floats(0, 1),
    leader_helps=st.floats(0, 1),
    none_helps=st.floats(0, 1),
)


@given(CHANCES, st.floats(0.5, 1.0), st.floats(0.5, 1.0))
def test_a_stricter_rule_never_becomes_sure_sooner(seen, one, two):
    strict, lax = max(one, two), min(one, two)
    if choice_kind(seen, strict) == "found":
        assert choice_kind(seen, lax) == "found"
    if helps_kind(seen, strict) == "yes":
        assert helps_kind(seen, lax) == "yes"


@st.composite
def lives(draw):
    """A trial lived for up to ten days: scores, obedience, changes of the compared set."""
    trial = Trial(
        NAMES[:3], usual_days=draw(st.sampled_from([0.0, 1 / 7, 0.5])), seed=draw(st.integers(0, 99))
    )
    did = None
    for morning in range(draw(st.integers(1, 10))):
        trial.record(
            draw(st.one_of(st.none(), st.integers(0, 10))), did=did, on=START if morning == 0 else None
        )
        if draw(st.booleans()):
            advice = trial.advise()
            did = draw(st.sampled_from([advice.technique or (), "other", (), None]))
        if draw(st.integers(0, 9)) == 0 and "d" not in trial.techniques:
            trial.add("d")
        if draw(st.integers(0, 9)) == 0 and len(trial.compared) > 2:
            trial.rest(trial.compared[-1])
    return trial


@SETTINGS
@given(lives())
def test_a_stored_trial_lives_again_bit_for_bit(trial):
    stored = trial.to_dict()
    restored = Trial.from_dict(stored)
    assert restored.to_dict() == stored
    assert restored.replayed().to_dict() == stored


@SETTINGS
@given(lives())
def test_asking_for_advice_twice_gives_the_same_advice(trial):
    first = trial.advise()
    assert trial.advise() == first
    assert Trial.from_dict(trial.to_dict()).advise() == first


@SETTINGS
@given(lives())
def test_every_technique_in_the_draw_keeps_a_chance(trial):
    advice = trial.advise()
    assert sum(advice.chances.values()) == pytest.approx(1.0)
    assert set(advice.chances) | set(advice.rested) == set(advice.allowed)
    assert min(advice.chances.values()) > 0.01
    assert advice.technique is None or advice.technique in advice.chances


@SETTINGS
@given(diaries(), st.integers(1, 29))
def test_what_followed_a_diary_says_the_same_as_what_meets_it_at_once(series, before):
    lattices = Lattices()
    for upto in range(min(before, len(series)), len(series) + 1):
        find(series.before(upto), lattices=lattices)
    assert numbers(find(series, lattices=lattices)) == numbers(find(series))
