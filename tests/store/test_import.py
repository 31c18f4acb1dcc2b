"""`firststep import`, as it is typed: our own exports, and files of steps, walks and runs."""

import json
import signal
import subprocess
import sys

import pytest
from tests.conftest import ROOT
from tests.store.test_commands import Home

WALK = (
    '<gpx creator="A watch"><trk><type>walking</type><trkseg>'
    '<trkpt lat="40" lon="-3.7"><time>2026-10-05T06:00:00Z</time></trkpt>'
    '<trkpt lat="40.01" lon="-3.7"><time>2026-10-05T06:15:00Z</time></trkpt>'
    "</trkseg></trk></gpx>"
)
EXPORT = (
    '<HealthData><Record type="HKQuantityTypeIdentifierStepCount" sourceName="Phone" unit="count"'
    ' startDate="2026-10-05 08:00:00 +0200" endDate="2026-10-05 08:10:00 +0200" value="{steps}"/>'
    '<Record type="HKQuantityTypeIdentifierStepCount" sourceName="Phone" unit="count"'
    ' startDate="never" endDate="2026-10-05 08:10:00 +0200" value="1"/></HealthData>'
)


@pytest.fixture
def home(tmp_path):
    return Home(tmp_path / "home")


@pytest.fixture
def files(tmp_path):
    walk, export = tmp_path / "walk.zip", tmp_path / "steps.txt"
    walk.write_text(WALK)
    export.write_text(EXPORT.format(steps=900))
    return walk, export


def test_a_look_at_files_says_days_totals_sources_and_what_was_passed_over(home, files):
    done = home.run("import", *files, "--dry-run", "--zone", "Europe/Madrid")
    assert (done.returncode, done.stderr) == (0, "")
    for said in (
        "walk.zip (gpx)\n  1 day, 2026-10-05: 1.1 km walked\n",
        "steps.txt (apple-health)\n  1 day, 2026-10-05: 900 steps\n",
        "Passed over once: its dates are none (the record of never).",
        "All files together, no step counted twice\n  1 day, 2026-10-05: 900 steps, 1.1 km walked\n",
        "Nothing was kept: this was a look only.",
    ):
        assert said in done.stdout


def test_a_look_keeps_nothing(home, files):
    home.run("import", *files, "--dry-run", "--zone", "Europe/Madrid")
    assert not list(home.folder.glob("*.sqlite3"))


def test_the_same_as_data(home, files):
    told = json.loads(home.run("import", *files, "--dry-run", "--json", "--zone", "Europe/Madrid").stdout)
    assert [file["kind"] for file in told["files"]] == ["gpx", "apple-health"]
    assert [(day["on"], day["steps"], day["sources"]) for day in told["days"]] == [
        ("2026-10-05", 900, ["apple-health", "gpx: A watch"])
    ]
    assert told["files"][1]["skipped"] == [
        {"where": "the record of never", "why": "its dates are none", "times": 1}
    ]
    assert (told["kept"], told["totals"]["steps"]) == (False, 900)


def test_the_same_file_twice_tells_nothing_more(home, files):
    once, twice = (
        json.loads(home.run("import", *given, "--dry-run", "--json", "--zone", "Europe/Madrid").stdout)
        for given in (files, (*files, *files))
    )
    assert once["days"] == twice["days"]


def test_days_are_kept_once_for_the_only_person_here(home, files):
    home.join("Anna")
    done = home.run("import", *files, "--zone", "Europe/Madrid")
    assert done.returncode == 0, done.stderr
    assert "walk.zip: 1 new day, 2026-10-05 (gpx: A watch)." in done.stdout
    assert "steps.txt: 1 new day, 2026-10-05 (apple-health)." in done.stdout
    again = json.loads(home.run("import", *files, "--zone", "Europe/Madrid", "--json").stdout)
    nothing = {"days": 0, "first": None, "last": None}
    known = {"days": 1, "first": "2026-10-05", "last": "2026-10-05"}
    assert again["taken"] == [
        [{"source": source, "new": nothing, "changed": nothing, "known": known}]
        for source in ("gpx: A watch", "apple-health")
    ]
    assert again["kept"]


