"""What holds of every session that is told, whatever is told of it."""

from dataclasses import replace
from datetime import datetime, timedelta, timezone

from hypothesis import given
from hypothesis import strategies as st
from tests.people import CLEAR, FOUR, TODAY, told

from firststep.care import comfort, felt_to_go_on, standing
from firststep.records import Comparing, Foot, Played, Question
from firststep.records.plain import as_plain, from_plain

ZONES = st.integers(-12 * 60, 14 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes)))
SCORES = st.none() | st.integers(0, 10)
MOMENTS = st.datetimes(datetime(2026, 11, 1), datetime(2026, 11, 23), timezones=ZONES)  # noqa: DTZ001
PLAYED = st.builds(
    Played,
    technique=st.sampled_from(FOUR),
    version=st.integers(1, 9),
    began=MOMENTS,
    seconds=st.integers(0, 86_400),
    of=st.integers(1, 86_400),
    before=SCORES,
    after=SCORES,
    comfort=st.none() | st.integers(1, 5),
)


def taken_back(played):
    return replace(played, seconds=None, before=None, after=None, comfort=None)


def counted(*whats):
    return [event.what for event in standing([told(what) for what in whats], Foot.RIGHT).sessions]


@given(PLAYED, st.booleans())
def test_a_session_comes_back_as_it_was_told_its_time_zone_too(played, back):
    event = told(taken_back(played) if back else played)
    again = from_plain(as_plain(event), where="here")
    assert again == event
    assert as_plain(again) == as_plain(event)  # an export of an import is the same text


@given(st.lists(PLAYED, max_size=8), PLAYED, PLAYED)
def test_what_was_told_before_of_a_session_leaves_no_trace(others, played, before):
    earlier = replace(before, technique=played.technique, began=played.began)
    assert counted(earlier, *others, played) == counted(*others, played)
    assert counted(*others, played, taken_back(played), played) == counted(*others, played)


@given(st.lists(PLAYED, max_size=8), PLAYED)
def test_a_session_that_is_taken_back_counts_for_nothing(others, played):
    kept = [one for one in others if (one.technique, one.began) != (played.technique, played.began)]
    assert counted(*kept, played, taken_back(played)) == counted(*kept)


@given(st.lists(PLAYED, max_size=30))
def test_every_choice_is_in_the_order_once_and_nothing_is_called_best_that_felt_worse(all_):
    events = [told(CLEAR), told(Comparing(Question.WHICH, FOUR)), *map(told, all_)]
    now = standing(events, Foot.RIGHT)
    felt = felt_to_go_on(now, TODAY)
    assert sorted(one.technique for one in felt.order) == sorted(FOUR)
    means = [one.mean for one in felt.order if one.is_enough]
    assert means == sorted(means, reverse=True)
    if felt.best:
        best = {name: comfort(now, name).mean for name in felt.best}
        assert max(best.values()) == max(means)
        assert all(
            mean < min(best.values())
            for name, mean in zip((one.technique for one in felt.order), means, strict=True)
            if name not in best
        )
