"""Apple Health: phone and watch count the same steps; sessions in both forms; damage is said."""

import zipfile
from datetime import date
from zoneinfo import ZoneInfo

import pytest

from firststep.errors import IntakeError
from firststep.intake.activity import read_activity
from firststep.knowledge.said import say

DAY = date(2026, 10, 5)
HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE HealthData [\n<!-- HealthKit Export Version: 14 -->\n'
    "<!ELEMENT HealthData (ExportDate,Me,Record*)>\n]>\n"
    '<HealthData locale="en_GB">\n <ExportDate value="2026-11-01 08:00:00 +0100"/>\n'
)
TAIL = "</HealthData>\n"


def record(value, start, end, *, source="Anna's Watch", kind="StepCount", unit="count", zone="+0200"):
    return (
        f' <Record type="HKQuantityTypeIdentifier{kind}" sourceName="{source}" sourceVersion="11.1"'
        f' device="&lt;&lt;HKDevice: 0x30&gt;, name:Watch&gt;" unit="{unit}"'
        f' creationDate="2026-10-05 {end} {zone}" startDate="2026-10-05 {start} {zone}"'
        f' endDate="2026-10-05 {end} {zone}" value="{value}"/>\n'
    )


def run(start, end, *, source="Anna's Watch", more="", inside="", kind="Running"):
    return (
        f' <Workout workoutActivityType="HKWorkoutActivityType{kind}" sourceName="{source}"{more}'
        f' startDate="2026-10-05 {start} +0200" endDate="2026-10-05 {end} +0200">\n{inside} </Workout>\n'
    )


def way(sum_, unit="km"):
    return (
        '  <WorkoutStatistics type="HKQuantityTypeIdentifierDistanceWalkingRunning"'
        f' sum="{sum_}" unit="{unit}"/>\n'
    )


@pytest.fixture
def read(tmp_path):
    def read_text(*body, head=HEAD, tail=TAIL, zone=None):
        path = tmp_path / "export.xml"
        path.write_text(head + "".join(body) + tail, encoding="utf-8")
        return read_activity(path, zone=zone)

    return read_text


def only(found):
    (day,) = found.days
    assert day.on == DAY
    return day


def test_steps_of_one_device_add_up(read):
    found = read(record(100, "08:00:00", "08:05:00"), record(50, "08:20:00", "08:25:00"))
    assert only(found).steps == 150
    assert found.skipped == ()


def test_the_same_walk_counted_by_phone_and_watch_counts_once(read):
    watch = record(1000, "08:00:00", "08:10:00")
    phone = record(940, "08:00:30", "08:10:30", source="Anna's iPhone")
    assert only(read(watch, phone)).steps == 1000
    assert only(read(phone, watch)).steps == 1000


def test_what_only_one_of_two_devices_saw_is_not_lost(read):
    watch = record(1000, "08:00:00", "08:10:00")
    phone = record(700, "18:00:00", "18:10:00", source="Anna's iPhone")
    assert only(read(watch, phone)).steps == 1700


def test_a_record_that_spans_a_day_is_not_added_to_what_others_counted(read):
    """An app that writes one sum a day does not say when: it counts for its own day only."""
    app = record(1500, "00:00:00", "23:59:59", source="Another app")
    assert only(read(record(1000, "08:00:00", "08:10:00"), app)).steps == 1500
    assert only(read(record(2000, "08:00:00", "08:10:00"), app)).steps == 2000


def test_a_record_in_two_quarters_is_shared_out_by_time(read):
    """The phone's 600 steps lie half in a quarter where the watch counted more, half where it was off."""
    watch = record(900, "08:00:00", "08:10:00")
    phone = record(600, "08:05:00", "08:25:00", source="Anna's iPhone")
    assert only(read(watch, phone)).steps == 900 + 300


def test_miles_and_kilometres_become_metres(read):
    kind = {"kind": "DistanceWalkingRunning"}
    found = read(
        record("1.5", "08:00:00", "08:10:00", unit="km", **kind),
        record("1", "09:00:00", "09:10:00", unit="mi", **kind),
    )
    assert only(found).walked_m == pytest.approx(1500 + 1609.344, abs=0.01)
    assert only(found).ran_m is None


def test_a_run_in_the_old_and_in_the_new_form(read):
    old = run(
        "07:00:00",
        "07:25:00",
        more=' duration="25" durationUnit="min" totalDistance="4.2" totalDistanceUnit="km"',
    )
    new = run("07:00:00", "07:25:00", inside=way(4.2))
    for form in (old, new):
        day = only(read(form))
        assert (day.ran_m, day.ran_s, day.longest_run_m) == (4200.0, 1500.0, 4200.0)


def test_what_was_run_is_not_walked_too(read):
    whole = record("6", "07:00:00", "07:40:00", unit="km", kind="DistanceWalkingRunning")
    assert only(read(whole, run("07:00:00", "07:25:00", inside=way(4)))).walked_m == pytest.approx(2000)


def test_one_run_written_down_by_two_apps_counts_once_and_two_runs_twice(read):
    watch, other = run("07:00:00", "07:30:00", inside=way(5)), run("07:01:00", "07:31:00", inside=way("5.1"))
    evening = run("19:00:00", "19:30:00", inside=way(6))
    assert only(read(watch, other)).ran_m == 5100.0
    assert only(read(other, watch)).ran_m == 5100.0
    day = only(read(watch, other, evening))
    assert (day.ran_m, day.longest_run_m) == (11100.0, 6000.0)


