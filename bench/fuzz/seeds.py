"""Sound files of every kind, to be damaged: those made for the tests, and some made here."""

import sqlite3
import zipfile
from contextlib import closing
from functools import cache
from io import BytesIO
from pathlib import Path

from bench import made_up_fit as made

FILES = Path(__file__).parents[2] / "tests" / "data" / "activity"
TEXTS = {
    "fitbit": ("fitbit-english.csv", "fitbit-french.csv", "fitbit-steps.json"),
    "garmin-export": ("UDSFile.json",),
    "google-takeout": ("takeout-daily.csv", "takeout-daily-spanish.csv", "2026-07-10.csv"),
    "plain": ("plain.csv",),
    "strava": ("strava-activities.csv",),
}
APPLE = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE HealthData [
<!ELEMENT HealthData (ExportDate,Me,(Record|Workout)*)>
]>
<HealthData locale="en_GB">
 <ExportDate value="2026-11-01 08:00:00 +0100"/>
 <Record type="HKQuantityTypeIdentifierStepCount" sourceName="Phone" unit="count" \
creationDate="2026-11-01 07:10:00 +0100" startDate="2026-11-01 07:00:00 +0100" \
endDate="2026-11-01 07:10:00 +0100" value="512"/>
 <Record type="HKQuantityTypeIdentifierDistanceWalkingRunning" sourceName="Phone" unit="km" \
creationDate="2026-11-01 07:10:00 +0100" startDate="2026-11-01 07:00:00 +0100" \
endDate="2026-11-01 07:10:00 +0100" value="0.41"/>
 <Workout workoutActivityType="HKWorkoutActivityTypeRunning" duration="31.5" durationUnit="min" \
sourceName="Watch" creationDate="2026-11-01 09:00:00 +0100" startDate="2026-11-01 08:20:00 +0100" \
endDate="2026-11-01 08:51:30 +0100">
  <WorkoutStatistics type="HKQuantityTypeIdentifierDistanceWalkingRunning" \
startDate="2026-11-01 08:20:00 +0100" endDate="2026-11-01 08:51:30 +0100" sum="5.2" unit="km"/>
 </Workout>
</HealthData>
"""
GPX = """<?xml version="1.0"?>
<gpx version="1.1" creator="watch"><trk><type>running</type><trkseg>
<trkpt lat="40.0" lon="-3.0"><time>2026-11-01T08:00:00Z</time></trkpt>
<trkpt lat="40.01" lon="-3.0"><time>2026-11-01T08:06:00Z</time></trkpt>
</trkseg></trk></gpx>
"""
TCX = """<?xml version="1.0"?>
<TrainingCenterDatabase xmlns="http://www.garmin.com/xmlschemas/TrainingCenterDatabase/v2"><Activities>
<Activity Sport="Running"><Id>2026-11-01T08:00:00Z</Id><Lap StartTime="2026-11-01T08:00:00Z">
<TotalTimeSeconds>1800</TotalTimeSeconds><DistanceMeters>5000</DistanceMeters></Lap></Activity>
</Activities></TrainingCenterDatabase>
"""
DATABASE = """
CREATE TABLE application_info_table (row_id INTEGER PRIMARY KEY, package_name TEXT);
CREATE TABLE steps_record_table (row_id INTEGER PRIMARY KEY, app_info_id INTEGER, start_time INTEGER,
    start_zone_offset INTEGER, local_date INTEGER, count INTEGER);
CREATE TABLE distance_record_table (row_id INTEGER PRIMARY KEY, app_info_id INTEGER, start_time INTEGER,
    end_time INTEGER, distance REAL);
CREATE TABLE exercise_session_record_table (row_id INTEGER PRIMARY KEY, app_info_id INTEGER,
    start_time INTEGER, start_zone_offset INTEGER, end_time INTEGER, exercise_type INTEGER);
INSERT INTO application_info_table VALUES (1, 'org.phone'), (2, 'org.watch');
INSERT INTO steps_record_table VALUES (1, 1, 1793700000000, 3600, 20760, 900);
INSERT INTO steps_record_table VALUES (2, 2, 1793700000000, 3600, NULL, 800);
INSERT INTO distance_record_table VALUES (1, 1, 1793700000000, 1793700600000, 1500.5);
INSERT INTO exercise_session_record_table VALUES (1, 1, 1793700000000, 3600, 1793703600000, 33);
"""


@cache
def seeds() -> dict[str, tuple[bytes, ...]]:
    """Sound files by their kind, and all of a kind in one zip."""
    plain = {kind: tuple((FILES / name).read_bytes() for name in names) for kind, names in TEXTS.items()}
    plain |= {"fit": _fit(), "health-connect": (_database(),), "apple-health": (APPLE.encode(),)}
    plain |= {"gpx": (GPX.encode(),), "tcx": (TCX.encode(),)}
    return {kind: (*files, zipped(*files)) for kind, files in plain.items()}


def _fit() -> tuple[bytes, ...]:
    run = made.run()
    monitored = made.fit(
        made.file_id(type_=32),
        made.info("2026-11-03T23:00:00", "2026-11-04T00:00:00"),
        made.counted("2026-11-04T09:00:00", 1000),
        made.counted_short("2026-11-04T12:00:00", 2500),
        made.counted("2026-11-04T23:00:00", 300, moving=1),
    )
    unfinished = made.fit(
        made.file_id(),
        made.message(made.SPORT, {0: ("B", made.RUN)}),
        made.record("2026-11-03T06:30:00", 0),
        made.record("2026-11-03T06:40:00", 1500),
    )
    return (run, monitored, unfinished, run + monitored)


def _database() -> bytes:
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.execute("PRAGMA page_size = 512")
        connection.executescript(DATABASE)
        return connection.serialize()


def zipped(*files: bytes, ending: str = "") -> bytes:
    """A zip with these in it; the ending is that of their names."""
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for number, content in enumerate(files):
            archive.writestr(zipfile.ZipInfo(f"export/2026-11-{number + 1:02}{ending}"), content)
    return packed.getvalue()
