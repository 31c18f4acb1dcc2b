"""What holds of the days before an onset for every history."""

from dataclasses import replace
from datetime import timedelta

import numpy as np
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.made_up_days import ONSET, days, times

from firststep.care.load import LoadDay
from firststep.care.triggers import STANDS_OUT, Answer, around
from firststep.care.triggers.standing_out import STRETCH, STRETCH_ABOUT
from firststep.records.triggers import Event, EventKind, Onset, ShoeKind, Shoes, Told

SETTINGS = settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
FARTHEST = 730 + 40 * 14 + 84 + 14


@st.composite
def histories(draw):
    """Days by chance, some of them missing, with runs, and what was told."""
    rng = np.random.default_rng(draw(st.integers(0, 2**32 - 1)))
    count, lost = draw(st.integers(0, 800)), draw(st.sampled_from((0.0, 0.1, 0.5)))
    mood = np.cumsum(rng.normal(0, 0.05, count))
    lived = [
        LoadDay(
            on=ONSET - timedelta(days=back),
            sources=(str(rng.integers(3)),),
            steps=int(6000 * np.exp(mood[back - 1] + rng.normal(0, 0.3))),
            walked_m=float(rng.gamma(2, 2000)) if rng.random() < 0.5 else None,
            ran_m=float(rng.gamma(4, 1500)) if rng.random() < 0.2 else None,
            hard=int(rng.random() < 0.05),
        )
        for back in range(1, count + 1)
        if rng.random() >= lost
    ]
    shoes = tuple(
        Shoes(name=str(back), kind=ShoeKind.WORK, since=ONSET - timedelta(days=back))
        for back in draw(st.sets(st.integers(1, 800), max_size=4))
    )
    events = tuple(
        Event(kind=EventKind.TRIP, since=ONSET - timedelta(days=back))
        for back in draw(st.sets(st.integers(1, 800), max_size=4))
    )
    onset = Onset(on=ONSET, within=draw(st.sampled_from((0, 3, 14))))
    since = {kind: draw(st.sampled_from((None, ONSET - timedelta(days=800)))) for kind in ("shoes", "events")}
    return lived, Told(
        onsets=(onset,),
        shoes=shoes,
        events=events,
        all_shoes_since=since["shoes"],
        all_events_since=since["events"],
    )


@SETTINGS
@given(histories(), st.randoms(use_true_random=False))
def test_the_order_of_days_and_of_what_was_told_changes_nothing(life, random):
    lived, told = life
    mixed, shoes, events = list(lived), list(told.shoes), list(told.events)
    for listed in (mixed, shoes, events):
        random.shuffle(listed)
    (found,) = around(mixed, replace(told, shoes=tuple(shoes), events=tuple(events)))
    assert found == around(lived, told)[0]


@SETTINGS
@given(histories(), st.permutations(("0", "1", "2")))
def test_what_the_sources_are_called_changes_nothing(life, others):
    lived, told = life
    renamed = [replace(day, sources=tuple(others[int(one)] for one in day.sources)) for day in lived]
    assert around(renamed, told) == around(lived, told)


@SETTINGS
@given(histories(), st.integers(FARTHEST + 1, 4000), st.integers(0, 100_000))
def test_a_far_away_day_changes_nothing(life, back, steps):
    lived, told = life
    far = LoadDay(on=ONSET - timedelta(days=back), steps=steps, ran_m=5000.0, hard=2)
    (found,), (without,) = around([*lived, far], told), around(lived, told)
    assert replace(found, counted_anew=()) == replace(without, counted_anew=())


@SETTINGS
@given(histories(), st.integers(0, 400), st.integers(0, 100_000))
def test_a_day_after_the_pain_began_changes_nothing(life, later, steps):
    lived, told = life
    (onset,) = told.onsets
    after = LoadDay(on=ONSET + timedelta(days=onset.within + later), steps=steps, ran_m=9000.0)
    assert around([*lived, after], told) == around(lived, told)


@SETTINGS
@given(histories(), st.integers(-3000, 3000))
def test_shifting_all_dates_changes_no_number(life, by):
    lived, told = life
    shift = timedelta(days=by)
    (found,) = around(lived, told)
    (moved,) = around(
        [replace(day, on=day.on + shift) for day in lived],
        replace(
            told,
            onsets=tuple(replace(one, on=one.on + shift) for one in told.onsets),
            shoes=tuple(replace(one, since=one.since + shift) for one in told.shoes),
            events=tuple(replace(one, since=one.since + shift) for one in told.events),
            all_shoes_since=told.all_shoes_since and told.all_shoes_since + shift,
            all_events_since=told.all_events_since and told.all_events_since + shift,
        ),
    )
    assert [(one.kind, one.share, one.on + shift) for one in found.ranked] == [
        (one.kind, one.share, one.on) for one in moved.ranked
    ]


@SETTINGS
@given(histories())
def test_nothing_is_surer_than_the_days_compared_allow(life):
    lived, told = life
    (found,) = around(lived, told)
    (onset,) = told.onsets
    if found.days:
        assert found.days >= found.needed
        assert all(one.share >= (STRETCH + STRETCH_ABOUT * onset.within) / found.days for one in found.ranked)
    else:
        assert (found.answer, found.ranked) == (Answer.TOO_LITTLE, ())
    assert all(one.stands_out == (one.share <= STANDS_OUT) for one in found.ranked)


@SETTINGS
@given(histories(), st.integers(0, 420))
def test_with_too_few_days_nothing_stands_out_whatever_was_lived(life, count):
    """Six weeks that are not compared, ten times over: no fewer days are enough."""
    lived, told = life
    told = replace(told, all_shoes_since=None, all_events_since=None)
    short = [day for day in lived if (ONSET - day.on).days <= count]
    assert around(times(short, 9, last=7), told)[0].answer is Answer.TOO_LITTLE


@SETTINGS
@given(st.floats(2.5, 9), st.integers(5000, 12_000), st.integers(0, 60))
def test_a_week_far_above_all_others_is_found(factor, level, shift):
    before = ONSET + timedelta(days=shift)
    lived = times(days(750, before=before, level=level), factor, last=7, before=before)
    (found,) = around(lived, Told(onsets=(Onset(on=before),)))
    assert found.answer is Answer.STANDS_OUT


@SETTINGS
@given(histories(), st.integers(2, 4))
def test_more_onsets_never_make_one_stand_out_more_easily(life, count):
    lived, told = life
    (alone,) = around(lived, told)
    (onset,) = told.onsets
    flares = tuple(Onset(on=ONSET + timedelta(days=40 * n), flare=True) for n in range(1, count))
    first, *others = around(lived, replace(told, onsets=(onset, *flares)))
    assert {one.limit for one in (first, *others)} == {alone.limit / count}
    assert first.needed > alone.needed
