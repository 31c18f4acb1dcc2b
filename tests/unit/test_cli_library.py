"""`firststep library`, `screen` and `plan`, as people type them."""

import json
import os
import pty
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from click.testing import CliRunner
from tests.conftest import ROOT

from firststep.cli.main import cli
from firststep.errors import IntakeError, KnowledgeError
from firststep.knowledge import FOLDERS, every, offered

ANSWERS = ROOT / "tests" / "data" / "answers.toml"


def invoke(*arguments, **options):
    return CliRunner().invoke(cli, [str(argument) for argument in arguments], **options)


def said(*arguments):
    done = invoke(*arguments)
    assert done.exit_code == 0, done.exception
    if not {"--json", "--toml", "check"} & set(arguments):
        assert all(len(line) <= 80 for line in done.output.splitlines())
    return done.output


def written(tmp_path, **changes):
    """The file of answers, with some lines changed."""
    text = ANSWERS.read_text()
    for old, new in changes.items():
        key = old.replace("_", "-") if f"\n{old}" not in f"\n{text}" else old
        lines = [new if line.startswith(f"{key} =") else line for line in text.splitlines()]
        text = "\n".join(lines) + "\n"
    path = tmp_path / "mine.toml"
    path.write_text(text)
    return path


# library


def test_the_library_lists_every_technique():
    text = said("library")
    assert all(known.id in text for known in offered())
    data = json.loads(said("library", "--json"))
    assert sum(len(family["techniques"]) for family in data["families"]) == len(offered())


@pytest.mark.parametrize("id_", [known.id for known in offered()])
def test_a_technique_is_shown_in_full(id_):
    text = said("library", "show", id_)
    for heading in ("STEP BY STEP", "HOW HARD", "HOW OFTEN", "STOP FOR", "WHAT IS KNOWN", "WHAT IT REACHES"):
        assert heading in text
    assert "Reviewed by: nobody yet" in text
    assert json.loads(said("library", "show", id_, "--json"))["id"] == id_


@pytest.mark.parametrize("folder", list(FOLDERS.values()))
def test_any_other_thing_is_shown_too(folder):
    kind = next(kind for kind, name in FOLDERS.items() if name == folder)
    id_ = next(iter(every(kind)))
    assert id_.split("-")[0] in said("library", "show", f"{folder}/{id_}").lower()
    assert json.loads(said("library", "show", f"{folder}/{id_}", "--json"))["id"] == id_


def test_what_is_said_and_what_is_known():
    text = said("library", "show", "said")
    assert "Massage brings blood" in text
    assert "[Source: " in text
    assert len(json.loads(said("library", "show", "said", "--json"))) >= 8


def test_a_file_is_printed_as_a_start_for_ones_own_and_checked(tmp_path):
    text = said("library", "show", "hands", "--toml")
    assert tomllib.loads(text)["name"] == "hands on the arch"
    mine = tmp_path / "mine.toml"
    mine.write_text('taught_by = "Eva"\n' + text)
    assert "taught by Eva" in said("library", "check", mine)
    mine.write_text(text)
    assert "'taught_by' is missing" in str(invoke("library", "check", mine).exception)
    mine.write_text('taught_by = "Eva"\n' + text.replace("ceiling = 4", "ceiling = 7"))
    assert "at most 4" in str(invoke("library", "check", mine).exception)


def test_check_says_that_all_is_well_and_that_nobody_has_reviewed_it():
    assert "nobody has reviewed yet" in said("library", "check", "--on", "2026-11-24")


def test_check_names_an_overdue_review_with_its_line():
    done = invoke("library", "check", "--on", "2027-06-01")
    assert isinstance(done.exception, KnowledgeError)
    assert "techniques/tennis-ball.toml, line " in done.output
    assert "overdue" in str(done.exception)


@pytest.mark.parametrize("what", ["laser", "tools/laser", "toys/ball"])
def test_what_is_not_there_is_said(what):
    assert isinstance(invoke("library", "show", what).exception, KnowledgeError)


# screen


def test_answers_in_a_file_say_what_follows():
    text = said("screen", "--answers", ANSWERS)
    assert "You can start." in text
    assert "OPEN TO YOU" in text
    data = json.loads(said("screen", "--answers", ANSWERS, "--json"))
    assert data["outcome"] == "start"
    assert data["unanswered"] == []


def test_a_warning_sign_says_whom_to_call_and_what_to_say(tmp_path):
    text = said("screen", "--answers", written(tmp_path, first_steps_worst='blood-clot = "yes"'))
    assert "Stop here. Get care now." in text
    assert "Call emergency care now: 112." in text
    assert "Say: one calf is swollen" in text
    assert "OPEN TO YOU" not in text


def test_an_unfinished_check_starts_nothing(tmp_path):
    path = written(tmp_path, none_of='none_of = ["now"]')
    data = json.loads(said("screen", "--answers", path, "--json"))
    assert data["outcome"] == "unfinished"
    assert data["open"] == []
    assert "pregnancy" in data["unanswered"]


