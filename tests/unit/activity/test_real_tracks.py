"""Real files that nobody here wrote: each has its right totals, or a sentence that says why not."""

import math
import re
from datetime import date
from itertools import pairwise
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from firststep.care.load import load_days
from firststep.errors import IntakeError
from firststep.intake.activity import read_activity
from firststep.knowledge.said import say

REAL = Path(__file__).resolve().parents[4] / "shared" / "data"
MADRID = ZoneInfo("Europe/Madrid")
pytestmark = pytest.mark.skipif(not REAL.is_dir(), reason="the real files are not on this machine")
APPLE = REAL / "apple_health"


def days(path):
    return {day.on: day for day in load_days(read_activity(path, zone=MADRID).days)}


def test_an_apple_export_with_steps_and_a_run_of_the_old_form():
    (day,) = read_activity(APPLE / "duckdb-apple-health/export.xml").days
    assert (day.on, day.steps, day.ran_m, day.ran_s) == (date(2026, 1, 15), 1234, 4200.0, 1500.0)


def test_twelve_hours_in_sydney_lie_in_two_days_of_madrid():
    told = days(APPLE / "duckdb-apple-health/export.xml")
    assert [told[date(2026, 1, day)].steps for day in (14, 15)] == [206, 1028]  # two hours of twelve


@pytest.mark.parametrize("name", ["export.xml", "export.zip"])
def test_an_apple_export_with_runs_of_both_forms_beside_its_routes(name):
    ran = {on: day.ran_m for on, day in days(APPLE / "health-data-parser" / name).items() if day.ran_m}
    assert ran == pytest.approx(
        {
            date(2023, 12, 28): 2500.0,  # the statistics say 2.5 km, the old attribute 2.0
            date(2024, 1, 5): 3.10686 * 1609.344,
            date(2024, 6, 10): 6000.0,
            date(2025, 2, 1): 5000.0,
            date(2025, 3, 1): 10000.0,
            date(2025, 4, 6): 21097.5,
            date(2025, 5, 4): 42195.0,
        }
    )


@pytest.mark.parametrize(
    "name", ["tests__export.xml", "tests__zip_contents__apple_health_export__export.xml"]
)
def test_an_apple_export_in_miles(name):
    (day,) = days(APPLE / "healthkit-to-sqlite" / name).values()
    assert (day.on, round(day.ran_m, 3)) == (date(2016, 11, 14), round(0.4971749504535062 * 1609.344, 3))


@pytest.mark.parametrize("name", ["export.xml", "export.zip"])
def test_an_apple_export_without_a_step_says_so(name):
    found = read_activity(APPLE / "apple-health-parser" / name)
    assert found.days == ()
    assert tuple(map(say, found.notes)) == ("The export has no steps, no distance on foot and no session.",)


def test_a_run_of_a_training_device_has_its_laps():
    (day,) = days(REAL / "gpx/test.tcx").values()
    text = (REAL / "gpx/test.tcx").read_text()
    laps = re.findall(r"<TotalTimeSeconds>([\d.]+)</TotalTimeSeconds>\s*<DistanceMeters>([\d.]+)<", text)
    assert day.ran_s == pytest.approx(sum(float(seconds) for seconds, _ in laps))
    assert day.ran_m == pytest.approx(sum(float(metres) for _, metres in laps))
    assert day.on == date(2012, 12, 26)


def test_a_track_has_the_way_that_flat_geometry_gives_too():
    (day,) = days(REAL / "gpx/track-with-empty-segment.gpx").values()
    text = (REAL / "gpx/track-with-empty-segment.gpx").read_text()
    metres = 0.0
    for segment in text.split("<trkseg>")[1:]:
        places = [tuple(map(float, pair)) for pair in re.findall(r'lat="([\d.]+)" lon="([\d.]+)"', segment)]
        for (lat, lon), (to_lat, to_lon) in pairwise(places):
            east = (to_lon - lon) * math.cos(math.radians(lat))
            metres += math.hypot(to_lat - lat, east) * 6_371_008.8 * math.pi / 180
    assert day.walked_m == pytest.approx(metres, rel=1e-4)


def test_a_walk_recorded_in_two_tracks_adds_up():
    (day,) = days(REAL / "gpx/korita-zbevnica.gpx").values()
    assert (day.on, day.walked_s, round(day.walked_m)) == (date(2010, 10, 3), 4552.0 + 8541.0, 6262)


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("gpx/sup_activity_1.tcx", "its device calls it neither a walk nor a run"),
        ("gpx/track-with-extremes.gpx", "the track has no times"),
        ("strava/empty-trkseg.gpx", "the track has no times"),
        ("strava/invalid-lon-lat-missing.gpx", "it is neither a walk nor a run"),
    ],
)
def test_what_gives_no_day_says_why(name, why):
    found = read_activity(REAL / name, zone=MADRID)
    assert (found.days, [say(line.why) for line in found.skipped]) == ((), [why])


@pytest.mark.parametrize("name", ["gpx_with_garmin_extension.gpx", "unicode_with_bom.gpx"])
def test_places_alone_are_refused(name):
    with pytest.raises(IntakeError, match="only places"):
        read_activity(REAL / "gpx" / name, zone=MADRID)


def test_of_a_file_nearly_without_times_what_has_them_is_read_and_the_rest_is_said():
    found = read_activity(REAL / "gpx/cerknicko-without-times.gpx", zone=MADRID)
    assert [(say(line.why), line.times) for line in found.skipped] == [("the track has no times", 7)]
    assert len(found.days) == 1
