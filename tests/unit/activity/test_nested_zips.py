"""Zips in a zip: opened one level deep, within the limits of the whole, and never silently left out."""

import zipfile
from io import BytesIO

import pytest

from firststep.errors import IntakeError
from firststep.intake.activity import read_activity
from firststep.intake.activity import zips as under_test
from firststep.intake.activity.zips import zip_parts
from firststep.intake.export_zip import is_export
from firststep.knowledge.said import say

STEPS = "date,steps\n2026-11-0{day},900{day}\n"


def packed(files, how=zipfile.ZIP_DEFLATED) -> bytes:
    content = BytesIO()
    with zipfile.ZipFile(content, "w", how) as archive:
        for name, text in files.items():
            archive.writestr(name, text)
    return content.getvalue()


def day(number) -> str:
    return STEPS.format(day=number)


@pytest.fixture
def read(tmp_path):
    def read(files, **how):
        path = tmp_path / "account.zip"
        path.write_bytes(packed(files, **how))
        return read_activity(path)

    return read


def steps(found):
    return [one.steps for one in found.days]


def why(found):
    return [(say(line.where), say(line.why)) for line in found.skipped]


def test_a_zip_in_a_zip_is_read_beside_what_lies_in_the_outer_one(read):
    found = read({"a/one.csv": day(1), "a/Part1.ZIP": packed({"two.csv": day(2), "three.csv": day(3)})})
    assert (steps(found), why(found)) == ([9001, 9002, 9003], [])


def test_several_zips_in_a_zip_are_read_and_no_day_counts_twice(read):
    twice = {"one.csv": day(1)}
    found = read({f"{number}.zip": packed(twice | {f"{number}.csv": day(number)}) for number in (2, 3, 4)})
    assert sorted(steps(found)) == [9001, 9002, 9003, 9004]


def test_a_zip_two_levels_down_is_not_opened_and_named(read):
    deep = packed({"deep.zip": packed({"two.csv": day(2)}), "one.csv": day(1)})
    found = read({"outer.zip": deep})
    assert steps(found) == [9001]
    assert why(found) == [("deep.zip", "a zip in a zip in a zip is not opened")]


def test_a_damaged_zip_in_a_zip_is_named_and_the_rest_is_read(read):
    found = read({"one.csv": day(1), "broken.zip": packed({"two.csv": day(2)})[:-9]})
    assert steps(found) == [9001]
    assert why(found) == [("broken.zip", "this zip in the zip is damaged")]


def test_a_locked_zip_in_a_zip_is_named(read):
    locked = bytearray(packed({"two.csv": day(2)}))
    at = locked.index(b"PK\x01\x02")
    locked[6] |= 1
    locked[at + 8] |= 1
    found = read({"one.csv": day(1), "locked.zip": bytes(locked)})
    assert (steps(found), why(found)) == ([9001], [("locked.zip", "this zip in the zip has a password")])


def test_a_name_alone_makes_no_zip(read):
    assert steps(read({"one.zip": day(1)})) == [9001]


@pytest.mark.parametrize("how", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED])
def test_a_bomb_in_a_zip_is_refused_with_the_whole(read, how):
    bomb = packed({"big.csv": b"date,steps\n" + b"0" * 60_000_000})
    with pytest.raises(IntakeError, match="unpacks to more"):
        read({"one.csv": day(1), "bomb.zip": bomb}, how=how)


def test_many_zips_that_are_each_within_the_limits_are_not_within_them_together(read, monkeypatch):
    monkeypatch.setattr(under_test, "MOST_UNPACKED", 5_000_000)
    inner = packed({"x.csv": b"0" * 900_000})
    read({"one.csv": day(1), "1.zip": inner})
    with pytest.raises(IntakeError, match="unpacks to more"):
        read({"one.csv": day(1)} | {f"{number}.zip": inner for number in range(7)})


def test_a_bomb_is_refused_before_anything_of_it_is_unpacked(tmp_path, monkeypatch):
    path = tmp_path / "account.zip"
    path.write_bytes(packed({"bomb.zip": packed({"big.csv": b"0" * 60_000_000})}))
    opened = []
    real = zipfile.ZipFile.open

    def opens(archive, entry, *more):
        opened.append(entry.filename)
        return real(archive, entry, *more)

    monkeypatch.setattr(zipfile.ZipFile, "open", opens)
    with pytest.raises(IntakeError, match="unpacks to more"):
        read_activity(path)
    assert set(opened) == {"bomb.zip"}


def test_the_parts_of_all_zips_count_together(read, monkeypatch):
    monkeypatch.setattr(under_test, "MOST_PARTS", 10)
    inner = packed({f"{number}.csv": day(1) for number in range(8)})
    read({"1.zip": inner})
    with pytest.raises(IntakeError, match="files in it"):
        read({"1.zip": inner, "2.zip": inner})


def test_more_zips_than_any_export_has_are_refused(read):
    """Each would be a file that is open: no small file may use them up."""
    inner = packed({"one.csv": day(1)})
    read({f"{number}.zip": inner for number in range(under_test.MOST_ZIPS)})
    with pytest.raises(IntakeError, match="more than 200 zips"):
        read({f"{number}.zip": inner for number in range(under_test.MOST_ZIPS + 1)})


def test_a_path_out_of_the_inner_zip_leaves_that_zip_out(read):
    found = read({"one.csv": day(1), "bad.zip": packed({"../../etc/passwd": "x"})})
    assert (steps(found), [name for name, _ in why(found)]) == ([9001], ["bad.zip"])


def test_a_full_disk_is_said(read, monkeypatch):
    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(under_test, "copyfileobj", full)
    with pytest.raises(IntakeError, match="No space left") as refused:
        read({"1.zip": packed({"one.csv": day(1)})})
    assert "make room" in refused.value.mend


def test_nothing_is_left_behind_on_the_disk(read, tmp_path, monkeypatch):
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    read({"1.zip": packed({"one.csv": day(1)})})
    assert [file.name for file in tmp_path.iterdir()] == ["account.zip"]


def test_whether_a_file_is_our_export_is_told_without_opening_the_zips_in_it(tmp_path, monkeypatch):
    path = tmp_path / "account.zip"
    path.write_bytes(packed({"1.zip": packed({"firststep.json": "{}"})}))
    monkeypatch.setattr(under_test, "copyfileobj", lambda *_: pytest.fail("it was unpacked"))
    assert not is_export(path)
    with zip_parts(path) as parts:
        assert [part.name for part in parts] == ["1.zip"]
