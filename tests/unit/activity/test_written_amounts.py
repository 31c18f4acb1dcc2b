"""Numbers, dates and moments as exports in several languages write them."""

from datetime import UTC, date, datetime

import pytest

from firststep.intake.activity.amounts import decimal, whole
from firststep.intake.activity.day_first import days_of
from firststep.intake.activity.spelled_dates import moment


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("0", 0),
        ("9,892", 9892),
        ("9.892", 9892),
        ("9 892", 9892),
        ("9\u202f892", 9892),
        ("1,234,567", 1234567),
        ("2918.0", 2918),
        ("", None),
        ("9,89", None),
        ("1,234.567", None),
        ("-5", None),
        ("1e3", None),
        ("٣", None),
        ("9" * 50, None),
    ],
)
def test_a_count_is_read_with_any_mark_between_its_thousands(text, number):
    assert whole(text) == number


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("7.35", 7.35),
        ("7,35", 7.35),
        ("1,234.5", 1234.5),
        ("1.234,5", 1234.5),
        ("1.234.567", 1234567),
        ("5", 5),
        ("5.", 5),
        (".5", 0.5),
        ("9.06E3", 9060),
        ("", None),
        ("nan", None),
        ("inf", None),
        ("1e999", None),
        ("-1", None),
        ("1_0", None),
        ("km", None),
    ],
)
def test_an_amount_is_read_with_a_comma_or_a_point(text, number):
    assert decimal(text) == number


def test_the_order_of_day_and_month_is_the_one_that_fits_every_date():
    assert days_of(["03-04-2026", "13-04-2026"]) == [date(2026, 4, 3), date(2026, 4, 13)]
    assert days_of(["04/03/2026", "04/13/2026"]) == [date(2026, 4, 3), date(2026, 4, 13)]
    assert days_of(["2026-04-03"]) == [date(2026, 4, 3)]


def test_of_two_orders_that_fit_the_shorter_stretch_is_right():
    assert days_of(["03-04-2026", "04-04-2026"]) == [date(2026, 4, 3), date(2026, 4, 4)]
    assert days_of(["04-03-2026", "04-04-2026"]) == [date(2026, 4, 3), date(2026, 4, 4)]


def test_a_date_that_can_be_read_two_ways_is_not_guessed():
    assert days_of(["03-04-2026"]) is None
    assert days_of(["04-04-2026"]) == [date(2026, 4, 4)]


def test_what_is_no_date_is_none_among_the_others():
    assert days_of(["13-04-2026", "Total", "31-04-2026"]) == [date(2026, 4, 13), None, None]


@pytest.mark.parametrize(
    "text",
    [
        "Jun 3, 2026, 1:05:09 PM",
        "June 3, 2026, 1:05:09\u202fPM",
        "3 juin 2026, 13:05:09",
        "3 jun. 2026, 13:05:09",
        "3 de junio de 2026, 13:05:09",
        "03.06.2026, 13:05:09",
        "2026-06-03 13:05:09",
        "2026-06-03T13:05:09Z",
    ],
)
def test_a_moment_is_read_in_the_languages_we_know(text):
    assert moment(text) == datetime(2026, 6, 3, 13, 5, 9, tzinfo=UTC)


def test_midnight_and_noon_are_told_apart():
    assert moment("Jun 3, 2026, 12:00:00 AM").hour == 0
    assert moment("Jun 3, 2026, 12:00:00 PM").hour == 12


def test_months_that_begin_alike_are_told_apart():
    months = [
        moment(f"1 {name} 2026, 01:00:00").month
        for name in ("juin", "juillet", "mars", "mai", "août", "avril")
    ]
    assert months == [6, 7, 3, 5, 8, 4]


@pytest.mark.parametrize(
    "text", ["", "Jun 31, 2026, 1:00:00 PM", "Jun 3, 2026, 13:00:00 PM", "Jun 3, 0001, 1:00:00 AM"]
)
def test_what_is_no_moment_is_none(text):
    assert moment(text) is None
