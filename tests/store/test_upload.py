"""Files on their way in: in parts, read in the background, looked at, kept, and nowhere else."""

import threading
from datetime import timedelta

import pytest
from tests.conftest import ROOT
from tests.people import NOON, TODAY

from firststep.actions import upload as uploading
from firststep.actions.leave import delete_everything
from firststep.actions.take_in import zone_of
from firststep.actions.upload import (
    LARGEST,
    MOST_AT_ONCE,
    add_part,
    begin_upload,
    keep_upload,
    let_go,
    work_off,
    work_off_one,
)
from firststep.errors import IntakeError, StoreError
from firststep.records import Morning, Name, Setting
from firststep.records.uploads import State
from firststep.store import read, read_uploads, write_uploads
from firststep.web.quiet import PlacesOnly

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)
ROWS = "".join(f"{(TODAY - back * DAY).isoformat()},{5_000 + back}\n" for back in range(40))
CSV = ("date,steps\n" + ROWS).encode()


@pytest.fixture(autouse=True)
def home(settings, tmp_path):
    settings.HOME = tmp_path
    return tmp_path / "uploads"


def send(someone, content=CSV, name="steps.csv", parts=3):
    """The file in parts, as a page sends it."""
    id_ = begin_upload(someone.id, name, len(content), NOON)
    long = -(-len(content) // parts)
    for at in range(0, len(content), long):
        add_part(someone.id, id_, at, content[at : at + long])
    return id_


def state(someone, id_):
    return read_uploads.upload(someone.id, id_).state


def test_a_file_comes_in_parts_is_read_looked_at_and_kept(anna, home):
    id_ = send(anna)
    assert state(anna, id_) is State.WAITING
    assert work_off_one()
    upload = read_uploads.upload(anna.id, id_)
    assert upload.state is State.READ
    assert upload.told["rows"] == 40
    assert upload.told["sources"]["plain"]["steps"] == sum(5_000 + back for back in range(40))
    assert read.active(anna.id) == ()  # nothing is kept before it was looked at
    (kept,) = keep_upload(anna.id, id_)
    assert (kept.source, kept.new.days, kept.changed.days, kept.known.days) == ("plain", 40, 0, 0)
    assert len(read.active(anna.id)) == 40
    assert list(home.iterdir()) == []


def test_a_table_whose_day_stands_only_in_its_name_keeps_its_name(anna):
    """Takeout's tables of quarters of an hour have no date in them."""
    table = (ROOT / "tests/data/activity/2026-07-10.csv").read_bytes()
    id_ = send(anna, table, "2026-11-01.csv")
    work_off_one()
    upload = read_uploads.upload(anna.id, id_)
    assert (upload.state, upload.told["sources"]["google-takeout"]["first"]) == (State.READ, "2026-11-01")


def test_the_file_itself_is_gone_as_soon_as_it_is_read(anna, home):
    id_ = send(anna)
    work_off_one()
    assert [file.name for file in home.iterdir()] == [f"{id_}.days"]
    assert home.stat().st_mode & 0o077 == 0  # nobody else of this computer looks in


def test_a_part_may_be_sent_as_often_as_it_takes(anna):
    id_ = begin_upload(anna.id, "a.csv", len(CSV), NOON)
    assert add_part(anna.id, id_, 0, CSV[:100]) == 100
    assert add_part(anna.id, id_, 0, CSV[:100]) == 100
    with pytest.raises(IntakeError):
        add_part(anna.id, id_, 200, CSV[200:])  # a part between is missing
    assert add_part(anna.id, id_, 100, CSV[100:]) == len(CSV)
    assert add_part(anna.id, id_, 100, CSV[100:]) == len(CSV)
    work_off_one()
    assert read_uploads.upload(anna.id, id_).told["rows"] == 40


def test_more_than_was_announced_is_not_taken(anna):
    id_ = begin_upload(anna.id, "a.csv", 10, NOON)
    with pytest.raises(IntakeError):
        add_part(anna.id, id_, 0, CSV)


@pytest.mark.parametrize("size", [0, -1, LARGEST + 1])
def test_an_empty_or_endless_file_is_refused_before_it_comes(anna, size):
    with pytest.raises(IntakeError):
        begin_upload(anna.id, "a.csv", size, NOON)


def test_few_files_at_once(anna):
    for _ in range(MOST_AT_ONCE):
        last = send(anna)
    with pytest.raises(IntakeError):
        send(anna)
    let_go(anna.id, last)
    send(anna)


def test_what_is_no_activity_is_refused_in_words_and_deleted(anna, home):
    id_ = send(anna, b"dear diary, today I walked a little\n" * 5, "diary.txt")
    work_off_one()
    upload = read_uploads.upload(anna.id, id_)
    assert upload.state is State.REFUSED
    assert upload.told["what"]
    assert upload.told["mend"]
    assert list(home.iterdir()) == []
    with pytest.raises(StoreError):
        keep_upload(anna.id, id_)


def test_what_was_being_read_when_the_program_ended_is_read_at_the_next_start(anna):
    id_ = send(anna)
    write_uploads.take_next()  # and then the power goes
    assert state(anna, id_) is State.READING
    write_uploads.wait_again()
    assert work_off_one()
    assert state(anna, id_) is State.READ


def test_a_file_that_another_is_reading_is_not_read_twice(anna):
    send(anna)
    assert write_uploads.take_next() is not None
    assert write_uploads.take_next() is None
    assert not work_off_one()


def test_one_persons_file_is_nobody_elses(anna, ben):
    id_ = send(anna)
    work_off_one()
    for what in (read_uploads.upload, keep_upload, let_go):
        with pytest.raises(StoreError):
            what(ben.id, id_)
    assert state(anna, id_) is State.READ


def test_let_go_leaves_nothing(anna, home):
    id_ = send(anna)
    work_off_one()
    let_go(anna.id, id_)
    assert list(home.iterdir()) == []
    assert read_uploads.uploads_of(anna.id) == []


def test_files_of_people_who_are_gone_are_swept_away(anna, home):
    send(anna)
    delete_everything(anna.id)
    assert list(home.iterdir()) == []


def test_a_name_from_outside_stays_a_name(anna, home):
    id_ = send(anna, name="../../etc/pass\nwd" + "x" * 500)
    assert {file.name for file in home.iterdir()} == {str(id_)}
    assert "\n" not in read_uploads.upload(anna.id, id_).name


def test_a_fault_of_ours_ends_one_file_and_not_the_reading(anna, home, monkeypatch, caplog):
    broken, sound = send(anna, name="broken.csv"), send(anna)
    real, over = uploading.read_activity, threading.Event()

    met = []

    def reads(path, **how):
        met.append(path.name)
        if len(met) == 2:
            over.set()
        if path.name == str(broken):
            raise ZeroDivisionError("6 of 10, at the first step")
        return real(path, **how)

    monkeypatch.setattr(uploading, "read_activity", reads)
    monkeypatch.setattr(uploading, "close_old_connections", lambda: None)  # the one of the test stays open
    work_off(over)
    assert [state(anna, one) for one in (broken, sound)] == [State.REFUSED, State.READ]
    assert "a fault of Firststep" in read_uploads.upload(anna.id, broken).told["what"]
    logged = "\n".join(map(PlacesOnly().format, caplog.records))
    assert "ZeroDivisionError" in logged
    assert "first step" not in logged
    assert not (home / str(broken)).exists()


def test_what_a_file_told_and_lost_since_is_refused_in_words(anna, home):
    id_ = send(anna)
    work_off_one()
    (home / f"{id_}.days").unlink()
    with pytest.raises(StoreError, match="not here any more"):
        keep_upload(anna.id, id_)


def test_times_in_utc_are_read_in_the_zone_that_was_set(anna):
    assert zone_of(anna.id) is None
    anna.tell(Morning(5))
    assert zone_of(anna.id).utcoffset(NOON) == timedelta(hours=1)
    anna.tell(Setting(Name.ZONE, "America/New_York"))
    assert str(zone_of(anna.id)) == "America/New_York"
    anna.tell(Setting(Name.ZONE, "Nowhere/At_All"))
    assert zone_of(anna.id).utcoffset(NOON) == timedelta(hours=1)
