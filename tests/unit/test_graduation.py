"""An end in sight: when tapering off is suggested, how it goes, and when every morning counts again."""

from datetime import timedelta

import pytest
from tests.people import CLEAR, FOUR, NOON, TODAY, told

from firststep.care import Graduation, Leaving, asked_every, graduation, standing
from firststep.records import (
    Comparing,
    Foot,
    Morning,
    Name,
    Question,
    SafetyAnswer,
    SetAside,
    Setting,
    Stopped,
    Why,
)
from firststep.records.household import KeptVerdict
from firststep.reports.screen.course import graduation_as_data

ON, OFF = Setting(Name.TAPER, "on"), Setting(Name.TAPER, "off")


def day(ago):
    return TODAY - timedelta(days=ago)


def begun(techniques=FOUR, question=Question.WHICH, ago=60):
    return [told(CLEAR, day(ago)), told(Comparing(question, techniques), day(ago)), told(CLEAR, day(3))]


def answered(choice="found", technique="tennis-ball", helps="not-asked", *, days=range(7, -1, -1)):
    """The same answer on each of these days ago."""
    return [verdict(choice, technique, helps, ago) for ago in days]


def verdict(choice, technique, helps, ago):
    return KeptVerdict(
        foot=Foot.RIGHT,
        on=day(ago),
        made=NOON,
        after=1,
        engine="test",
        choice=choice,
        technique=technique,
        certainty=0.98,
        helps=helps,
        findings={},
    )


def mornings(*scores, until=0, every=1):
    """Scores, the last of them so many days ago."""
    last = until + every * (len(scores) - 1)
    return [told(Morning(score), day(last - every * k)) for k, score in enumerate(scores)]


def found(*events, verdicts=(), today=TODAY):
    return graduation(standing([*begun(), *events], Foot.RIGHT), verdicts, today)


def stage(*events, verdicts=(), today=TODAY):
    return found(*events, verdicts=verdicts, today=today).stage


# suggested


def test_at_first_every_morning_is_asked_for():
    assert found() == Graduation(Leaving.NONE, every=1)


@pytest.mark.parametrize(
    ("choice", "technique", "helps"),
    [
        ("found", "tennis-ball", "not-asked"),
        ("safe-choice", "tennis-ball", "cannot-tell"),
        ("no-difference", "hands", "not-asked"),
        ("leaning", "hands", "not-helping"),
        ("not-asked", None, "not-helping"),
        ("not-asked", None, "yes"),
    ],
)
def test_an_answer_that_held_for_a_week_is_one_to_go_by(choice, technique, helps):
    assert stage(verdicts=answered(choice, technique, helps)) is Leaving.ANSWERED
    assert stage(verdicts=answered(choice, technique, helps, days=range(6, -1, -1))) is Leaving.NONE


@pytest.mark.parametrize(
    ("choice", "helps"), [("leaning", "not-asked"), ("too-early", "cannot-tell"), ("leaning", "yes")]
)
def test_what_is_no_answer_to_the_question_never_holds(choice, helps):
    assert stage(verdicts=answered(choice, "hands", helps, days=range(40, -1, -1))) is Leaving.NONE


def test_a_safe_choice_that_becomes_clear_is_the_same_answer():
    both = [*answered("safe-choice", days=range(7, 3, -1)), *answered("found", days=range(3, -1, -1))]
    assert stage(verdicts=both) is Leaving.ANSWERED


@pytest.mark.parametrize("between", [("leaning", "tennis-ball"), ("found", "hands")])
def test_an_answer_that_changed_begins_anew(between):
    changed = answered(days=range(20, -1, -1))
    changed[-4] = verdict(*between, "not-asked", 3)
    assert stage(verdicts=changed) is Leaving.NONE


def test_an_answer_about_another_list_does_not_count():
    other = told(Comparing(Question.WHICH, FOUR[:2]), day(5))
    assert stage(other, verdicts=answered(days=range(20, -1, -1))) is Leaving.NONE
    same = told(Comparing(Question.WHICH, tuple(reversed(FOUR))), day(5))
    assert stage(same, verdicts=answered(days=range(20, -1, -1))) is Leaving.ANSWERED


def test_days_without_a_morning_do_not_make_an_answer_hold():
    assert stage(verdicts=answered(days=[30])) is Leaving.NONE


def test_three_weeks_of_easy_mornings_are_enough_without_an_answer():
    easy = [1, 2, 0] * 7
    assert stage(*mornings(*easy)) is Leaving.EASY
    assert stage(*mornings(*easy[:10], 3, *easy[11:])) is Leaving.EASY  # one that is not


@pytest.mark.parametrize(
    "scores",
    [[1] * 10, [1] * 9 + [3, 3] + [1] * 10, [1] * 20 + [3]],
    ids=["too few", "two that are not", "not the last"],
)
def test_less_than_that_is_not(scores):
    assert stage(*mornings(*scores)) is Leaving.NONE


def test_easy_mornings_have_to_be_of_these_weeks():
    assert stage(*mornings(*[1] * 21, until=12)) is Leaving.NONE


