"""The command `firststep triggers`."""

import json

import pytest
from click.testing import CliRunner
from tests.made_up_days import ONSET, days, times

from firststep.cli.main import cli
from firststep.errors import IntakeError
from firststep.knowledge import speaking

BEFORE = """
all_shoes_since = 2024-06-01
[[shoes]]
name = "the old blue ones"
kind = "running"
since = 2024-06-01
[[shoes]]
name = "the red ones"
kind = "running"
since = 2026-05-28
[[events]]
kind = "trip"
since = 2026-05-20
says = "Rome"
[[standing]]
hours = 6.5
since = 2026-05-10
"""


@pytest.fixture
def files(tmp_path):
    """A table of days with a week of three times the steps, and a file of what was told."""
    lived = times(days(runs=True), 3, last=7)
    rows = [f"{day.on},{day.steps},{'' if day.ran_m is None else day.ran_m}" for day in lived]
    (tmp_path / "days.csv").write_text("\n".join(["date,steps,ran_m", *rows]) + "\n")
    (tmp_path / "before.toml").write_text(BEFORE)
    return tmp_path


def run(*arguments):
    done = CliRunner().invoke(cli, ["triggers", *map(str, arguments)], catch_exceptions=False)
    assert done.exit_code == 0, done.output
    return done.output


def told(files, *more):
    return run(files / "days.csv", "--onset", ONSET, "--shoes", files / "before.toml", *more)


def test_what_stands_out_comes_first_and_is_never_called_the_cause(files):
    text = " ".join(told(files).split())
    assert "New shoes on 2026-05-28: the red ones." in text
    assert "steps a day in the week from 2026-05-25" in text
    assert "What goes together need not be the cause." in text
    assert "Rome" in text
    assert "caused" not in text


def test_studies_come_with_their_source_and_for_whom_they_hold(files):
    text = " ".join(told(files).split())
    assert "Holds for: workers of one car plant. [Source: Werner and others, 2010, PM&R.]" in text
    assert "Holds for: 50 people with this pain and 100 without. [Read in somebody else's account" in text


def test_the_data_hold_what_is_needed_to_draw_the_weeks(files):
    (data,) = json.loads(told(files, "--json"))
    assert data["answer"] == "stands-out"
    assert {"shoes", "steps-week"} <= {one["kind"] for one in data["ranked"]}
    steps = next(one for one in data["weeks"]["amounts"] if one["id"] == "steps")
    assert len(steps["values"]) == len(steps["shown"]) == len(data["weeks"]["begins"]) == 13
    assert steps["values"][-1] > steps["usual"][1]
    assert all(0 < one["share"] <= data["limit"] for one in data["ranked"])


def test_an_onset_known_to_a_few_days_and_a_flare_are_both_looked_at(files):
    text = run(files / "days.csv", "--onset", "2026-03-01", "--about", "3", "--flare", ONSET)
    assert "BEFORE THE PAIN BEGAN, 2026-03-01" in text
    assert f"BEFORE THE FLARE OF {ONSET}" in text
    assert "3 days either way" in text


def test_too_little_is_said_to_be_too_little(tmp_path):
    (tmp_path / "days.csv").write_text("date,steps\n2026-05-30,9000\n2026-05-31,31000\n")
    text = " ".join(run(tmp_path / "days.csv", "--onset", ONSET).split())
    assert "Too little is known to say what was unusual. It takes about 510 days" in text


def test_it_speaks_spanish(files):
    with speaking("es"):
        done = CliRunner(env={"FIRSTSTEP_LANGUAGE": "es"}).invoke(
            cli, ["triggers", str(files / "days.csv"), "--onset", str(ONSET)]
        )
    assert "ANTES DE QUE EMPEZARA EL DOLOR" in done.output


def test_a_file_of_something_else_is_refused(tmp_path):
    (tmp_path / "letter.txt").write_text("Dear Anna,\n")
    with pytest.raises(IntakeError, match="Firststep knows"):
        run(tmp_path / "letter.txt", "--onset", ONSET)


def test_lines_fit_a_terminal(files):
    assert max(map(len, told(files).splitlines())) <= 80


def test_what_is_passed_over_in_a_table_is_said_beside_the_answer(files):
    with (files / "days.csv").open("a") as table:
        table.write("2024-01-01,many,\n")
    done = CliRunner().invoke(cli, ["triggers", str(files / "days.csv"), "--onset", str(ONSET), "--json"])
    assert "a cell is no number" in done.stderr
    assert "column 'steps'" in done.stderr
    assert json.loads(done.stdout)
