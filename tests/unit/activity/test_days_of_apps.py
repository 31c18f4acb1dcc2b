"""Tables and lists of days, on files made with the quirks of the real ones."""

import zipfile
from datetime import date
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from tests.conftest import ROOT

from firststep.care.load import shoes_found
from firststep.errors import IntakeError
from firststep.intake.activity import read_activity
from firststep.knowledge.said import say

FILES = ROOT / "tests" / "data" / "activity"
MADRID = ZoneInfo("Europe/Madrid")


def steps(found):
    return [(day.on.isoformat(), day.steps) for day in found.days]


@pytest.fixture
def read(tmp_path):
    """What is read of a text; its name says nothing."""

    def reading(text, name="export.txt", **more):
        path = tmp_path / name
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return read_activity(path, **more)

    return reading


def text_of(name):
    return (FILES / name).read_text(encoding="utf-8")


# Fitbit


def test_fitbits_table_has_thousands_with_a_comma_and_the_day_first():
    found = read_activity(FILES / "fitbit-english.csv")
    assert steps(found) == [("2026-09-01", 431), ("2026-09-02", 9892), ("2026-09-03", 12004)]
    assert {day.source for day in found.days} == {"fitbit"}
    assert {day.walked_m for day in found.days} == {None}


def test_fitbits_table_is_told_in_french_too():
    assert steps(read_activity(FILES / "fitbit-french.csv")) == [("2026-01-01", 4377), ("2026-01-02", 14801)]


def test_fitbits_list_of_days_is_read():
    found = read_activity(FILES / "fitbit-steps.json")
    assert steps(found) == [("2026-10-28", 2981), ("2026-10-29", 0), ("2026-10-30", 12690)]


def test_fitbits_table_is_found_below_another(read):
    body = "Body\nDate,Weight,BMI,Fat\n01-09-2026,70,22,0\n\n"
    assert (
        len(read(body + text_of("fitbit-english.csv") + "\nFoods\nDate,Calories In\n01-09-2026,9\n").days)
        == 3
    )


def test_fitbits_months_first_are_told_from_days_first(read):
    american = text_of("fitbit-english.csv").replace("01-09-", "09-01-").replace("02-09-", "09-02-")
    american = american.replace("03-09-", "09-03-")
    assert steps(read(american)) == steps(read_activity(FILES / "fitbit-english.csv"))


def test_fitbits_single_day_that_can_be_read_two_ways_is_passed_over(read):
    lines = text_of("fitbit-english.csv").splitlines()
    found = read("\n".join([*lines[:2], lines[3]]))
    assert found.days == ()
    assert "month" in say(found.skipped[0].why)


def test_fitbits_half_row_at_the_end_is_passed_over(read):
    found = read(text_of("fitbit-english.csv").rstrip("\n")[:-60])
    assert len(found.days) == 2
    assert say(found.skipped[0].where) == "export.txt, row 5"


# Google Takeout


def test_takeouts_days_have_steps_and_how_long_was_walked_and_run():
    found = read_activity(FILES / "takeout-daily.csv")
    assert steps(found) == [("2026-03-08", 6918), ("2026-03-09", 1466)]
    assert [(day.walked_s, day.ran_s) for day in found.days] == [(2997.561, 236.957), (1515.85, 0)]
    assert [(say(line.why), line.times) for line in found.skipped] == [("a day has no count of steps", 1)]


def test_takeouts_distance_is_not_handed_on_as_it_has_rides_in_it():
    assert {day.walked_m for day in read_activity(FILES / "takeout-daily.csv").days} == {None}


def test_takeouts_columns_are_told_in_another_language():
    (day,) = read_activity(FILES / "takeout-daily-spanish.csv").days
    assert (day.steps, day.walked_s, day.ran_s) == (6918, 2997.561, 236.957)


def test_takeouts_quarters_of_an_hour_are_one_day():
    (day,) = read_activity(FILES / "2026-07-10.csv").days
    assert (day.on, day.steps, day.walked_s) == (date(2026, 7, 10), 505, 360)


def test_takeouts_quarters_without_a_date_in_their_name_are_refused(read):
    with pytest.raises(IntakeError, match="name does not say the day"):
        read(text_of("2026-07-10.csv"), name="a day.csv")


def test_takeouts_day_that_stands_in_two_tables_counts_once(tmp_path):
    path = tmp_path / "takeout.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("Takeout/Fit/Métricas/Daily.csv", text_of("takeout-daily.csv"))
        quarters = text_of("2026-07-10.csv")
        archive.writestr("Takeout/Fit/Métricas/2026-03-08.csv", quarters)
        archive.writestr("Takeout/Fit/Métricas/2026-03-10.csv", quarters)
    assert steps(read_activity(path)) == [("2026-03-08", 6918), ("2026-03-09", 1466), ("2026-03-10", 505)]


# Garmin's account


def test_garmins_days_have_their_steps_and_a_day_without_is_passed_over():
    found = read_activity(FILES / "UDSFile.json")
    assert steps(found) == [("2026-04-12", 59), ("2026-04-13", 7598)]
    assert [say(line.why) for line in found.skipped] == ["a day has no count of steps"]


def test_garmins_list_that_broke_off_is_read_as_far_as_it_goes(read):
    found = read(text_of("UDSFile.json")[:-30])
    assert steps(found) == [("2026-04-12", 59), ("2026-04-13", 7598)]
    assert "ends too early" in say(found.notes[0])


def test_garmins_day_in_two_files_whose_ranges_overlap_counts_once(tmp_path):
    path = tmp_path / "garmin.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("a.json", text_of("UDSFile.json").replace("7598", "3000"))
        archive.writestr("b.json", text_of("UDSFile.json"))
    assert steps(read_activity(path)) == [("2026-04-12", 59), ("2026-04-13", 7598)]


