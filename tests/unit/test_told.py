"""Every kind of event has one plain form, read strictly."""

from dataclasses import replace
from datetime import datetime, timedelta, timezone

import pytest
from tests.people import HERE, NOON, TODAY, told

from firststep.care import UNSET, check_told, settings_of, standing
from firststep.errors import FirststepError, RecordError
from firststep.knowledge import Measure, one
from firststep.records import (
    Again,
    By,
    Foot,
    Function,
    KneeToWall,
    Morning,
    Name,
    Played,
    Remembered,
    SetAside,
    Setting,
    ShinAngle,
    Skipped,
    Swapped,
    Worst,
)
from firststep.records.plain import as_plain, from_plain
from firststep.records.what_plain import CAN_BE_SET, FARTHEST, REPEATS, STEEPEST, what_from_plain

BEGAN = NOON - timedelta(minutes=10)
WHOLE = Played(
    technique="tennis-ball", version=1, began=BEGAN, seconds=200, of=240, before=3, after=0, comfort=5
)
PLAIN = {
    "technique": "tennis-ball",
    "version": 1,
    "began": "2026-11-23T11:50:00+01:00",
    "seconds": 200,
    "of": 240,
    "before": 3,
    "after": 0,
    "comfort": 5,
}

NEW = [
    WHOLE,
    replace(WHOLE, before=None, after=None, comfort=None),
    replace(WHOLE, seconds=None, before=None, after=None, comfort=None),
    SetAside("tennis-ball"),
    Again("tennis-ball", again=False),
    Skipped("tennis-ball"),
    Swapped("tennis-ball"),
    Remembered(7),
    Worst(8),
    Worst(None),
    Function((("stairs", 4), ("the way to work", 7), ("standing at the stove", 0))),
    Function(()),
    KneeToWall((0.0, 8.1, 30.0)),
    KneeToWall(()),
    ShinAngle((0, 36, 70), By.SENSOR),
    ShinAngle((), By.TYPED),
    Setting(Name.THEME, "dark"),
    Setting(Name.DAY_BEGINS, "14"),
    Setting(Name.TAPER, "on"),
]


@pytest.mark.parametrize("what", NEW, ids=str)
def test_an_event_comes_back_as_it_was_told(what):
    event = told(what)
    assert from_plain(as_plain(event), where="here") == event
    check_told(event, standing=standing([], Foot.RIGHT), now=NOON)


@pytest.mark.parametrize(
    ("kind", "plain", "says"),
    [
        ("again", {"technique": "tennis-ball", "again": 1}, "'again' is not true or false"),
        ("session", {**PLAIN, "comfort": 6}, "'comfort' is not a whole number 1 to 5"),
        ("session", {**PLAIN, "comfort": 0}, "'comfort' is not a whole number 1 to 5"),
        ("session", {**PLAIN, "comfort": True}, "'comfort' is not a whole number 1 to 5"),
        ("session", {**PLAIN, "before": 11}, "not a whole number 0 to 10"),
        ("session", {**PLAIN, "after": 2.5}, "not a whole number 0 to 10"),
        ("session", {**PLAIN, "version": 0}, "'version' is not a whole number 1 to 9"),
        ("session", {**PLAIN, "seconds": -1}, "'seconds' is not a whole number 0 to 86400"),
        ("session", {**PLAIN, "of": 0}, "'of' is not a whole number 1 to 86400"),
        ("session", {**PLAIN, "began": "2026-11-23T11:50:00"}, "'began' has no time zone that there is"),
        ("session", {**PLAIN, "began": "noon"}, "'began' cannot be read"),
        ("session", {**PLAIN, "technique": 7}, "the techniques are not a list"),
        ("session", {**PLAIN, "seconds": None}, "a session that is taken back says nothing else"),
        ("session", {**PLAIN, "note": ""}, "and no other"),
        ("session", {k: v for k, v in PLAIN.items() if k != "before"}, "and no other"),
        ("remembered", {"pain": None}, "not a whole number 0 to 10"),
        ("worst", {"pain": 11}, "not a whole number 0 to 10"),
        ("function", {"answers": [["stairs", 4], ["Stairs ", 3]]}, "named twice"),
        ("function", {"answers": [["", 4]]}, "the answers are not at most 5"),
        ("function", {"answers": [["stairs", 4, 5]]}, "the answers are not at most 5"),
        ("function", {"answers": [["stairs\n", 4]]}, "the answers are not at most 5"),
        ("function", {"answers": [["stairs", True]]}, "not a whole number 0 to 10"),
        ("knee-to-wall", {"answers": [8.5, 9]}, "not 3 numbers from 0 to 30"),
        ("knee-to-wall", {"answers": [8.5, 9, 30.1]}, "not 3 numbers from 0 to 30"),
        ("knee-to-wall", {"answers": [8.5, 9, -0.1]}, "not 3 numbers from 0 to 30"),
        ("knee-to-wall", {"answers": [8.5, 9, float("nan")]}, "not 3 numbers from 0 to 30"),
        ("knee-to-wall", {"answers": [8.5, 9, 10**400]}, "not 3 numbers from 0 to 30"),
        ("knee-to-wall", {"answers": [8.5, 9, True]}, "not 3 numbers from 0 to 30"),
        ("knee-to-wall", {"answers": None}, "not 3 numbers from 0 to 30"),
        ("knee-to-wall", {"answers": [8.5, 9, 8.55]}, "not in tenths of a centimetre"),
        ("knee-to-wall", {"answers": [8, 9, 8], "by": "typed"}, "fields answers and no other"),
        ("shin-angle", {"answers": [36, 38, 71], "by": "typed"}, "not 3 numbers from 0 to 70"),
        ("shin-angle", {"answers": [36, 38, 37.5], "by": "typed"}, "not in whole degrees"),
        ("shin-angle", {"answers": [36, 38, 37], "by": "guess"}, "'by' cannot be read"),
        ("shin-angle", {"answers": []}, "fields answers, by and no other"),
        ("setting", {"name": "colour", "value": "red"}, "'name' cannot be read"),
        ("setting", {"name": "theme", "value": "red"}, "'theme' cannot be set to that"),
        ("setting", {"name": "day-begins", "value": "24"}, "'day-begins' cannot be set to that"),
        ("setting", {"name": "remind-at", "value": "7:00"}, "'remind-at' cannot be set to that"),
        ("setting", {"name": "feet", "value": None}, "'feet' cannot be set to that"),
    ],
    ids=str,
)
def test_what_is_not_of_the_form_is_refused(kind, plain, says):
    with pytest.raises(RecordError, match=says):
        what_from_plain(kind, plain, where="here")


