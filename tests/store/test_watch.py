"""A watched folder: each file is read once, when it is all there; nothing is moved; no guess whose it is."""

import os
import threading
import zipfile
from dataclasses import replace
from datetime import timedelta
from hashlib import sha256
from uuid import uuid4

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.people import NOON, TODAY, arrive

from firststep.actions import watch as watching
from firststep.actions import watch_household as household
from firststep.actions.leave import delete_everything
from firststep.actions.take_along import export_everything
from firststep.actions.take_in import forget_source
from firststep.actions.upload import add_part, begin_upload, keep_upload, work_off_one
from firststep.actions.watch import FolderWatch, Happened
from firststep.actions.watch_household import HouseholdWatch, places, watch_household
from firststep.records import Name, Setting
from firststep.records.watched import Fate
from firststep.store import read, read_uploads, read_watched, write_watched
from firststep.web.quiet import PlacesOnly

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)
CSV = "date,steps\n2026-11-20,8000\n2026-11-21,9500\n"
WALK = (
    "<gpx><trk><type>walking</type><trkseg>"
    '<trkpt lat="40" lon="-3.7"><time>2026-11-20T23:30:00Z</time></trkpt>'
    '<trkpt lat="40.01" lon="-3.7"><time>2026-11-20T23:45:00Z</time></trkpt>'
    "</trkseg></trk></gpx>"
)


@pytest.fixture
def folder(tmp_path):
    made = tmp_path / "landing"
    made.mkdir()
    return made


@pytest.fixture
def watch(anna, folder):
    return FolderWatch(anna.id, folder, lambda: NOON)


def looks(watch, times=2):
    """What that many looks came to."""
    return [one for _ in range(times) for one in watch.look()]


def fates(happened):
    return [(one.name, one.fate) for one in happened]


def put(folder, name, content=CSV, at=1_000):
    file = folder / name
    file.write_text(content)
    os.utime(file, (at, at))
    return file


def steps(someone):
    return [day.steps for day in read.active(someone.id)]


def test_a_file_is_read_at_the_second_look_that_finds_it_the_same(anna, folder, watch):
    file = put(folder, "steps.csv")
    assert looks(watch, 1) == []
    assert read.active(anna.id) == ()
    (one,) = looks(watch, 1)
    assert (one.name, one.fate) == ("steps.csv", Fate.KEPT)
    assert [(news["source"], news["new"]["days"]) for news in one.told["news"]] == [("plain", 2)]
    assert steps(anna) == [8_000, 9_500]
    assert file.read_text() == CSV


def test_a_file_that_grows_is_left_until_it_stops(anna, folder, watch):
    for length in range(10, len(CSV), 9):
        put(folder, "steps.csv", CSV[:length])
        assert looks(watch, 1) == []
    put(folder, "steps.csv", CSV)
    assert fates(looks(watch, 2)) == [("steps.csv", Fate.KEPT)]
    assert steps(anna) == [8_000, 9_500]


def test_one_that_is_written_anew_at_the_same_length_is_not_the_same(anna, folder, watch):
    put(folder, "steps.csv", CSV, at=1_000)
    looks(watch, 1)
    put(folder, "steps.csv", CSV.replace("8000", "7000"), at=2_000)
    assert looks(watch, 1) == []
    looks(watch, 1)
    assert steps(anna) == [7_000, 9_500]


def test_a_pause_in_writing_mends_itself(anna, folder, watch):
    put(folder, "steps.csv", CSV[:30])
    looks(watch, 2)
    put(folder, "steps.csv", CSV)
    (one,) = looks(watch, 2)
    assert (one.fate, one.told["news"][0]["new"]["days"]) == (Fate.KEPT, 1)
    assert steps(anna) == [8_000, 9_500]


def test_a_file_that_changes_while_it_is_read_is_not_kept_and_read_later(anna, folder, watch, monkeypatch):
    file = put(folder, "steps.csv")
    real = watching.read_activity

    def meanwhile(path, **how):
        found = real(path, **how)
        put(folder, "steps.csv", CSV.replace("8000", "7000"), at=2_000)
        return found

    monkeypatch.setattr(watching, "read_activity", meanwhile)
    assert looks(watch, 2) == []
    assert read.active(anna.id) == ()
    monkeypatch.setattr(watching, "read_activity", real)
    assert fates(looks(watch, 2)) == [(file.name, Fate.KEPT)]
    assert steps(anna) == [7_000, 9_500]


