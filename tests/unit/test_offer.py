"""After some days without, less is offered: once, and never before a warning sign."""

from datetime import timedelta

import pytest
from tests.people import CLEAR, FOUR, TODAY, told

from firststep.care import Less, days_without, offer, standing
from firststep.records import (
    Comparing,
    Doing,
    Foot,
    GoOn,
    Name,
    Question,
    SafetyAnswer,
    SetAside,
    Setting,
    Skipped,
    Stopped,
    Why,
)
from firststep.reports.screen.course import offered_less

NOTHING = Doing(frozenset())


def day(ago):
    return TODAY - timedelta(days=ago)


def begun(techniques=FOUR, question=Question.WHICH, ago=30):
    return [told(CLEAR, day(ago)), told(Comparing(question, techniques), day(ago))]


DRAWN = {day(ago): "tennis-ball" for ago in range(30)}
SKIPS = [told(Skipped("tennis-ball"), day(ago)) for ago in (1, 3, 5)]


def offered(*events, drawn=DRAWN, today=TODAY):
    found = offer(standing(events, Foot.RIGHT), drawn, today)
    return found and found.choices


def test_three_days_that_were_put_off_offer_less():
    assert offered(*begun(), *SKIPS) == (Less.SHORTER, Less.FEWER, Less.NONE)


@pytest.mark.parametrize(
    "events",
    [
        SKIPS[:2],
        [*SKIPS[:2], told(Skipped("tennis-ball"), day(7))],  # eight days, today among them
        [*SKIPS[:2], told(Skipped("hands"), day(3))],  # the same day twice
        [*SKIPS, told(Doing(frozenset(["hands"])), day(3))],  # put off, and done all the same
        [*SKIPS[:2], told(Doing(None), day(5))],  # not told is never nothing
    ],
    ids=["two", "one too long ago", "one day twice", "one done all the same", "one not told"],
)
def test_less_than_that_does_not(events):
    assert offered(*begun(), *events) is None


def test_nothing_done_of_what_was_drawn_and_shown_counts_too():
    idle = [told(NOTHING, day(ago)) for ago in (0, 2, 4)]
    assert offered(*begun(), *idle)
    assert offered(*begun(), *idle, drawn={day(0): "tennis-ball", day(2): "hands"}) is None
    assert offered(*begun(), *idle, drawn={**DRAWN, day(2): None}) is None  # a rest day


def test_a_day_between_is_no_day_without():
    """What is done every second day rests in between; nothing is to be done then."""
    every_second = [told(Doing(frozenset(["heel-raise"])), day(ago)) for ago in (1, 3, 5)]
    idle = [told(NOTHING, day(ago)) for ago in (0, 2, 4)]
    drawn = dict.fromkeys(DRAWN, "heel-raise")
    now = standing([*begun(("heel-raise", "hands")), *every_second, *idle], Foot.RIGHT)
    assert days_without(now, drawn, TODAY) == ()
    now = standing([*begun(("heel-raise", "hands")), *idle], Foot.RIGHT)
    assert days_without(now, drawn, TODAY) == (day(4), day(2), day(0))


@pytest.mark.parametrize(
    "answer",
    [
        Comparing(Question.WHICH, FOUR),  # the same list again: leave it as it is
        Comparing(Question.WHICH, FOUR[:2]),
        SetAside("hands"),
    ],
    ids=str,
)
def test_it_is_quiet_for_two_weeks_once_it_was_answered(answer):
    for ago, quiet in ((0, True), (13, True), (14, False)):
        choices = offered(*begun(), told(answer, day(ago)), *SKIPS)
        assert (choices is None) == quiet


def test_the_first_choice_of_all_is_no_answer():
    assert offered(*begun(ago=6), *SKIPS)


@pytest.mark.parametrize(
    "event",
    [
        told(SafetyAnswer(clear=False)),
        told(Stopped("hands", Why.TINGLING)),
        told(Setting(Name.TAPER, "on")),
    ],
    ids=["a warning sign", "a stop that asks after nerves", "mornings told less often"],
)
def test_it_is_not_offered_beside(event):
    assert offered(*begun(), *SKIPS, event) is None


def test_fewer_is_offered_where_fewer_can_be_compared():
    two = FOUR[:2]
    assert Less.FEWER not in offered(*begun(two), *SKIPS)
    assert Less.FEWER in offered(*begun(two, Question.HELPS), *SKIPS)
    resting = [told(SetAside(name), day(20)) for name in FOUR[2:]]
    assert Less.FEWER not in offered(*begun(), *resting, *SKIPS)


def test_shorter_is_offered_where_a_session_gets_shorter_by_a_minute():
    found = offer(standing([*begun(), *SKIPS], Foot.RIGHT), DRAWN, TODAY)
    assert found.shorter == ("frozen-bottle", "short-foot")
    assert Less.SHORTER not in offered(*begun(("calf-stick", "tennis-ball")), *SKIPS)


def test_where_nothing_is_chosen_or_all_rests_nothing_is_offered():
    assert offered(told(CLEAR), *SKIPS) is None
    assert offered(*begun(), *(told(SetAside(name), day(20)) for name in FOUR), *SKIPS) is None
    back = [told(what(name), day(20)) for name in FOUR for what in (SetAside, GoOn)]
    assert offered(*begun(), *back, *SKIPS)


def test_it_is_said_without_reproach():
    said = offered_less(standing([*begun(), *SKIPS], Foot.RIGHT), DRAWN, TODAY)
    assert said == {
        "says": [
            "Some days went without it. That is fine, and those days count too.",
            "If it is much just now, less will do.",
            "In place of frozen bottle, short foot takes 4 min less.",
            "Fewer techniques give an answer sooner.",
            "Or only keep your mornings, with nothing drawn. You can begin again any time.",
        ],
        "choices": ["shorter", "fewer", "none"],
    }
