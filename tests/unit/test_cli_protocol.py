"""`firststep protocol`, `firststep conduct` and `--view`, run as people run them."""

import csv
import json
import subprocess
import sys
from pathlib import Path

import pytest
from tests.conftest import ROOT

MADE_UP = ROOT / "docs" / "tutorials" / "made-up-diary.csv"
STUDYU = ROOT / "tests" / "data" / "studyu.csv"
FOUR = "tennis-ball,calf-stick,frozen-bottle,wooden-roller"
SEED = "987654321"


def run(*arguments):
    return subprocess.run(
        [sys.executable, "-m", "firststep", *map(str, arguments)],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def test_a_protocol_is_printed_and_the_diary_held_against_it(tmp_path):
    given = (
        "protocol",
        "--techniques",
        FOUR,
        "--question",
        "helps",
        "--seed",
        SEED,
        "--expect",
        "calf-stick",
    )
    printed, data = run(*given), run(*given, "--json")
    assert (printed.returncode, printed.stderr, data.returncode) == (0, "", 0)
    sealed = json.loads(data.stdout)
    assert sealed["digest"] in printed.stdout
    assert SEED not in data.stdout
    assert max(map(len, printed.stdout.splitlines())) <= 80

    kept = tmp_path / "protocol.json"
    kept.write_text(data.stdout)
    told = run("conduct", MADE_UP, "--protocol", kept, "--seed", SEED)
    plain = " ".join(told.stdout.split())
    assert (told.returncode, told.stderr) == (0, "")
    assert sealed["digest"] in plain
    assert "All draws: 70 of 84 done as drawn (83%)" in plain
    assert "Changes after the start: none that is recorded" in plain
    assert "opened, and it fits" in plain
    assert "that calf-stick helps most; ahead now: tennis-ball" in plain


def test_the_account_is_data_too():
    data = json.loads(run("conduct", MADE_UP, "--json").stdout)
    headings = [section["heading"] for section in data["sections"]]
    assert headings[0] == "In short"
    assert "Harms" in headings
    assert [section["number"] for section in data["sections"]] == list(range(1, len(headings) + 1))


def test_a_changed_protocol_is_refused(tmp_path):
    kept = tmp_path / "protocol.json"
    text = run("protocol", "--techniques", FOUR, "--json").stdout
    kept.write_text(text.replace('"FOUND_AT": 0.9', '"FOUND_AT": 0.8'))
    assert kept.read_text() != text
    refused = run("conduct", MADE_UP, "--protocol", kept)
    assert refused.returncode == 4
    assert "protocol.json: this protocol is not as it was sealed" in refused.stderr


@pytest.mark.parametrize("view", ["as-done", "as-advised", "neutral"])
def test_a_diary_is_seen_in_each_way(view):
    data = json.loads(run("analyse", MADE_UP, "--view", view, "--json").stdout)
    assert data["view"] == view
    days = data["people"][0]["effects"]["tennis-ball"]["days"]
    with Path(MADE_UP).open() as file:
        counted = [row["advised" if view == "as-advised" else "did"] for row in csv.DictReader(file)]
    assert days == sum("tennis-ball" in cell.split(";") for cell in counted)
    said = " ".join(run("analyse", MADE_UP, "--view", view).stdout.split())
    assert ("what was drawn counts" in said) == (view == "as-advised")
    assert ("For comparison only" in said) == (view == "neutral")


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["protocol"], 2),
        (["protocol", "--techniques", "a,a"], 4),
        (["protocol", "--techniques", "a,b", "--expect", "c"], 4),
        (["protocol", "--techniques", "a,b", "--by", "1"], 2),
        (["protocol", "--techniques", "a,b", "--question", "helps", "--usual-days", "0"], 4),
        (["conduct", MADE_UP, "--protocol", "none.json"], 3),
        (["conduct", MADE_UP, "--protocol", MADE_UP], 3),
        (["conduct", MADE_UP, "--seed", "1"], 2),
        (["conduct", STUDYU], 3),
        (["analyse", STUDYU, "--view", "as-advised"], 4),
        (["analyse", MADE_UP, "--view", "inside-out"], 2),
    ],
)
def test_what_goes_wrong_is_said_in_words_with_the_code_of_its_family(arguments, code):
    done = run(*arguments)
    assert done.returncode == code
    assert done.stdout == ""
    assert "Traceback" not in done.stderr
    assert done.stderr.strip()
