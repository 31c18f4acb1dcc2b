"""When the safety check is asked again, and which techniques rest."""

from datetime import date, datetime, timedelta, timezone
from itertools import pairwise
from uuid import uuid4

import pytest

from firststep.care import (
    Cause,
    Change,
    PlannedDay,
    Reason,
    days_between,
    much_worse,
    none_of_it,
    paused,
    reasons_to_ask,
    resting,
    standing,
)
from firststep.care.drawing.draws import plan_days
from firststep.knowledge import Technique, library, own_technique
from firststep.records import (
    Answer,
    Comparing,
    Doing,
    Foot,
    GoOn,
    Morning,
    Noted,
    Question,
    SafetyAnswer,
    Screened,
    Stopped,
    Taught,
    Told,
    Why,
)
from firststep.records.triggers import CareKind, OtherCare

TODAY = date(2026, 11, 24)
ZONE = timezone(timedelta(hours=1))
FOUR = ("tennis-ball", "hands", "calf-stick", "frozen-bottle")


def day(ago):
    return TODAY - timedelta(days=ago)


# asked again


def scores(*late, usual=(4, 4, 5, 4, 4)):
    """Scores up to today, the usual ones in the week before the last four days."""
    return {day(4 + number): pain for number, pain in enumerate(usual)} | {
        day(number): pain for number, pain in enumerate(reversed(late))
    }


@pytest.mark.parametrize(
    ("mornings", "so"),
    [
        (scores(7, 7, 7), True),
        (scores(8, None, 7), True),
        (scores(7, 7, 6), False),  # settles
        (scores(7), False),  # one bad morning
        (scores(7, 7), False),  # not two days yet
        (scores(6, 6, 6), False),  # two points only
        (scores(7, 7, 7, usual=(4, 4)), False),  # too few for a usual
        (scores(7, 7, 7, usual=()), False),
        (scores(7, 7, 7, usual=(4, 4, 4)), True),  # three are a usual
        ({day(17): 4, day(16): 4, day(15): 4} | scores(7, 7, 7, usual=()), True),  # the oldest that count
        ({day(18): 4, day(16): 4, day(15): 4} | scores(7, 7, 7, usual=()), False),
        ({day(3): 7, day(1): 7} | {day(n): 4 for n in (5, 6, 7)}, True),  # the first of the late ones
        ({day(3): 4, day(2): 7, day(0): 7} | {day(n): 4 for n in (5, 6)}, False),  # late, and no usual
        (
            {day(3): 7, day(2): 7, day(0): 7} | {day(n): 4 for n in (5, 6)},
            False,
        ),  # the late ones are no usual
        ({}, False),
    ],
)
def test_a_sudden_rise_that_does_not_settle(mornings, so):
    assert much_worse(mornings, TODAY) is so


def test_scores_of_days_that_have_not_come_do_not_count():
    assert not much_worse(scores(7, 7, 7), day(3))


@pytest.mark.parametrize(
    ("given", "reasons"),
    [
        ({"answered": None}, [Reason.NEVER]),
        ({"answered": day(29)}, []),
        ({"answered": day(30)}, [Reason.MONTH]),
        ({"answered": TODAY, "changes": [Change.MEDICINE]}, [Reason.CHANGED]),
        ({"answered": day(5), "mornings": scores(7, 7, 7)}, [Reason.WORSE]),
        ({"answered": TODAY, "open_questions": 2}, [Reason.OPEN]),
        (
            {
                "answered": day(40),
                "changes": [Change.INJURY],
                "mornings": scores(8, 8, 8),
                "open_questions": 1,
            },
            [Reason.CHANGED, Reason.WORSE, Reason.OPEN, Reason.MONTH],
        ),
    ],
)
def test_why_it_is_asked(given, reasons):
    rest = {key: value for key, value in given.items() if key != "answered"}
    assert list(reasons_to_ask(given["answered"], today=TODAY, **rest)) == reasons


def test_a_rise_that_was_answered_for_is_not_asked_about_again():
    """The check was answered after the rise began: the same rise gives no new reason."""
    rise = scores(7, 7, 7)
    assert reasons_to_ask(TODAY, today=TODAY, mornings=rise) == ()
    assert reasons_to_ask(day(2), today=TODAY, mornings=rise) == ()  # the score of that day was known
    assert reasons_to_ask(day(3), today=TODAY, mornings=rise) == (Reason.WORSE,)
    late = {day(3): 7, day(1): 7} | {day(n): 4 for n in (5, 6, 7)}
    assert reasons_to_ask(day(3), today=TODAY, mornings=late) == ()


# resting


def told(*events, foot=Foot.RIGHT):
    """What was told: (days ago, what)."""
    when = [(ago, what) for ago, what in events]
    return [
        Told(uuid4(), foot, day(ago), datetime.combine(day(ago), datetime.min.time(), ZONE), what)
        for ago, what in when
    ]


