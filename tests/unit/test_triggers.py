"""What changed before the pain began: found where it is large, and never said where too little is known."""

from dataclasses import replace
from datetime import timedelta

import pytest
from tests.made_up_days import ONSET, days, times

from firststep.care.triggers import STANDS_OUT, Amount, Answer, Kind, Lack, around
from firststep.records.triggers import Event, EventKind, Onset, ShoeKind, Shoes, Standing, Told

TWO_YEARS = timedelta(days=730)


def told(**kinds):
    return Told(onsets=(Onset(on=ONSET),), **kinds)


def pair(back, name="a pair"):
    return Shoes(name=name, kind=ShoeKind.RUNNING, since=ONSET - timedelta(days=back))


def one(lived, known=None):
    (found,) = around(lived, known or told())
    return found


def standing_out(found):
    return [trigger.kind for trigger in found.ranked if trigger.stands_out]


def test_even_weeks_have_nothing_that_stands_out():
    found = one(days())
    assert (found.answer, standing_out(found)) == (Answer.NOTHING, [])
    assert found.days >= found.needed


def test_a_week_of_three_times_the_steps_is_found_with_both_numbers():
    found = one(times(days(), 3, last=7))
    assert found.answer is Answer.STANDS_OUT
    week = next(trigger for trigger in found.ranked if trigger.kind is Kind.STEPS_WEEK)
    assert week.stands_out
    assert week.on == ONSET - timedelta(days=7)
    assert week.now == pytest.approx(21000, rel=0.2)
    assert week.before == pytest.approx(7000, rel=0.2)


def test_a_lasting_rise_is_placed_in_its_week_with_its_size():
    found = one(times(days(), 2, last=28))
    lasting = next(trigger for trigger in found.ranked if trigger.kind is Kind.STEPS_CHANGE)
    assert lasting.stands_out
    assert lasting.on == ONSET - timedelta(days=28)
    assert lasting.change.places[4] > 0.9
    assert sum(lasting.change.places.values()) == pytest.approx(1)
    assert lasting.low < 14000 < lasting.high


def test_fewer_steps_are_no_trigger():
    assert standing_out(one(times(days(), 0.2, last=28))) == []


def test_a_single_long_run_is_held_against_the_longest_of_thirty_days():
    lived = days(runs=True)
    at = ONSET - timedelta(days=4)
    long = [replace(day, ran_m=16000.0) if day.on == at else day for day in lived]
    run = next(trigger for trigger in one(long).ranked if trigger.kind is Kind.SINGLE_RUN)
    assert run.stands_out
    assert (run.on, run.now) == (at, 16000.0)
    month = [day.ran_m for day in lived if day.ran_m and 1 <= (at - day.on).days <= 30]
    assert run.before == max(month)


def test_the_first_run_after_none_is_told_as_that():
    lived = [
        replace(day, ran_m=None) if day.on > ONSET - timedelta(days=60) else day for day in days(runs=True)
    ]
    lived[-3] = replace(lived[-3], ran_m=9000.0)
    run = next(trigger for trigger in one(lived).ranked if trigger.kind is Kind.SINGLE_RUN)
    assert (run.now, run.before) == (9000.0, 0.0)


def test_new_shoes_stand_out_where_the_pairs_before_are_known():
    found = one(days(), told(shoes=(pair(720), pair(4, "the red ones")), all_shoes_since=ONSET - TWO_YEARS))
    first = found.ranked[0]
    assert (first.kind, first.what, first.stands_out) == (Kind.SHOES, "the red ones", True)
    assert first.on == ONSET - timedelta(days=4)


def test_shoes_of_which_nobody_said_that_they_are_all_never_stand_out():
    """Somebody who was asked after the pain began remembers the new pair, and not the others."""
    found = one(days(), told(shoes=(pair(720), pair(4))))
    assert standing_out(found) == []
    assert found.told == (pair(4),)
    assert found.lacking[Kind.SHOES] is Lack.NOT_ALL


def test_shoes_that_are_often_new_do_not_stand_out():
    pairs = tuple(pair(back) for back in range(20, 730, 30))
    found = one(days(), told(shoes=pairs, all_shoes_since=ONSET - TWO_YEARS))
    assert standing_out(found) == []
    assert Kind.SHOES in {trigger.kind for trigger in found.ranked}


