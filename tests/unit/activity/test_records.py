"""What a session says of a day."""

from datetime import date

import pytest

from firststep.records.activity import Kind, Session, is_hard, of_session

ON = date(2026, 11, 1)


def row(kind, metres=5000.0, seconds=1800.0):
    return of_session(Session(kind=kind, metres=metres, seconds=seconds), on=ON, source="gpx", part="07:00")


def test_a_run_is_the_longest_run_of_its_own_row_and_says_nothing_of_walking():
    day = row(Kind.RUN)
    assert (day.ran_m, day.ran_s, day.longest_run_m) == (5000.0, 1800.0, 5000.0)
    assert (day.walked_m, day.walked_s, day.steps) == (None, None, None)


def test_a_walk_says_nothing_of_running():
    day = row(Kind.WALK)
    assert (day.walked_m, day.walked_s, day.ran_m, day.longest_run_m) == (5000.0, 1800.0, None, None)


@pytest.mark.parametrize(
    ("kind", "least"), [(Kind.RUN, 3600), (Kind.WALK, 3 * 3600), (Kind.LEAPING, 20 * 60)]
)
def test_a_session_is_hard_from_its_line_on(kind, least):
    assert is_hard(kind, least)
    assert not is_hard(kind, least - 1)


def test_other_sports_and_unknown_lengths_are_never_hard():
    assert not is_hard(Kind.OTHER, 9 * 3600)
    assert not is_hard(Kind.RUN, None)