def test_a_file_once_read_is_not_read_again_by_this_start_or_the_next(anna, folder, watch, monkeypatch):
    put(folder, "steps.csv")
    looks(watch)
    monkeypatch.setattr(watching, "digest_of", lambda _: pytest.fail("it was opened again"))
    assert looks(watch, 3) == []
    assert looks(FolderWatch(anna.id, folder, lambda: NOON), 3) == []


def test_the_same_content_under_another_name_is_not_read_again(anna, folder, watch, monkeypatch):
    put(folder, "steps.csv")
    looks(watch)
    put(folder, "steps (1).csv", at=2_000)
    monkeypatch.setattr(watching, "read_activity", lambda *_, **__: pytest.fail("it was read again"))
    assert looks(watch, 3) == [Happened("steps (1).csv", Fate.SAME, {})]


def test_of_two_exports_that_wait_the_later_one_has_the_last_word(anna, folder, watch):
    put(folder, "steps (1).csv", CSV, at=2_000)
    put(folder, "steps.csv", CSV.replace("9500", "400"), at=1_000)
    assert [one.name for one in looks(watch)] == ["steps.csv", "steps (1).csv"]
    assert steps(anna) == [8_000, 9_500]


def test_what_a_person_forgot_does_not_come_back_by_itself(anna, folder, watch):
    put(folder, "steps.csv")
    looks(watch)
    forget_source(anna.id, "plain")
    looks(FolderWatch(anna.id, folder, lambda: NOON), 3)
    assert read.active(anna.id) == ()


@pytest.mark.parametrize("name", ["a.csv.crdownload", "a.csv.part", "A.ZIP.PART", "a.tmp", "a.csv.partial"])
def test_a_download_on_its_way_is_left_alone_and_named_once(anna, folder, watch, name):
    put(folder, name)
    assert looks(watch, 4) == [Happened(name, None, {"why": "partial"})]
    (folder / name).rename(folder / "a.csv")
    assert fates(looks(watch)) == [("a.csv", Fate.KEPT)]


@pytest.mark.parametrize("name", [".steps.csv", ".DS_Store", "~steps.csv", "~$steps.csv"])
def test_hidden_files_are_no_ones_business(folder, watch, name):
    put(folder, name)
    assert looks(watch, 3) == []


def test_what_is_of_no_known_kind_is_left_alone_and_named_once(anna, folder, watch):
    file = put(folder, "letter.txt", "dear heel,\n" * 20)
    assert looks(watch, 4) == [Happened("letter.txt", Fate.LEFT, {"why": "unknown"})]
    assert looks(FolderWatch(anna.id, folder, lambda: NOON), 3) == []
    assert file.exists()


def test_a_damaged_file_says_so_once_and_the_next_has_its_turn(anna, folder, watch):
    put(folder, "broken.zip", "PK\x03\x04 and no more")
    put(folder, "steps.csv")
    broken, kept = looks(watch, 4)
    assert (broken.name, broken.fate, kept.fate) == ("broken.zip", Fate.REFUSED, Fate.KEPT)
    assert broken.told["what"]
    assert broken.told["mend"]


def test_an_empty_file_may_still_come(folder, watch):
    put(folder, "steps.csv", "")
    assert looks(watch, 3) == []
    put(folder, "steps.csv")
    assert fates(looks(watch)) == [("steps.csv", Fate.KEPT)]


def test_no_link_is_followed(anna, folder, watch, tmp_path):
    outside = put(tmp_path, "outside.csv")
    (folder / "link.csv").symlink_to(outside)
    (folder / "loop").symlink_to(folder)
    assert {one.told["why"] for one in looks(watch, 4)} == {"no_file"}
    assert read.active(anna.id) == ()


def test_no_folder_below_is_looked_into(anna, folder, watch):
    (folder / "below").mkdir()
    put(folder / "below", "steps.csv")
    assert looks(watch, 3) == []


def test_a_pipe_is_not_opened(folder, watch):
    os.mkfifo(folder / "pipe.csv")
    assert looks(watch, 3) == [Happened("pipe.csv", None, {"why": "no_file"})]


def test_an_export_of_ours_is_left_for_the_command(anna, folder, watch):
    (folder / "all.zip").write_bytes(export_everything(anna.id))
    assert looks(watch, 3) == [Happened("all.zip", Fate.LEFT, {"why": "own_export"})]


def test_times_in_utc_wait_for_a_zone_and_are_read_once_it_is_set(anna, folder, watch):
    put(folder, "walk.gpx", WALK)
    assert looks(watch, 4) == [Happened("walk.gpx", None, {"why": "no_zone"})]
    anna.tell(Setting(Name.ZONE, "Europe/Madrid"))
    assert fates(looks(watch, 1)) == [("walk.gpx", Fate.KEPT)]
    assert [day.on.isoformat() for day in read.active(anna.id)] == ["2026-11-21"]


