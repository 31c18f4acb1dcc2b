"""The command, run as people run it: what it prints, and its exit codes."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from tests.conftest import ROOT, real

MADE_UP = ROOT / "docs" / "tutorials" / "made-up-diary.csv"
STUDYU = ROOT / "tests" / "data" / "studyu.csv"


def run(*arguments):
    return subprocess.run(
        [sys.executable, "-m", "firststep", *map(str, arguments)],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def test_the_made_up_diary_gets_a_table_a_sentence_and_a_strip():
    done = run("analyse", MADE_UP)
    assert (done.returncode, done.stderr) == (0, "")
    assert "chance of" in done.stdout
    assert "tennis-ball comes out ahead" in done.stdout
    assert "2026-08-31  " in done.stdout
    assert max(map(len, done.stdout.splitlines())) <= 80


def test_json_has_the_shape_of_the_contract():
    (person,) = json.loads(run("analyse", MADE_UP, "--json").stdout)["people"]
    assert {"person", "mornings", "missing", "better", "effects", "contrasts", "choice", "helps"} <= set(
        person
    )
    assert (person["mornings"], person["missing"], person["better"]) == (84, 8, "lower")
    effect = {"mean", "sd", "low", "high", "chance_best", "chance_helps", "days"}
    assert set(person["effects"]["tennis-ball"]) == effect
    assert set(person["contrasts"][0]) == {"a", "b", "mean", "sd", "low", "high", "chance"}
    assert len(person["contrasts"]) == 6
    assert set(person["choice"]) == {"kind", "technique", "certainty", "mornings_to_go", "words", "says"}
    assert set(person["helps"]) == {"kind", "words", "says"}


def test_several_people_get_a_finding_each_and_no_best_without_a_direction():
    people = json.loads(run("analyse", STUDYU, "--json").stdout)["people"]
    assert [person["person"] for person in people] == ["abe", "zoe"]
    assert all(person["choice"]["technique"] is None for person in people)
    assert all(person["contrasts"][0]["chance"] is None for person in people)


def test_the_alignment_can_be_chosen_and_is_stated():
    before, same = run("analyse", STUDYU), run("analyse", STUDYU, "--arm-of", "same-day")
    assert "score of the next morning" in " ".join(before.stdout.split())
    assert "score of the same day" in " ".join(same.stdout.split())


@pytest.mark.parametrize("ending", ["svg", "png"])
def test_a_picture_is_drawn(tmp_path, ending):
    path = tmp_path / f"picture.{ending}"
    done = run("analyse", MADE_UP, "--plot", path)
    assert done.returncode == 0, done.stderr
    assert path.read_bytes()[:5] in (b"<?xml", b"\x89PNG\r")
    assert f"Drawn: {path}" in done.stdout


def test_the_same_findings_draw_the_same_picture(tmp_path):
    one, two = tmp_path / "one.svg", tmp_path / "two.svg"
    run("analyse", STUDYU, "--plot", one)
    run("analyse", STUDYU, "--plot", two)
    assert one.read_bytes() == two.read_bytes()


def test_todays_draw_is_the_same_when_asked_twice():
    one, two = run("advise", MADE_UP, "--seed", 7), run("advise", MADE_UP, "--seed", 7)
    assert one.returncode == 0, one.stderr
    assert one.stdout == two.stdout
    assert "2026-10-25, day 3 of 3" in one.stdout


def test_what_can_be_done_today_is_respected():
    done = run("advise", MADE_UP, "--allowed", "wooden-roller")
    assert "Today: wooden-roller." in done.stdout


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["analyse", "none.csv"], 3),
        (["analyse", MADE_UP, "--techniques", "socks"], 3),
        (["analyse", MADE_UP, "--plot", "picture.gif"], 5),
        (["analyse", MADE_UP, "--plot", "/no/such/folder/picture.svg"], 5),
        (["advise", MADE_UP, "--allowed", "socks"], 4),
        (["advise", MADE_UP, "--on", "2020-01-01"], 4),
        (["advise", STUDYU], 3),
        (["analyse"], 2),
        (["analyse", MADE_UP, "--better", "sideways"], 2),
        (["no-such-command"], 2),
    ],
)
def test_what_goes_wrong_is_said_in_words_with_the_code_of_its_family(arguments, code):
    done = run(*arguments)
    assert done.returncode == code
    assert done.stdout == ""
    assert "Traceback" not in done.stderr
    assert done.stderr.strip()


@pytest.mark.parametrize("name", ["herbal", "noise", "tea", "window"])
def test_real_exports_are_read(studyu, name):
    people = json.loads(run("analyse", studyu / f"measurements_{name}.csv", "--json").stdout)["people"]
    assert people
    assert all(len(person["effects"]) == 2 for person in people)


@pytest.mark.parametrize("name", ["Participant2Pain", "Participant8PainNew"])
def test_real_pain_logs_are_read(pain_logs, name):
    done = run("analyse", pain_logs / f"{name}.csv")
    assert done.returncode == 0, done.stderr
    assert "Knee Pain" in done.stdout


def test_help_reads_as_sentences():
    for command in ((), ("analyse",), ("advise",)):
        done = run(*command, "--help")
        assert done.returncode == 0
        assert "diary" in done.stdout


def test_real_folder_is_named_when_it_is_absent(tmp_path):
    with pytest.raises(pytest.skip.Exception, match="not here"):
        real(tmp_path / Path("absent"))


def test_the_first_day_asks_for_the_techniques_and_then_draws(tmp_path):
    diary = tmp_path / "diary.csv"
    diary.write_text("date,pain,did\n2026-11-01,6,\n")
    refused = run("advise", diary)
    assert refused.returncode == 2
    assert "--techniques a,b,c" in refused.stderr
    drawn = run("advise", diary, "--techniques", "calf-stick,tennis-ball", "--usual-days", "0.143")
    assert drawn.returncode == 0, drawn.stderr
    assert "a rest day 14%" in drawn.stdout


def test_a_terminal_that_lacks_a_sign_is_no_fault():
    done = subprocess.run(
        [sys.executable, "-m", "firststep", "analyse", str(MADE_UP)],
        capture_output=True,
        env={"PYTHONIOENCODING": "cp1252"},
        check=False,
    )
    assert done.returncode == 0
    assert b"Traceback" not in done.stderr


def test_a_picture_without_the_drawing_library_says_what_to_install():
    hidden = "import sys; sys.modules['matplotlib'] = None; from firststep.cli.main import main; main()"
    done = subprocess.run(
        [sys.executable, "-c", hidden, "analyse", str(MADE_UP), "--plot", "picture.svg"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 6
    assert "pip install 'firststep[plot]'" in done.stderr
