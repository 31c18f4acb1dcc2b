"""`firststep doctor`: each thing that may be broken is broken for real, and found."""

import json
import os
import re
import shutil
import signal
import socket
import sqlite3
import subprocess
import sys
from contextlib import closing, contextmanager
from datetime import UTC, datetime, timedelta
from time import monotonic, sleep

import pytest
from tests.store.test_commands import Home

from firststep.nearby.keeping import keep_authority, keep_certificate

pytestmark = pytest.mark.skipif(
    bool(os.environ.get("FIRSTSTEP_TEST_DATABASE")), reason="these start processes on SQLite"
)


EVERYTHING = {
    *("python", "packages", "clock", "time-zones", "origin", "home", "keys", "room", "database", "tables"),
    *("static-files", "server", "ports", "certificate", "backup"),
}


class Patient(Home):
    """An installation that is looked at."""

    def look(self, **more):
        self.environment |= more
        done = self.run("doctor", "--json")
        assert "Traceback" not in done.stderr
        told = json.loads(done.stdout)
        assert done.returncode == (0 if told["well"] else 1)
        return told["findings"]

    def wrong(self, **more):
        """(about, what) of everything that is wrong."""
        return [(one["about"], one["says"]) for one in self.look(**more) if one["state"] == "wrong"]

    def notes(self, **more):
        return [one["says"] for one in self.look(**more) if one["state"] == "note"]

    @contextmanager
    def served(self, *words):
        process = subprocess.Popen(
            [sys.executable, "-m", "firststep", "serve", "--port", "0", *words],
            env=self.environment,
            stdout=subprocess.PIPE,
            text=True,
        )
        try:
            for line in process.stdout:
                if "Ctrl-C" in line:
                    break
            yield process
        finally:
            process.send_signal(signal.SIGTERM)
            process.communicate(timeout=20)


@pytest.fixture(scope="module")
def template(tmp_path_factory):
    """An installation with somebody in it, as a start leaves it."""
    home = Patient(tmp_path_factory.mktemp("doctor") / "home")
    home.join("Zebediah")
    return home


@pytest.fixture
def home(template, tmp_path):
    shutil.copytree(template.folder, tmp_path / "home")
    (tmp_path / "home").chmod(0o700)
    return Patient(tmp_path / "home")


def test_a_sound_installation_is_well_and_nobody_is_named(home):
    done = home.run("doctor")
    assert done.returncode == 0
    assert done.stdout.endswith("Nothing is wrong.\n")
    assert "Zebediah" not in done.stdout + home.run("doctor", "--json").stdout
    assert {one["about"] for one in home.look()} == EVERYTHING


def test_looking_changes_nothing(home):
    before = {file: file.read_bytes() for file in home.folder.rglob("*") if file.is_file()}
    home.run("doctor")
    after = {file: file.read_bytes() for file in home.folder.rglob("*") if file.is_file()}
    assert {file.name for file in after} - {file.name for file in before} <= {
        "firststep.sqlite3-shm",
        "firststep.sqlite3-wal",
    }
    assert all(after[file] == content for file, content in before.items() if file.suffix != ".sqlite3-shm")


def test_before_the_first_start_nothing_is_wrong_and_nothing_is_made(tmp_path):
    home = Patient(tmp_path / "none")
    assert home.wrong() == []
    assert any("nothing is kept here yet" in said for said in home.notes())
    assert not home.folder.exists()


@pytest.mark.parametrize(
    ("name", "value", "said"),
    [
        ("FIRSTSTEP_ORIGIN", "http://heel.example", "the address of the installation cannot be used"),
        ("FIRSTSTEP_ORIGIN", "https://heel.example/path", "the address of the installation cannot be used"),
        ("FIRSTSTEP_DATABASE", "nonsense://name:secret@host/firststep", "the database URL cannot be read"),
    ],
)
def test_a_broken_setting_is_named_and_the_rest_is_looked_at_all_the_same(home, name, value, said):
    found = home.look(**{name: value})
    wrong = [one for one in found if one["state"] == "wrong"]
    assert [one["says"] for one in wrong] == [said]
    assert name in wrong[0]["where"]
    assert wrong[0]["mend"]
    assert "tables" in {one["about"] for one in found}
    assert "secret@" not in json.dumps(found)


def test_two_broken_settings_are_both_named(home):
    broken = {"FIRSTSTEP_ORIGIN": "nonsense", "FIRSTSTEP_DATABASE": "nonsense://"}
    assert len(home.wrong(**broken)) == 2