def test_a_folder_that_is_gone_is_said_once_and_may_come_back(anna, folder, watch):
    folder.rename(folder.with_name("away"))
    assert looks(watch, 3) == [Happened("", None, {"why": "no_folder"})]
    folder.mkdir()
    put(folder, "steps.csv")
    assert fates(looks(watch)) == [("steps.csv", Fate.KEPT)]


def test_a_folder_with_too_many_files_says_so_and_takes_no_more_room(folder, watch, monkeypatch):
    monkeypatch.setattr(watching, "MOST_FILES", 3)
    for number in range(6):
        put(folder, f"{number}.csv", CSV.replace("8000", f"800{number}"))
    told = looks(watch, 3)
    assert [one.told["why"] for one in told if not one.name] == ["too_many"]
    assert [one.name for one in told if one.name] == ["0.csv", "1.csv", "2.csv"]
    assert len(watch._seen) == 3


def test_a_name_that_is_no_text_is_read_and_kept(anna, folder, watch):
    (folder / os.fsdecode(b"st\xffeps.csv")).write_text(CSV)
    assert fates(looks(watch)) == [("st\\xffeps.csv", Fate.KEPT)]
    assert looks(FolderWatch(anna.id, folder, lambda: NOON)) == []


def test_a_fault_of_ours_ends_one_file_and_logs_nothing_personal(anna, folder, watch, monkeypatch, caplog):
    put(folder, "anna's heel.csv")

    def fails(*_, **__):
        raise ZeroDivisionError("6 of 10, at the first step")

    monkeypatch.setattr(watching, "read_activity", fails)
    (one,) = looks(watch, 3)
    assert (one.fate, "a fault of Firststep" in one.told["what"]) == (Fate.REFUSED, True)
    logged = "\n".join(map(PlacesOnly().format, caplog.records))
    assert "ZeroDivisionError" in logged
    assert "first step" not in logged
    assert "anna" not in logged


def test_what_is_kept_of_a_file_is_counts_and_reasons_and_no_day(anna, folder, watch):
    put(folder, "steps.csv", CSV + "never,1\n")
    looks(watch)
    (file,) = read_watched.latest(anna.id, 10)
    assert (file.name, file.digest) == ("steps.csv", sha256((CSV + "never,1\n").encode()).hexdigest())
    assert (file.told["rows"], file.told["skipped"][0]["times"]) == (2, 1)
    delete_everything(anna.id)
    assert read_watched.settled(anna.id) == {}


def test_what_is_remembered_of_files_is_bounded_and_the_oldest_goes_first(anna, folder, watch, monkeypatch):
    monkeypatch.setattr(write_watched, "MOST", 2)
    for number in range(4):
        put(folder, f"{number}.csv", CSV.replace("8000", f"800{number}"), at=1_000 + number)
        looks(watch)
    assert [file.name for file in read_watched.latest(anna.id, 10)] == ["3.csv", "2.csv"]


def test_watched_or_sent_the_same_file_tells_the_same(anna, ben, folder, watch, settings, tmp_path):
    settings.HOME = tmp_path
    put(folder, "steps.csv")
    looks(watch)
    id_ = begin_upload(ben.id, "steps.csv", len(CSV), NOON)
    add_part(ben.id, id_, 0, CSV.encode())
    work_off_one()
    keep_upload(ben.id, id_)
    assert read.active(ben.id) == read.active(anna.id)


def test_a_file_that_waits_to_be_looked_at_hears_of_what_was_kept_meanwhile(
    anna, folder, watch, settings, tmp_path
):
    settings.HOME = tmp_path
    id_ = begin_upload(anna.id, "steps.csv", len(CSV), NOON)
    add_part(anna.id, id_, 0, CSV.encode())
    work_off_one()
    assert read_uploads.upload(anna.id, id_).told["news"][0]["new"]["days"] == 2
    put(folder, "steps.csv")
    looks(watch)
    (news,) = read_uploads.upload(anna.id, id_).told["news"]
    assert (news["new"]["days"], news["known"]["days"]) == (0, 2)


# --- whose ---


def test_one_person_alone_has_the_folder_and_their_own_in_it(anna, folder):
    (folder / "Anna").mkdir()
    assert places(folder, read.members()) == [(anna.id, folder), (anna.id, folder / "Anna")]


