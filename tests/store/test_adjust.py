"""Something is set: told like everything else, by the clock of whoever sets it."""

from datetime import UTC

import pytest
from tests.people import HERE, NOON, TODAY

from firststep.actions.adjust import adjust
from firststep.actions.remind import hash_of, new_calendar_secret
from firststep.errors import RecordError
from firststep.records import Foot, Morning, Name, Setting
from firststep.store import read

pytestmark = pytest.mark.django_db


def test_what_is_set_is_told_in_the_zone_of_the_person(anna):
    anna.tell(Morning(5))
    assert adjust(anna.id, {Name.THEME: "dark"}, NOON.astimezone(UTC)) == 1
    event = read.told(anna.id)[-1]
    assert (event.what, event.on) == (Setting(Name.THEME, "dark"), TODAY)
    assert event.happened.utcoffset() == HERE.utcoffset(None)
    assert read.settings(anna.id)[Name.THEME] == "dark"


def test_what_stands_already_is_not_told_again(anna):
    assert adjust(anna.id, {Name.THEME: "auto", Name.UNITS: "imperial"}, NOON) == 1
    assert adjust(anna.id, {Name.UNITS: "imperial"}, NOON) == 0


def test_a_value_that_cannot_be_is_refused_with_all_that_came_along(anna):
    with pytest.raises(RecordError, match="'theme' cannot be set to that"):
        adjust(anna.id, {Name.UNITS: "imperial", Name.THEME: "pink"}, NOON)
    assert read.told(anna.id) == []


def test_before_a_heel_is_chosen_a_setting_chooses_none(anna):
    adjust(anna.id, {Name.THEME: "dark"}, NOON)
    assert read.last_told(anna.id)[1] is None


def test_choosing_a_heel_shows_it_until_something_is_told_of_the_other(anna):
    anna.tell(Morning(5))
    adjust(anna.id, {Name.FEET: "left"}, NOON)
    adjust(anna.id, {Name.THEME: "dark"}, NOON)
    assert read.last_told(anna.id)[1] is Foot.LEFT
    anna.tell(Morning(6))
    assert read.last_told(anna.id)[1] is Foot.RIGHT


def test_both_heels_leave_the_one_that_was_told_about(anna):
    anna.tell(Morning(5))
    adjust(anna.id, {Name.FEET: "both"}, NOON)
    assert read.last_told(anna.id)[1] is Foot.RIGHT


def test_the_address_of_a_calendar_is_kept_as_a_hash_and_a_new_one_ends_the_old(anna):
    assert not read.has_calendar(anna.id)
    old, new = new_calendar_secret(anna.id), new_calendar_secret(anna.id)
    assert read.with_calendar(hash_of(old)) is None
    assert read.with_calendar(hash_of(new)) == anna.member
    assert read.with_calendar(new) is None
    assert read.with_calendar("") is None
    assert read.has_calendar(anna.id)
    assert len(new) >= 32
