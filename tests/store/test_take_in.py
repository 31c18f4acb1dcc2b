"""Days of activity: kept once, mended by later files, taken along, and gone with their person."""

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.people import NOON, TODAY

from firststep.actions.leave import delete_everything
from firststep.actions.take_along import bring_in, export_everything
from firststep.actions.take_in import TakenIn, take_in
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


def test_the_same_file_twice_changes_nothing(anna):
    days = (walked(1, 8_000), walked(0, 3_000), walked(0, None, part="07:00", ran_m=5_000.0))
    assert take_in(anna.id, found(*days)) == TakenIn(new=3, changed=0, same=0)
    kept = read.active(anna.id)
    assert take_in(anna.id, found(*days)) == TakenIn(new=0, changed=0, same=3)
    assert read.active(anna.id) == kept


def test_a_later_file_takes_the_place_of_half_a_day(anna):
    take_in(anna.id, found(walked(0, 3_000), walked(1, 8_000)))
    assert take_in(anna.id, found(walked(0, 9_500), walked(1, 8_000))) == TakenIn(new=0, changed=1, same=1)
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
    assert take_in(anna.id, found(*days)).new == 3_000
    assert take_in(anna.id, found(*(replace(day, steps=1) for day in days))).changed == 3_000


def test_what_is_exported_comes_back_the_same(anna):
    anna.begin()
    take_in(
        anna.id, found(walked(2, 8_000, walked_m=6_123.25, hard=1), walked(2, None, "strava", part="18:30"))
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
    ],
    ids=str,
)
def test_what_nobody_can_have_lived_is_refused(plain):
    with pytest.raises(RecordError) as refused:
        active_from_plain(plain, "active 1")
    assert refused.value.where == "active 1"
    assert refused.value.mend
