"""What holds of every file of activity, however damaged: a seeded slice of `bench.fuzz`."""

import csv
import sqlite3
from contextlib import closing
from datetime import date, datetime, timedelta
from io import StringIO
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from bench import made_up_fit as made
from bench.fuzz.damage import damaged
from bench.fuzz.promise import ZONE, hold, outcome
from bench.fuzz.seeds import DATABASE, seeds
from hypothesis import HealthCheck, given, seed, settings
from hypothesis import strategies as st

from firststep.errors import IntakeError
from firststep.intake.activity import Found
from firststep.intake.activity.formats import FORMATS

KINDS = [one.KIND for one in FORMATS]
APPS = {1: "org.phone", 2: "org.watch", 3: "org.third"}
DAYS = st.dates(date(2001, 1, 1), date(2090, 12, 31))
NINE, MIDNIGHT = datetime.fromisoformat("2026-01-01T09:00"), datetime.fromisoformat("2026-11-04")
MOMENTS = st.datetimes(datetime.fromisoformat("2001-01-01"), datetime.fromisoformat("2090-01-01"))
STEPS = st.integers(0, 60_000)
SLICE = settings(
    max_examples=150,
    deadline=None,
    database=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
LAWS = settings(max_examples=60, deadline=None)


def reading(content):
    with TemporaryDirectory() as folder:
        return outcome(content if isinstance(content, bytes) else content.encode(), Path(folder))


def days(content):
    found = reading(content)
    assert isinstance(found, Found), found
    return found.days


def test_every_kind_of_file_has_sound_ones_that_are_told_as_theirs():
    assert set(KINDS) <= set(seeds())
    for kind in KINDS:
        for content in seeds()[kind]:
            found = reading(content)
            assert isinstance(found, Found), found
            assert found.source_kind == kind


@pytest.mark.parametrize("kind", KINDS)
def test_a_damaged_file_is_read_or_refused_in_words_and_the_same_each_time(kind):
    @seed(8)
    @SLICE
    @given(damaged(kind))
    def law(content):
        with TemporaryDirectory() as folder:
            hold(content, Path(folder))

    law()


sessions = st.lists(
    st.tuples(
        st.integers(0, 300),
        st.sampled_from([made.RUN, made.WALK, made.RIDE]),
        st.integers(0, 50_000),
        st.integers(0, 9 * 3600),
    ),
    min_size=1,
    max_size=12,
    unique_by=lambda one: one[0],
)


@LAWS
@given(sessions)
def test_a_fit_file_gives_back_its_sessions(told):
    began = [NINE + timedelta(days=number) for number, *_ in told]
    content = made.fit(
        made.file_id(),
        *(
            made.session(f"{start:%Y-%m-%dT%H:%M:%S}", sport=sport, metres=metres, seconds=seconds)
            for start, (_, sport, metres, seconds) in zip(began, told, strict=True)
        ),
        made.activity("2026-01-01T09:00:00", local="2026-01-01T09:00:00"),
    )
    expected = {
        (start.date(), sport, metres, seconds)
        for start, (_, sport, metres, seconds) in zip(began, told, strict=True)
        if sport != made.RIDE
    }
    read = {
        (day.on, made.WALK, day.walked_m, day.walked_s)
        if day.ran_s is None
        else (day.on, made.RUN, day.ran_m, day.ran_s)
        for day in days(content)
    }
    assert read == expected


@LAWS
@given(sessions, st.data())
def test_a_fit_file_that_is_cut_off_never_tells_more_than_the_whole(told, data):
    messages = [
        made.session(f"{NINE + timedelta(days=number):%Y-%m-%dT%H:%M:%S}", metres=metres)
        for number, _, metres, _ in told
    ]
    content = made.fit(made.file_id(), *messages)
    cut = reading(content[: data.draw(st.integers(12, len(content)))])
    if not isinstance(cut, IntakeError):
        assert set(cut.days) <= set(days(content))


@LAWS
@given(st.lists(st.tuples(st.integers(1, 1439), STEPS), min_size=1, max_size=20), st.randoms())
def test_the_order_in_which_counts_are_told_changes_nothing(counts, chance):
    def told(rows):
        messages = [
            made.counted(f"{MIDNIGHT + timedelta(minutes=minute):%Y-%m-%dT%H:%M:%S}", steps)
            for minute, steps in rows
        ]
        start = made.info("2026-11-04T00:00:00", "2026-11-04T00:00:00")
        return days(made.fit(made.file_id(type_=32), start, *messages))

    shuffled = chance.sample(counts, len(counts))
    assert told(counts) == told(shuffled)
    assert told(counts)[0].steps == max(steps for _, steps in counts)


histories = st.dictionaries(DAYS, STEPS, min_size=1, max_size=40)


def rows_of(*lines):
    text = StringIO()
    csv.writer(text, lineterminator="\n").writerows(lines)
    return text.getvalue()


def fitbit(history):
    """With the year first, which can be read in one way only."""
    header = ["Date", "Calories", "Steps", "Distance", "Floors", *(["Minutes"] * 4), "Activity Calories"]
    rows = [
        [on.isoformat(), "1", f"{steps:,}", "1", "1", "1", "1", "1", "1", "1"]
        for on, steps in history.items()
    ]
    return rows_of(["Activities"], header, *rows)


def garmin(history):
    entries = [f'{{"calendarDate":"{on}","totalSteps":{steps}}}' for on, steps in history.items()]
    return f"[{','.join(entries)}]"


def takeout(history):
    header = [
        "Date",
        "Calories (kcal)",
        "Average speed (m/s)",
        "Step count",
        "Average weight (kg)",
        "Walking (ms)",
    ]
    return rows_of(header, *([on, "1", "1", steps, "", "60000"] for on, steps in history.items()))


def plain(history):
    return rows_of(["date", "steps"], *history.items())


@pytest.mark.parametrize("written", [fitbit, garmin, takeout, plain])
def test_what_is_written_in_a_format_is_read_back(written):
    @LAWS
    @given(histories)
    def law(history):
        assert {day.on: day.steps for day in days(written(history))} == history

    law()


@pytest.mark.parametrize("written", [fitbit, takeout, plain])
def test_a_table_that_ends_after_any_row_tells_those_rows_and_no_other(written):
    @LAWS
    @given(histories, st.data())
    def law(history, data):
        lines = written(history).splitlines(keepends=True)
        whole = days("".join(lines))
        kept = data.draw(st.integers(0, len(history) - 1))
        cut = reading("".join(lines[: len(lines) - kept]))
        assert isinstance(cut, IntakeError) or set(cut.days) <= set(whole)

    law()


@LAWS
@given(histories, st.randoms())
def test_the_order_of_rows_changes_nothing(history, chance):
    shuffled = dict(chance.sample(sorted(history.items()), len(history)))
    assert days(plain(history)) == days(plain(shuffled))
    assert days(garmin(history)) == days(garmin(shuffled))


@LAWS
@given(MOMENTS, st.integers(0, 40_000))
def test_strava_tells_a_run_on_the_persons_own_day(began, metres):
    began = began.replace(microsecond=0)
    half = f"{began:%b} {began.day}, {began.year}, {began.hour % 12 or 12}:{began:%M:%S} {began:%p}"
    header = [
        "Activity ID",
        "Activity Date",
        "Activity Type",
        "Elapsed Time",
        "Distance",
        "Moving Time",
        "Distance",
    ]
    (day,) = days(rows_of(header, ["1", half, "Run", "700", "1", "600", metres]))
    offset = ZONE.utcoffset(began.replace(tzinfo=ZONE))
    assert abs(datetime.fromisoformat(day.part) - began) <= offset + timedelta(hours=1)
    assert (day.ran_m, day.ran_s, day.on.isoformat()) == (metres, 600, day.part[:10])


records = st.lists(
    st.tuples(st.integers(1, 3), st.integers(20_000, 20_009), st.integers(0, 9000)), max_size=40
)


def health_connect(rows):
    columns = "app_info_id, start_time, local_date, count"
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.executescript(DATABASE)
        connection.executescript("DELETE FROM steps_record_table; DELETE FROM exercise_session_record_table")
        connection.execute("INSERT INTO application_info_table VALUES (3, 'org.third')")
        connection.executemany(f"INSERT INTO steps_record_table ({columns}) VALUES (?, 86400000, ?, ?)", rows)
        connection.commit()
        return connection.serialize()


@LAWS
@given(records, st.randoms())
def test_health_connect_adds_up_within_an_app_and_never_across_in_any_order(rows, chance):
    expected = {}
    for app, on, count in rows:
        key = (date(1970, 1, 1) + timedelta(days=on), APPS[app])
        expected[key] = expected.get(key, 0) + count
    told = days(health_connect(rows))
    assert {(day.on, day.source.split()[-1]): day.steps for day in told} == expected
    assert told == days(health_connect(chance.sample(rows, len(rows))))
