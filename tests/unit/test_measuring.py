"""When Today asks for the worst pain and for what is hard, and what changed since the first time."""

from datetime import timedelta

import pytest
from tests.people import TODAY, told

from firststep.care import due, since_first, standing, taken
from firststep.records import Foot, Function, Morning, Name, Setting, Worst
from firststep.reports.screen.measures import measures

DAY = timedelta(days=1)
HARD = (("stairs", 4), ("shopping", 7), ("standing", 1))


def ago(days):
    return TODAY - days * DAY


def life(*events, mornings=range(1, 15)):
    """What counts after these events and a score on each of so many days ago."""
    return standing([*(told(Morning(5), ago(back)) for back in mornings), *events], Foot.RIGHT)


def test_nothing_is_asked_for_before_the_third_morning():
    assert due(life(mornings=[]), TODAY) == ()
    assert due(life(mornings=[0, 1]), TODAY) == ()
    assert due(life(mornings=[1, 2]), TODAY) == ("worst", "function")


def test_a_morning_without_a_score_is_none_of_them():
    now = life(told(Morning(None), ago(1)), mornings=[1, 2])
    assert due(now, TODAY) == ()


@pytest.mark.parametrize(("days", "asked"), [(6, ("function",)), (7, ("worst", "function"))])
def test_the_worst_pain_is_asked_for_after_a_week(days, asked):
    assert due(life(told(Worst(7), ago(days))), TODAY) == asked


@pytest.mark.parametrize(("days", "asked"), [(13, ("worst",)), (14, ("worst", "function"))])
def test_what_is_hard_is_asked_for_after_two_weeks(days, asked):
    assert due(life(told(Function(HARD), ago(days))), TODAY) == asked


@pytest.mark.parametrize("what", [Worst(7), Function(HARD)], ids=["worst", "function"])
def test_no_day_asks_for_two(what):
    assert due(life(told(what)), TODAY) == ()


def test_what_was_taken_back_was_not_taken():
    now = life(told(Worst(7)), told(Worst(None)), told(Function(HARD)), told(Function(())))
    assert taken(now, "worst") == taken(now, "function") == ()
    assert due(now, TODAY) == ("worst", "function")


def test_each_can_be_switched_off():
    off = told(Setting(Name.ASK_WORST, "off"))
    assert due(life(off), TODAY) == ("function",)
    assert due(life(off, told(Setting(Name.ASK_FUNCTION, "off"))), TODAY) == ()


def test_the_other_heel_has_its_own():
    now = standing([told(Worst(7), ago(1), foot=Foot.LEFT)], Foot.RIGHT)
    assert taken(now, "worst") == ()


def test_a_second_answer_for_a_day_is_the_one_that_counts():
    now = life(told(Worst(7), ago(3)), told(Worst(4), ago(3)))
    assert [(time.on, time.answers) for time in taken(now, "worst")] == [(ago(3), (("", 4),))]


def test_one_time_is_no_change():
    assert since_first("worst", taken(life(told(Worst(7), ago(3))), "worst")) is None
    assert since_first("worst", ()) is None


def test_the_last_time_is_held_against_the_first():
    now = life(*(told(Worst(pain), ago(days)) for days, pain in ((21, 8), (14, 2), (7, 5))))
    since = since_first("worst", taken(now, "worst"))
    assert (since.on, since.change.difference) == (ago(21), -3)
    assert since.change.words.startswith("3 points lower, which is better.")


def test_other_things_are_held_against_nothing():
    first = told(Function(HARD), ago(42))
    other = told(Function((*HARD[:2], ("running", 0))), ago(28))
    assert since_first("function", taken(life(first, other), "function")) is None


def test_the_same_things_are_the_same_however_typed_and_in_whichever_order():
    first = told(Function(HARD), ago(42))
    other = told(Function((*HARD[:2], ("running", 0))), ago(28))
    again = told(Function(tuple((thing.title(), able + 3) for thing, able in reversed(HARD))), ago(14))
    since = since_first("function", taken(life(first, other, again), "function"))
    assert (since.on, since.change.difference) == (ago(42), 3)


def test_less_than_the_error_is_not_called_a_change():
    first, last = (
        told(Function(tuple((thing, able + more) for thing, able in HARD)), ago(days))
        for days, more in ((28, 0), (14, 1))
    )
    shown = measures(life(first, last), TODAY)["function"]
    assert shown["since"] == ago(28).isoformat()
    assert shown["change"].endswith("so it is not called a change.")
    assert [time["score"] for time in shown["history"]] == [4, 5]


def test_the_document_has_every_time_as_it_was_told():
    shown = measures(life(told(Worst(7), ago(8)), told(Function(HARD), ago(2))), TODAY)
    assert shown["due"] == ["worst"]
    assert shown["worst"]["history"] == [{"on": ago(8).isoformat(), "pain": 7}]
    assert shown["function"]["history"] == [
        {"on": ago(2).isoformat(), "answers": [["stairs", 4], ["shopping", 7], ["standing", 1]], "score": 4}
    ]
