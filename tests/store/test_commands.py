"""The commands over what is kept, as they are typed: each a process of its own, on SQLite."""

import os
import subprocess
import sys

import pytest
from tests.health_links import payload

pytestmark = pytest.mark.skipif(
    bool(os.environ.get("FIRSTSTEP_TEST_DATABASE")), reason="these start processes on SQLite"
)

JOIN = """
import django, sys
django.setup()
from datetime import UTC, datetime
from uuid import uuid4
from firststep.actions.join import join
from firststep.actions.start import start
start(datetime.now(UTC))
for name in sys.argv[1:]:
    join(uuid4(), name, "A browser", datetime.now(UTC))
"""


class Home:
    """An installation in a folder."""

    def __init__(self, folder):
        self.folder = folder
        clean = {
            key: value for key, value in os.environ.items() if not key.startswith(("FIRSTSTEP", "DJANGO"))
        }
        self.environment = clean | {
            "FIRSTSTEP_HOME": str(folder),
            "DJANGO_SETTINGS_MODULE": "firststep.settings",
        }

    def run(self, *words, typed="", module=("-m", "firststep")):
        return subprocess.run(
            [sys.executable, *module, *map(str, words)],
            env=self.environment,
            input=typed,
            capture_output=True,
            text=True,
            check=False,
        )

    def join(self, *names):
        done = self.run(*names, module=("-c", JOIN))
        assert done.returncode == 0, done.stderr


@pytest.fixture
def home(tmp_path):
    return Home(tmp_path / "home")


def test_export_delete_import_is_the_same_export(home, tmp_path):
    home.join("Anna")
    first, second = tmp_path / "first.zip", tmp_path / "second.zip"
    assert home.run("export", first).stdout == f"Everything of Anna is in {first}\n"
    assert home.run("delete", typed="n\n").stdout.endswith("Nothing was deleted.\n")
    assert home.run("delete", "--yes").stdout.startswith("Everything of Anna was deleted.\n")
    assert home.run("import", first).stdout.startswith("Anna is here.")
    home.run("export", second)
    assert second.read_bytes() == first.read_bytes()


def test_backup_and_restore(home, tmp_path):
    home.join("Anna")
    copy = tmp_path / "copy.sqlite3"
    assert "not encrypted" in home.run("backup", copy).stdout
    home.join("Ben")
    assert home.run("restore", copy, typed="n\n").stdout.endswith("Nothing was changed.\n")
    assert "What was kept before is in" in home.run("restore", copy, "--yes").stdout
    assert "nobody here has this name; here are: Anna" in home.run("pair", "--person", "Ben").stderr


def test_a_code_is_for_whom_it_says(home):
    home.join("Anna", "Ben")
    unclear = home.run("pair")
    assert unclear.returncode == 8
    assert "Anna (" in unclear.stderr
    assert "Ben (" in unclear.stderr
    assert home.run("pair", "--person", "ben").stdout.startswith("Code for Ben: ")
    assert home.run("pair", "--new").stdout.startswith("Code for a new person: ")
    assert home.run("pair", "--new", "--person", "Ben").returncode == 2


@pytest.mark.parametrize("words", [("export", "x.zip"), ("delete",), ("pair",)])
def test_where_nobody_is_yet_a_sentence_says_so(home, words):
    done = home.run(*words)
    assert done.returncode == 8
    assert "nobody keeps a diary here yet" in done.stderr
    assert "Traceback" not in done.stderr


def test_wrong_files_get_a_sentence(home, tmp_path):
    home.join("Anna")
    wrong = tmp_path / "wrong.zip"
    wrong.write_text("no zip")
    for words, code in (
        (("import", wrong), 3),
        (("import", tmp_path / "none.zip"), 3),
        (("export", wrong), 5),
        (("restore", wrong, "--yes"), 8),
        (("backup", wrong), 8),
        (("serve", "--port", "70000"), 2),
    ):
        done = home.run(*words)
        assert (done.returncode, "Traceback" in done.stderr) == (code, False), done.stderr
    assert wrong.read_text() == "no zip"


def test_the_help_of_a_command_makes_nothing(home):
    assert home.run("serve", "--help").returncode == 0
    assert not home.folder.exists()


def test_a_technique_that_somebody_taught_can_be_chosen(home, tmp_path):
    home.join("Anna")
    mine = tmp_path / "mine.toml"
    text = home.run("library", "show", "hands", "--toml").stdout
    mine.write_text('taught_by = "Eva"\n' + text)
    early = home.run("teach", mine)
    assert early.returncode == 7
    assert "no heel was chosen yet" in early.stderr
    mine.write_text(text)
    wrong = home.run("teach", mine)
    assert wrong.returncode == 9
    assert "'taught_by' is missing" in wrong.stderr


BEGIN = """
import django, sys
django.setup()
from datetime import UTC, datetime
from uuid import uuid4
from firststep.actions.tell import tell
from firststep.care import none_of_it
from firststep.nearby.serving import Serving, note
from firststep.records import Comparing, Foot, Question, Screened, Told
from firststep.store import read
from django.conf import settings
now = datetime.now(UTC)
compared = Comparing(Question.HELPS, ("tennis-ball", "calf-stick"))
whats = Screened(tuple(sorted(none_of_it().items()))), compared
tell(read.members()[0].id, [Told(uuid4(), Foot.RIGHT, now.date(), now, what) for what in whats], now)
note(settings.HOME, Serving("http://127.0.0.1:8000", "https://192.168.7.5:8443"))
"""


def test_a_link_is_made_listed_and_shut(home):
    home.join("Anna")
    unserved = home.run("share")
    assert unserved.returncode == 8
    assert "not served" in unserved.stderr
    begun = home.run(module=("-c", BEGIN))
    assert begun.returncode == 0, begun.stderr
    assert home.run("share", "--list").stdout == "Anna has made no link.\n"
    made = home.run("share", "--passcode", "2468", "--label", "For Eva").stdout
    assert "Whoever has it and the passcode can read the page of Anna until " in made
    told = payload(made.splitlines()[0])
    assert told["url"].startswith("https://192.168.7.5:8443/shl/")
    assert (told["flag"], told["label"]) == ("P", "For Eva")
    listed = home.run("share", "--list").stdout
    assert "  open, until " in listed
    assert listed.endswith(", opened 0x, For Eva\n")
    id_ = listed.partition(" ")[0]
    assert home.run("share", "--revoke", id_).stdout == f"{id_} is shut. It opens nothing any more.\n"
    assert "  revoked, until " in home.run("share", "--list").stdout
    assert home.run("share", "--revoke", "zz").returncode == 8
    assert home.run("share", "--days", "32").returncode == 2
    assert home.run("share", "--passcode", "1").returncode == 7
