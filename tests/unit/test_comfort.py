"""Comfort orders the choice among what is alike, and is in no pain result and in no draw."""

from dataclasses import replace
from datetime import timedelta

import pytest
from tests.people import CLEAR, FOUR, NOON, TODAY, told
from tests.unit.test_graduation import answered

from firststep.care import Lead, analyse, comfort, felt_to_go_on, plan_days, standing
from firststep.records import Comparing, Doing, Foot, Morning, Played, Question, Stopped, Why
from firststep.reports.screen.comfort import comfort_as_data, to_go_on_with
from firststep.reports.screen.course import graduation_as_data
from firststep.reports.screen.so_far import so_far
from firststep.trial import ChoiceKind

BALL, BOTTLE, ROLLER = "tennis-ball", "frozen-bottle", "wooden-roller"
DAY = timedelta(days=1)
BEGUN = [told(CLEAR), told(Comparing(Question.WHICH, (BOTTLE, BALL)))]


def felt(technique, *answers, pain=None):
    """Sessions of a technique, one a day, with these answers to how it felt."""
    return [
        told(
            Played(
                technique=technique,
                version=1,
                began=NOON - number * DAY,
                seconds=200,
                of=240,
                before=pain,
                after=pain,
                comfort=answer,
            ),
            TODAY - number * DAY,
        )
        for number, answer in enumerate(answers)
    ]


def among(*events, begun=BEGUN):
    return felt_to_go_on(standing([*begun, *(one for some in events for one in some)], Foot.RIGHT), TODAY)


def test_the_mean_is_over_the_sessions_after_which_it_was_told():
    now = standing([*felt(BALL, 5, None, 4, None), *felt(BOTTLE, 1)], Foot.RIGHT)
    ball = comfort(now, BALL)
    assert (float(ball.mean), ball.sessions) == (4.5, 2)
    assert comfort(now, ROLLER).mean is None


def test_the_most_comfortable_comes_first_whatever_the_order_of_the_list():
    found = among(felt(BOTTLE, 3, 3, 4), felt(BALL, 4, 5, 5))
    assert (found.lead, found.best) == (Lead.ONE, (BALL,))
    assert [one.technique for one in found.order] == [BALL, BOTTLE]


def test_half_a_point_is_ahead_and_less_is_about_the_same():
    assert among(felt(BOTTLE, 3, 3, 3, 3), felt(BALL, 3, 3, 4, 4)).lead is Lead.ONE
    close = among(felt(BOTTLE, 3, 3, 3, 3), felt(BALL, 3, 3, 3, 4))
    assert (close.lead, close.best) == (Lead.SEVERAL, (BALL, BOTTLE))


def test_two_felt_best_and_a_third_did_not():
    begun = [told(CLEAR), told(Comparing(Question.WHICH, (ROLLER, BOTTLE, BALL)))]
    found = among(felt(ROLLER, 1, 1, 1), felt(BOTTLE, 4, 4, 4), felt(BALL, 4, 4, 4), begun=begun)
    assert found.best == (BOTTLE, BALL)  # in the order of the list
    now = standing([*begun, *felt(ROLLER, 1, 1, 1), *felt(BOTTLE, 4, 4, 4), *felt(BALL, 4, 4, 4)], Foot.RIGHT)
    assert comfort_as_data(now, TODAY)["says"][1] == (
        "These felt about equally good, and best: frozen bottle, tennis ball."
    )


def test_too_few_sessions_of_one_are_too_few_to_choose_by():
    found = among(felt(BOTTLE, 5, 5), felt(BALL, 1, 1, 1))
    assert (found.lead, found.best) == (Lead.TOO_FEW, ())
    assert [one.technique for one in found.order] == [BALL, BOTTLE]  # two good days are no lead
    assert among().lead is Lead.UNTOLD


def test_what_rests_is_no_choice():
    stop = [told(Stopped(BALL, Why.ABOVE))]
    assert among(felt(BOTTLE, 3, 3, 4), felt(BALL, 4, 5, 5), stop) is None


def test_it_is_said_in_words_with_its_sessions():
    now = standing([*BEGUN, *felt(BOTTLE, 3, 3, 3), *felt(BALL, 4, 4, 4, 4, 4, 4, 5, 5, 5)], Foot.RIGHT)
    assert comfort_as_data(now, TODAY) == {
        "says": [
            "They do about the same for you, so comfort may choose.",
            "Tennis ball felt best to you: 4.3 of 5 in 9 sessions.",
        ],
        "order": [
            {
                "technique": BALL,
                "mean": 4.33,
                "sessions": 9,
                "says": "Tennis ball: 4.3 of 5 in 9 sessions",
            },
            {
                "technique": BOTTLE,
                "mean": 3.0,
                "sessions": 3,
                "says": "Frozen bottle: 3.0 of 5 in 3 sessions",
            },
        ],
        "apart": "How it felt is kept apart: it is in no pain result, and in no draw.",
    }


