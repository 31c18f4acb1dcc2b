"""What holds of every session and every way of playing it."""

from dataclasses import replace

import msgspec
from hypothesis import given, settings
from hypothesis import strategies as st

from firststep.care.sessions import (
    Feet,
    Kind,
    back,
    go_on,
    left,
    pause,
    repeat,
    script,
    skip,
    start,
    step_left,
    tick,
    timer,
)
from firststep.knowledge.kinds.body import Stroke
from firststep.knowledge.kinds.technique import Phase, Technique
from firststep.knowledge.library import every

SETTINGS = settings(max_examples=60, deadline=None)
OTHER = {Feet.LEFT: Feet.RIGHT, Feet.RIGHT: Feet.LEFT}
MOVES = (pause, go_on, skip, back, repeat)

phases = st.builds(
    Phase,
    does=st.sampled_from(["stroke", "hold", "move", "rest", "breathe"]),
    seconds=st.integers(1, 90),
    title=st.just("Title"),
    say=st.just("Say it."),
    cue=st.none() | st.just("Point and flex."),
    stroke=st.none() | st.sampled_from(sorted(every(Stroke))),
    pace_seconds=st.none() | st.integers(1, 30),
    times=st.integers(1, 4),
    rest=st.integers(0, 20),
)

techniques = st.builds(
    lambda known, made: msgspec.structs.replace(known, phases=tuple(made)),
    st.sampled_from(list(every(Technique).values())),
    st.lists(phases, min_size=1, max_size=5),
) | st.sampled_from(list(every(Technique).values()))

feet = st.sampled_from(list(Feet))

sessions = st.builds(
    lambda technique, side, ready, without: script(technique, side, ready=ready, without_rests=without),
    techniques,
    feet,
    st.integers(0, 60),
    st.booleans(),
) | st.builds(timer, st.integers(1, 6), feet)

times = st.integers(0, 64 * 300).map(lambda parts: parts / 64)
"""Seconds that a computer holds exactly, so that sums are exact."""


@st.composite
def moments(draw):
    """A session, somewhere within."""
    playing = start(draw(sessions))
    for move in draw(st.lists(st.sampled_from(MOVES) | times, max_size=30)):
        playing = move(playing) if callable(move) else tick(playing, move)
    return playing


@SETTINGS
@given(moments(), st.lists(times, max_size=12))
def test_many_ticks_end_where_one_tick_of_their_sum_does(playing, ticks):
    after = playing
    for seconds in ticks:
        after = tick(after, seconds)
    assert after == tick(playing, sum(ticks))


@SETTINGS
@given(sessions, st.lists(times, max_size=60))
def test_time_played_and_time_left_make_the_total_when_nothing_is_skipped(session, ticks):
    playing, played = start(session), 0.0
    for seconds in ticks:
        if playing.waits:
            playing = go_on(playing)
        after = tick(playing, seconds)
        gone = left(playing) - left(after)
        assert 0 <= gone <= seconds
        assert gone == seconds or after.waits or after.over
        playing, played = after, played + gone
        assert played + left(playing) == session.seconds


@SETTINGS
@given(sessions)
def test_who_only_goes_on_hears_every_step_once_and_comes_to_the_end(session):
    playing, heard = start(session), []
    while not playing.over:
        heard.append(playing.step)
        playing = go_on(playing) if playing.waits else tick(playing, step_left(playing))
    assert tuple(heard) == session.steps
    assert (left(playing), step_left(playing), playing.step) == (0, 0, None)


@SETTINGS
@given(moments())
def test_no_move_leaves_the_session(playing):
    steps = playing.session.steps
    assert 0 <= playing.at <= len(steps)
    assert 0 <= left(playing) <= playing.session.seconds
    if playing.over or playing.waits:
        assert (playing.passed, playing.paused) == (0, False)
    else:
        assert 0 <= playing.passed < playing.step.seconds
    for move in (skip, back, repeat):
        assert 0 <= move(playing).at <= len(steps)
        assert move(playing).session is playing.session


@SETTINGS
@given(moments())
def test_skip_goes_one_on_and_back_comes_to_its_beginning_again(playing):
    on = skip(playing)
    if playing.step is None or not playing.step.skippable:
        assert on == playing
    else:
        assert (on.at, on.passed, on.paused) == (playing.at + 1, 0, False)
        assert back(on) == repeat(playing)


@SETTINGS
@given(moments(), times)
def test_time_stands_still_in_a_pause_and_goes_on_from_there(playing, seconds):
    still = pause(playing)
    if not (playing.over or playing.waits):
        assert tick(still, seconds) == still
        assert go_on(still) == replace(playing, paused=False)


@SETTINGS
@given(techniques, st.integers(0, 60), st.booleans())
def test_left_and_right_mirror_each_other_exactly(technique, ready, without):
    one, other = (
        script(technique, side, ready=ready, without_rests=without) for side in (Feet.LEFT, Feet.RIGHT)
    )
    assert mirrored(one) == other
    assert mirrored(other) == one
    assert mirrored(mirrored(one)) == one


@SETTINGS
@given(techniques, st.booleans())
def test_both_are_the_two_single_ones_with_a_change_of_sides_between(technique, without):
    right, on_left, both = (
        script(technique, side, without_rests=without) for side in (Feet.RIGHT, Feet.LEFT, Feet.BOTH)
    )
    if technique.at_once:
        assert [step.what for step in both.work] == [step.what for step in right.work]
        return
    (switch,) = (step for step in both.work if step.kind is Kind.SWITCH)
    assert both.work == (*right.work, switch, *on_left.work)
    assert both.seconds == right.seconds + switch.seconds + sum(step.seconds for step in on_left.work)
    for part in ("opening", "closing"):
        assert [step.what for step in getattr(both, part)] == [step.what for step in getattr(right, part)]


@SETTINGS
@given(techniques, feet)
def test_leaving_the_rests_out_leaves_out_nothing_else(technique, side):
    whole, short = script(technique, side), script(technique, side, without_rests=True)
    between = [
        step for step in whole.steps if step.kind is Kind.REST and step.number > 1 and step.what == step.say
    ]
    assert short.steps == tuple(step for step in whole.steps if step not in between)


def mirrored(session):
    """The session of the other side, made by hand."""
    return replace(session, feet=OTHER[session.feet], steps=tuple(_mirrored(step) for step in session.steps))


def _flipped(points):
    return tuple((100 - x, y) for x, y in points)


def _mirrored(step):
    where = step.where
    if where:
        where = replace(where, path=_flipped(where.path), stops=_flipped(where.stops))
    what, say = step.what, step.say
    if step.kind is Kind.COUNT:
        what, say = (_swapped(text) for text in (what, say))
    return replace(step, side=OTHER[step.side], where=where, what=what, say=say)


def _swapped(text):
    swap = {"left": "right", "right": "left"}
    return " ".join(
        swap.get(word.strip(","), word.strip(",")) + "," * word.endswith(",") for word in text.split()
    )