def checked(**answers):
    given = none_of_it() | {id_.replace("_", "-"): Answer(answer) for id_, answer in answers.items()}
    return Screened(tuple(sorted(given.items())))


BEGUN = [(20, checked()), (20, Comparing(Question.WHICH, FOUR))]
USUAL = [(ago, Morning(4)) for ago in range(10, 2, -1)]
WORSE = [(3, Doing(frozenset(["hands"]))), (2, Morning(6)), (2, Doing(frozenset(["hands"]))), (1, Morning(7))]


def rests(*events, today=TODAY):
    return resting(standing(told(*events), Foot.RIGHT), today)


def test_nothing_rests_at_first():
    assert rests(*BEGUN) == {}
    assert rests() == {}


def test_a_stop_rests_a_technique_at_once_until_it_is_taken_up_again():
    stopped = rests(*BEGUN, (1, Stopped("hands", Why.SHARP)))
    assert {id_: (rest.cause, rest.on, rest.why) for id_, rest in stopped.items()} == {
        "hands": (Cause.STOPPED, day(1), Why.SHARP)
    }
    assert rests(*BEGUN, (2, Stopped("hands", Why.SHARP)), (1, GoOn("hands"))) == {}
    assert "hands" in rests(*BEGUN, (3, GoOn("hands")), (2, Stopped("hands", Why.NUMB)))
    assert rests(*BEGUN, (1, Stopped("fascia-stretch", Why.SHARP))) == {}  # not compared


def test_two_clearly_worse_mornings_after_it_rest_it():
    (rest,) = rests(*BEGUN, *USUAL, *WORSE).values()
    assert (rest.technique, rest.cause, rest.on) == ("hands", Cause.WORSE, day(1))


@pytest.mark.parametrize(
    "events",
    [
        WORSE[:2],  # one morning
        [*WORSE[:3], (1, Morning(5))],  # the second is not clearly worse
        [*WORSE[:2], (2, Doing(frozenset(["calf-stick"]))), (1, Morning(7))],
        [*WORSE, (0, GoOn("hands"))],
        [(9, Morning(6)), *WORSE],  # as bad as one of the fortnight before
    ],
)  # fmt: skip
def test_less_than_that_does_not(events):
    assert rests(*BEGUN, *USUAL, *events) == {}


def test_a_week_later_they_count_no_more():
    assert rests(*BEGUN, *USUAL, *WORSE, today=TODAY + timedelta(days=7)) == {}


def test_without_a_usual_nothing_is_worse():
    assert rests(*BEGUN, *USUAL[-4:], *WORSE) == {}
    assert rests(*BEGUN, *USUAL[-5:], *WORSE)


def test_what_the_check_leaves_out_rests():
    found = rests(*BEGUN, (1, checked(cold_reaction="yes")))
    assert {id_: (rest.cause, rest.question.id) for id_, rest in found.items()} == {
        "frozen-bottle": (Cause.CHECK, "cold-reaction")
    }


def plan(*events):
    return plan_days(standing(told(*events), Foot.RIGHT), today=TODAY, seed=1, given=())


def test_what_rests_is_never_drawn():
    drawn = {line.technique for line in plan(*BEGUN, (0, Morning(5)), (1, Stopped("hands", Why.SHARP)))}
    assert drawn
    assert "hands" not in drawn


def test_one_that_is_left_is_drawn_each_day():
    three = [(1, Stopped(id_, Why.SHARP)) for id_ in FOUR[1:]]
    assert {line.technique for line in plan(*BEGUN, (0, Morning(5)), *three)} == {"tennis-ball"}


def test_where_all_rest_nothing_is_drawn():
    assert plan(*BEGUN, *[(1, Stopped(id_, Why.SHARP)) for id_ in FOUR]) == ()


@pytest.mark.parametrize(
    "what",
    [
        checked(blood_clot="unsure"),
        checked(nerve_signs="yes"),
        Screened((("fall", Answer.NO),)),  # not finished
        SafetyAnswer(clear=False),
    ],
)
def test_a_warning_sign_takes_the_place_of_the_draw(what):
    assert plan(*BEGUN, (0, Morning(5)), (0, what)) == ()


def test_just_guide_me_leaves_out_what_rests_too():
    guided = [(20, checked()), (20, Comparing(Question.GUIDE, FOUR)), (1, Stopped("hands", Why.SHARP))]
    assert {line.technique for line in plan(*guided)} == set(FOUR) - {"hands"}


def test_ones_own_technique_can_be_compared():
    text = 'taught_by = "Eva"\n' + library.source_text(Technique, "hands")
    mine = own_technique(text, name="mine").id
    now = standing(
        told((20, checked()), (20, Taught(text)), (20, Comparing(Question.WHICH, ("tennis-ball", mine)))),
        Foot.RIGHT,
    )
    assert set(now.own) == {mine}
    drawn = {line.technique for line in plan_days(now, today=TODAY, seed=1, given=())}
    assert drawn <= {"tennis-ball", mine}


# what pauses, and days between