@pytest.mark.parametrize(
    ("events", "says"),
    [
        ([], "You have not told how they felt. After a session it is one tap."),
        (
            felt(BALL, 5),
            "There are too few answers to choose by comfort yet. It takes 3 sessions of each.",
        ),
        (
            [*felt(BALL, 4, 4, 4), *felt(BOTTLE, 4, 4, 4)],
            "They felt about equally good to you. Any of them will do.",
        ),
    ],
    ids=["untold", "too few", "a tie"],
)
def test_where_comfort_cannot_choose_that_is_said(events, says):
    assert comfort_as_data(standing([*BEGUN, *events], Foot.RIGHT), TODAY)["says"][1] == says


def lived(days=30, effect=0.0):
    """Somebody who did one of two in blocks of three days."""
    events = [
        told(CLEAR, TODAY - days * DAY),
        told(Comparing(Question.WHICH, (BOTTLE, BALL)), TODAY - days * DAY),
    ]
    for number in range(days):
        on = TODAY - (days - 1 - number) * DAY
        before = (BOTTLE, BALL)[((number - 1) // 3) % 2]
        events.append(told(Morning(5 + number % 2 - (effect if before == BALL else 0)), on))
        events.append(told(Doing(frozenset([(BOTTLE, BALL)[(number // 3) % 2]])), on))
    return events


def shown(events):
    now = standing(events, Foot.RIGHT)
    return so_far(now, now.diary(), analyse(now.diary()), today=TODAY)


def test_it_stands_beside_the_answer_only_where_all_are_alike():
    told_ = [*felt(BALL, 5, 5, 5), *felt(BOTTLE, 2, 2, 2)]
    now = standing(lived(80), Foot.RIGHT)
    assert analyse(now.diary()).choice.kind is ChoiceKind.NO_DIFFERENCE
    assert shown([*lived(80), *told_])["comfort"]["order"][0]["technique"] == BALL
    apart = [*lived(80, effect=3), *told_]
    assert analyse(standing(apart, Foot.RIGHT).diary()).choice.kind is ChoiceKind.FOUND
    assert shown(apart)["comfort"] is None


def test_no_number_of_the_answer_changes_by_it():
    without, with_ = shown(lived(80)), shown([*lived(80), *felt(BALL, 5, 5, 5, pain=9)])
    for said in (without, with_):
        del said["comfort"]
    assert with_ == without


def test_no_draw_changes_by_it():
    """Whatever was felt, and whatever hurt before and after, the draws are the same."""
    for days in (3, 30):
        plans = [
            plan_days(standing(events, Foot.RIGHT), today=TODAY, seed=7, given=())
            for events in (lived(days), [*lived(days), *felt(BALL, 5, 5, 5, pain=9), *felt(BOTTLE, 1, 1, 1)])
        ]
        assert plans[0] == plans[1]
        assert len(plans[0]) == 7


def test_what_to_go_on_with_is_said_on_today_once_the_answer_has_held():
    long = timedelta(days=60)
    begun = [told(CLEAR, TODAY - long), told(Comparing(Question.WHICH, FOUR[:2]), TODAY - long), told(CLEAR)]
    told_ = [*felt(BALL, 5, 5, 5), *felt(BOTTLE, 2, 2, 2)]
    now = standing([*begun, *told_], Foot.RIGHT)
    alike = answered("no-difference", "tennis-ball")
    said = graduation_as_data(now, alike, TODAY)["says"]
    assert said[:3] == ["The answer has held for a week.", *to_go_on_with(now, TODAY)]
    assert said[2] == "Tennis ball felt best to you: 5.0 of 5 in 3 sessions."
    assert "felt" not in " ".join(graduation_as_data(now, answered("found"), TODAY)["says"])
    untold = graduation_as_data(standing(begun, Foot.RIGHT), alike, TODAY)["says"]
    assert len(untold) == len(said) - 2


def test_a_session_told_again_counts_once():
    (one,) = felt(BALL, 1)
    better = told(replace(one.what, comfort=5))
    assert comfort(standing([one, better], Foot.RIGHT), BALL).sessions == 1
