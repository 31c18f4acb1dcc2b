"""Days of activity: kept once, mended by later files, taken along, and gone with their person."""

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.people import NOON, TODAY

from firststep.actions.leave import delete_everything
from firststep.actions.take_along import bring_in, export_everything
from firststep.actions.take_in import forget_source, look_at, take_in
from firststep.care.load import Span, news, shoes_found
from firststep.errors import RecordError
from firststep.intake.activity.found import Found
from firststep.records.active_plain import active_as_plain, active_from_plain
from firststep.records.activity import ActiveDay
from firststep.store import read
from firststep.store.models import Active

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


def walked(back, steps, source="apple-health: Watch", **more) -> ActiveDay:
    return ActiveDay(on=TODAY - back * DAY, source=source, steps=steps, **more)


def found(*days) -> Found:
    return Found(source_kind="apple-health", days=days)


def counts(told):
    """(new, changed, known) days of each source."""
    return [(one.new.days, one.changed.days, one.known.days) for one in told]


def test_the_same_file_twice_changes_nothing(anna):
    days = (walked(1, 8_000), walked(0, 3_000), walked(0, None, part="07:00", ran_m=5_000.0))
    assert counts(take_in(anna.id, found(*days))) == [(2, 0, 0)]
    kept = read.active(anna.id)
    assert counts(take_in(anna.id, found(*days))) == [(0, 0, 2)]
    assert read.active(anna.id) == kept


def test_what_is_new_is_said_by_source_and_from_when_to_when(anna):
    take_in(anna.id, found(walked(9, 1_000), walked(8, 1_000), walked(8, 500, "strava")))
    told = found(
        *(walked(back, 2_000) for back in (8, 7, 5)), walked(9, 1_000), walked(8, 500, "strava", part="06:00")
    )
    looked = look_at(anna.id, told)
    watch, strava = looked
    assert (watch.source, watch.new) == ("apple-health: Watch", Span(2, TODAY - 7 * DAY, TODAY - 5 * DAY))
    assert watch.changed == Span(1, TODAY - 8 * DAY, TODAY - 8 * DAY)
    assert watch.known == Span(1, TODAY - 9 * DAY, TODAY - 9 * DAY)
    assert counts([strava]) == [(0, 1, 0)]  # a session more on a day that is known
    assert len(read.active(anna.id)) == 3  # a look keeps nothing
    assert take_in(anna.id, told) == looked


def test_what_lies_before_and_after_a_file_is_not_even_read(anna):
    """A single run is compared with its own day, however many years are kept."""
    take_in(anna.id, found(*(walked(back, 1_000) for back in range(400))))
    assert len(read.active_around(anna.id, (walked(7, 1), walked(9, 1)))) == 3
    assert read.active_around(anna.id, ()) == ()
    assert counts(take_in(anna.id, found(walked(7, 1_000), walked(500, 1)))) == [(1, 0, 1)]


def test_what_a_file_does_not_speak_of_stays(anna):
    take_in(anna.id, found(walked(3, 1_000), walked(2, 2_000)))
    assert counts(take_in(anna.id, found(walked(2, 2_000)))) == [(0, 0, 1)]
    assert [day.steps for day in read.active(anna.id)] == [1_000, 2_000]


def test_a_pair_of_shoes_is_known_by_the_sessions_it_was_worn_in(anna):
    def ran(back, metres, shoe):
        return walked(back, None, "strava", part=f"0{back}:00", ran_m=metres, shoe=shoe)

    take_in(anna.id, found(ran(5, 5_000.0, "Blue"), ran(3, 7_000.0, "Blue"), walked(4, 900), ran(4, 1.0, "")))
    (blue,) = read.shoes_found(anna.id)
    assert (blue.name, blue.first, blue.last) == ("Blue", TODAY - 5 * DAY, TODAY - 3 * DAY)
    assert (blue.sessions, blue.runs, blue.metres) == (2, 2, 12_000.0)
    take_in(anna.id, found(ran(3, 7_000.0, "Red")))  # the app was told the right pair
    assert [(one.name, one.metres) for one in read.shoes_found(anna.id)] == [
        ("Blue", 5_000.0),
        ("Red", 7_000.0),
    ]
    forget_source(anna.id, "strava")
    assert read.shoes_found(anna.id) == ()


def test_a_later_file_takes_the_place_of_half_a_day(anna):
    take_in(anna.id, found(walked(0, 3_000), walked(1, 8_000)))
    assert counts(take_in(anna.id, found(walked(0, 9_500), walked(1, 8_000)))) == [(0, 1, 1)]
    assert [day.steps for day in read.active(anna.id)] == [8_000, 9_500]


def test_sources_stand_side_by_side_and_are_never_added_up(anna):
    take_in(anna.id, found(walked(0, 3_000), walked(0, 2_900, "apple-health: Phone")))
    assert {day.source: day.steps for day in read.active(anna.id)} == {
        "apple-health: Watch": 3_000,
        "apple-health: Phone": 2_900,
    }