def test_a_measurement_may_be_told_just_as_far_as_its_scale_goes():
    """What is known of a measure and what may be told of it stand in two rooms."""
    for id_, farthest in (("knee-to-wall", FARTHEST), ("shin-angle", STEEPEST)):
        measure = one(Measure, id_)
        assert (measure.fewest, measure.most) == (REPEATS, REPEATS)
        assert (measure.scale.lowest, measure.scale.highest) == (0, farthest)
    steps = [one(Measure, id_).scale.step for id_ in ("knee-to-wall", "shin-angle")]
    assert steps == [0.1, 1]


def test_a_length_that_adds_up_inexactly_is_kept_as_its_tenth():
    what = what_from_plain("knee-to-wall", {"answers": [0.1 * 3, 8, 0.1 * 81]}, where="here")
    assert what == KneeToWall((0.3, 8.0, 8.1))


@pytest.mark.parametrize(
    "what",
    [
        SetAside("no-such"),
        Skipped("no-such"),
        Function((("stairs", 4),)),
        replace(WHOLE, technique="no-such"),
        replace(WHOLE, began=NOON + timedelta(hours=2)),
        replace(WHOLE, began=BEGAN - timedelta(days=1)),
        replace(WHOLE, began=BEGAN + timedelta(days=2)),
    ],
    ids=str,
)
def test_what_cannot_be_so_is_refused(what):
    with pytest.raises(FirststepError):
        check_told(told(what), standing=standing([], Foot.RIGHT), now=NOON)


def test_a_session_has_one_plain_form():
    assert as_plain(told(WHOLE))["what"] == PLAIN


def test_a_session_after_midnight_still_belongs_to_the_evening():
    late = datetime(2026, 11, 24, 0, 20, tzinfo=HERE)
    event = told(replace(WHOLE, began=late), TODAY, at=late + timedelta(minutes=9))
    check_told(event, standing=standing([], Foot.RIGHT), now=late + timedelta(minutes=10))


def test_a_later_tap_tells_a_session_again_and_the_last_counts():
    first = replace(WHOLE, after=None, comfort=None)
    events = [told(first), told(replace(first, after=0)), told(WHOLE)]
    assert [event.what for event in standing(events, Foot.RIGHT).sessions] == [WHOLE]
    assert standing(events, Foot.LEFT).sessions == ()


def test_two_sessions_are_two_by_their_technique_or_their_beginning():
    later = replace(WHOLE, began=BEGAN + timedelta(minutes=1))
    other = replace(WHOLE, technique="hands")
    events = [told(later), told(WHOLE), told(other)]
    assert [event.what for event in standing(events, Foot.RIGHT).sessions] == [other, WHOLE, later]


def test_the_same_moment_in_another_time_zone_is_the_same_session():
    there = replace(WHOLE, began=BEGAN.astimezone(timezone(timedelta(hours=-5))), comfort=2)
    (only,) = standing([told(WHOLE), told(there)], Foot.RIGHT).sessions
    assert only.what.comfort == 2


def test_a_session_that_is_taken_back_counts_no_more_until_it_is_told_again():
    back = replace(WHOLE, seconds=None, before=None, after=None, comfort=None)
    assert standing([told(WHOLE), told(back)], Foot.RIGHT).sessions == ()
    assert len(standing([told(WHOLE), told(back), told(WHOLE)], Foot.RIGHT).sessions) == 1


def test_the_last_setting_of_a_name_counts_and_the_others_hold():
    events = [told(Setting(Name.THEME, value)) for value in ("dark", "light")]
    assert settings_of(events) == {**UNSET, Name.THEME: "light"}
    assert standing(events, Foot.LEFT).settings[Name.THEME] == "light"  # it was told of the right foot


def test_every_name_can_be_set_and_what_holds_unset_can_be_set_too():
    assert set(CAN_BE_SET) == set(Name) == set(UNSET)


def test_after_midnight_it_is_still_the_evening():
    now = datetime(2026, 11, 24, 0, 30, tzinfo=HERE)
    counts = standing([told(Morning(5), TODAY, at=now)], Foot.RIGHT)
    assert counts.today(now) == TODAY
    assert not counts.is_late(counts.mornings[TODAY])
    assert counts.today(now + timedelta(hours=3)) == TODAY + timedelta(days=1)


def test_the_day_of_a_night_nurse_begins_when_she_gets_up():
    nights = told(Setting(Name.DAY_BEGINS, "14"))
    up = datetime(2026, 11, 23, 16, 0, tzinfo=HERE)
    back = datetime(2026, 11, 24, 8, 0, tzinfo=HERE)
    counts = standing([nights, told(Morning(5), TODAY, at=back)], Foot.RIGHT)
    assert [counts.today(up), counts.today(back)] == [TODAY, TODAY]
    assert not counts.is_late(counts.mornings[TODAY])
