"""What holds of the second witness for every diary and every draw."""

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.conftest import START

from firststep.trial import Advice, Series, witness

NAMES = ("a", "b", "c")
SETTINGS = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
SCORES = st.one_of(st.none(), st.integers(0, 10).map(float))


@st.composite
def lives(draw):
    """Any mornings, and draws in blocks of three, some asked for a second time with less allowed."""
    pain = tuple(draw(st.lists(SCORES, min_size=1, max_size=30)))
    given_ = []
    for block in range(0, len(pain), 3):
        names = draw(st.lists(st.sampled_from(NAMES), min_size=1, max_size=3, unique=True))
        weights = [draw(st.integers(1, 9)) for _ in names]
        chances = {name: weight / sum(weights) for name, weight in zip(names, weights, strict=True)}
        first = START + timedelta(days=block)
        for later in sorted(draw(st.sets(st.integers(0, 2), max_size=3))):
            technique = draw(st.sampled_from([*names, None]))
            on = first + timedelta(days=later)
            given_.append(Advice(technique, on, chances, 0.0, tuple(names), (), first, 3, first, "law", 0))
    return Series(NAMES, START, pain, (None,) * (len(pain) + 1)), given_


@SETTINGS
@given(lives(), st.integers(-4000, 4000))
def test_shifting_all_dates_changes_nothing(life, days):
    series, advices = life
    by = timedelta(days=days)
    shifted = [
        replace(one, on=one.on + by, block=one.block + by, cut_off=one.cut_off + by) for one in advices
    ]
    assert witness(replace(series, start=series.start + by), shifted) == witness(series, advices)


@SETTINGS
@given(lives(), st.permutations(NAMES))
def test_relabelling_the_techniques_changes_nothing(life, others):
    series, advices = life
    called = dict(zip(NAMES, others, strict=True)) | {None: None}
    renamed = [
        replace(
            one,
            technique=called[one.technique],
            chances={called[name]: chance for name, chance in reversed(one.chances.items())},
        )
        for one in advices
    ]
    before, after = witness(series, advices), witness(series, renamed)
    assert (after.evidence, after.highest) == pytest.approx((before.evidence, before.highest), rel=1e-9)
    assert after.blocks == before.blocks


@SETTINGS
@given(lives())
def test_the_evidence_is_a_number_above_nought_and_p_is_its_bound(life):
    found = witness(*life)
    assert 0.0 < found.evidence <= found.highest * (1 + 1e-12)
    assert found.highest >= 1.0
    assert found.p == 1.0 / found.highest


@SETTINGS
@given(lives(), SCORES)
def test_a_morning_more_never_lowers_the_highest(life, score):
    """What was once shown is not taken back: that is what lets it be looked at every day."""
    series, advices = life
    longer = replace(series, pain=(*series.pain, score), did=(*series.did, None))
    assert witness(longer, advices).highest >= witness(series, advices).highest * (1 - 1e-12)