def test_that_no_shoes_were_new_is_known_too():
    found = one(days(), told(all_shoes_since=ONSET - TWO_YEARS))
    assert Kind.SHOES not in found.lacking


def test_longer_standing_stands_out_with_both_numbers():
    hours = (
        Standing(hours=2, since=ONSET - TWO_YEARS),
        Standing(hours=8, since=ONSET - timedelta(days=14)),
    )
    (first, *_) = one(days(), told(standing=hours, all_standing_since=ONSET - TWO_YEARS)).ranked
    assert (first.kind, first.stands_out, first.now, first.before) == (Kind.STANDING, True, 8.0, 2.0)


def test_what_was_told_of_the_six_weeks_before_is_handed_on():
    trip = Event(kind=EventKind.TRIP, since=ONSET - timedelta(days=42))
    earlier = Event(kind=EventKind.TRIP, since=ONSET - timedelta(days=43))
    later = Event(kind=EventKind.TRIP, since=ONSET)
    assert one(days(), told(events=(earlier, trip, later))).told == (trip,)


def test_too_few_days_say_neither_that_something_nor_that_nothing_stands_out():
    found = one(times(days(300), 5, last=7))
    assert (found.answer, found.ranked, found.days) == (Answer.TOO_LITTLE, (), 0)
    assert found.needed == 420
    assert found.lacking[Kind.STEPS_WEEK] is Lack.TOO_FEW


def test_nothing_known_is_too_little():
    found = one([])
    assert found.answer is Answer.TOO_LITTLE
    assert set(found.lacking.values()) == {Lack.NOT_TOLD}
    assert found.weeks.amounts == {}


def test_a_phone_that_was_not_carried_just_before_says_nothing():
    lived = [day for day in times(days(), 5, last=7) if day.on < ONSET - timedelta(days=4)]
    assert one(lived).lacking[Kind.STEPS_WEEK] is Lack.NOT_THEN


def test_a_day_without_a_step_is_a_day_on_which_nobody_wore_it():
    lived = [replace(day, steps=0) if day.on.day % 9 == 0 else day for day in days()]
    assert one(lived) == one([day for day in lived if day.steps])


def test_a_day_without_a_run_is_none_run_from_the_first_run_on():
    (found,) = around(days(runs=True), told())
    assert all(0 < value < 3000 for value in found.weeks.amounts[Amount.RAN])


def test_several_onsets_share_the_one_in_ten():
    flare = Onset(on=ONSET + timedelta(days=60), flare=True)
    first, second = around(days(), replace(told(), onsets=(flare, Onset(on=ONSET))))
    assert (first.onset.on, second.onset) == (ONSET, flare)
    assert first.limit == second.limit == STANDS_OUT / 2
    assert first.needed == 840


def test_an_onset_that_is_known_to_a_week_takes_more_days():
    lived = times(days(1000), 3, last=7)
    about = one(lived, replace(told(), onsets=(Onset(on=ONSET + timedelta(days=3), within=7),)))
    assert about.needed == 840
    assert Kind.STEPS_WEEK in standing_out(about)


def test_the_weeks_to_draw_end_the_day_before():
    weeks = one(days()).weeks
    assert len(weeks.begins) == 13
    assert weeks.begins[-1] == ONSET - timedelta(days=7)
    low, high = weeks.usual[Amount.STEPS]
    assert low < 7000 < high


def test_a_week_of_which_little_is_known_is_drawn_as_unknown():
    lived = [day for day in days() if not 8 <= (ONSET - day.on).days <= 11]
    values = one(lived).weeks.amounts[Amount.STEPS]
    assert [place for place, value in enumerate(values) if value is None] == [11]


def test_another_source_in_the_weeks_before_is_told():
    """A new watch sees more than the old phone: a rise from then on may be no more than that."""
    watch = ONSET - timedelta(days=20)
    lived = [replace(day, sources=("a phone", "a watch")) if day.on >= watch else day for day in days()]
    assert one(lived).counted_anew == (watch,)
    assert one(days()).counted_anew == ()


def test_a_source_of_a_few_days_is_no_change_of_sources():
    lived = [
        replace(day, sources=("a phone", "a track")) if (ONSET - day.on).days == 9 else day for day in days()
    ]
    assert one(lived).counted_anew == ()