def test_a_look_says_what_would_be_new_for_the_only_person_here(home, files):
    home.join("Anna")
    look = home.run("import", *files, *files, "--dry-run", "--zone", "Europe/Madrid")
    assert look.stdout.count("1 new day, 2026-10-05 (gpx: A watch).") == 1
    assert look.stdout.count("1 known already (gpx: A watch).") == 1  # of the same file again
    told = json.loads(home.run("import", files[1], "--dry-run", "--json").stdout)
    (news,) = told["files"][0]["news"]
    assert (news["source"], news["new"]["days"], news["known"]["days"]) == ("apple-health", 1, 0)
    files[1].write_text(EXPORT.format(steps=950))
    home.run("import", files[1])
    files[1].write_text(EXPORT.format(steps=990))
    assert "1 changed, 2026-10-05 (apple-health)." in home.run("import", files[1], "--dry-run").stdout


def test_a_look_where_it_is_not_known_whose_days_they_are_says_nothing_of_news(home, files):
    home.join("Anna")
    home.join("Ben")
    told = json.loads(home.run("import", files[1], "--dry-run", "--json").stdout)
    assert told["files"][0]["news"] is None
    told = json.loads(home.run("import", files[1], "--dry-run", "--json", "--person", "ben").stdout)
    assert told["files"][0]["news"][0]["new"]["days"] == 1


def test_shoes_are_named_with_since_when_and_how_far(home, tmp_path):
    export = tmp_path / "activities.csv"
    export.write_bytes((ROOT / "tests/data/activity/strava-activities.csv").read_bytes())
    home.join("Anna")
    done = home.run("import", export, "--zone", "Europe/Madrid")
    assert "Shoes 'Blue pair': worn 2 times, 2026-11-04 to 2026-11-05, 15.0 km." in done.stdout
    told = json.loads(home.run("import", export, "--dry-run", "--json", "--zone", "Europe/Madrid").stdout)
    assert told["files"][0]["shoes"][1]["name"] == "Old pair"


@pytest.mark.parametrize(
    "words",
    [(), ("--watch", "x", "a.csv"), ("--watch", "x", "--dry-run"), ("--watch", "x", "--json")],
    ids=str,
)
def test_files_or_a_folder_and_nothing_between(home, words):
    done = home.run("import", *words)
    assert (done.returncode, "name files, or a folder" in done.stderr) == (2, True)


def test_a_folder_is_watched_until_it_is_stopped(home, files, tmp_path):
    home.join("Anna")
    folder = tmp_path / "landing"
    done = home.run("import", "--watch", folder)
    assert (done.returncode, "this is not a folder" in done.stderr) == (3, True)
    folder.mkdir()
    files[1].rename(folder / "steps.txt")
    words = [sys.executable, "-m", "firststep", "import", "--watch", folder]
    env = home.environment | {"PYTHONUNBUFFERED": "1"}
    with subprocess.Popen(words, env=env, stdout=subprocess.PIPE, text=True) as watching:
        assert watching.stdout.readline().startswith(f"What lands in {folder} is read for Anna.")
        assert watching.stdout.readline() == "steps.txt: 1 new day, 2026-10-05 (apple-health).\n"
        assert watching.stdout.readline().startswith("steps.txt: Steps were counted by: Phone.")
        watching.send_signal(signal.SIGINT)
        assert watching.stdout.read().endswith("The folder is watched no more.\n")
    assert watching.returncode == 0
    assert (folder / "steps.txt").exists()


def test_where_nobody_keeps_a_diary_nothing_is_kept(home, files):
    done = home.run("import", *files, "--zone", "Europe/Madrid")
    assert done.returncode == 8
    assert "nobody keeps a diary here yet" in done.stderr


def test_times_in_utc_ask_for_a_zone_and_a_zone_must_be_one(home, files):
    done = home.run("import", files[0], "--dry-run")
    assert (done.returncode, "not known which zone" in done.stderr) == (3, True)
    done = home.run("import", files[0], "--dry-run", "--zone", "../etc/passwd")
    assert (done.returncode, "there is no time zone" in done.stderr) == (2, True)


def test_our_own_export_is_told_from_others_by_its_content(home, files, tmp_path):
    home.join("Anna")
    export = tmp_path / "anything"
    home.run("export", export)
    look = home.run("import", export, "--dry-run")
    assert "anything: everything of Anna, as Firststep exported it." in look.stdout
    home.run("delete", "--yes")
    mixed = home.run("import", export, files[1])
    assert mixed.returncode == 8  # nobody is here whose days they could be
    assert home.run("import", export).stdout.startswith("Anna is here.")


def test_in_spanish(home, files):
    home.environment |= {"LANG": "es_ES.UTF-8", "LANGUAGE": "es"}
    said = home.run("import", files[1], "--dry-run").stdout
    assert "1 día, 2026-10-05: 900 pasos" in said
    assert "No se ha guardado nada" in said
    assert "Contaron los pasos: Phone." in said
    assert "sus fechas no lo son (el registro de never)" in said
