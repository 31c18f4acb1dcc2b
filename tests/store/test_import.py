"""`firststep import`, as it is typed: our own exports, and files of steps, walks and runs."""

import json

import pytest
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


def test_without_a_look_only_the_command_says_that_days_cannot_be_kept_yet(home, files):
    done = home.run("import", *files)
    assert done.returncode == 3
    assert "cannot be kept yet, and nothing was brought in" in done.stderr
    assert "--dry-run" in done.stderr


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
    assert mixed.returncode == 3
    assert home.run("import", export).stdout.startswith("Anna is here.")


def test_in_spanish(home, files):
    home.environment |= {"LANG": "es_ES.UTF-8", "LANGUAGE": "es"}
    said = home.run("import", files[1], "--dry-run").stdout
    assert "1 día, 2026-10-05: 900 pasos" in said
    assert "No se ha guardado nada" in said
