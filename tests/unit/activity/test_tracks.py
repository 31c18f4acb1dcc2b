"""GPX and TCX: sessions of tracks, with the quirks that real ones have."""

import math
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from firststep.errors import IntakeError
from firststep.intake.activity import read_activity
from firststep.knowledge.said import say

MADRID = ZoneInfo("Europe/Madrid")
DEGREE = 6_371_008.8 * math.pi / 180  # metres of a degree to the north


def points(*steps, start="2026-10-05T06:00:00", zone="Z"):
    """Points to the north: each step is (seconds, metres) after the last."""
    at, north, texts = datetime.fromisoformat(start), 0.0, []
    for seconds, metres in ((0, 0), *steps):
        at, north = at + timedelta(seconds=seconds), north + metres / DEGREE
        texts.append(f'<trkpt lat="{40 + north:.9f}" lon="-3.7"><time>{at.isoformat()}{zone}</time></trkpt>')
    return "".join(texts)


def gpx(*segments, sport="<type>running</type>", outside=""):
    whole = "".join(f"<trkseg>{segment}</trkseg>" for segment in segments)
    return (
        '<?xml version="1.0"?>\n<gpx version="1.1" creator="A watch"'
        f' xmlns="http://www.topografix.com/GPX/1/1">{outside}<trk><name>x</name>{sport}{whole}</trk></gpx>'
    )


def lap(metres, seconds, *, point=""):
    way = "" if metres is None else f"<DistanceMeters>{metres}</DistanceMeters>"
    return (
        f'<Lap StartTime="2026-10-05T06:00:00Z"><TotalTimeSeconds>{seconds}</TotalTimeSeconds>{way}'
        f"<Track><Trackpoint>{point}</Trackpoint></Track></Lap>"
    )


def tcx(*laps, sport="Running"):
    return (
        '<TrainingCenterDatabase xmlns="http://www.garmin.com/xmlschemas/TrainingCenterDatabase/v2">'
        f'<Activities><Activity Sport="{sport}"><Id>2026-10-05T06:00:00Z</Id>{"".join(laps)}'
        "<Creator><Name>Forerunner</Name></Creator></Activity></Activities></TrainingCenterDatabase>"
    )


@pytest.fixture
def read(tmp_path):
    def read_text(text, zone=MADRID):
        path = tmp_path / "track"
        path.write_text(text, encoding="utf-8")
        return read_activity(path, zone=zone)

    return read_text


def only(found):
    (day,) = found.days
    return day


MINUTE = [(10, 30)] * 6  # 3 metres a second


def test_a_run_has_its_way_its_time_and_its_source(read):
    day = only(read(gpx(points(*MINUTE))))
    assert (day.on, day.source, day.part) == (date(2026, 10, 5), "gpx: A watch", "2026-10-05T06:00:00Z")
    assert day.ran_m == pytest.approx(180, abs=0.1)
    assert (day.ran_s, day.longest_run_m, day.walked_m) == (60.0, day.ran_m, None)


def test_nothing_is_run_across_the_gap_between_two_segments(read):
    later = points(*MINUTE, start="2026-10-05T07:00:00")
    day = only(read(gpx(points(*MINUTE), later)))
    assert day.ran_m == pytest.approx(360, abs=0.2)
    assert day.ran_s == 120.0


def test_a_jump_of_the_receiver_is_not_run(read):
    day = only(read(gpx(points(*MINUTE, (1, 5000), *MINUTE))))
    assert day.ran_m == pytest.approx(360, abs=0.2)


def test_points_without_a_place_or_a_time_are_passed_over(read):
    odd = '<trkpt><time>2026-10-05T06:00:01Z</time></trkpt><trkpt lat="1" lon="1"/><trkpt lat="x" lon="500"/>'
    assert only(read(gpx(points(*MINUTE) + odd))).ran_m == pytest.approx(180, abs=0.1)


def test_a_track_without_a_sport_is_told_by_its_pace_and_that_is_said(read):
    walk, run = read(gpx(points((60, 72)), sport="")), read(gpx(points((60, 180)), sport=""))
    assert only(walk).walked_m == pytest.approx(72, abs=0.1)
    assert only(run).ran_m == pytest.approx(180, abs=0.1)
    assert "its pace tells" in say(walk.notes[0])


