"""FIT files: runs from watches, steps from daily monitoring, and files that broke."""

import gzip
import zipfile
from datetime import date
from zoneinfo import ZoneInfo

import pytest
from bench import made_up_fit as made

from firststep.errors import IntakeError
from firststep.intake.activity import read_activity
from firststep.intake.activity.fit.messages import checksum
from firststep.knowledge.said import say

MADRID = ZoneInfo("Europe/Madrid")


@pytest.fixture
def read(tmp_path):
    def reading(content, name="activity.fit", zone=None):
        path = tmp_path / name
        path.write_bytes(content)
        return read_activity(path, zone=zone)

    return reading


def zipped(path, **parts):
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(f"{name}.fit", content)
    return path


def test_a_run_is_told_with_its_distance_time_and_watch(read):
    (day,) = read(made.run()).days
    assert (day.on, day.source, day.part) == (date(2026, 11, 3), "fit: Garmin 3113", "2026-11-03T07:30:00")
    assert (day.ran_m, day.ran_s, day.longest_run_m, day.hard) == (5000, 1800, 5000, 0)
    assert (day.steps, day.walked_m) == (None, None)


def test_a_run_belongs_to_the_day_of_the_clock_on_the_wall(read):
    """Half past eleven at night in UTC is the next day an hour ahead of it."""
    content = made.fit(
        made.file_id(),
        made.session("2026-11-03T23:30:00"),
        made.activity("2026-11-04T00:00:00", local="2026-11-04T01:00:00"),
    )
    assert [day.on for day in read(content).days] == [date(2026, 11, 4)]


def test_a_file_without_a_local_time_takes_the_zone_of_the_person(read):
    content = made.fit(made.file_id(), made.session("2026-11-03T23:30:00"))
    assert [day.on for day in read(content, zone=MADRID).days] == [date(2026, 11, 4)]


def test_a_file_without_a_local_time_and_without_a_zone_asks_for_one(read):
    with pytest.raises(IntakeError, match="zone"):
        read(made.fit(made.file_id(), made.session("2026-11-03T23:30:00")))


def test_a_watch_whose_clock_counts_from_when_it_was_switched_on_is_read_by_its_local_time(read):
    on = "1990-02-01T00:00:00"
    content = made.fit(
        made.file_id(), made.session(on), made.activity("1990-02-01T00:30:00", local="2026-11-03T08:00:00")
    )
    assert [day.part for day in read(content).days] == ["2026-11-03T07:30:00"]


def test_a_watch_whose_clock_was_never_set_is_refused(read):
    with pytest.raises(IntakeError, match="clock was not set"):
        read(made.fit(made.file_id(), made.session("1990-02-01T00:00:00")), zone=MADRID)


def test_a_local_time_that_no_zone_has_is_not_believed(read):
    content = made.fit(
        made.file_id(),
        made.session("2026-11-03T06:30:00"),
        made.activity("2026-11-03T07:00:00", local="2026-12-03T07:00:00"),
    )
    assert [day.on for day in read(content, zone=MADRID).days] == [date(2026, 11, 3)]


def test_a_walk_and_a_run_on_a_treadmill_are_told_as_what_they_are(read):
    content = made.fit(
        made.file_id(),
        made.session("2026-11-03T06:00:00", sport=made.WALK, metres=800, seconds=600),
        made.session("2026-11-03T07:00:00", sport=4, sub=1, metres=3000, seconds=1200),
        made.activity("2026-11-03T07:20:00", local="2026-11-03T07:20:00"),
    )
    walk, run = read(content).days
    assert (walk.walked_m, walk.walked_s, walk.ran_m) == (800, 600, None)
    assert (run.walked_m, run.ran_m) == (None, 3000)


def test_a_ride_is_not_counted_and_that_is_said(read):
    content = made.fit(made.file_id(), made.session("2026-11-03T06:00:00", sport=made.RIDE))
    found = read(content, zone=MADRID)
    assert found.days == ()
    assert "not counted" in say(found.notes[0])


def test_an_hour_of_running_and_twenty_minutes_of_football_are_hard(read):
    content = made.fit(
        made.file_id(),
        made.session("2026-11-03T06:00:00", seconds=3600),
        made.session("2026-11-03T08:00:00", sport=made.FOOTBALL, seconds=1200),
        made.session("2026-11-03T10:00:00", sport=made.FOOTBALL, seconds=1199),
    )
    assert [day.hard for day in read(content, zone=MADRID).days] == [1, 1, 0]


def test_a_day_has_the_last_count_of_each_way_of_moving_added_up(read):
    content = made.fit(
        made.file_id(type_=32),
        made.info("2026-11-03T23:00:00", "2026-11-04T00:00:00"),
        made.counted("2026-11-04T09:00:00", 1000),
        made.counted_short("2026-11-04T12:00:00", 2500),
        made.counted("2026-11-04T12:00:00", 300, moving=1),
        made.counted("2026-11-04T12:00:00", 9000, moving=2),
    )
    assert [(day.on.day, day.steps) for day in read(content).days] == [(4, 2800)]