def test_a_key_that_cannot_be_read_is_named(home):
    (home.folder / "secret-key").unlink()
    (home.folder / "secret-key").mkdir()
    assert ("settings", "the key that signs cookies cannot be read") in home.wrong()


def test_a_database_server_that_is_away_is_named_and_its_word_is_not(home, tmp_path):
    away = f"postgresql://name:secret@{str(tmp_path).replace('/', '%2F')}/firststep"
    assert ("database", "the database cannot be reached") in home.wrong(FIRSTSTEP_DATABASE=away)
    assert "secret" not in home.run("doctor").stdout.replace("secret-key", "")


@pytest.mark.parametrize("name", ["", "secret-key"])
def test_what_others_can_read_is_named(home, name):
    (home.folder / name).chmod(0o755)
    ((_, said),) = home.wrong()
    assert said == "others on this computer can read this"


def test_keys_for_phones_that_others_can_read_are_named(home):
    now = datetime.now(UTC)
    authority = keep_authority(home.folder / "phones", "x", now)
    keep_certificate(home.folder / "phones", authority, ["10.0.0.1"], now)
    (home.folder / "phones" / "issuer.pem").chmod(0o644)
    assert home.wrong() == [("keys", "others on this computer can read this")]


def test_a_file_in_place_of_the_folder_is_named(tmp_path):
    (tmp_path / "home").write_text("no folder")
    assert ("home", "this is a file, not a folder") in Patient(tmp_path / "home").wrong()


@pytest.mark.parametrize("damage", [b"no database at all" * 400, None])
def test_a_damaged_database_is_named(home, damage):
    file = home.folder / "firststep.sqlite3"
    with closing(sqlite3.connect(file)) as opened:
        opened.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        opened.execute("PRAGMA journal_mode=DELETE")
    whole = file.read_bytes()
    file.write_bytes(damage or whole[:8192] + b"\xff" * 8192 + whole[16384:])
    assert ("database", "the database is damaged, or is none") in home.wrong()


def test_tables_of_a_newer_version_are_named(home):
    with closing(sqlite3.connect(home.folder / "firststep.sqlite3")) as opened:
        opened.execute(
            "INSERT INTO django_migrations (app, name, applied) VALUES ('store', '9999_later', '2030-01-01')"
        )
        opened.commit()
    assert home.wrong() == [("tables", "the tables come from a newer version of Firststep")]


def test_tables_of_an_older_version_are_noted(home):
    with closing(sqlite3.connect(home.folder / "firststep.sqlite3")) as opened:
        last = "(SELECT max(name) FROM django_migrations WHERE app = 'store')"
        opened.execute(f"DELETE FROM django_migrations WHERE app = 'store' AND name = {last}")
        opened.commit()
    assert any("older version" in said for said in home.notes())


def test_the_age_of_the_last_backup_is_told(home, tmp_path):
    assert "no backup was made yet" in home.notes()
    home.run("backup", tmp_path / "copy.sqlite3")
    assert not any("backup" in said for said in home.notes())
    old = datetime.now(UTC).timestamp() - 40 * 24 * 3600
    os.utime(home.folder / "last-backup", (old, old))
    assert "the last backup is 40 days old" in home.notes()


@pytest.mark.parametrize("file", ["root.crt", "issuer.pem"])
def test_a_broken_authority_is_named(home, file):
    keep_authority(home.folder / "phones", "x", datetime.now(UTC))
    (home.folder / "phones" / file).write_text("broken")
    assert home.wrong() == [("certificate", "what phones trust cannot be read, or does not fit together")]


def test_an_authority_of_tomorrow_tells_that_the_clock_is_wrong(home):
    keep_authority(home.folder / "phones", "x", datetime.now(UTC) + timedelta(days=5))
    assert home.wrong() == [("certificate", "what phones trust was made later than now")]


def test_a_certificate_near_its_end_is_noted(home):
    then = datetime.now(UTC) - timedelta(days=380)
    authority = keep_authority(home.folder / "phones", "x", then)
    keep_certificate(home.folder / "phones", authority, ["10.0.0.1"], then)
    assert any("made anew when a phone comes" in said for said in home.notes())


