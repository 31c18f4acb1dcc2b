"""How far the ankle bends: when Today asks for it, what bars it, and what a change is called."""

import pytest
from tests.people import CLEAR, TODAY, told
from tests.unit.test_measuring import DAY, HARD, ago, life

from firststep.care import due, none_of_it, since_first, standing, taken
from firststep.care.measuring import lunge_barred, may_lunge
from firststep.knowledge import technique
from firststep.records import (
    Answer,
    By,
    Foot,
    Function,
    KneeToWall,
    Name,
    Screened,
    Setting,
    ShinAngle,
    Stopped,
    Why,
    Worst,
)
from firststep.reports.screen.measures import measures

KNEE, SHIN = "knee-to-wall", "shin-angle"
TAKEN_LATELY = (told(Worst(7), ago(1)), told(Function(HARD), ago(1)))


def steady(*events):
    """Somebody whose check is clear, and of whom nothing else is asked for today."""
    return life(told(CLEAR, ago(14)), *TAKEN_LATELY, *events)


def answered(**answers):
    """A safety check with nothing that anything follows from but this."""
    given = {name.replace("_", "-"): answer for name, answer in answers.items()}
    return told(Screened(tuple(sorted((none_of_it() | given).items()))), ago(2))


def wall(days, *cm):
    return told(KneeToWall(cm or (8.0, 9.0, 8.5)), ago(days))


def shin(days, *degrees, by=By.SENSOR):
    return told(ShinAngle(degrees or (36, 37, 38), by), ago(days))


def test_it_comes_after_all_else_that_is_asked_for():
    assert due(life(told(CLEAR, ago(14))), TODAY) == ("worst", "function", KNEE)


def test_nobody_is_asked_for_both():
    assert due(steady(), TODAY) == (KNEE,)


def test_the_way_that_was_taken_last_is_asked_for_again():
    assert due(steady(wall(30), shin(20)), TODAY) == (SHIN,)
    assert due(steady(shin(30), wall(20)), TODAY) == (KNEE,)


@pytest.mark.parametrize("event", [wall, shin])
@pytest.mark.parametrize(("days", "is_due"), [(13, False), (14, True)])
def test_either_is_enough_for_two_weeks(event, days, is_due):
    assert bool(due(steady(event(days)), TODAY)) is is_due


@pytest.mark.parametrize("event", [wall, shin])
def test_a_day_on_which_it_was_measured_asks_for_nothing_else(event):
    assert due(life(told(CLEAR, ago(14)), event(0)), TODAY) == ()


def test_what_was_taken_back_was_not_measured():
    back = (told(KneeToWall(()), ago(3)), told(ShinAngle((), By.TYPED), ago(3)))
    now = steady(wall(3), shin(3), *back)
    assert taken(now, KNEE) == taken(now, SHIN) == ()
    assert due(now, TODAY) == (KNEE,)


def test_one_switch_is_for_both():
    off = told(Setting(Name.ASK_ANKLE, "off"))
    assert due(steady(off), TODAY) == ()
    assert due(steady(shin(20), off), TODAY) == ()


def test_the_other_heel_has_its_own():
    assert taken(standing([wall(1)], Foot.LEFT), KNEE) == ()


def test_before_the_safety_check_nobody_stands_in_a_lunge():
    now = life(*TAKEN_LATELY)
    assert due(now, TODAY) == ()
    assert measures(now, TODAY)[KNEE]["script"] is None


BARRING = [
    "unsteady",
    "pop-or-tear",
    "fall",
    "snap",
    "stress-fracture",
    "acutely-tender",
    "back-of-heel",
    "much-worse",
    "tendon-medicine",
    "skin-foot",
]


@pytest.mark.parametrize("answer", [Answer.YES, Answer.UNSURE])
@pytest.mark.parametrize("question", BARRING)
def test_what_bars_standing_or_loading_or_pulling_the_calf_bars_the_lunge(question, answer):
    now = life(*TAKEN_LATELY, answered(**{question: answer}))
    assert question in [one.id for one in lunge_barred(now)]
    assert due(now, TODAY) == ()
    shown = measures(now, TODAY)
    assert (shown[KNEE]["script"], shown[SHIN]["script"]) == (None, None)
    assert shown[KNEE]["because"]


