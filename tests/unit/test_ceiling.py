"""Pain above the ceiling of a technique: what it means before a session, and after one."""

import pytest
from tests.people import CLEAR, FOUR, NOON, TODAY, told

from firststep.care import Cause, left_out, plan_days, resting, standing
from firststep.care.sessions import begins_above, rests_after, script, timer
from firststep.knowledge import technique
from firststep.records import Comparing, Foot, GoOn, Question, Stopped, Why

CEILING = 4


@pytest.mark.parametrize(
    ("before", "after", "rests"),
    [
        (2, 5, True),  # above the ceiling, and more than before
        (None, 5, True),  # nothing was told of before: the safe side
        (5, 6, True),  # it was above before, and is more now
        (2, 4, False),  # more, but not above
        (6, 6, False),  # as before: not put down to the technique
        (8, 5, False),  # less than before
        (2, None, False),  # nothing was told
        (None, None, False),
    ],
    ids=str,
)
def test_a_technique_rests_where_it_hurts_above_the_ceiling_and_more_than_before(before, after, rests):
    assert rests_after(before, after, CEILING) is rests


@pytest.mark.parametrize(("before", "above"), [(None, False), (4, False), (5, True)], ids=str)
def test_before_a_session_pain_above_the_ceiling_is_too_much(before, above):
    assert begins_above(before, CEILING) is above


def test_the_script_carries_the_ceiling_to_the_player():
    ball = technique("tennis-ball", {})
    assert script(ball, "right").ceiling == ball.effort.ceiling
    assert timer(5, "right").ceiling == CEILING


def test_a_stop_by_pain_above_the_ceiling_is_seen_by_rest_plan_and_answer_until_it_is_taken_up_again():
    begun = [told(CLEAR), told(Comparing(Question.WHICH, FOUR))]
    stop = told(Stopped("tennis-ball", Why.ABOVE))
    now = standing([*begun, stop], Foot.RIGHT)
    rest = resting(now, TODAY)["tennis-ball"]
    assert (rest.cause, rest.why, rest.on) == (Cause.STOPPED, Why.ABOVE, TODAY)
    assert left_out(now) == {"tennis-ball"}
    for seed in range(5):
        drawn = plan_days(now, today=TODAY, seed=seed, given=())
        assert "tennis-ball" not in {day.technique for day in drawn}
    back = standing([*begun, stop, told(GoOn("tennis-ball"), at=NOON)], Foot.RIGHT)
    assert resting(back, TODAY) == {}
