"""Every real file gives the totals that it has, worked out a second way, or is refused and says why."""

import csv
import json
import re
import warnings
from datetime import timedelta
from zoneinfo import ZoneInfo

import fitdecode
import pytest
from tests.conftest import SHARED, real

from firststep.care.load import shoes_found
from firststep.errors import IntakeError
from firststep.intake.activity import read_activity
from firststep.knowledge.said import say

MADRID = ZoneInfo("Europe/Madrid")
FOLDERS = ("fit", "fitbit_monthly", "garmin_export", "google_takeout", "strava")
NOT_ACTIVITY = {"garmin-fenix-5-run-records.csv", "garmin-fenix-5-walk-records.csv"}
REFUSED = {
    "activity_truncated.fit": "which sport",
    "DeveloperData.fit": "which sport",
    "Settings.fit": "no session and no steps",
}


def files(folder, pattern="*"):
    return [path for path in sorted((SHARED / folder).rglob(pattern)) if path.is_file()]


def each(paths, folder):
    """One test a real file; one that is skipped, and says so, where they are not here."""
    return pytest.mark.parametrize("path", paths or [SHARED / folder], ids=lambda path: path.name)


ALL = [path for folder in FOLDERS for path in files(folder) if path.suffix != ".gpx"]
WITH_SESSIONS = [path for path in files("fit", "*.fit") if path.name not in REFUSED]


def outcome(path):
    """What comes of a file: what was found, or the refusal."""
    try:
        return read_activity(real(path), zone=MADRID)
    except IntakeError as refusal:
        return refusal


@each(ALL, "fit")
def test_every_real_file_is_read_or_refused_with_a_sentence(path):
    got = outcome(path)
    if isinstance(got, IntakeError):
        assert path.name in NOT_ACTIVITY | set(REFUSED)
        assert got.what and got.where and got.mend  # noqa: PT018  a sentence has all three
    else:
        assert got.days or got.notes


@pytest.mark.parametrize(("name", "why"), REFUSED.items())
def test_a_file_without_a_session_is_refused_with_the_reason(name, why):
    (path,) = files("fit", name) or [real(SHARED / "fit" / name)]
    with pytest.raises(IntakeError, match=why):
        read_activity(path, zone=MADRID)


def witnessed(path):
    """What the library says of a FIT file: its messages up to where it stops."""
    told = []
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            with fitdecode.FitReader(path, check_crc=fitdecode.CrcCheck.DISABLED) as reader:
                told.extend(frame for frame in reader if isinstance(frame, fitdecode.FitDataMessage))
        except fitdecode.FitError:
            pass
    return told


def value(message, name):
    return message.get_value(name, fallback=None)


@each(WITH_SESSIONS, "fit")
def test_sessions_are_those_that_the_library_reads(path):
    expected = sorted(
        (value(one, "sport"), value(one, "total_distance"), value(one, "total_timer_time"))
        for one in witnessed(real(path))
        if one.name == "session" and value(one, "sport") in {"running", "walking"}
    )
    days = [day for day in read_activity(path, zone=MADRID).days if day.part]
    told = sorted(
        ("running", day.ran_m, day.ran_s)
        if day.ran_s is not None
        else ("walking", day.walked_m, day.walked_s)
        for day in days
    )
    assert told == expected


@each(WITH_SESSIONS, "fit")
def test_the_day_of_a_session_is_that_of_its_local_time(path):
    messages = witnessed(real(path))
    local = next((value(one, "local_timestamp") for one in messages if one.name == "activity"), None)
    days = [day for day in read_activity(path, zone=MADRID).days if day.part]
    if local is None or not days:
        pytest.skip("it says no local time, or has no run")
    longest = timedelta(
        seconds=max(value(one, "total_elapsed_time") for one in messages if one.name == "session")
    )
    assert {day.on for day in days} <= {local.date(), (local - longest).date()}


def test_the_runs_and_walks_with_a_table_beside_them_have_its_distance():
    folder = real(SHARED / "fit" / "fitdecode")
    for kind in ("run", "walk"):
        with (folder / f"garmin-fenix-5-{kind}-records.csv").open() as table:
            last = list(csv.DictReader(table))[-1]
        (day,) = read_activity(folder / f"garmin-fenix-5-{kind}.fit").days
        far = day.ran_m if kind == "run" else day.walked_m
        assert far == pytest.approx(float(last["distance"]), abs=0.1)
        assert f"{day.part[11:13]}:" == last["timestamp"][11:14]


def test_a_day_of_monitoring_has_the_steps_that_the_library_counts():
    path = real(SHARED / "fit" / "fitdecode" / "MonitoringFile.fit")
    counts = [
        value(one, "steps") for one in witnessed(path) if one.name == "monitoring" and value(one, "steps")
    ]
    (day,) = read_activity(path).days
    assert (day.on.isoformat(), day.steps) == ("2014-12-27", sum(counts))


@each(files("fitbit_monthly", "*.csv"), "fitbit_monthly")
def test_a_month_of_fitbit_has_the_steps_of_its_rows(path):
    rows = re.findall(r'^"(\d\d)-(\d\d)-(\d{4})","[\d,]+","([\d,]+)"', real(path).read_text(), re.MULTILINE)
    expected = {f"{year}-{month}-{day}": int(steps.replace(",", "")) for day, month, year, steps in rows}
    days = read_activity(path).days
    assert {day.on.isoformat(): day.steps for day in days} == expected
    assert 27 <= len(days) <= 31


def test_the_list_of_fitbit_has_all_its_days():
    path = real(SHARED / "fitbit_monthly" / "participant8Fitbit.json")
    counts = re.findall(r'"value":"(\d+)"', path.read_text())
    days = read_activity(path).days
    assert (len(days), sum(day.steps for day in days)) == (795, sum(map(int, counts)))


def test_the_garmin_account_has_all_its_days():
    (path,) = files("garmin_export") or [real(SHARED / "garmin_export")]
    days = read_activity(path).days
    assert (len(days), sum(day.steps for day in days)) == (51, 209_782)
    assert {day.on.isoformat(): day.steps for day in days} == {
        day["calendarDate"]: day["totalSteps"] for day in json.loads(path.read_text())
    }


def test_takeouts_five_years_have_all_their_steps():
    path = real(SHARED / "google_takeout" / "dailyActivityMetrics.csv")
    with path.open() as table:
        rows = list(csv.DictReader(table))
    found = read_activity(path)
    assert {day.on.isoformat(): day.steps for day in found.days} == {
        row["Date"]: int(row["Step count"]) for row in rows if row["Step count"]
    }
    walked = sum(float(row["Walking duration (ms)"] or 0) for row in rows if row["Step count"])
    assert sum(day.walked_s for day in found.days) == pytest.approx(walked / 1000)
    assert len(rows) == len(found.days) + found.skipped[0].times == 1784


@each(files("google_takeout", "2018-*.csv"), "google_takeout")
def test_takeouts_quarters_of_an_hour_add_up_to_the_day(path):
    with real(path).open() as table:
        steps = sum(int(row["Nombre de pas"] or 0) for row in csv.DictReader(table))
    (day,) = read_activity(path).days
    assert (day.on.isoformat(), day.steps) == (path.stem, steps)


def test_stravas_rides_are_named_and_not_counted():
    found = read_activity(real(SHARED / "strava" / "activities.csv"), zone=MADRID)
    assert found.days == ()
    assert "Ride (8)" in say(found.notes[0])
    assert shoes_found(found.days) == ()