@pytest.mark.parametrize("question", none_of_it())
@pytest.mark.parametrize("like_it", ["heel-raise", "calf-stretch-bent"])
def test_the_lunge_is_never_freer_than_a_technique_that_stands_and_loads_or_pulls_the_calf(question, like_it):
    other = {Answer.YES, Answer.NO} - {none_of_it()[question]}
    now = life(answered(**{question: other.pop()}))
    assert {one.id for one in now.screening.bars(technique(like_it))} <= {one.id for one in lunge_barred(now)}


def test_what_bars_only_other_things_does_not_bar_the_lunge():
    assert may_lunge(life(answered(vibration_no=Answer.YES)), TODAY)


def test_while_the_check_is_to_be_answered_again_nobody_stands_in_a_lunge():
    numb = told(Stopped("tennis-ball", Why.NUMB), ago(1))
    assert due(steady(numb), TODAY) == ()
    assert not may_lunge(steady(numb), TODAY)


def test_the_document_has_the_script_of_this_foot():
    shown = measures(steady(), TODAY)
    assert [shown[name]["script"]["feet"] for name in (KNEE, SHIN)] == ["right", "right"]
    assert [shown[name]["script"]["technique"] for name in (KNEE, SHIN)] == [KNEE, SHIN]
    assert shown[KNEE]["because"] == []


def test_the_document_has_every_time_with_the_middle_one_of_three():
    shown = measures(steady(wall(20, 8.0, 12.0, 8.5), shin(3, 40, 36, 37)), TODAY)
    assert shown[KNEE]["history"] == [{"on": ago(20).isoformat(), "readings": [8.0, 12.0, 8.5], "score": 8.5}]
    assert shown[SHIN]["history"] == [
        {"on": ago(3).isoformat(), "readings": [40, 36, 37], "score": 37, "by": "sensor"}
    ]


def test_the_error_is_told_with_its_source_and_for_whom_it_holds():
    shown = measures(steady(), TODAY)
    assert shown[KNEE]["error"] == (
        "The measurement error is 1.9 cm (Powden and others, 2015, Man Ther). "
        "That error is for one observer. At home, on yourself, nobody has looked: it may be larger."
    )
    assert "4.7 degrees (Powden" in shown[SHIN]["error"]
    assert "does not by itself mean less pain" in shown[KNEE]["note"]


@pytest.mark.parametrize(
    ("before", "after", "says"),
    [
        (
            8.0,
            9.8,
            "1.8 cm more. That is less than the measurement error of 1.9 cm, so it is not called a change.",
        ),
        (8.0, 9.9, "1.9 cm more, which is better."),
        (9.9, 8.0, "1.9 cm less, which is worse."),
        (8.0, 8.0, "The same as before."),
    ],
)
def test_a_change_under_the_error_is_not_called_one(before, after, says):
    now = steady(wall(20, *[before] * 3), wall(3, *[after] * 3))
    shown = measures(now, TODAY)[KNEE]
    assert shown["change"].startswith(says)
    assert shown["since"] == ago(20).isoformat()


def test_a_lean_is_held_against_the_first_that_was_read_from_the_same():
    now = steady(shin(42, 30, 30, 30, by=By.TYPED), shin(28), shin(14, 40, 41, 42))
    since = since_first(SHIN, taken(now, SHIN))
    assert (since.on, since.change.difference) == (ago(28), 4)
    assert since_first(SHIN, taken(steady(shin(28), shin(14, by=By.TYPED)), SHIN)) is None


def test_in_inches_the_words_are_and_the_numbers_stay():
    inches = told(Setting(Name.UNITS, "imperial"))
    now = steady(wall(20, 8.0, 8.0, 8.0), wall(3, 10.5, 10.5, 10.5), shin(2), inches)
    shown = measures(now, TODAY)
    assert shown[KNEE]["change"].startswith("0.98 inches more, which is better.")
    assert "the measurement error of 0.75 inches" in shown[KNEE]["change"]
    assert shown[KNEE]["error"].startswith("The measurement error is 0.75 inches (Powden")
    assert [time["score"] for time in shown[KNEE]["history"]] == [8.0, 10.5]
    assert "4.7 degrees" in shown[SHIN]["error"]


def test_nothing_is_asked_for_before_the_third_morning():
    early = life(told(CLEAR, ago(1)), mornings=[0, 1])
    assert due(early, TODAY) == ()
    assert due(early, TODAY + DAY) == ("worst", "function", KNEE)
