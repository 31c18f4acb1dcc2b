"""The first week: each technique once, then blocks; what is put aside or unpleasant rests."""

from datetime import timedelta

import pytest
from tests.people import CLEAR, FOUR, TODAY, told

from firststep.care import Cause, left_out, lines, plan_days, protocol_of, resting, standing
from firststep.care.drawing.trying import is_first_week
from firststep.records import (
    Again,
    Comparing,
    Doing,
    Foot,
    GoOn,
    Morning,
    Question,
    SetAside,
    Skipped,
    Stopped,
    Swapped,
    Why,
)
from firststep.reports.screen.today import planned
from firststep.trial import Trial, protocol

SIX = (*FOUR, "hands", "fascia-stretch")


def day(number):
    return TODAY + timedelta(days=number)


def begun(techniques=FOUR, question=Question.WHICH):
    return [told(CLEAR), told(Comparing(question, techniques))]


def plan(events, on=0, given=(), seed=1):
    return plan_days(standing(events, Foot.RIGHT), today=day(on), seed=seed, given=given)


def live(days, *, does=lambda drawn, number: [drawn], techniques=FOUR, question=Question.WHICH, seed=1):
    """So many days of somebody who is shown each day's draw: (events, shown lines)."""
    events, shown = begun(techniques, question), []
    for number in range(days):
        events.append(told(Morning(5), day(number)))
        line = plan(events, number, [one.advice for one in shown], seed)[0]
        shown.append(line)
        did = does(line.technique, number)
        if did is not None:
            events.append(told(Doing(frozenset(did)), day(number)))
    return events, shown


@pytest.mark.parametrize("techniques", [FOUR[:2], FOUR, SIX], ids=len)
@pytest.mark.parametrize("question", [Question.HELPS, Question.WHICH])
def test_each_technique_is_tried_once_on_a_day_of_its_own(techniques, question):
    for seed in range(10):
        _, shown = live(len(techniques), techniques=techniques, question=question, seed=seed)
        assert sorted(line.technique for line in shown) == sorted(techniques)
        assert all(line.advice.days == 1 for line in shown)


def test_each_of_those_not_tried_yet_has_the_same_chance():
    _, shown = live(4)
    for number, line in enumerate(shown):
        left = set(FOUR) - {one.technique for one in shown[:number]}
        assert line.advice.chances == pytest.approx(dict.fromkeys(left, 1 / len(left)))
        assert line.advice.allowed == FOUR


def test_chance_picks_the_order():
    firsts = [plan(begun(), seed=seed)[0].technique for seed in range(400)]
    counts = [firsts.count(name) for name in FOUR]
    assert sum((count - 100) ** 2 / 100 for count in counts) < 16.3  # chi-squared with 3 df, p = 0.001


def test_after_that_days_come_in_blocks():
    _, shown = live(9)
    assert [line.advice.days for line in shown] == [1] * 4 + [3] * 5


def test_the_plan_of_the_first_day_holds_if_it_is_followed():
    first = plan([*begun(), told(Morning(5))])
    _, shown = live(4)
    assert [line.technique for line in first[:4]] == [line.technique for line in shown]


def test_the_block_that_goes_on_after_it_counts_its_own_days_only():
    """It began on a day to try; of its three days two are left."""
    events, shown = live(4)
    days = plan([*events, told(Morning(5), day(4))], 4, [line.advice for line in shown])
    now = standing(events, Foot.RIGHT)
    said = lines(days, now, day(4), tried=[line.on for line in shown])
    assert [len(line.block) for line in said] == [2, 2, 3, 3, 3, 3, 3]
    assert "The same for 2 days; this is day 1." in planned(said[0], now.own)["why"]
    first = lines(plan(begun()), standing(begun(), Foot.RIGHT), TODAY)
    assert not any("The same for" in why for line in first[:4] for why in planned(line, {})["why"])


def test_what_was_not_done_is_drawn_again_within_the_week():
    """Something else was told for two of the days: their draws are still to be tried."""
    _, shown = live(6, does=lambda drawn, number: [] if number in (1, 2) else [drawn])
    done = [line.technique for number, line in enumerate(shown) if number not in (1, 2)]
    assert sorted(done) == sorted(FOUR)
    assert all(line.advice.days == 1 for line in shown)


def test_a_day_of_which_nothing_is_told_counts_as_followed():
    _, shown = live(4, does=lambda drawn, number: None)
    assert sorted(line.technique for line in shown) == sorted(FOUR)


def test_whoever_does_none_of_it_gets_blocks_after_a_week():
    _, shown = live(9, does=lambda drawn, number: [])
    assert [line.advice.days for line in shown] == [1] * 7 + [3] * 2


def test_a_day_that_was_put_off_is_still_to_be_tried():
    events, shown = live(1, does=lambda drawn, number: None)
    first = shown[0].technique
    given = [shown[0].advice]
    assert first not in {line.technique for line in plan(events, 1, given)[:3]}
    put_off = [*events, told(Skipped(first), day(0))]
    assert first in {line.technique for line in plan(put_off, 1, given)[:4]}


def test_a_swap_is_what_was_tried():
    events, shown = live(1, does=lambda drawn, number: None)
    first, given = shown[0].technique, [shown[0].advice]
    later = [line.technique for line in plan([*events, told(Swapped(first), day(0))], 1, given)[:3]]
    assert first in later
    assert len(set(later)) == 3


def test_what_was_done_before_needs_no_trying():
    events = [told(Doing(frozenset(FOUR[:3])), day(-1)), *begun(), told(Morning(5))]
    lines = plan(events)
    assert lines[0].technique == FOUR[3]
    assert {line.advice.days for line in lines[1:]} == {3}