def test_of_several_people_each_has_a_folder_and_the_rest_is_nobodys(anna, ben, folder):
    put(folder, "steps.csv")
    (folder / "anna").mkdir()
    (folder / "Somebody").mkdir()
    assert places(folder, read.members()) == [(anna.id, folder / "anna")]
    put(folder / "anna", "more.csv", CSV.replace("8000", "1"))
    watch = HouseholdWatch(folder, lambda: NOON)
    assert [watch.look(threading.Event()) for _ in range(3)] == [0, 1, 0]
    assert (steps(anna), steps(ben)) == ([1, 9_500], [])


def test_two_people_of_one_name_have_none(anna, folder):
    """One of them was brought in."""
    (folder / "Anna").mkdir()
    assert places(folder, [anna.member, replace(anna.member, id=uuid4(), name="ANNA")]) == []


def test_an_accent_is_the_same_however_it_is_written(folder):
    zoe = arrive("Zoë")
    arrive("Ben")
    (folder / "zoe\u0308").mkdir()
    assert places(folder, read.members()) == [(zoe.id, folder / "zoe\u0308")]


def test_a_link_to_a_folder_is_nobodys(anna, ben, folder, tmp_path):
    (folder / "Anna").symlink_to(tmp_path)
    assert places(folder, read.members()) == []


def test_a_name_leads_nowhere_else(folder):
    for name in ("..", "/etc", "a/b"):
        arrive(name)
    assert places(folder, read.members()) == []


def test_somebody_who_joins_meanwhile_is_watched_too(anna, folder):
    watch, over = HouseholdWatch(folder, lambda: NOON), threading.Event()
    watch.look(over)
    ben = arrive("Ben")
    (folder / "Ben").mkdir()
    put(folder / "Ben", "steps.csv")
    assert [watch.look(over) for _ in range(2)] == [0, 1]
    assert steps(ben) == [8_000, 9_500]


def test_the_thread_goes_on_after_a_fault_and_ends_when_it_is_over(anna, folder, monkeypatch, caplog):
    over, looked = threading.Event(), []

    def look(_, over):
        looked.append(1)
        if len(looked) == 3:
            over.set()
        raise (OSError if len(looked) == 1 else ValueError)("Anna")

    monkeypatch.setattr(HouseholdWatch, "look", look)
    monkeypatch.setattr(household, "LOOKS_EACH", 0.001)
    monkeypatch.setattr(household, "close_old_connections", lambda: None)  # the one of the test stays open
    watch_household(folder, lambda: NOON, over)
    assert len(looked) == 3
    logged = "\n".join(map(PlacesOnly().format, caplog.records))
    assert "FIRSTSTEP_WATCH" in logged
    assert "Anna" not in logged


# --- laws ---

MOVES = st.lists(
    st.tuples(st.sampled_from(["write", "rename", "remove", "look", "restart"]), st.integers(0, 3)),
    max_size=14,
)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(MOVES)
def test_whatever_happens_to_files_what_stands_there_at_last_is_kept(db, tmp_path_factory, moves):
    folder = tmp_path_factory.mktemp("landing")
    anna = arrive(uuid4().hex)
    watch, clock = FolderWatch(anna.id, folder, lambda: NOON), 1_000
    for what, number in moves:
        clock += 1
        file = folder / f"{number}.csv"
        if what == "write":
            put(folder, file.name, f"date,steps\n{(TODAY - number * DAY).isoformat()},{clock}\n", at=clock)
        elif what == "rename" and file.exists():
            file.rename(folder / f"{number}-again.csv")
        elif what == "remove":
            file.unlink(missing_ok=True)
        elif what == "restart":
            watch = FolderWatch(anna.id, folder, lambda: NOON)
        else:
            looks(watch, 1)
    looks(watch, 2)
    assert looks(watch, 3) == []
    kept = {day.on: day.steps for day in read.active(anna.id)}
    for file in folder.iterdir():
        if "again" not in file.name:
            on, counted = file.read_text().split("\n")[1].split(",")
            assert kept[TODAY.fromisoformat(on)] == int(counted)
    put(folder, "all.csv", "date,steps\n" + "".join(f"{on},{many}\n" for on, many in kept.items()) or "x")
    before = read.active(anna.id)
    looks(watch, 2)
    assert read.active(anna.id) == before


def test_a_zip_in_a_zip_is_read_from_the_folder_too(anna, folder, watch, tmp_path):
    inner = tmp_path / "inner.zip"
    with zipfile.ZipFile(inner, "w") as archive:
        archive.writestr("steps.csv", CSV)
    with zipfile.ZipFile(folder / "outer.zip", "w") as archive:
        archive.write(inner, "account/inner.zip")
    assert fates(looks(watch)) == [("outer.zip", Fate.KEPT)]
    assert steps(anna) == [8_000, 9_500]
