"""The plan: what is compared, what stays the same, when somebody should look."""

from datetime import date, timedelta

import pytest

from firststep.care import Reason, make_plan, none_of_it
from firststep.care.planning.course import Stage
from firststep.care.sessions import script
from firststep.errors import KnowledgeError
from firststep.knowledge import Family, Technique, Whom, library, own_technique, technique
from firststep.records import Answer, Question
from firststep.records.wishes import Wishes

TODAY = date(2026, 11, 24)


def plan(answers=None, **wishes):
    return make_plan(Wishes(answers=none_of_it() | (answers or {}), **wishes), TODAY)


def ids(techniques):
    return [technique.id for technique in techniques]


def test_with_everything_at_hand_two_of_the_sole_and_one_of_other_places():
    families = [one.family for one in plan().compare]
    assert families == [Family.SOLE, Family.SOLE, Family.CALF, Family.THIGH]
    assert ids(plan().steady) == ["fascia-stretch", "point-and-flex"]
    assert plan().question is Question.WHICH
    assert plan().see is None


def test_with_nothing_at_hand_there_are_hands_and_movement():
    bare = plan(tools=frozenset())
    assert "hands" in ids(bare.compare)
    assert all(not one.tools for one in (*bare.compare, *bare.steady, *bare.others))


def test_only_tools_at_hand_are_needed():
    some = plan(tools=frozenset(["tennis-ball"]))
    assert all(set(one.tools) <= {"tennis-ball"} for one in (*some.compare, *some.steady, *some.others))


def test_what_is_barred_never_comes_and_what_is_preferred_comes_first():
    chosen = plan(bar=frozenset(["frozen-bottle"]), prefer=("heel-raise", "calf-stick"))
    assert ids(chosen.compare)[:2] == ["heel-raise", "calf-stick"]
    assert "frozen-bottle" not in ids(chosen.compare)


def test_at_most_five_are_compared():
    many = (
        "hands",
        "calf-stick",
        "tennis-ball",
        "frozen-bottle",
        "massage-ball",
        "wooden-roller",
        "calf-hands",
    )
    assert ids(plan(prefer=many).compare) == list(many[:5])


def test_a_stretch_that_is_compared_is_no_background():
    stretching = plan(prefer=("fascia-stretch",))
    assert "fascia-stretch" in ids(stretching.compare)
    assert "fascia-stretch" not in ids(stretching.steady)


@pytest.mark.parametrize("foot", ["left", "right", "both"])
def test_a_session_is_no_longer_than_the_day_s_minutes(foot):
    short = plan(minutes=5, foot=foot)
    for one in (*short.compare, *short.steady):
        assert script(one, foot).seconds <= 300


def test_without_a_comparison_they_come_in_turn():
    assert plan(compare=False).question is Question.GUIDE


def test_one_that_is_left_can_be_compared_with_rest_days():
    others = frozenset(id_ for id_ in ids([*plan().compare, *plan().others]) if id_ != "tennis-ball")
    alone = plan(tools=frozenset(["tennis-ball"]), bar=others)
    assert ids(alone.compare) == ["tennis-ball"]
    assert alone.question is Question.HELPS


def test_where_nothing_is_left_somebody_is_named():
    every_one = frozenset(ids([*plan().compare, *plan().steady, *plan().others]))
    nothing = plan(bar=every_one)
    assert nothing.compare == nothing.steady == ()
    assert nothing.question is None
    assert nothing.see is Whom.SPECIALIST


def test_before_the_check_nothing_is_suggested():
    new = make_plan(Wishes(), TODAY)
    assert new.ask_again == (Reason.NEVER,)
    assert new.compare == new.steady == new.background == ()


@pytest.mark.parametrize("warning", ["fall", "nerve-signs"])
def test_a_warning_sign_leaves_nothing_to_start(warning):
    warned = plan({warning: Answer.UNSURE})
    assert warned.compare == warned.steady == warned.others == ()


def test_what_the_check_leaves_out_is_not_in_the_plan():
    cold = plan({"cold-reaction": Answer.YES})
    assert "frozen-bottle" not in ids([*cold.compare, *cold.others])


def test_news_since_the_check_come_first():
    news = plan(changed=("new-medicine",), answered=TODAY)
    assert news.ask_again == (Reason.CHANGED,)
    assert news.compare == ()
    assert plan(answered=TODAY - timedelta(days=31)).ask_again == (Reason.MONTH,)
    assert plan(answered=TODAY - timedelta(days=31)).compare


@pytest.mark.parametrize(
    ("since", "stage", "due"),
    [
        (None, Stage.UNKNOWN, []),
        (TODAY - timedelta(days=10), Stage.EARLY, []),
        (TODAY - timedelta(weeks=7), Stage.EARLY, [6]),
        (TODAY - timedelta(weeks=13), Stage.LONG, [6, 13]),
        (TODAY - timedelta(weeks=60), Stage.LONG, [6, 13, 26]),
    ],
)
def test_early_and_long_standing_pain_are_told_apart(since, stage, due):
    made = plan(since=since)
    assert made.stage is stage
    assert [point.advice.weeks for point in made.checkpoints if point.due] == due
    said = {advice.id for advice in made.said}
    assert ("early" in said, "long" in said) == (stage is Stage.EARLY, stage is Stage.LONG)


def test_the_background_is_the_same_on_every_day():
    assert [advice.id for advice in plan().background] == ["footwear", "load", "same-care"]


@pytest.mark.parametrize(
    ("wishes", "says"),
    [
        ({"tools": frozenset(["laser"])}, "no tool 'laser'"),
        ({"bar": frozenset(["laser"])}, "no technique 'laser'"),
        ({"prefer": ("laser",)}, "no technique 'laser'"),
        ({"prefer": ("hands",), "bar": frozenset(["hands"])}, "both preferred and barred"),
        ({"changed": ("weather",)}, "no change that can be told"),
        ({"minutes": 0}, "0 minutes a day"),
        ({"minutes": 121}, "121 minutes a day"),
    ],
)
def test_what_cannot_be_is_refused(wishes, says):
    with pytest.raises(KnowledgeError, match=says):
        plan(**wishes)


def test_the_passive_and_the_moving_ball_can_be_compared():
    both = plan(prefer=("tennis-ball", "tennis-ball-active"))
    assert ids(both.compare)[:2] == ["tennis-ball", "tennis-ball-active"]
    assert technique("whole-leg") in plan().others


def mine(known="hands"):
    return own_technique(f'taught_by = "Eva"\n{library.source_text(Technique, known)}', name="mine.toml")


def test_what_somebody_taught_comes_first():
    own = mine()
    made = make_plan(Wishes(answers=none_of_it(), tools=frozenset()), TODAY, own=[own])
    assert ids(made.compare)[0] == own.id


def test_the_safety_check_leaves_out_what_somebody_taught_as_it_would_any_other():
    own = mine("frozen-bottle")
    barred = none_of_it() | {"cold-reaction": Answer.YES}
    assert own.id not in ids(make_plan(Wishes(answers=barred), TODAY, own=[own]).compare)
    assert own.id in ids(make_plan(Wishes(answers=none_of_it()), TODAY, own=[own]).compare)