@pytest.mark.parametrize(
    ("key", "line", "says"),
    [
        ("foot", 'foot = "middle"', "mine.toml, line 4: 'foot' cannot be so"),
        ("foot", 'fot = "right"', "line 4: nobody knows the key 'fot'. To mend it: write 'foot'"),
        ("first-steps-worst", 'first-step = "yes"', "no question of the safety check 'first-step'"),
        ("first-steps-worst", 'first-steps-worst = "maybe"', "cannot be so"),
        ("none_of", 'none_of = ["soon"]', "no card 'soon'"),
        ("minutes", "minutes = 500", "line 7: 'minutes' cannot be so"),
        ("since", "since = 2026-13-01", "this is not TOML"),
    ],
)
def test_a_wrong_file_is_refused_with_its_line(tmp_path, key, line, says):
    done = invoke(
        "screen", "--answers", written(tmp_path, **{key.replace("-", "_") if key.count("-") else key: line})
    )
    assert isinstance(done.exception, IntakeError)
    assert says in str(done.exception)


def test_no_file_and_no_text_are_refused(tmp_path):
    assert "mend it" in str(invoke("screen", "--answers", tmp_path / "none.toml").exception)
    (tmp_path / "x.toml").write_bytes(b"\xff\xfe")
    assert "not text" in str(invoke("screen", "--answers", tmp_path / "x.toml").exception)
    (tmp_path / "y.toml").write_text("#" * 200_000)
    assert "too long" in str(invoke("plan", "--answers", tmp_path / "y.toml").exception)


def test_without_a_terminal_it_asks_for_a_file():
    assert "--answers" in str(invoke("screen").exception)


def asked(typed):
    """The check in a real terminal; every line of `typed` answers a card."""
    ours, theirs = pty.openpty()
    running = subprocess.Popen(
        [Path(sys.executable).parent / "firststep", "screen", "--json"],
        stdin=theirs,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    os.write(ours, ("\n".join(typed) + "\n").encode())
    out, err = running.communicate(timeout=60)
    os.close(ours)
    os.close(theirs)
    return json.loads(out), err


def test_asked_in_a_terminal_with_none_of_it():
    data, err = asked(["1 2 3", "", "", "", "", "", "", ""])
    assert data["outcome"] == "start"
    assert "Is any of this so right now?" in err


def test_asked_with_diabetes_the_next_card_comes_and_a_slip_is_asked_again():
    data, err = asked(["1 2", "", "", "", "banana", "2?", "1?", "", "", ""])
    assert data["outcome"] == "ask"
    assert "diabetes-feeling" in {reason["id"] for reason in data["because"]}
    assert "Please type numbers" in err


def test_a_warning_that_cannot_wait_ends_the_questions():
    data, err = asked(["1 2 3", "1"])
    assert data["outcome"] == "care-now"
    assert "How it began" not in err


# plan


def test_a_plan_with_what_somebody_taught(tmp_path):
    mine = tmp_path / "mine.toml"
    mine.write_text('taught_by = "Eva"\n' + said("library", "show", "hands", "--toml"))
    plan = ("plan", "--answers", ANSWERS, "--own", mine)
    assert "Taught by Eva." in said(*plan)
    first, second, *_ = json.loads(said(*plan, "--json"))["compare"]
    assert (first["taught"], second["taught"]) == ("Taught by Eva.", None)


def test_a_plan_from_a_file():
    text = said("plan", "--answers", ANSWERS, "--on", "2026-11-24")
    for heading in (
        "WHAT TO COMPARE",
        "THE SAME EVERY DAY, REST DAYS TOO",
        "WHEN TO LOOK BACK",
        "OTHER CARE",
    ):
        assert heading in text
    assert "A plan for the right heel" in text
    data = json.loads(said("plan", "--answers", ANSWERS, "--json"))
    assert data["question"] == "which"
    assert 2 <= len(data["compare"]) <= 5


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"compare": "compare = false"}, "WHAT TO DO, IN TURN"),
        ({"none_of": 'none_of = ["now"]'}, "If you cannot answer a question: Ask a doctor"),
        ({"first_steps_worst": 'cord = "yes"'}, "Nothing is started yet."),
        ({"since": ""}, "Six weeks after it began"),
        ({"foot": 'foot = "both"', "minutes": "minutes = 20"}, "A plan for the heels"),
        ({"tools": "tools = []", "minutes": "minutes = 1"}, "Nothing on your list stays open."),
        ({"prefer": 'prefer = ["tennis-ball"]'}, "tennis ball with a moving foot"),
    ],
)
def test_what_a_plan_says(tmp_path, changes, says):
    assert says in " ".join(
        said("plan", "--answers", written(tmp_path, **changes), "--on", "2026-11-24").split()
    )