# Strava


@pytest.fixture
def strava():
    return read_activity(FILES / "strava-activities.csv", zone=MADRID)


def test_stravas_distance_is_the_one_in_metres_and_the_time_is_that_in_motion(strava):
    run = strava.days[0]
    assert (run.ran_m, run.ran_s, run.longest_run_m) == (5010.5, 1800, 5010.5)
    assert run.steps is None


def test_stravas_times_are_utc_and_the_day_is_the_persons(strava):
    """Half past eleven at night in UTC is the next day in Madrid."""
    assert [(day.on.day, day.ran_m, day.walked_m) for day in strava.days] == [
        (4, 5010.5, None),
        (5, 10001.0, None),
        (6, None, 2000.0),
    ]


def test_stravas_times_without_a_zone_are_refused():
    with pytest.raises(IntakeError, match="zone"):
        read_activity(FILES / "strava-activities.csv")


def test_stravas_gear_is_the_shoe_and_a_bicycle_is_none(strava):
    assert [(day.on.day, day.shoe) for day in strava.days] == [
        (4, "Blue pair"),
        (5, "Blue pair"),
        (6, "Old pair"),
    ]
    blue, old = shoes_found(strava.days)
    assert (blue.name, blue.first.day, blue.last.day) == ("Blue pair", 4, 5)
    assert (blue.sessions, blue.runs, blue.metres) == (2, 2, pytest.approx(15_011.5))
    assert (old.sessions, old.runs, old.metres) == (1, 0, 2000.0)


def test_strava_says_what_is_not_counted_and_why(strava):
    (note,) = strava.notes
    assert say(note) == "These types are no walk, run or game on foot, and are not counted: Ride (1)."
    assert sorted((say(line.why), line.times) for line in strava.skipped) == [
        ("a row has a date that cannot be read", 1),
        ("a row is too short; it may be half written", 1),
        ("another recording of the same time counts already", 1),
    ]


def test_stravas_columns_are_told_by_their_places_in_another_language(read, strava):
    text = text_of("strava-activities.csv")
    head, rest = text.split("\n", 1)
    german = ",".join(f'"Spalte {name}"' for name in head.replace('"', "").split(",")[:18])
    german += head[head.index(",Max Speed") :]
    rest = rest.replace("Nov 3, 2026, 11:30:00 PM", "03.11.2026, 23:30:00").replace(",Run,", ",Lauf,")
    assert read(f"{german}\n{rest}", zone=MADRID).days[0] == strava.days[0]


def test_stravas_tracks_in_the_same_zip_are_not_told_again(tmp_path):
    path = tmp_path / "strava.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("activities.csv", text_of("strava-activities.csv"))
        archive.writestr("activities/1.csv", "date,steps\n2026-11-01,9000\n")
    assert read_activity(path, zone=MADRID).source_kind == "strava"


# A plain table


def test_a_plain_table_has_steps_distances_and_times_and_says_what_it_passed_over():
    found = read_activity(FILES / "plain.csv")
    first, second = found.days
    assert (first.steps, first.walked_m, first.ran_m, first.hard) == (9892, 3500, None, 0)
    assert (second.ran_m, second.ran_s, second.longest_run_m, second.hard) == (12400, 4200, 8200, 1)
    assert [(say(line.where), say(line.why)) for line in found.skipped] == [
        ("plain.csv, row 4", "a row says nothing"),
        ("plain.csv, row 5, column 'steps'", "a cell is no number"),
        ("plain.csv, row 6", "an earlier row has the same day"),
        ("plain.csv, row 7", "a row has no date like 2026-11-01"),
    ]
    assert tuple(map(say, found.notes)) == ("These columns are not read: 'weather'.",)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_a_plain_table_is_read_as_spreadsheets_save_it(read, encoding, separator):
    text = separator.join(["Date", "Steps"]) + "\r\n" + separator.join(["2026-11-01", "9000"]) + "\r\n"
    assert steps(read(text.encode(encoding))) == [("2026-11-01", 9000)]


def test_two_sources_in_a_plain_table_stay_apart(read):
    found = read("date,steps,source\n2026-11-01,9000,watch\n2026-11-01,8000,phone\n")
    assert [(day.source, day.steps) for day in found.days] == [("plain: phone", 8000), ("plain: watch", 9000)]


def test_a_diary_is_no_table_of_steps(read):
    with pytest.raises(IntakeError, match="not a file of steps"):
        read("date,pain,did,steps\n2026-11-01,6,none,9000\n")


def test_a_table_that_is_no_text_is_refused(read):
    with pytest.raises(IntakeError, match="UTF-8"):
        read("date,steps,schön\n2026-11-01,9000,\n".encode("latin-1"))


def test_every_made_file_is_told_by_its_content_under_any_name(tmp_path):
    kinds = {}
    for path in sorted(FILES.iterdir()):
        if path.suffix not in {".csv", ".json"}:
            continue
        odd = tmp_path / "2026-07-10"
        odd.write_bytes(Path(path).read_bytes())
        kinds[path.name] = read_activity(odd, zone=MADRID).source_kind
    assert kinds == {
        "2026-07-10.csv": "google-takeout",
        "UDSFile.json": "garmin-export",
        "fitbit-english.csv": "fitbit",
        "fitbit-french.csv": "fitbit",
        "fitbit-steps.json": "fitbit",
        "plain.csv": "plain",
        "strava-activities.csv": "strava",
        "takeout-daily-spanish.csv": "google-takeout",
        "takeout-daily.csv": "google-takeout",
    }