def test_one_more_technique_starts_no_new_week_and_another_list_does():
    events, shown = live(20)
    given = [line.advice for line in shown]
    one_more = standing([*events, told(Comparing(Question.HELPS, (*FOUR, "hands")), day(20))], Foot.RIGHT)
    assert one_more.began == TODAY
    assert not is_first_week(one_more, day(20))
    other = standing([*events, told(Comparing(Question.WHICH, ("hands", "heel-raise")), day(20))], Foot.RIGHT)
    assert other.began == day(20)
    lines = plan_days(other, today=day(20), seed=1, given=given)
    assert sorted(str(line.technique) for line in lines[:2]) == ["hands", "heel-raise"]
    assert [line.advice.days for line in lines[:3]] == [1, 1, 3]


def test_one_that_joins_within_the_week_is_tried_in_what_is_left_of_it():
    events, shown = live(4)
    joined = [*events, told(Comparing(Question.WHICH, (*FOUR, "hands")), day(4)), told(Morning(5), day(4))]
    lines = plan(joined, 4, [line.advice for line in shown])
    assert lines[0].technique == "hands"
    assert lines[0].advice.days == 1


def test_being_guided_ends_a_comparison():
    events = [*begun(), told(Comparing(Question.GUIDE, FOUR), day(3))]
    assert standing(events, Foot.RIGHT).began is None
    again = standing([*events, told(Comparing(Question.WHICH, FOUR), day(9))], Foot.RIGHT)
    assert (again.began, again.unchanged_from) == (day(9), day(9))


def test_the_same_list_chosen_again_changes_nothing():
    events = [*begun(), told(Comparing(Question.WHICH, tuple(reversed(FOUR))), day(3))]
    assert standing(events, Foot.RIGHT).unchanged_from == TODAY
    asked = standing([*events, told(Comparing(Question.HELPS, FOUR), day(4))], Foot.RIGHT)
    assert (asked.began, asked.unchanged_from) == (TODAY, day(4))


def test_a_draw_that_was_shown_stands():
    events = [*begun(), told(Morning(5))]
    shown = plan(events)[0]
    others = [name for name in FOUR if name != shown.technique]
    for changed in (
        [told(Doing(frozenset([others[0]])))],
        [told(SetAside(others[0]))],
        [told(Comparing(Question.HELPS, (shown.technique, others[1])))],
    ):
        assert plan([*events, *changed], given=[shown.advice])[0].technique == shown.technique


# resting


@pytest.mark.parametrize(
    ("what", "cause"),
    [
        (SetAside("tennis-ball"), Cause.ASIDE),
        (Again("tennis-ball", again=False), Cause.UNPLEASANT),
        (Stopped("tennis-ball", Why.SHARP), Cause.STOPPED),
    ],
    ids=str,
)
def test_it_rests_from_then_on_until_it_is_taken_up_again(what, cause):
    events = [*begun(), told(what, day(3))]
    now = standing(events, Foot.RIGHT)
    assert {id_: (rest.cause, rest.on) for id_, rest in resting(now, day(90)).items()} == {
        "tennis-ball": (cause, day(3))
    }
    assert left_out(now) == {"tennis-ball"}
    assert "tennis-ball" not in {line.technique for line in plan(events, 3)}
    taken_up = standing([*events, told(GoOn("tennis-ball"), day(5))], Foot.RIGHT)
    assert resting(taken_up, day(90)) == {}
    assert left_out(taken_up) == frozenset()


def test_of_two_answers_whether_to_do_it_again_the_last_counts():
    slip = [*begun(), told(Again("hands", again=False)), told(Again("hands", again=True))]
    no = [*begun(), told(Again("tennis-ball", again=True)), told(Again("tennis-ball", again=False))]
    assert resting(standing(slip, Foot.RIGHT), TODAY) == {}
    assert set(resting(standing(no, Foot.RIGHT), TODAY)) == {"tennis-ball"}


def test_liking_it_does_not_take_up_what_was_stopped_or_put_aside():
    for first in (Stopped("tennis-ball", Why.COLD), SetAside("tennis-ball")):
        events = [*begun(), told(first), told(Again("tennis-ball", again=True))]
        assert set(resting(standing(events, Foot.RIGHT), TODAY)) == {"tennis-ball"}


# settled beforehand, and done again


def test_the_protocol_says_how_the_first_week_draws():
    rule = protocol_of(Comparing(Question.WHICH, FOUR), seed=3).rule("first-week")
    assert "In the first 7 days each technique is tried once" in rule
    assert dict(protocol_of(Comparing(Question.WHICH, FOUR), seed=3).schedule)["TRYING_DAYS"] == 7
    assert protocol(FOUR, seed=3).rule("first-week") == ""


def test_a_stored_week_comes_back_and_is_drawn_again_bit_for_bit():
    trial = Trial(FOUR, usual_days=0.2, seed=5)
    left, drawn = list(FOUR), None
    for number in range(4):
        trial.record(5, did=drawn, on=day(number))
        drawn = trial.try_one(left).technique
        left.remove(drawn)
    for number in range(4, 12):
        trial.record(4 + number % 2, did=drawn, on=day(number))
        drawn = trial.advise().did
    assert Trial.from_dict(trial.to_dict()).advices == trial.advices
    assert trial.replayed().advices == trial.advices
    assert [advice.days for advice in trial.advices] == [1] * 4 + [3] * 8


def test_asking_twice_which_to_try_gives_one_answer():
    trial = Trial(FOUR, seed=5)
    trial.record(5, on=TODAY)
    assert trial.try_one(FOUR[:3]) is trial.try_one(FOUR[:3])