def test_the_count_at_midnight_closes_the_day_that_ends(read):
    content = made.fit(
        made.file_id(type_=32),
        made.info("2026-11-03T23:00:00", "2026-11-04T00:00:00"),
        made.counted("2026-11-04T23:00:00", 7000),
        made.counted("2026-11-05T10:00:00", 50),
    )
    assert [(day.on.day, day.steps) for day in read(content).days] == [(4, 7000), (5, 50)]


def test_a_zip_of_many_files_is_one_story_and_a_day_over_two_files_counts_once(tmp_path):
    start = made.info("2026-11-03T23:00:00", "2026-11-04T00:00:00")
    path = zipped(
        tmp_path / "many.zip",
        morning=made.fit(made.file_id(type_=32), start, made.counted("2026-11-04T10:00:00", 4000)),
        evening=made.fit(made.file_id(type_=32), start, made.counted("2026-11-04T20:00:00", 9000)),
        run=made.run(),
        again=made.run(),
        settings=made.fit(made.file_id(type_=2)),
    )
    found = read_activity(path)
    assert [(day.on.day, day.steps, day.ran_m) for day in found.days] == [(3, None, 5000), (4, 9000, None)]
    assert sorted(say(line.where) for line in found.skipped) == ["again.fit", "settings.fit"]


def test_two_recordings_of_the_same_run_count_once_and_the_longer_distance_stays(read):
    content = made.fit(
        made.file_id(),
        made.session("2026-11-03T06:30:00", metres=4900),
        made.session("2026-11-03T06:31:00", metres=5000),
        made.session("2026-11-03T07:30:00", metres=1000, seconds=300),
    )
    found = read(content, zone=MADRID)
    assert [day.ran_m for day in found.days] == [5000, 1000]
    assert [line.times for line in found.skipped] == [1]


def test_gzip_and_both_headers_and_both_orders_of_bytes_are_read(read):
    told = [
        read(
            made.fit(made.file_id(), made.session("2026-11-03T06:30:00", big=big), header=header), zone=MADRID
        ).days
        for header in (12, 14)
        for big in (False, True)
    ]
    told.append(
        read(gzip.compress(made.fit(made.file_id(), made.session("2026-11-03T06:30:00"))), zone=MADRID).days
    )
    assert all(days == told[0] for days in told)
    assert told[0][0].ran_m == 5000


def test_fields_of_developers_are_stepped_over(read):
    content = made.fit(made.file_id(), made.session("2026-11-03T06:30:00", developer=(4, 7)))
    assert read(content, zone=MADRID).days[0].ran_m == 5000


def test_chained_files_are_all_read(read):
    content = made.run() + made.run("2026-11-05T06:30:00")
    assert [day.on.day for day in read(content).days] == [3, 5]


def test_what_follows_a_sound_file_is_left_out_and_that_is_said(read):
    found = read(made.run() + b"what is this")
    assert len(found.days) == 1
    assert "not FIT" in say(found.notes[0])


def test_a_check_sum_that_does_not_fit_is_said_and_the_run_is_read(read):
    found = read(made.fit(made.file_id(), made.session("2026-11-03T06:30:00"), good=False), zone=MADRID)
    assert found.days[0].ran_m == 5000
    assert "check sum" in say(found.notes[0])


def test_a_run_cut_off_before_its_summary_counts_as_far_as_it_got_and_says_so(read):
    content = made.fit(
        made.file_id(),
        made.message(made.SPORT, {0: ("B", made.RUN)}),
        made.record("2026-11-03T06:30:00", 0),
        made.record("2026-11-03T06:40:00", 1500),
        said=99999,
    )
    found = read(content, zone=MADRID)
    assert (found.days[0].ran_m, found.days[0].ran_s) == (1500, 600)
    assert any("as far as its track goes" in say(note) for note in found.notes)


def test_a_track_of_no_known_sport_is_refused(read):
    with pytest.raises(IntakeError, match="which sport"):
        read(made.fit(made.file_id(), made.record("2026-11-03T06:40:00", 1500), said=99999), zone=MADRID)


def test_a_course_is_no_run(read):
    """Somebody planned it; nobody has run it."""
    course = made.fit(
        made.file_id(type_=6),
        made.message(made.LAP, {25: ("B", made.RUN)}),
        made.record("2026-11-03T06:40:00", 1500),
    )
    with pytest.raises(IntakeError, match="a course"):
        read(course, zone=MADRID)


def test_a_distance_that_nobody_runs_in_a_day_is_passed_over(read):
    found = read(made.run(metres=4_000_000))
    assert found.days == ()
    assert len(found.skipped) == 1


@pytest.mark.parametrize("length", [0, 1, 2, 3, 100, 101])
def test_the_check_sum_is_that_of_the_format(length):
    content = bytes((7 * number + 3) % 256 for number in range(length))
    assert checksum(content) == made.crc(content)
