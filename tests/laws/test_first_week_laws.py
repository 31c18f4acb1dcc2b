"""The first week, whatever is done in it, told of it, put off or asked for instead."""

from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.people import CLEAR, FOUR, TODAY, told

from firststep.care import lines, plan_days, standing
from firststep.records import Comparing, Doing, Foot, Morning, Question, Skipped, Swapped

FATES = ("followed", "nothing", "something else", "untold", "rather not say", "put off", "another one")
weeks = st.lists(st.sampled_from(FATES), min_size=9, max_size=9)


def lived(fates, seed):
    """The days of a week and two more: (line, what is known to be tried by its evening)."""
    events, given_, tried = [told(CLEAR), told(Comparing(Question.HELPS, FOUR))], [], set()
    for number, fate in enumerate(fates):
        on = TODAY + timedelta(days=number)
        events.append(told(Morning(5), on))
        line = plan_days(standing(events, Foot.RIGHT), today=on, seed=seed, given=given_)[0]
        yield on, line, frozenset(tried)
        given_.append(line.advice)
        events += _events(fate, line, on, events)
        tried |= _tried(fate, line, on, events)


def _events(fate, line, on, events):
    did = {
        "followed": [line.technique] if line.technique else [],
        "nothing": [],
        "something else": ["other"],
    }
    if fate in did:
        return [told(Doing(frozenset(did[fate])), on)]
    if fate == "rather not say":
        return [told(Doing(None), on)]
    kind = {"put off": Skipped, "another one": Swapped}.get(fate)
    return [told(kind(line.technique), on)] if kind and line.technique else []


def _tried(fate, line, on, events):
    if fate == "another one":
        (shown,) = lines([line], standing(events, Foot.RIGHT), on)
        return {shown.line.day.technique} - {None}
    return {line.technique} - {None} if fate in ("followed", "untold", "rather not say") else set()


@settings(max_examples=25, deadline=None)
@given(weeks, st.integers(0, 10**6))
def test_nothing_is_tried_twice_and_each_day_is_even_among_what_is_left(fates, seed):
    for on, line, tried in lived(fates, seed):
        left = [name for name in FOUR if name not in tried]
        if left and on < TODAY + timedelta(days=7):
            assert line.advice.trying
            assert line.advice.chances == pytest.approx(dict.fromkeys(left, 1 / len(left)))
            assert line.technique in left
        else:
            assert line.advice.days >= 3


@settings(max_examples=25, deadline=None)
@given(st.permutations(FOUR), st.integers(0, 10**6), st.integers(0, 4))
def test_swaps_show_each_once_whatever_is_put_by(order, seed, count):
    """However many are asked for, what is shown was not put by, unless nothing else is left."""
    begun = [told(CLEAR), told(Comparing(Question.WHICH, FOUR)), told(Morning(5))]
    (day, *_) = plan_days(standing(begun, Foot.RIGHT), today=TODAY, seed=seed, given=())
    by = order[:count]
    now = standing([*begun, *(told(Swapped(name)) for name in by)], Foot.RIGHT)
    line = lines([day], now, TODAY)[0].line
    assert (line.day.technique not in by) or len(by) == len(FOUR)
    assert line.swap is None or line.swap.technique not in {line.day.technique, day.technique}
    assert line.swapped == (day.technique in by)
