"""Whatever comes in by the front door for activity: days that somebody could live, or a sentence."""

import gzip
import io
import zipfile
from functools import partial
from zoneinfo import ZoneInfo

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from firststep.errors import IntakeError
from firststep.intake.activity import read_activity
from firststep.records.activity import is_possible

APPLE = (
    b'<?xml version="1.0"?>\n<!DOCTYPE HealthData [\n<!ELEMENT HealthData (Record*)>\n]>\n<HealthData>\n'
    b' <Record type="HKQuantityTypeIdentifierStepCount" sourceName="A" unit="count"'
    b' startDate="2026-10-05 08:00:00 +0200" endDate="2026-10-05 08:10:00 +0200" value="900"/>\n'
    b' <Workout workoutActivityType="HKWorkoutActivityTypeRunning" totalDistance="4" totalDistanceUnit="km"'
    b' startDate="2026-10-05 08:00:00 +0200" endDate="2026-10-05 08:30:00 +0200"></Workout>\n</HealthData>\n'
)
GPX = (
    b'<gpx creator="A"><trk><type>run</type><trkseg>'
    b'<trkpt lat="40" lon="-3"><time>2026-10-05T06:00:00Z</time></trkpt>'
    b'<trkpt lat="40.01" lon="-3"><time>2026-10-05T06:05:00Z</time></trkpt></trkseg></trk></gpx>'
)
TCX = (
    b'<TrainingCenterDatabase><Activities><Activity Sport="Running"><Id>2026-10-05T06:00:00Z</Id>'
    b'<Lap StartTime="2026-10-05T06:00:00Z"><TotalTimeSeconds>300</TotalTimeSeconds>'
    b"<DistanceMeters>1000</DistanceMeters></Lap></Activity></Activities></TrainingCenterDatabase>"
)


def zipped(content):
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a/export", content)
    return packed.getvalue()


PACKED = partial(gzip.compress, mtime=0)
SOUND = [form(plain) for plain in (APPLE, GPX, TCX) for form in (bytes, zipped, PACKED)]
PIECES = st.sampled_from(
    [b"", b"<", b">", b'"', b"&", b"<!--", b"]]>", b"\0", b"\xff", b"9" * 30, b"-", b"PK"]
)


@st.composite
def damaged(draw):
    """A sound file in which a few places were changed, cut or doubled."""
    content = draw(st.sampled_from(SOUND))
    for _ in range(draw(st.integers(0, 4))):
        at = draw(st.integers(0, len(content)))
        piece = draw(st.one_of(PIECES, st.binary(max_size=6), st.just(content[at : at + 40])))
        content = content[:at] + piece + content[at + draw(st.integers(0, 12)) :]
    return content


@pytest.fixture
def reads(tmp_path):
    def read(content):
        path = tmp_path / "file"
        path.write_bytes(content)
        return read_activity(path, zone=ZoneInfo("Europe/Madrid"))

    return read


@pytest.mark.parametrize("content", SOUND, ids=lambda content: content[:6].hex())
def test_what_the_laws_begin_from_is_sound(reads, content):
    (day,) = reads(content).days
    assert day.ran_m > 900


def outcome(reads, content):
    try:
        return reads(content)
    except IntakeError as refused:
        return refused


SAME_FOLDER = settings(
    max_examples=600, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


@SAME_FOLDER
@given(content=st.one_of(damaged(), st.binary(max_size=200)))
def test_any_bytes_give_possible_days_or_a_sentence_that_says_what_to_do(reads, content):
    told = outcome(reads, content)
    if isinstance(told, IntakeError):
        assert all((told.what, told.where, told.mend))
    else:
        assert all(map(is_possible, told.days))
