"""Joining sources: laws that hold whatever anybody's devices say."""

from dataclasses import fields, replace
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from firststep.care.load import LoadDay, load_days, load_weeks
from firststep.records.activity import ActiveDay

AMOUNTS = ("steps", "ran_m", "ran_s", "longest_run_m", "walked_m", "walked_s", "hard")
metres = st.none() | st.floats(0, 50_000)
rows = st.builds(
    ActiveDay,
    on=st.integers(0, 20).map(lambda day: date(2026, 10, 1) + timedelta(days=day)),
    source=st.sampled_from(["phone", "watch", "gpx"]),
    part=st.sampled_from(["", "", "07:00", "19:00"]),
    steps=st.none() | st.integers(0, 60_000),
    walked_m=metres,
    walked_s=metres,
    ran_m=metres,
    ran_s=metres,
    longest_run_m=metres,
    hard=st.integers(0, 3),
)
several = st.lists(rows, max_size=12)


def least(amount):
    return -1 if amount is None else amount


def test_the_laws_look_at_every_amount():
    assert {field.name for field in fields(LoadDay)} == {*AMOUNTS, "on", "sources"}


@given(several, st.randoms(use_true_random=False))
def test_the_order_of_what_is_read_changes_nothing(told, chance):
    other = list(told)
    chance.shuffle(other)
    assert load_days(told) == load_days(other)


@given(several)
def test_importing_twice_changes_nothing(told):
    assert load_days([*told, *told]) == load_days(told)


@given(several, rows)
def test_another_file_never_takes_anything_away(told, more):
    before, after = load_days(told), {day.on: day for day in load_days([*told, more])}
    for day in before:
        for amount in AMOUNTS:
            assert least(getattr(after[day.on], amount)) >= least(getattr(day, amount))


@given(several, rows)
def test_another_file_changes_no_other_day(told, more):
    before = {day.on: day for day in load_days(told) if day.on != more.on}
    after = {day.on: day for day in load_days([*told, more]) if day.on != more.on}
    assert before == after


@given(several)
def test_a_day_is_that_of_the_source_that_says_most_and_never_a_sum_of_two(told):
    for day in load_days(told):
        alone = [
            load_days([row for row in told if row.source == source and row.on == day.on])[0]
            for source in day.sources
        ]
        for amount in AMOUNTS:
            assert least(getattr(day, amount)) == max(least(getattr(one, amount)) for one in alone)


@given(rows.map(lambda row: replace(row, part="")), st.lists(rows, max_size=5))
def test_the_sessions_of_a_source_are_part_of_its_day_and_not_added_to_it(whole, told):
    sessions = {
        part: replace(row, on=whole.on, source=whole.source, part=part)
        for row, part in zip(told, ("a", "b", "c", "d", "e"), strict=False)
    }
    (day,) = load_days([whole, *sessions.values()])
    together = [row.ran_m for row in sessions.values() if row.ran_m is not None]
    expected = max(least(whole.ran_m), sum(together) if together else -1)
    assert least(day.ran_m) == expected


@given(several)
def test_nobody_said_is_never_nothing(told):
    for day in load_days(told):
        for amount in AMOUNTS[:-1]:
            said = any(getattr(row, amount) is not None for row in told if row.on == day.on)
            assert (getattr(day, amount) is None) == (not said)


@given(several)
def test_the_weeks_hold_all_that_the_days_hold(told):
    days = load_days(told)
    weeks = load_weeks(days)
    assert sum(week.steps or 0 for week in weeks) == sum(day.steps or 0 for day in days)
    assert sum(week.days for week in weeks) == len(days)
    assert sum(week.steps_days for week in weeks) == sum(day.steps is not None for day in days)
    assert all(week.monday.weekday() == 0 for week in weeks)
    assert [week.monday for week in weeks] == sorted({week.monday for week in weeks})
