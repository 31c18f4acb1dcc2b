"""The whole installation in a file, and back, while others write."""

import sqlite3
import threading
from contextlib import closing
from datetime import timedelta

import pytest
from django.core.management import call_command
from django.db import connection, connections
from tests.people import NOON, arrive, told

from firststep.actions.back_up import back_up, bring_up_to_date, put_back
from firststep.actions.tell import tell
from firststep.errors import StoreError
from firststep.records import Morning
from firststep.store import read

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif("connection.vendor != 'sqlite'", reason="PostgreSQL has its own backup"),
]


def test_a_backup_put_back_brings_back_what_was_kept(tmp_path):
    anna = arrive("Anna")
    anna.tell(Morning(6))
    back_up(tmp_path / "copy.sqlite3")
    anna.tell(Morning(2))
    arrive("Ben")
    kept = put_back(tmp_path / "copy.sqlite3", NOON)
    assert [one.name for one in read.members()] == ["Anna"]
    assert [event.what for event in read.told(anna.id)] == [Morning(6)]
    put_back(kept, NOON + timedelta(seconds=1))  # what was there before was copied, too
    assert [one.name for one in read.members()] == ["Anna", "Ben"]


def test_a_backup_is_one_file_for_its_owner_alone(tmp_path):
    arrive("Anna")
    back_up(tmp_path / "copy.sqlite3")
    assert [file.name for file in tmp_path.iterdir()] == ["copy.sqlite3"]
    assert (tmp_path / "copy.sqlite3").stat().st_mode & 0o077 == 0


def test_a_backup_while_somebody_tells_is_one_sound_state(tmp_path):
    anna = arrive("Anna")
    stop = threading.Event()
    confirmed = []

    def keep_telling():
        try:
            while not stop.is_set():
                event = told(Morning(len(confirmed) % 11))
                tell(anna.id, [event], NOON)
                confirmed.append(event)
        finally:
            connections.close_all()

    teller = threading.Thread(target=keep_telling)
    teller.start()
    try:
        for number in range(5):
            before = len(confirmed)
            back_up(tmp_path / f"{number}.sqlite3")
            with closing(sqlite3.connect(tmp_path / f"{number}.sqlite3")) as copy:
                ids = [row[0] for row in copy.execute("SELECT id FROM store_event ORDER BY seq")]
            assert len(ids) >= before
            assert ids == [event.id.hex for event in confirmed[: len(ids)]]
    finally:
        stop.set()
        teller.join()


def test_put_back_while_the_server_holds_it_open_is_seen_by_the_server(tmp_path):
    anna = arrive("Anna")
    back_up(tmp_path / "copy.sqlite3")
    arrive("Ben")
    seen, go, done = [], threading.Event(), threading.Event()

    def another_thread():
        try:
            seen.append(len(read.members()))
            done.set()
            go.wait(10)
            seen.append(len(read.members()))
        finally:
            connections.close_all()

    server = threading.Thread(target=another_thread)
    server.start()
    assert done.wait(10)
    put_back(tmp_path / "copy.sqlite3", NOON + timedelta(seconds=2))
    go.set()
    server.join()
    assert seen == [2, 1]
    assert read.member(anna.id).name == "Anna"


def test_an_old_backup_is_not_written_over(tmp_path):
    arrive("Anna")
    (tmp_path / "copy.sqlite3").write_text("precious")
    with pytest.raises(StoreError, match="there already"):
        back_up(tmp_path / "copy.sqlite3")
    assert (tmp_path / "copy.sqlite3").read_text() == "precious"


def test_what_is_no_backup_is_refused_and_nothing_is_lost(tmp_path):
    arrive("Anna")
    (tmp_path / "text.sqlite3").write_text("no database")
    with closing(sqlite3.connect(tmp_path / "other.sqlite3")) as other:
        other.execute("CREATE TABLE django_migrations (app TEXT, name TEXT)")
        other.execute("INSERT INTO django_migrations VALUES ('store', '9999_from_the_future')")
        other.commit()
    for name, says in (("text", "not a backup"), ("other", "newer version"), ("none", "no such file")):
        with pytest.raises(StoreError, match=says):
            put_back(tmp_path / f"{name}.sqlite3", NOON)
    assert [one.name for one in read.members()] == ["Anna"]


def test_tables_are_brought_up_to_date_after_a_backup():
    arrive("Anna")
    call_command("migrate", "store", "0001", verbosity=0)
    kept = bring_up_to_date(NOON)
    with closing(sqlite3.connect(kept)) as copy:
        applied = {name for (name,) in copy.execute("SELECT name FROM django_migrations WHERE app = 'store'")}
        assert applied == {"0001_first_tables"}
        assert copy.execute("SELECT name FROM store_person").fetchall() == [("Anna",)]
    assert bring_up_to_date(NOON) is None
    assert [one.name for one in read.members()] == ["Anna"]
    assert connection.vendor == "sqlite"


def as_a_newer_version_left_it():
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO django_migrations (app, name, applied) VALUES ('store', '9999_later', '2030-01-01')"
        )


def test_an_older_version_does_not_start_on_the_tables_of_a_newer_one(tmp_path):
    as_a_newer_version_left_it()
    with pytest.raises(StoreError, match="comes from a newer version"):
        bring_up_to_date(NOON)
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM django_migrations WHERE name = '9999_later'")


def test_an_older_version_puts_the_backup_back_that_was_made_before_the_update(tmp_path):
    arrive("Anna")
    back_up(tmp_path / "before-update.sqlite3")
    arrive("Ben")
    as_a_newer_version_left_it()
    kept = put_back(tmp_path / "before-update.sqlite3", NOON + timedelta(minutes=5))
    assert [one.name for one in read.members()] == ["Anna"]
    assert bring_up_to_date(NOON) is None
    with closing(sqlite3.connect(kept)) as copy:  # what the newer version kept is there too
        assert copy.execute("SELECT count(*) FROM store_person").fetchone() == (2,)
