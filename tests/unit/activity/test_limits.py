"""Hostile and endless files, refused early, or read up to a limit that no export has."""

import zipfile

import pytest
from bench import made_up_fit as made

from firststep.errors import IntakeError
from firststep.intake.activity import read_activity
from firststep.intake.activity.fit.messages import MOST, MOST_WANTED
from firststep.knowledge.said import say

TURNED, STEERING = "\u202e", "\x1b[2J"


@pytest.fixture
def read(tmp_path):
    def reading(content):
        path = tmp_path / "file"
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return read_activity(path)

    return reading


@pytest.mark.parametrize(
    "start",
    [
        b"date,steps\n",
        b'[{"calendarDate":"2026-11-01","totalSteps":1},',
        made.run(),
    ],
    ids=["table", "list", "FIT"],
)
def test_a_file_that_is_longer_than_any_of_its_kind_is_refused(read, start):
    with pytest.raises(IntakeError, match="none of its kind has"):
        read(start + b" " * 21_000_000)


def test_a_table_with_endless_rows_is_read_up_to_a_limit_and_that_is_said(read):
    found = read("date,steps\n2026-11-01,9000\n" + "x\n" * 250_000)
    assert [day.steps for day in found.days] == [9000]
    assert any("more rows" in say(note) for note in found.notes)
    assert len(found.skipped) == 1


def test_a_list_with_brackets_without_end_is_read_up_to_them(read):
    found = read('[{"calendarDate":"2026-11-01","totalSteps":9},' + "[" * 1_000_000)
    assert [day.steps for day in found.days] == [9]
    assert len(found.notes) == 1


def test_a_number_with_a_million_digits_is_no_number(read):
    found = read('[{"calendarDate":"2026-11-01","totalSteps":' + "9" * 1_000_000 + "}]")
    assert found.days == ()


def test_a_cell_with_a_million_signs_ends_the_table(read):
    found = read("date,steps\n2026-11-01,9000\n2026-11-02," + "9" * 1_000_000 + "\n")
    assert len(found.days) == 1
    assert len(found.notes) == 1


def test_a_quotation_mark_that_never_ends_costs_the_rows_after_it(read):
    found = read('date,steps\n2026-11-01,9000\n2026-11-02,"8000\n' + "2026-11-03,1\n" * 20_000)
    assert len(found.days) == 1


def test_a_fit_file_with_endless_sessions_stops_and_says_so(read):
    ended = made.activity("2026-11-03T07:00:00", local="2026-11-03T08:00:00")
    entry = ended[-9:]  # the same again, without its definition
    content = made.fit(
        made.file_id(),
        made.session("2026-11-03T06:30:00"),
        ended,
        *([entry] * (MOST_WANTED + 10)),
    )
    found = read(content)
    assert any("more entries" in say(note) for note in found.notes)
    assert len(found.days) == 1


def test_a_fit_file_of_entries_without_content_is_refused_cheaply(read):
    """A byte each: sixteen million of them would fit in."""
    empty = b"\x00" * (MOST + 1000)
    with pytest.raises(IntakeError, match="more entries"):
        read(made.fit(made.file_id(), made.definition(200, []), said=len(empty))[:-2] + empty)


def test_a_fit_file_that_claims_to_be_huge_is_read_as_far_as_it_is(read):
    found = read(
        made.fit(
            made.file_id(),
            made.session("2026-11-03T06:30:00"),
            made.activity("2026-11-03T07:00:00", local="2026-11-03T08:00:00"),
            said=2**32 - 1,
        )
    )
    assert len(found.days) == 1


def test_a_name_in_a_zip_can_neither_steer_a_terminal_nor_turn_a_line_around(tmp_path):
    path = tmp_path / "many.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(f"{STEERING}{TURNED}run.fit", made.run() + b"more")
    (note,) = read_activity(path).notes
    assert say(note).startswith("[2Jrun.fit: ")


@pytest.mark.parametrize(
    "element",
    [
        '<Record type="HKQuantityTypeIdentifierStepCount" value="1" unit="count" startDate="{}"/>',
        '<Workout workoutActivityType="HKWorkoutActivityTypeRunning" startDate="{}"/>',
    ],
)
def test_a_date_that_is_none_can_not_either(read, element):
    (skipped,) = read(f"<HealthData>{element.format(TURNED + '2026' + TURNED)}</HealthData>").skipped
    assert say(skipped.where).endswith(" of 2026")


@pytest.mark.parametrize("header", ["date,steps,source", "date,steps,{}"])
def test_a_name_in_a_table_can_not_either(read, header):
    odd = f"{STEERING}{TURNED}watch"
    found = read(f"{header.format(odd)}\n2026-11-01,9000,{odd}\n")
    told = " ".join([*map(say, found.notes), *(day.source for day in found.days)])
    assert "watch" in told
    assert told.isprintable()


def test_a_file_without_a_name_in_a_zip_is_read(tmp_path):
    """The library for zips fails when it asks whether such a one is a folder."""
    path = tmp_path / "many.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("x", "date,steps\n2026-11-01,9000\n")
    path.write_bytes(path.read_bytes().replace(b"x\0\0", b"\0\0\0"))
    content = path.read_bytes().replace(b"x" + b"PK\x05\x06", b"\0PK\x05\x06").replace(b"xdate", b"\0date")
    path.write_bytes(content)
    assert [day.steps for day in read_activity(path).days] == [9000]
