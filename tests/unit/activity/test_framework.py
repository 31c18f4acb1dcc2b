"""Files of activity, before any format is known: told by content, opened safely."""

import gzip
import struct
import zipfile
from datetime import date

import pytest

from firststep.errors import IntakeError
from firststep.intake.activity import Found, read_activity
from firststep.intake.activity.found import Skips, source_of
from firststep.intake.activity.streams import BrokenOffError
from firststep.knowledge.said import say
from firststep.records.activity import ActiveDay


class Lines:
    """A format for the tests: 'lines' and then a line for each day, its steps."""

    def __init__(self, kind="lines", *, whole=False):
        self.KIND, self.WHOLE = kind, whole

    def is_mine(self, file):
        return file.text().startswith(self.KIND)

    def read(self, file):
        days = []
        for part in file.parts:
            for number, line in enumerate(part.bytes(10**8).split()[1:]):
                days.append(ActiveDay(on=date(2026, 11, 1 + number), source=self.KIND, steps=int(line)))
        return Found(source_kind=self.KIND, days=tuple(days))


def read(path, *formats, **more):
    return read_activity(path, formats=formats or (Lines(),), **more)


def zipped(path, **parts):
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return path


def refusal(path, **more):
    with pytest.raises(IntakeError) as caught:
        read(path, **more)
    assert caught.value.where
    assert caught.value.mend
    return caught.value.what


@pytest.mark.parametrize("name", ["steps.txt", "photo.jpg", "export"])
def test_a_file_is_told_by_its_content_and_never_by_its_name(tmp_path, name):
    path = tmp_path / name
    path.write_bytes(b"lines\n9000\n")
    assert [day.steps for day in read(path).days] == [9000]


def test_gzip_and_zip_and_gzip_in_zip_are_the_same_as_the_file(tmp_path):
    plain = b"lines\n9000\n120\n"
    file, packed = tmp_path / "a", tmp_path / "b"
    file.write_bytes(plain)
    packed.write_bytes(gzip.compress(plain))
    both = zipped(tmp_path / "c", x=plain)
    deep = zipped(tmp_path / "d", x=gzip.compress(plain))
    assert read(file) == read(packed) == read(both) == read(deep)


def test_an_account_speaks_for_its_whole_zip(tmp_path):
    path = zipped(tmp_path / "a", one="lines\n1\n", two="whole\n2\n")
    assert read(path, Lines("whole", whole=True), Lines()).source_kind == "whole"
    assert read(path, Lines("whole"), Lines()).source_kind == "whole, lines"


def test_progress_ends_at_the_whole(tmp_path):
    path = tmp_path / "a"
    path.write_bytes(b"lines\n9000\n")
    told = []
    read(path, tell=lambda done, whole: told.append((done, whole)))
    assert told[-1] == (11, 11)


def test_days_that_nobody_could_live_are_passed_over_and_counted(tmp_path):
    path = tmp_path / "a"
    path.write_bytes(b"lines\n-4\n9000\n9999999\n")
    found = read(path)
    assert [day.steps for day in found.days] == [9000]
    assert [(say(line.where), line.times) for line in found.skipped] == [("lines, 2026-11-01", 2)]


def test_what_is_passed_over_takes_bounded_room():
    skips = Skips()
    for number in range(1000):
        skips.add(f"row {number}", f"reason {number}")
    assert len(skips.all()) == 51
    assert sum(line.times for line in skips.all()) == 1000


def test_a_source_is_one_short_line_whatever_the_file_names():
    assert source_of("gpx", None) == "gpx"
    assert source_of("gpx", "Anna's\x00\n Watch ") == "gpx: Anna's Watch"
    assert len(source_of("gpx", "x" * 500)) == 80


def test_an_unknown_an_empty_and_a_missing_file_and_a_folder_get_a_sentence(tmp_path):
    (tmp_path / "a").write_bytes(b"something else")
    (tmp_path / "b").write_bytes(b"")
    assert "not a file of steps" in refusal(tmp_path / "a")
    assert refusal(tmp_path / "b") == "the file is empty"
    assert "cannot be opened" in refusal(tmp_path / "none")
    assert refusal(tmp_path) == "this is not a file"


@pytest.mark.parametrize("name", ["../lines", "/etc/lines", "a/../../lines", "a\\lines", "C:lines"])
def test_a_zip_that_points_outside_itself_is_refused(tmp_path, name):
    assert "outside" in refusal(zipped(tmp_path / "a", **{name: "lines\n1\n"}))


def test_a_zip_that_unpacks_to_far_more_is_refused_before_it_is_unpacked(tmp_path):
    told = []
    path = zipped(tmp_path / "a", x=b"lines\n" + bytes(20_000_000))
    assert "unpacks to more" in refusal(path, tell=lambda *at: told.append(at))
    assert told == []


def test_a_zip_whose_parts_lie_on_each_other_is_refused(tmp_path):
    """Many entries of the list that all unpack the same bytes: small each, huge together."""
    content = b"lines\n" + bytes(range(256)) * 38_000
    path = zipped(tmp_path / "a", x=content)
    raw = path.read_bytes()
    at = raw.rfind(b"PK\x01\x02")
    end = raw.rfind(b"PK\x05\x06")
    entry = raw[at:end]
    tail = struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, 900, 900, 900 * len(entry), at, 0)
    path.write_bytes(raw[:at] + entry * 900 + tail)
    assert "unpacks to more" in refusal(path)


def test_a_zip_with_too_many_parts_is_refused_by_its_end(tmp_path):
    path = zipped(tmp_path / "a", x=b"lines\n1\n")
    raw = path.read_bytes()
    at = raw.rfind(b"PK\x05\x06")
    path.write_bytes(raw[:at] + struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, 60_000, 60_000, 9, 9, 0))
    assert "more than 50,000 files" in refusal(path)


def test_a_zip_with_a_password_is_refused(tmp_path):
    path = zipped(tmp_path / "a", x=b"lines\n1\n")
    raw = bytearray(path.read_bytes())
    raw[raw.rfind(b"PK\x01\x02") + 8] |= 1
    path.write_bytes(raw)
    assert "password" in refusal(path)


@pytest.mark.parametrize("kept", [10, 60, -5])
def test_half_a_zip_gets_a_sentence(tmp_path, kept):
    path = zipped(tmp_path / "a", x=b"lines\n1\n" * 50)
    path.write_bytes(path.read_bytes()[:kept])
    assert "damaged" in refusal(path)


def test_a_gzip_file_that_breaks_off_says_so(tmp_path):
    path = tmp_path / "a"
    path.write_bytes(gzip.compress(b"lines\n1\n" * 5000)[:-9])
    with pytest.raises(BrokenOffError, match="damaged or ends too early"):
        read(path)


def test_a_gzip_bomb_is_refused_while_it_is_read(tmp_path):
    path = tmp_path / "a"
    path.write_bytes(gzip.compress(b"lines\n" + bytes(30_000_000)))
    assert "unpacks to more" in refusal(path)
