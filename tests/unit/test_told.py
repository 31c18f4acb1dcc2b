"""Every kind of event has one plain form, read strictly."""

from datetime import datetime, timedelta

import pytest
from tests.people import HERE, NOON, TODAY, told

from firststep.care import UNSET, check_told, settings_of, standing
from firststep.errors import FirststepError, RecordError
from firststep.records import (
    Again,
    Foot,
    Function,
    Morning,
    Name,
    Remembered,
    SetAside,
    Setting,
    Skipped,
    Swapped,
    Worst,
)
from firststep.records.plain import as_plain, from_plain
from firststep.records.what_plain import CAN_BE_SET, what_from_plain

NEW = [
    SetAside("tennis-ball"),
    Again("tennis-ball", again=False),
    Skipped("tennis-ball"),
    Swapped("tennis-ball"),
    Remembered(7),
    Worst(8),
    Worst(None),
    Function((("stairs", 4), ("the way to work", 7), ("standing at the stove", 0))),
    Function(()),
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
        ("remembered", {"pain": None}, "not a whole number 0 to 10"),
        ("worst", {"pain": 11}, "not a whole number 0 to 10"),
        ("function", {"answers": [["stairs", 4], ["Stairs ", 3]]}, "named twice"),
        ("function", {"answers": [["", 4]]}, "the answers are not at most 5"),
        ("function", {"answers": [["stairs", 4, 5]]}, "the answers are not at most 5"),
        ("function", {"answers": [["stairs\n", 4]]}, "the answers are not at most 5"),
        ("function", {"answers": [["stairs", True]]}, "not a whole number 0 to 10"),
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


@pytest.mark.parametrize(
    "what", [SetAside("no-such"), Skipped("no-such"), Function((("stairs", 4),))], ids=str
)
def test_what_cannot_be_so_is_refused(what):
    with pytest.raises(FirststepError):
        check_told(told(what), standing=standing([], Foot.RIGHT), now=NOON)


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