@pytest.mark.parametrize(
    "event",
    [SafetyAnswer(clear=False), Stopped("hands", Why.TINGLING)],
    ids=["a warning sign", "a stop that asks after nerves"],
)
def test_while_a_warning_sign_is_open_nothing_is_suggested(event):
    assert stage(told(event), verdicts=answered()) is Leaving.NONE


def test_a_no_is_a_no_for_four_weeks():
    no = told(OFF, day(0))
    assert stage(no, verdicts=answered()) is Leaving.NONE
    assert stage(no, verdicts=answered(), today=TODAY + timedelta(days=27)) is Leaving.NONE
    assert stage(no, verdicts=answered(), today=TODAY + timedelta(days=28)) is Leaving.ANSWERED


# tapering


@pytest.mark.parametrize(
    ("ago", "every", "on_change"),
    [(0, 3, False), (27, 3, False), (28, 7, False), (83, 7, False), (84, 7, True), (400, 7, True)],
)
def test_mornings_are_asked_for_less_and_less(ago, every, on_change):
    accepted = told(ON, TODAY)
    later = TODAY + timedelta(days=ago)
    assert found(accepted, today=later) == Graduation(Leaving.TAPERING, every, on_change)
    now = standing([*begun(), accepted], Foot.RIGHT)
    assert asked_every(now, (), later) == every


def test_it_begins_only_when_the_person_accepts_it():
    now = standing([*begun(), *mornings(*[1] * 60)], Foot.RIGHT)
    assert asked_every(now, answered(), TODAY) == 1


def test_it_is_taken_back_at_any_time():
    assert found(told(ON, day(9)), told(OFF, day(1))) == Graduation(Leaving.NONE)


def test_what_is_compared_anew_asks_for_every_morning_again():
    accepted = told(ON, day(9))
    assert stage(accepted, told(Comparing(Question.WHICH, FOUR[:2]), day(2))) is Leaving.NONE
    assert stage(accepted, told(Comparing(Question.WHICH, FOUR), day(2))) is Leaving.TAPERING
    assert stage(accepted, told(SetAside("hands"), day(2))) is Leaving.TAPERING


def test_it_holds_for_both_feet():
    there = told(ON, day(2), foot=Foot.LEFT)
    assert stage(there) is Leaving.TAPERING


# a relapse

BEFORE = mornings(3, 4, 3, 4, 3, 4, until=20)
ACCEPTED = told(ON, day(20))


def after(*scores, every=3):
    return found(*BEFORE, ACCEPTED, *mornings(*scores, every=every))


def test_two_clearly_worse_mornings_ask_for_every_morning_again():
    back = after(3, 6, 7)
    assert (back.stage, back.every) == (Leaving.RELAPSE, 1)


@pytest.mark.parametrize(
    "scores", [(3, 6), (6, 5), (6, 7, 4), (3, 5, 5)], ids=["one", "one clear", "over", "less than two points"]
)
def test_less_than_that_is_no_relapse(scores):
    assert after(*scores).stage is Leaving.TAPERING


def test_a_morning_as_bad_as_one_before_is_none():
    worst = mornings(6, until=26)
    assert found(*worst, *BEFORE[1:], ACCEPTED, *mornings(6, 6, every=3)).stage is Leaving.TAPERING


def test_without_a_level_to_hold_them_against_there_is_none():
    assert found(*BEFORE[:4], ACCEPTED, *mornings(9, 9, every=3)).stage is Leaving.TAPERING
    assert found(*BEFORE[:5], ACCEPTED, *mornings(9, 9, every=3)).stage is Leaving.RELAPSE


def test_the_safety_check_is_named_where_its_own_rules_ask_for_it():
    now = [*begun(), *BEFORE, ACCEPTED, *mornings(3, 6, 7, every=3)]
    said = graduation_as_data(standing(now, Foot.RIGHT), (), TODAY)["says"]
    assert not any("safety check" in line for line in said)
    long_ago = [event for event in now if event.on != day(3) or event.what != CLEAR]
    said = graduation_as_data(standing(long_ago, Foot.RIGHT), (), TODAY)["says"]
    assert said[-1] == "The safety check asks to be answered again."


# in words


def test_what_is_said_of_each_stage():
    def said(*events, verdicts=()):
        return graduation_as_data(standing([*begun(), *events], Foot.RIGHT), verdicts, TODAY)

    assert said() == {"stage": "none", "says": [], "every": 1}
    held = said(verdicts=answered())
    assert (held["stage"], held["every"], held["says"][0]) == (
        "answered",
        1,
        "The answer has held for a week.",
    )
    assert "The diary stays open" in held["says"][-1]
    easy = said(*mornings(*[1] * 21))
    assert easy["says"][0] == "Your mornings have been easy for three weeks: 2 or less."
    assert easy["says"][1:] == held["says"][1:]
    assert said(told(ON, day(1))) == {
        "stage": "tapering",
        "says": ["You tell your mornings about twice a week now."],
        "every": 3,
    }
    assert said(told(ON, day(30)))["says"] == ["You tell your mornings about once a week now."]