def test_one_persons_days_are_not_anothers(anna, ben):
    take_in(anna.id, found(walked(0, 3_000)))
    assert read.active(ben.id) == ()
    take_in(ben.id, found(walked(0, 4_000)))
    assert [day.steps for day in read.active(anna.id)] == [3_000]


def test_thousands_of_days_are_kept_in_one_go(anna):
    days = [walked(back, 5_000 + back) for back in range(3_000)]
    assert counts(take_in(anna.id, found(*days))) == [(3_000, 0, 0)]
    changed = take_in(anna.id, found(*(replace(day, steps=1) for day in days)))
    assert counts(changed) == [(0, 3_000, 0)]


def test_what_is_exported_comes_back_the_same(anna):
    anna.begin()
    take_in(
        anna.id,
        found(
            walked(2, 8_000, walked_m=6_123.25, hard=1),
            walked(2, None, "strava", part="18:30", shoe="Blau é"),
        ),
    )
    exported = export_everything(anna.id)
    kept = read.active(anna.id)
    delete_everything(anna.id)
    assert not Active.objects.exists()
    bring_in(exported, NOON)
    assert read.active(anna.id) == kept
    assert export_everything(anna.id) == exported


days = st.builds(
    ActiveDay,
    on=st.dates(TODAY - 5_000 * DAY, TODAY),
    source=st.text("abcé :-'", min_size=1, max_size=80),
    part=st.text("0123456789:T-", max_size=40),
    steps=st.none() | st.integers(0, 200_000),
    walked_m=st.none() | st.floats(0, 400_000),
    walked_s=st.none() | st.floats(0, 90_000),
    ran_m=st.none() | st.floats(0, 400_000),
    ran_s=st.none() | st.floats(0, 90_000),
    longest_run_m=st.none() | st.floats(0, 400_000),
    hard=st.integers(0, 48),
    shoe=st.text("abcé :-'", max_size=60),
)


@given(days)
def test_a_day_as_text_is_the_same_day_again(day):
    assert active_from_plain(active_as_plain(day), "x") == day


@pytest.mark.parametrize(
    "plain",
    [
        None,
        {},
        {"on": "2026-11-23"},
        {"on": "2026-11-23", "source": ""},
        {"on": "yesterday", "source": "a"},
        {"on": "2026-11-23", "source": "a", "steps": -1},
        {"on": "2026-11-23", "source": "a", "steps": 1.5},
        {"on": "2026-11-23", "source": "a", "steps": 300_000},
        {"on": "2026-11-23", "source": "a", "ran_m": float("nan")},
        {"on": "2026-11-23", "source": "a", "ran_m": True},
        {"on": "2026-11-23", "source": "a", "heart": 80},
        {"on": "1923-11-23", "source": "a", "steps": 1},
        {"on": "2026-11-23", "source": "a" * 81},
        {"on": "2026-11-23", "source": "a", "shoe": "a" * 61},
        {"on": "2026-11-23", "source": "a", "shoe": 7},
    ],
    ids=str,
)
def test_what_nobody_can_have_lived_is_refused(plain):
    with pytest.raises(RecordError) as refused:
        active_from_plain(plain, "active 1")
    assert refused.value.where == "active 1"
    assert refused.value.mend


@given(st.lists(days, max_size=12), st.lists(days, max_size=12))
def test_each_day_of_a_file_is_new_changed_or_known_and_nothing_else(kept, told):
    for one in news(kept, told):
        spoken = {day.on for day in told if day.source == one.source}
        assert one.new.days + one.changed.days + one.known.days == len(spoken)
        firsts = [span.first for span in (one.new, one.changed, one.known) if span.days]
        lasts = [span.last for span in (one.new, one.changed, one.known) if span.days]
        assert (min(firsts), max(lasts)) == (min(spoken), max(spoken))
    assert {one.source for one in news(kept, told)} == {day.source for day in told}


@given(st.lists(days, max_size=12), st.lists(days, max_size=12))
def test_what_was_told_is_known_and_a_day_that_stands_there_is_never_new(kept, told):
    once = {(day.source, day.on, day.part): day for day in told}
    assert all(one.new == one.changed == Span() for one in news([*kept, *once.values()], told))
    had = {(day.source, day.on) for day in kept}
    new = sum(one.new.days for one in news(kept, told))
    assert new == len({(day.source, day.on) for day in told} - had)


@given(st.permutations([("Blue", 1, 5.0), ("Blue", 3, 0.1), ("Red", 2, 0.2), ("Blue", 2, 0.7), ("", 2, 9.0)]))
def test_pairs_of_shoes_are_the_same_in_any_order(worn):
    rows = [walked(back, None, part=f"{back}:{far}", ran_m=far, shoe=shoe) for shoe, back, far in worn]
    blue, red = shoes_found([*rows, *rows])
    assert (blue.sessions, blue.metres, red.sessions, red.metres) == (3, 0.1 + 0.7 + 5.0, 1, 0.2)
