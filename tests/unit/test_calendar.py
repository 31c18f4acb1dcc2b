"""The reminders as a calendar file, read by two libraries that know nothing of each other."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
import vobject
from icalendar import Calendar
from tests.people import NOON

from firststep.care import Reminding
from firststep.reports.calendar import calendar_file

BERLIN = ZoneInfo("Europe/Berlin")
FIRST = datetime(2026, 10, 20, 6, 30)  # noqa: DTZ001  (by the clock on the wall); the clocks go back on the 25th
ADDRESS = "https://heel.example/"


def file(*, again=None, every=1, times=10, zone="Europe/Berlin", first=FIRST):
    return calendar_file(
        Reminding(first, again, every, times, zone), feed="f00d", address=ADDRESS, now=NOON.astimezone(UTC)
    )


def moments(content: bytes) -> list[datetime]:
    """Every reminder, as the second library works it out."""
    events = vobject.readOne(content.decode()).vevent_list
    return sorted(moment for event in events for moment in event.getrruleset(addRDate=True))


def in_berlin(found: list[datetime]) -> list[datetime]:
    return [moment.astimezone(BERLIN) if moment.tzinfo else moment.replace(tzinfo=BERLIN) for moment in found]


@pytest.mark.parametrize(("first", "offsets"), [(FIRST, {1, 2}), (FIRST.replace(month=3, day=25), {1, 2})])
def test_over_a_change_of_the_clocks_the_time_on_the_wall_stays(first, offsets):
    found = in_berlin(moments(file(first=first)))
    assert [moment.replace(tzinfo=None) for moment in found] == [first + timedelta(days=k) for k in range(10)]
    assert {moment.utcoffset() // timedelta(hours=1) for moment in found} == offsets


def test_the_first_library_reads_the_same():
    (event,) = Calendar.from_ical(file()).walk("VEVENT")
    assert event.start == FIRST.replace(tzinfo=BERLIN)
    assert dict(event["RRULE"]) == {"FREQ": ["DAILY"], "COUNT": [10], "INTERVAL": [1]}


def test_a_repeat_comes_once_a_day_and_stops_with_the_others():
    found = moments(file(again=FIRST + timedelta(hours=3), times=3))
    assert [(moment.day, moment.hour) for moment in found] == [
        (20, 6), (20, 9), (21, 6), (21, 9), (22, 6), (22, 9),
    ]  # fmt: skip


def test_every_few_days_is_every_few_days():
    assert [moment.day for moment in moments(file(every=7, times=2))] == [20, 27]


@pytest.mark.parametrize("zone", ["", "Nowhere/Atall"])
def test_without_a_known_zone_it_is_the_time_wherever_one_is(zone):
    content = file(zone=zone)
    (event,) = Calendar.from_ical(content).walk("VEVENT")
    assert event.start == FIRST
    assert b"TZID" not in content
    assert b"VTIMEZONE" not in content


def test_it_rings_by_itself_and_blocks_nobodys_time():
    (event,) = Calendar.from_ical(file()).walk("VEVENT")
    (alarm,) = event.walk("VALARM")
    assert timedelta(0) == alarm.TRIGGER
    assert event["TRANSP"] == "TRANSPARENT"


def test_where_nothing_reminds_the_calendar_is_empty():
    content = calendar_file(None, feed="f00d", address=ADDRESS, now=NOON)
    assert Calendar.from_ical(content).walk("VEVENT") == []
    assert content.endswith(b"END:VCALENDAR\r\n")


def test_it_tells_times_and_nothing_else():
    """Every line of a reminder, so that nothing more slips in."""
    (event,) = Calendar.from_ical(file()).walk("VEVENT")
    assert {
        name: event[name].to_ical().decode() for name in event if name not in ("DTSTART", "DTSTAMP", "RRULE")
    } == {
        "SUMMARY": "Firststep: two taps",
        "DESCRIPTION": f"Open {ADDRESS}",
        "DURATION": "PT5M",
        "UID": "first-f00d@firststep",
        "CLASS": "PRIVATE",
        "TRANSP": "TRANSPARENT",
        "URL": ADDRESS,
    }
