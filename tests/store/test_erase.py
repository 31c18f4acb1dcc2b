"""Deleted is gone: from every table, from the file itself, and what still holds it is named."""

import sqlite3
from contextlib import closing
from dataclasses import replace
from uuid import UUID, uuid4

import pytest
from django.db import models
from tests.entries import INJECTION
from tests.people import NOON
from tests.store.test_commands import Home

from firststep.actions.leave import delete_everything
from firststep.actions.note import note
from firststep.actions.professionals import write_down
from firststep.actions.take_in import take_in
from firststep.actions.upload import begin_upload
from firststep.intake.activity.found import Found
from firststep.knowledge import words
from firststep.records.activity import ActiveDay
from firststep.records.household import Gone
from firststep.records.professional import Candidate
from firststep.reports.known.gone import gone_as_data
from firststep.store import erase, read
from firststep.store.models import Person

LIVE = """
import django, sys
django.setup()
from datetime import UTC, datetime
from uuid import uuid4
from firststep.actions.join import join
from firststep.actions.note import note
from firststep.actions.renew import renew
from firststep.actions.start import start
from firststep.actions.tell import tell
from firststep.care import none_of_it
from firststep.records import Comparing, Foot, Morning, Question, Screened, Told
from firststep.records.triggers import CareKind, OtherCare
now = datetime.now(UTC)
start(now)
for name in ("Anna", "Ben"):
    one = join(uuid4(), name + " of the gate", "A browser", now)
    def told(what):
        return Told(uuid4(), Foot.RIGHT, now.date(), now, what)
    compared = Comparing(Question.HELPS, ("tennis-ball", "calf-stick"))
    tell(one.id, [told(Screened(tuple(none_of_it().items()))), told(compared)], now)
    for pain in (3, 4, 5):
        tell(one.id, [told(Morning(pain))], now)
        renew(one.id, Foot.RIGHT, now)  # each page takes the place of the one before
    note(one.id, OtherCare(kind=CareKind.OTHER, since=now.date(), says=name + " and the ointment"), now)
    print(one.id)
"""


@pytest.fixture
def home(tmp_path):
    return Home(tmp_path / "home")


def content(home):
    return b"".join(file.read_bytes() for file in home.folder.glob("firststep.sqlite3*"))


def test_nothing_of_it_is_left_in_the_file(home):
    anna, ben = home.run(module=("-c", LIVE)).stdout.split()
    marks = {"Anna of the gate", "Anna and the ointment", UUID(anna).hex}
    assert all(mark.encode() in content(home) for mark in marks)
    said = home.run("delete", "--person", "Anna of the gate", "--yes").stdout
    assert f"looked for afterwards, by the id {anna}: nothing is left.\n" in said
    assert [mark for mark in marks if mark.encode() in content(home)] == []
    assert UUID(ben).hex.encode() in content(home)
    assert b"Ben and the ointment" in content(home)


def test_what_an_older_version_left_behind_is_written_over_too(home):
    """Rows that were deleted without being written over stay in the file until it is written anew."""
    anna, _ = home.run(module=("-c", LIVE)).stdout.split()
    with closing(sqlite3.connect(home.folder / "firststep.sqlite3")) as old, old:
        old.execute("PRAGMA secure_delete=OFF")
        old.execute("CREATE TABLE scrap (text)")
        old.executemany("INSERT INTO scrap VALUES (?)", [(UUID(anna).hex * 20,)] * 200)
        old.execute("DELETE FROM scrap")
        old.execute("DROP TABLE scrap")
    assert "nothing is left" in home.run("delete", "--person", "Anna of the gate", "--yes").stdout
    assert UUID(anna).hex.encode() not in content(home)


def test_a_backup_that_still_holds_it_is_named(home):
    home.run(module=("-c", LIVE))
    (home.folder / "backups").mkdir(exist_ok=True)
    home.run("backup", home.folder / "backups" / "monday.sqlite3")
    said = home.run("delete", "--person", "Anna of the gate", "--yes").stdout
    assert said.splitlines()[-1] == "A backup still holds it: backups/monday.sqlite3"
    home.run("backup", home.folder / "backups" / "tuesday.sqlite3")
    said = home.run("delete", "--yes").stdout
    assert said.count("A backup still holds it") == 2


@pytest.mark.django_db
def test_every_table_of_a_person_is_counted_emptied_and_called_by_a_name(anna, ben, settings, tmp_path):
    settings.HOME = tmp_path
    for someone in (anna, ben):
        someone.begin()
        someone.live(3)
        note(someone.id, replace(INJECTION), NOON)
        take_in(someone.id, Found(source_kind="x", days=(ActiveDay(on=NOON.date(), source="x", steps=5),)))
        write_down(someone.id, Candidate(uuid4(), "massage-therapist", "Eva", NOON))
        begin_upload(someone.id, "steps.csv", 10, NOON)
        someone.renew()
    others = erase.rows_of(ben.id)
    gone = delete_everything(anna.id)
    assert gone.left == 0
    assert gone.rows == others
    assert {"person", "event", "plan", "verdict", "page", "active", "upload", "candidate", "pairing"} <= set(
        gone.rows
    )
    assert erase.rows_of(anna.id) == {}
    assert erase.rows_of(ben.id) == others
    assert [one.name for one in read.members()] == ["Ben"]
    assert set(words()["gone"]["rows"]) == set(erase.tables())


def test_every_table_that_names_a_person_is_known():
    fields = [field for table in models_of_ours() for field in table._meta.get_fields()]
    naming = {
        field.model._meta.model_name
        for field in fields
        if isinstance(field, models.ForeignKey) and field.related_model is Person
    }
    loose = {field.model._meta.model_name for field in fields if "person" in field.name.lower()}
    assert loose - {"person"} <= naming
    assert set(erase.tables()) == naming | {"person"}


def models_of_ours():
    return Person._meta.apps.get_app_config("store").get_models()


@pytest.mark.parametrize(
    ("found", "says"),
    [
        ({"in_files": False}, "Nothing of it is left."),
        ({"in_files": None}, "written over by its server"),
        ({"in_files": True}, "some of it is still there"),
        ({"in_files": False, "left": 2}, "some of it is still there"),
    ],
)
def test_what_is_said_is_what_was_found(found, says):
    gone = Gone(**{"rows": {"event": 1200, "person": 1}, "left": 0, "backups": ("a", "b")} | found)
    said = gone_as_data(gone)
    assert says in said["looked"]
    assert said["went"] == [("Things you told", "1200"), ("Your name and what belongs to it", "1")]
    assert said["may_hold"][0] == (
        "Backups in the folder of this Firststep: 2. Whoever runs it can delete them."
    )
    assert len(gone_as_data(replace(gone, backups=()))["may_hold"]) == 2


def test_a_fault_is_said_on_the_command_line(home, monkeypatch):
    anna, _ = home.run(module=("-c", LIVE)).stdout.split()
    with closing(sqlite3.connect(home.folder / "firststep.sqlite3")) as reader:
        reader.execute("BEGIN")
        reader.execute("SELECT count(*) FROM store_event").fetchone()  # somebody reads all the while
        done = home.run("delete", "--person", "Anna of the gate", "--yes")
    assert done.returncode != 0
    assert f"some of it is still there (id {anna})" in done.stderr
    assert "Everything of Anna of the gate was deleted." in done.stdout
