"""Health Connect's database, made with the columns of the real one."""

import sqlite3
import zipfile
from contextlib import closing
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from firststep.errors import IntakeError
from firststep.intake.activity import read_activity
from firststep.knowledge.said import say

MADRID = ZoneInfo("Europe/Madrid")
HOUR = 3600
STEPS = """CREATE TABLE steps_record_table (row_id INTEGER PRIMARY KEY, uuid BLOB, app_info_id INTEGER,
    start_time INTEGER, start_zone_offset INTEGER, end_time INTEGER, end_zone_offset INTEGER,
    local_date INTEGER, count INTEGER)"""
EXERCISES = """CREATE TABLE exercise_session_record_table (row_id INTEGER PRIMARY KEY, app_info_id INTEGER,
    start_time INTEGER, start_zone_offset INTEGER, end_time INTEGER, exercise_type INTEGER)"""
DISTANCES = """CREATE TABLE distance_record_table (row_id INTEGER PRIMARY KEY, app_info_id INTEGER,
    start_time INTEGER, end_time INTEGER, distance REAL)"""
APPS = "CREATE TABLE application_info_table (row_id INTEGER PRIMARY KEY, package_name TEXT, app_name TEXT)"
RUN, WALK, RIDE = 33, 53, 4


def at(text):
    return int(datetime.fromisoformat(text).replace(tzinfo=UTC).timestamp() * 1000)


def local(text):
    return (date.fromisoformat(text) - date(1970, 1, 1)).days


@pytest.fixture
def made(tmp_path):
    """A database of two apps; each row is a statement and its values."""

    def making(*rows, schema=(STEPS, EXERCISES, DISTANCES, APPS)):
        path = tmp_path / "export.db"
        with closing(sqlite3.connect(path)) as connection, connection:
            for statement in schema:
                connection.execute(statement)
            if APPS in schema:
                connection.execute(
                    "INSERT INTO application_info_table VALUES (1, 'org.phone', 'P'), (2, 'org.watch', 'W')"
                )
            for statement, values in rows:
                connection.execute(statement, values)
        return path

    return making


def steps(app, when, count, *, offset=HOUR, on=None):
    values = (app, at(when), offset, at(when) + 60_000, on and local(on), count)
    columns = "app_info_id, start_time, start_zone_offset, end_time, local_date, count"
    return f"INSERT INTO steps_record_table ({columns}) VALUES (?, ?, ?, ?, ?, ?)", values


def exercise(app, when, minutes, kind):
    values = (app, at(when), HOUR, at(when) + minutes * 60_000, kind)
    columns = "app_info_id, start_time, start_zone_offset, end_time, exercise_type"
    return f"INSERT INTO exercise_session_record_table ({columns}) VALUES (?, ?, ?, ?, ?)", values


def distance(app, when, minutes, metres):
    return (
        "INSERT INTO distance_record_table (app_info_id, start_time, end_time, distance) VALUES (?, ?, ?, ?)",
        (app, at(when), at(when) + minutes * 60_000, metres),
    )


def told(found):
    return [(day.on.isoformat(), day.source, day.steps) for day in found.days]


def test_steps_are_added_up_within_an_app_and_never_across(made):
    path = made(
        steps(1, "2026-11-03T09:00:00", 1000, on="2026-11-03"),
        steps(1, "2026-11-03T15:00:00", 500, on="2026-11-03"),
        steps(2, "2026-11-03T09:00:00", 1450, on="2026-11-03"),
    )
    assert told(read_activity(path)) == [
        ("2026-11-03", "health-connect: org.phone", 1500),
        ("2026-11-03", "health-connect: org.watch", 1450),
    ]


def test_the_zip_that_the_phone_writes_is_read(made, tmp_path):
    path = tmp_path / "Health Connect.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.write(made(steps(1, "2026-11-03T09:00:00", 1000)), "health_connect_export.db")
    assert told(read_activity(path)) == [("2026-11-03", "health-connect: org.phone", 1000)]


def test_the_day_is_the_phones_own_or_else_the_one_of_the_offset_in_seconds(made):
    path = made(
        steps(1, "2026-11-03T23:30:00", 10, on="2026-11-03"),
        steps(2, "2026-11-03T23:30:00", 20),
    )
    assert [(day.on.day, day.steps) for day in read_activity(path).days] == [(3, 10), (4, 20)]


def test_without_an_offset_the_zone_of_the_person_counts_and_is_asked_for(made):
    path = made(steps(1, "2026-11-03T23:30:00", 10, offset=None))
    assert [day.on.day for day in read_activity(path, zone=MADRID).days] == [4]
    with pytest.raises(IntakeError, match="zone"):
        read_activity(path)