def test_the_type_of_a_link_is_no_sport(read):
    link = '<link href="x"><type>text/running</type></link><type>hiking</type>'
    assert only(read(gpx(points(*MINUTE), sport=link))).ran_m is None


@pytest.mark.parametrize("sport", ["cycling", "Other", "Mountain Biking"])
def test_what_is_neither_a_walk_nor_a_run_is_passed_over_with_its_reason(read, sport):
    found = read(gpx(points(*MINUTE), sport=f"<type>{sport}</type>"))
    assert (found.days, say(found.skipped[0].why)) == ((), "it is neither a walk nor a run")


def test_the_day_is_that_of_the_persons_zone(read):
    late = gpx(points(*MINUTE, start="2026-10-05T22:30:00"))
    assert only(read(late)).on == date(2026, 10, 6)
    assert only(read(late, ZoneInfo("America/New_York"))).on == date(2026, 10, 5)


def test_an_offset_in_the_file_goes_before_the_persons_zone(read):
    assert only(read(gpx(points(*MINUTE, start="2026-10-05T23:30:00", zone="-05:00")))).on == date(
        2026, 10, 5
    )


@pytest.mark.parametrize("text", [gpx(points(*MINUTE)), tcx(lap(1000, 300))])
def test_without_a_zone_times_in_utc_are_refused_and_never_guessed(read, text):
    with pytest.raises(IntakeError, match="not known which zone"):
        read(text, None)


def test_a_track_without_times_says_so_and_places_alone_are_refused(read):
    found = read(gpx('<trkpt lat="1" lon="1"/>'))
    assert (found.days, say(found.skipped[0].why)) == ((), "the track has no times")
    with pytest.raises(IntakeError, match="only places"):
        read('<gpx><wpt lat="1" lon="1"><time>2026-10-05T06:00:00Z</time></wpt></gpx>')


def test_a_track_that_breaks_off_is_read_as_far_as_it_goes_and_says_so(read):
    found = read(gpx(points(*MINUTE, (10, 30)))[:-60])
    assert only(found).ran_m > 150
    assert "damaged or ends too early at line 2" in say(found.notes[0])


def test_the_laps_of_an_activity_add_up(read):
    day = only(read(tcx(lap(1000, 300), lap(500.5, 160.5))))
    assert (day.ran_m, day.ran_s, day.longest_run_m) == (1500.5, 460.5, 1500.5)
    assert day.source == "tcx: Forerunner"


def test_where_no_lap_says_a_way_the_last_point_does(read):
    laps = [lap(None, 300, point=f"<DistanceMeters>{metres}</DistanceMeters>") for metres in (0, 900, 1800)]
    assert only(read(tcx(*laps))).ran_m == 1800.0


def test_what_a_device_calls_other_is_not_taken_for_a_walk(read):
    found = read(tcx(lap(1000, 300), sport="Other"))
    assert (found.days, say(found.skipped[0].why)) == ((), "its device calls it neither a walk nor a run")


def test_a_course_is_no_activity(read):
    with pytest.raises(IntakeError, match="no recorded activity"):
        read("<TrainingCenterDatabase><Courses><Course/></Courses></TrainingCenterDatabase>")


BOMB = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>'
OUTSIDE = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'


@pytest.mark.parametrize("bomb", [BOMB, OUTSIDE])
@pytest.mark.parametrize("text", [gpx(points(*MINUTE)), tcx(lap(1, 1))])
def test_entities_are_refused(read, bomb, text):
    with pytest.raises(IntakeError, match="entities"):
        read(bomb + text.removeprefix('<?xml version="1.0"?>\n'))


def test_a_file_of_nothing_but_depth_is_refused(read):
    with pytest.raises(IntakeError, match="too deep"):
        read("<gpx>" + "<a>" * 5000)


def test_a_text_without_end_takes_no_room(read):
    text = gpx(points(*MINUTE), outside=f"<metadata><desc>{'x' * 3_000_000}</desc></metadata>")
    assert only(read(text)).ran_s == 60.0


def test_a_tag_without_end_is_refused_before_it_fills_the_memory(read):
    with pytest.raises(IntakeError, match="no end"):
        read('<gpx creator="' + "x" * 6_000_000)