def test_a_running_server_answers_here_and_for_phones(home):
    assert home.run("doctor", "--alive").returncode == 1
    with home.served("--phone-port", "0", "--address", "127.0.0.2"):
        said = [one["says"] for one in home.look() if one["about"] == "server"]
        assert re.fullmatch(r"Firststep answers at http://127\.0\.0\.1:\d+", said[0])
        assert re.fullmatch(r"Phones are answered at https://127\.0\.0\.2:\d+", said[1])
        assert home.run("doctor", "--alive").returncode == 0
    assert "Firststep does not run now" in home.notes()


def test_a_server_with_a_certificate_of_another_authority_is_named(home):
    with home.served("--phone-port", "0", "--address", "127.0.0.2"):
        shutil.rmtree(home.folder / "phones")
        keep_authority(home.folder / "phones", "another", datetime.now(UTC))
        assert ("server", "the server shows a certificate that phones would not trust") in home.wrong()


def test_a_server_that_hangs_is_named(home):
    with home.served("--no-phone") as process:
        process.send_signal(signal.SIGSTOP)
        try:
            assert home.wrong() == [("server", "the server does not answer")]
            assert home.run("doctor", "--alive").returncode == 1
        finally:
            process.send_signal(signal.SIGCONT)


def test_a_server_that_was_killed_is_noted(home):
    with home.served("--no-phone") as process:
        process.kill()
        process.wait()
        assert any("ended by force" in said for said in home.notes())


def test_somebody_else_at_our_address_is_named(home):
    with home.served("--no-phone"):
        note = home.folder / "serving.json"
        elsewhere = Patient(home.folder.parent / "other")
        elsewhere.join()
        shutil.copy(note, elsewhere.folder)
        assert elsewhere.wrong() == [("server", "somebody else answers")]


def test_a_taken_port_is_noted(home):
    with socket.socket() as other:
        other.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            other.bind(("127.0.0.1", 8443))
        except OSError:
            pass  # somebody has it already: as good
        else:
            other.listen()
        assert "port 8443 is taken by another program" in home.notes()


def test_a_hosted_server_is_asked_as_its_proxy_asks(home):
    home.environment["FIRSTSTEP_ORIGIN"] = "https://heel.example"
    with home.served():
        found = home.look()
        assert [one["state"] for one in found if one["about"] == "server"] == ["well"]
        assert "Hosted at https://heel.example" in [one["says"] for one in found]


NO_DJANGO = """
import sys
class Without:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] == "django":
            raise ImportError(name)
sys.meta_path.insert(0, Without())
sys.argv = ["firststep", "doctor"]
from firststep.cli.main import main
main()
"""


def test_without_the_web_extra_it_says_so(home):
    done = home.run(module=("-c", NO_DJANGO))
    assert done.returncode == 1
    assert "The web extra is not installed" in done.stdout
    assert "Traceback" not in done.stderr


OLD_CLOCK = """
import sys, time
real = time.time
time.time = lambda: real() - 40 * 365 * 24 * 3600
sys.argv = ["firststep", "doctor"]
from firststep.cli.main import main
main()
"""


def test_a_clock_that_is_behind_is_named(home):
    assert "The clock of this computer is behind" in home.run(module=("-c", OLD_CLOCK)).stdout


def test_a_watched_folder_is_looked_at_where_there_is_to_be_one(home, tmp_path):
    folder = tmp_path / "landing"
    assert "watched" not in {one["about"] for one in home.look()}
    assert home.wrong(FIRSTSTEP_WATCH=str(folder)) == [("watched", "the folder to be watched is not there")]
    folder.mkdir()
    (well,) = [one for one in home.look() if one["about"] == "watched"]
    assert (well["state"], str(folder) in well["says"]) == ("well", True)


def test_the_server_reads_what_lands_in_the_watched_folder(home, tmp_path):
    """From the folder to what is kept, with no hand on it."""
    folder = tmp_path / "landing"
    folder.mkdir()
    (folder / "zebediah's steps.csv").write_text("date,steps\n2026-11-20,8000\n")
    home.environment |= {"FIRSTSTEP_WATCH": str(folder)}
    kept = "SELECT steps FROM store_active"
    with home.served("--no-phone") as server:
        until = monotonic() + 40
        rows = []
        while not rows and monotonic() < until:
            with closing(sqlite3.connect(home.folder / "firststep.sqlite3")) as opened:
                rows = opened.execute(kept).fetchall()
            sleep(0.1)
        assert server.poll() is None
    assert rows == [(8000,)]
    assert (folder / "zebediah's steps.csv").exists()