def test_a_run_has_the_distance_that_its_own_app_measured_meanwhile(made):
    path = made(
        exercise(1, "2026-11-03T09:00:00", 70, RUN),
        distance(1, "2026-11-03T09:00:00", 30, 5000.5),
        distance(1, "2026-11-03T09:30:00", 40, 6000),
        distance(1, "2026-11-03T12:00:00", 30, 900),
        distance(2, "2026-11-03T09:00:00", 70, 10800),
    )
    (run,) = read_activity(path).days
    assert (run.part, run.ran_m, run.ran_s, run.longest_run_m, run.hard) == (
        "2026-11-03T10:00:00",
        11000.5,
        4200,
        11000.5,
        1,
    )


def test_a_walk_without_a_distance_has_its_time_and_a_ride_is_not_counted(made):
    path = made(
        exercise(1, "2026-11-03T09:00:00", 20, WALK),
        exercise(1, "2026-11-03T12:00:00", 90, RIDE),
    )
    found = read_activity(path)
    assert [(day.walked_m, day.walked_s) for day in found.days] == [(None, 1200)]
    assert "not counted" in say(found.notes[0])


def test_columns_and_tables_that_a_version_lacks_read_as_none(made):
    bare = "CREATE TABLE steps_record_table (start_time INTEGER, start_zone_offset INTEGER, count INTEGER)"
    row = ("INSERT INTO steps_record_table VALUES (?, ?, ?)", (at("2026-11-03T09:00:00"), HOUR, 70))
    assert told(read_activity(made(row, schema=(bare,)))) == [("2026-11-03", "health-connect", 70)]


def test_counts_and_times_that_are_none_are_passed_over(made):
    insert = (
        "INSERT INTO steps_record_table (app_info_id, start_time, local_date, count) VALUES (1, ?, 20000, ?)"
    )
    when = at("2026-11-03T09:00:00")
    path = made(
        (insert, (when, -5)),
        (insert, (when, "many")),
        (insert, (when, 10**9)),
        (insert, ("now", 5)),
        (insert, (-1, 5)),
        (insert, (when, 7)),
    )
    found = read_activity(path)
    assert [day.steps for day in found.days] == [7]
    assert sorted(line.times for line in found.skipped) == [2, 3]


def test_another_database_is_refused(made):
    with pytest.raises(IntakeError, match="not that of Health Connect"):
        read_activity(made(schema=("CREATE TABLE notes (text TEXT)",)))


def test_a_database_whose_table_is_a_view_that_computes_is_refused(made):
    """A view could count to a thousand million for every row."""
    view = """CREATE VIEW steps_record_table AS WITH RECURSIVE more(count) AS
        (SELECT 1 UNION ALL SELECT count + 1 FROM more) SELECT count FROM more"""
    with pytest.raises(IntakeError, match="not that of Health Connect"):
        read_activity(made(schema=(view,)))


def test_a_column_that_computes_is_not_run(made):
    hidden = (
        "CREATE TABLE steps_record_table (start_time INTEGER, count INTEGER AS (length(zeroblob(500000000))))"
    )
    row = ("INSERT INTO steps_record_table (start_time) VALUES (?)", (at("2026-11-03T09:00:00"),))
    found = read_activity(made(row, schema=(hidden,)), zone=MADRID)
    assert found.days == ()
    assert [say(line.why) for line in found.skipped] == [
        "a record of steps has no count, or one that nobody walks"
    ]


def test_a_damaged_database_is_refused_or_read_as_far_as_it_goes(made):
    path = made(*(steps(1, "2026-11-03T09:00:00", 10) for _ in range(5000)))
    content = bytearray(path.read_bytes())
    content[len(content) // 2 :] = bytes(len(content) - len(content) // 2)
    path.write_bytes(content)
    found = read_activity(path)
    assert "damaged" in say(found.notes[0])
    assert 0 <= sum(day.steps for day in found.days) < 50_000


def test_reading_leaves_the_file_as_it_was(made):
    path = made(steps(1, "2026-11-03T09:00:00", 1000))
    before = path.read_bytes()
    read_activity(path)
    assert path.read_bytes() == before
    assert [file.name for file in path.parent.iterdir()] == [path.name]


def test_a_database_whose_own_words_are_damaged_is_refused(made):
    """Its error has the damaged words in it, and cannot be read either."""
    path = made(schema=("CREATE TABLE steps_record_table (count INTEGER)",))
    path.write_bytes(path.read_bytes().replace(b"CREATE TABLE steps_", b"CREATE T\x8cBLE \xcbteps_"))
    with pytest.raises(IntakeError, match="damaged"):
        read_activity(path)