def test_a_sharp_rise_pauses_the_draw_until_the_check_is_answered():
    rise = [(ago, Morning(4)) for ago in range(12, 3, -1)] + [(ago, Morning(8)) for ago in (3, 2, 1, 0)]
    assert plan(*BEGUN, *rise) == ()
    assert paused(standing(told(*BEGUN, *rise), Foot.RIGHT), TODAY) is Reason.WORSE
    assert plan(*BEGUN, *rise, (0, checked()))


def test_a_stop_by_numbness_pauses_too_and_ice_only_rests():
    numb = (0, Stopped("hands", Why.TINGLING))
    begun = [(20, checked()), (20, Comparing(Question.WHICH, FOUR)), (0, Morning(5))]
    assert plan(*begun, numb) == ()
    assert plan(*begun, numb, (0, GoOn("hands"))) == ()
    assert paused(standing(told(*begun, numb), Foot.RIGHT), TODAY) is Reason.NUMB
    iced = (0, Stopped("frozen-bottle", Why.NUMB))
    assert {line.technique for line in plan(*begun, iced)} <= set(FOUR) - {"frozen-bottle"}
    assert plan(*begun, iced)


def test_what_is_about_the_whole_person_holds_for_both_feet():
    here = told(*BEGUN, (0, Morning(5)))
    there = told((1, checked(bleeding="yes")), foot=Foot.LEFT)
    now = standing([*here, *there], Foot.RIGHT)
    assert "hands" not in resting(now, TODAY)
    assert set(resting(now, TODAY)) == {"tennis-ball", "calf-stick", "frozen-bottle"}
    grave = told((1, checked(cord="unsure")), foot=Foot.LEFT)
    assert standing([*here, *grave], Foot.RIGHT).clear is False
    local = told((1, checked(skin_foot="yes")), foot=Foot.LEFT)
    assert resting(standing([*here, *local], Foot.RIGHT), TODAY) == {}
    later = told((0, checked()))
    assert resting(standing([*here, *there, *later], Foot.RIGHT), TODAY) == {}


def test_the_short_check_clears_nothing_and_can_still_warn():
    short = [(20, SafetyAnswer(clear=True)), (20, Comparing(Question.WHICH, FOUR)), (0, Morning(5))]
    assert plan(*short) == ()
    assert standing(told((2, checked(cord="yes")), (1, SafetyAnswer(clear=True))), Foot.RIGHT).clear is False
    assert standing(told((2, checked()), (1, SafetyAnswer(clear=False))), Foot.RIGHT).clear is False


def test_what_is_done_every_second_day_rests_in_between():
    both = ("heel-raise", "hands")
    now = standing(told((20, checked()), (20, Comparing(Question.WHICH, both)), (0, Morning(5))), Foot.RIGHT)
    days = plan_days(now, today=TODAY, seed=1, given=())
    raised = [line.on for line in days if line.technique == "heel-raise"]
    on = [each for each in raised if each not in days_between(days, now)]
    assert len(raised) >= 3
    assert all(second - first >= timedelta(days=2) for first, second in pairwise(on))
    did = standing(
        told((20, checked()), (20, Comparing(Question.WHICH, both)), (1, Doing(frozenset(["heel-raise"])))),
        Foot.RIGHT,
    )
    today = [PlannedDay(TODAY, "heel-raise", None)]
    assert days_between(today, did) == {TODAY}
    assert days_between(today, now) == frozenset()


def test_two_worse_mornings_after_what_is_done_every_second_day():
    begun = [(20, checked()), (20, Comparing(Question.WHICH, ("heel-raise", "hands")))]
    raised = [(4, Doing(frozenset(["heel-raise"]))), (2, Doing(frozenset(["heel-raise"])))]
    worse = [(3, Morning(7)), (2, Morning(4)), (1, Morning(7))]
    usual = [(ago, Morning(4)) for ago in range(10, 3, -1)]
    assert set(rests(*begun, *usual, *raised, *worse)) == {"heel-raise"}


def test_an_injection_told_after_the_check_pauses_all_until_it_is_answered_again():
    def told(what, on):
        return Told(uuid4(), Foot.RIGHT, on, datetime.combine(on, datetime.min.time(), ZONE), what)

    check = Screened(tuple(sorted(none_of_it().items())))
    injection = Noted(uuid4(), OtherCare(kind=CareKind.INJECTION, since=TODAY - timedelta(days=2)))
    insoles = Noted(uuid4(), OtherCare(kind=CareKind.INSOLES, since=TODAY - timedelta(days=2)))
    first = told(check, TODAY - timedelta(days=9))
    assert paused(standing([first, told(insoles, TODAY)], Foot.RIGHT), TODAY) is None
    assert paused(standing([first, told(injection, TODAY)], Foot.RIGHT), TODAY) is Reason.CHANGED
    again = [first, told(injection, TODAY), told(check, TODAY)]
    assert paused(standing(again, Foot.RIGHT), TODAY) is None
