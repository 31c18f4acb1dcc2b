"""When the calendar reminds: at the time set, once more at most, and not for ever."""

from datetime import datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.people import HERE, NOON, TODAY, told

from firststep.care import QUIET_AFTER, every_asked, reminding
from firststep.care.reminding import AGAIN_AFTER
from firststep.records import Foot, Morning, Name, Setting

DAY = timedelta(days=1)


def life(*events, at="06:30", again="off", begins="3", on=TODAY):
    """What somebody told who set a reminder on a day."""
    values = {
        Name.REMIND_AT: at,
        Name.REMIND_AGAIN: again,
        Name.DAY_BEGINS: begins,
        Name.ZONE: "Europe/Berlin",
    }
    return [*(told(Setting(name, value), on) for name, value in values.items()), *events]


def test_nothing_reminds_unless_it_was_set():
    assert reminding([], NOON) is None
    assert reminding(life(at="off"), NOON) is None


def test_it_reminds_at_the_time_set_from_today_on():
    found = reminding(life(), NOON)
    assert (found.first, found.again) == (datetime(2026, 11, 23, 6, 30), None)  # noqa: DTZ001  (by the wall's clock)
    assert (found.every, found.zone) == (1, "Europe/Berlin")


@pytest.mark.parametrize("foot", Foot)
def test_once_the_morning_is_told_the_next_one_is_for_tomorrow(foot):
    found = reminding(life(told(Morning(5), foot=foot)), NOON)
    assert found.first.date() == TODAY + DAY


def test_a_repeat_follows_three_hours_later_on_the_same_day():
    found = reminding(life(again="on"), NOON)
    assert found.again - found.first == timedelta(hours=3)


def test_no_repeat_falls_on_another_day():
    assert reminding(life(at="23:59", again="on"), NOON).again is not None  # a day ends at three
    assert reminding(life(at="00:01", again="on"), NOON).again is None


def test_the_time_of_a_night_nurse_is_on_the_day_that_she_gets_up():
    now = datetime(2026, 11, 23, 16, 0, tzinfo=HERE)
    early, late = (reminding(life(at=at, begins="14"), now) for at in ("08:00", "16:30"))
    assert (early.first.date(), late.first.date()) == (TODAY + DAY, TODAY)


@pytest.mark.parametrize(("every", "days"), [(1, 1), (3, 3), (7, 7)])
def test_fewer_mornings_are_reminded_of_where_fewer_are_asked_for(every, days):
    found = reminding(life(told(Morning(2))), NOON, every=every)
    assert (found.every, found.first.date()) == (every, TODAY + days * DAY)


def test_it_ends_by_itself_a_month_after_something_was_told():
    found = reminding(life(told(Morning(5), TODAY - 10 * DAY), on=TODAY - 50 * DAY), NOON)
    last = found.first.date() + (found.times - 1) * DAY
    assert last == TODAY - 10 * DAY + QUIET_AFTER
    assert reminding(life(told(Morning(5), TODAY - 31 * DAY), on=TODAY - 50 * DAY), NOON) is None


def test_setting_it_anew_begins_anew():
    before = life(told(Morning(5), TODAY - 90 * DAY), on=TODAY - 100 * DAY)
    assert reminding(before, NOON) is None
    assert reminding([*before, told(Setting(Name.REMIND_AT, "07:00"))], NOON).first.hour == 7


NO_VERDICTS = {foot: [] for foot in Foot}
TAPER = told(Setting(Name.TAPER, "on"), TODAY - 7 * DAY)


def mornings(foot=Foot.RIGHT):
    return [told(Morning(1), TODAY - back * DAY, foot=foot) for back in range(30, 0, -1)]


def test_where_nothing_tapers_off_every_morning_is_asked_for():
    assert every_asked([], NO_VERDICTS, NOON) == 1
    assert every_asked(mornings(), NO_VERDICTS, NOON) == 1


def test_whoever_tapers_off_is_reminded_less_often():
    assert every_asked([*mornings(), TAPER], NO_VERDICTS, NOON) == 3


def test_of_two_heels_the_one_that_is_asked_about_more_often_sets_the_pace():
    worse = [told(Morning(9), TODAY - back * DAY, foot=Foot.LEFT) for back in (3, 2, 1, 0)]
    both = [*mornings(), *mornings(Foot.LEFT), TAPER, *worse]
    assert every_asked(both, NO_VERDICTS, NOON) == 1
    assert every_asked([*both, told(Setting(Name.FEET, "right"))], NO_VERDICTS, NOON) == 3
    assert every_asked([*both, told(Setting(Name.FEET, "both"))], NO_VERDICTS, NOON) == 1


@given(
    hour=st.integers(0, 23),
    minute=st.integers(0, 59),
    begins=st.integers(0, 23),
    every=st.sampled_from([1, 3, 7]),
    mornings=st.sets(st.integers(0, 40), max_size=6),
)
def test_no_day_is_reminded_of_more_than_twice(hour, minute, begins, every, mornings):
    events = [told(Morning(5), TODAY - back * DAY) for back in mornings]
    found = reminding(
        life(*events, at=f"{hour:02}:{minute:02}", again="on", begins=str(begins)), NOON, every=every
    )
    if found is None:
        return
    moments = [
        moment + k * every * DAY
        for moment in (found.first, found.again)
        if moment
        for k in range(found.times)
    ]
    days = [(moment - timedelta(hours=begins)).date() for moment in sorted(moments)]
    assert all(days.count(day) <= 2 for day in set(days))
    assert {b - a for a, b in pairwise(sorted(set(days)))} <= {every * DAY}
    assert found.again is None or found.again - found.first == AGAIN_AFTER
