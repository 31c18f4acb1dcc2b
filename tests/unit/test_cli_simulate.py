"""The commands over virtual people, as they are typed."""

import json

import pytest
from click.testing import CliRunner

from firststep import analyse, read_diary
from firststep.cli.main import cli


def run(*words):
    return CliRunner().invoke(cli, words)


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    folder = tmp_path_factory.mktemp("people") / "new"
    said = run("simulate", str(folder), "--people", "3", "--kind", "flares", "--mornings", "28")
    assert said.exit_code == 0, said.output
    assert "3 people" in said.output
    return folder


def test_each_has_a_diary_that_analyse_reads_and_a_line_of_truth(folder):
    truth = [json.loads(line) for line in (folder / "truth.jsonl").read_text().splitlines()]
    assert len(truth) == 3
    for line in truth:
        findings = analyse(read_diary(folder / line["diary"]))
        assert findings.mornings == 28
        assert set(line["effects"]) == {"a", "b", "c", "d"}


def test_the_same_command_goes_on_where_it_stopped(folder):
    before = (folder / "person-0001.csv").stat().st_mtime_ns
    said = run("simulate", str(folder), "--people", "4", "--kind", "flares", "--mornings", "28")
    assert said.exit_code == 0
    assert (folder / "person-0001.csv").stat().st_mtime_ns == before
    assert len((folder / "truth.jsonl").read_text().splitlines()) == 4


def test_other_people_are_not_mixed_in(folder):
    said = run("simulate", str(folder), "--people", "4", "--kind", "plain")
    assert "other people" in str(said.exception)
    assert len(list(folder.glob("person-*.csv"))) >= 3


def test_a_damaged_truth_is_named_by_its_line_and_a_cut_short_one_is_lived_again(folder):
    truth = folder / "truth.jsonl"
    good = truth.read_text()
    truth.write_text("nonsense\n" + good)
    said = run("simulate", str(folder), "--people", "4", "--kind", "flares", "--mornings", "28")
    assert "truth.jsonl, line 1" in str(said.exception)
    truth.write_text(good[:-20])
    said = run("simulate", str(folder), "--people", "4", "--kind", "flares", "--mornings", "28")
    assert said.exit_code == 0
    assert len(truth.read_text().splitlines()) == 4
    assert sorted(truth.read_text().splitlines()) == sorted(good.splitlines())


def test_one_technique_alone_needs_rest_days(tmp_path):
    assert run("simulate", str(tmp_path / "x"), "--techniques", "1").exit_code == 2


def test_the_truth_of_a_quiet_person_is_near_what_is_found(tmp_path):
    run(
        "simulate",
        str(tmp_path / "x"),
        "--people",
        "1",
        "--kind",
        "textbook",
        "--apart",
        "2",
        "--mornings",
        "84",
    )
    truth = json.loads((tmp_path / "x" / "truth.jsonl").read_text())["effects"]
    findings = analyse(read_diary(tmp_path / "x" / "person-0000.csv"))
    assert truth[findings.choice.technique] - min(truth.values()) < 1.0


def test_a_check_on_one_person_a_row_prints_every_promise_and_judges_none():
    said = run("calibrate", "--people", "1")
    assert said.exit_code == 0, said.output
    lines = [line for line in said.output.splitlines() if "target:" in line]
    assert len(lines) >= 20
    assert all(line.startswith("too few") for line in lines)