def test_an_hours_run_and_a_ball_game_are_hard_and_a_bicycle_is_not(read):
    found = read(
        run("07:00:00", "08:00:00", inside=way(10)),
        run("12:00:00", "12:45:00", kind="Soccer"),
        run("15:00:00", "19:00:00", kind="Cycling"),
    )
    assert only(found).hard == 2


def test_a_run_of_unknown_length_is_not_a_run_of_nothing(read):
    day = only(read(run("07:00:00", "07:25:00")))
    assert (day.ran_m, day.longest_run_m, day.ran_s) == (None, None, 1500.0)


def test_days_are_those_of_the_offset_or_of_the_zone_that_the_person_names(read):
    """Exported in summer, walked in winter: 23:30 in Madrid stands as 00:30 of the next day."""
    late = record(500, "00:30:00", "00:40:00", zone="+0200")
    assert [day.on for day in read(late).days] == [DAY]
    assert [day.on for day in read(late, zone=ZoneInfo("Atlantic/Azores")).days] == [date(2026, 10, 4)]


def test_a_broken_description_of_the_form_is_no_hindrance(read):
    """As iOS 16 wrote it."""
    found = read(record(9, "08:00:00", "08:01:00"), head=HEAD.replace("(ExportDate,Me,Record*)", "((("))
    assert only(found).steps == 9
    assert not any("damaged" in say(note) for note in found.notes)


@pytest.mark.parametrize("zipped", [False, True])
def test_a_file_that_breaks_off_is_read_as_far_as_it_goes_and_says_so(tmp_path, zipped):
    text = HEAD + record(9, "08:00:00", "08:01:00") + record(90, "08:00:00", "08:01:00")[:-30]
    path = tmp_path / "export"
    path.write_text(text, encoding="utf-8")
    if zipped:
        with zipfile.ZipFile(path, "w") as archive:
            archive.writestr("apple_health_export/export.xml", text)
    found = read_activity(path)
    assert only(found).steps == 9
    assert any("damaged or ends too early at line 9" in say(note) for note in found.notes)


def test_damage_in_the_middle_is_said_and_what_came_before_is_kept(read):
    found = read(record(9, "08:00:00", "08:01:00"), "<<", record(90, "18:00:00", "18:01:00"))
    assert only(found).steps == 9
    assert any("damaged" in say(note) for note in found.notes)


def test_entities_are_refused(read):
    head = HEAD.replace("<!ELEMENT", '<!ENTITY a "aaaa">\n<!ELEMENT')
    with pytest.raises(IntakeError, match="entities"):
        read(record(9, "08:00:00", "08:01:00", source="&a;"), head=head)


def test_an_entity_that_nobody_defined_is_damage_and_never_text(read):
    found = read(record(9, "08:00:00", "08:01:00"), record(1, "09:00:00", "09:01:00", source="&a;"))
    assert only(found).steps == 9
    assert any("damaged" in say(note) for note in found.notes)


@pytest.mark.parametrize(
    ("wrong", "why"),
    [
        (record("many", "08:00:00", "08:01:00"), "its amount or its unit cannot be read"),
        (record(5, "08:00:00", "08:01:00", unit="kg"), "its amount or its unit cannot be read"),
        (record(5, "08:61:00", "08:62:00"), "its dates are none"),
        (record(5, "8 o'clock", "08:62:00"), "its dates are none"),
        (record(5, "09:00:00", "08:00:00"), "it ends before it begins"),
        (record(1e9, "08:00:00", "08:01:00"), "no record can hold what it says"),
        (run("25:00:00", "26:00:00"), "its dates are none"),
    ],
)
def test_a_record_that_cannot_be_is_passed_over_with_its_reason(read, wrong, why):
    found = read(record(9, "10:00:00", "10:01:00"), wrong)
    assert only(found).steps == 9
    assert [(say(line.why), line.times) for line in found.skipped] == [(why, 1)]


def test_the_export_speaks_for_its_whole_zip(tmp_path):
    """The routes beside it tell the same runs again."""
    path = tmp_path / "a.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("apple_health_export/workout-routes/route.gpx", "<gpx></gpx>")
        archive.writestr("apple_health_export/export.xml", HEAD + record(9, "08:00:00", "08:01:00") + TAIL)
        archive.writestr("__MACOSX/apple_health_export/._export.xml", "Mac OS X")
    found = read_activity(path)
    assert (found.source_kind, only(found).steps) == ("apple-health", 9)


def test_no_file_makes_it_take_room_without_end(read):
    """Each source and year has its room; there is a limit to how many one person has."""
    many = (record(1, "08:00:00", "08:01:00", source=f"app {number}") for number in range(500))
    with pytest.raises(IntakeError, match="more sources"):
        read(*many)


def test_a_tag_without_end_is_refused_before_it_fills_the_memory(read):
    with pytest.raises(IntakeError, match="no end"):
        read(record(9, "08:00:00", "08:01:00"), '<Record type="' + "x" * 9_000_000, tail="")


def test_half_past_eleven_in_madrid_is_the_next_day_in_athens(read):
    late = record(500, "23:30:00", "23:40:00", zone="+0200")
    assert [day.on for day in read(late, zone=ZoneInfo("Europe/Madrid")).days] == [DAY]
    assert [day.on for day in read(late, zone=ZoneInfo("Europe/Athens")).days] == [date(2026, 10, 6)]
