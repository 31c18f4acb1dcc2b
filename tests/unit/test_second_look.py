"""A second look at a diary: how days are lined up with mornings, and what is said of it."""

import csv
import json
import subprocess
import sys
from dataclasses import replace
from datetime import date, timedelta

import numpy as np
import pytest
from tests.conftest import START, made_up
from tests.loads import with_loads

from firststep import analyse, read_diary
from firststep.care import ArmOf, View, loaded, loads_of, loads_of_days, seen
from firststep.care.load import LoadDay
from firststep.errors import IntakeError
from firststep.records import Day, Diary
from firststep.reports.loads import said
from firststep.trial import Lack

DAY = timedelta(days=1)
NAMES = ("calf-stick", "tennis-ball")


def kept(days=60, *, acts=0.9, seed=4, lost=0.0, better="lower", same_day=False):
    """A diary in which steps of a day are told, and the next morning (or the same day) goes with them."""
    generator = np.random.default_rng(seed)
    steps = np.round(8000.0 * np.exp(0.35 * generator.standard_normal(days + 1)), -1)
    far = (steps - steps.mean()) / steps.std()
    back = 0 if same_day else 1
    told = []
    for number in range(1, days + 1):
        felt = 5.0 + acts * far[number - back] + 0.5 * generator.standard_normal()
        counted = int(steps[number]) if generator.random() >= lost else None
        did = frozenset([NAMES[number // 3 % 2]])
        told.append(Day(START + number * DAY, float(np.clip(round(felt), 0, 10)), did, steps=counted))
    return Diary("me", "First-step pain, 0-10", better, NAMES, tuple(told))


def look(diary, **given):
    first = analyse(diary, arm_of=given.get("arm_of", ArmOf.DAY_BEFORE))
    return first, loaded(first, loads_of(diary), **given)


def text(diary, **given):
    _, second = look(diary, **given)
    about = said(second, arm_of=given.get("arm_of", ArmOf.DAY_BEFORE))
    return " ".join([about.title, about.facts, *about.answer, about.per, *about.about])


def test_the_steps_of_a_row_go_with_the_score_of_the_next():
    assert look(kept(5))[1].known == {"steps": 4}
    diary = kept()
    second = look(diary)[1].findings
    steps = [day.steps for day in diary.days]
    assert list(second.series.loads["steps"]) == [None, *map(float, steps)]
    assert second.loads["steps"].mean > 0.6


def test_a_score_of_the_evening_goes_with_the_steps_of_its_own_day():
    diary = kept(same_day=True)
    second = look(diary, arm_of=ArmOf.SAME_DAY)[1].findings
    assert list(second.series.loads["steps"]) == [*(float(day.steps) for day in diary.days), None]
    assert second.loads["steps"].mean > 0.6
    assert abs(look(diary)[1].findings.loads["steps"].mean) < 0.4
    assert "On days with over" in text(diary, arm_of=ArmOf.SAME_DAY)


def test_any_number_a_day_may_be_looked_at():
    diary = kept()
    hours = {day.on: float(number % 9) for number, day in enumerate(diary.days)}
    second = loaded(analyse(diary), {**loads_of(diary), "standing": hours})
    assert set(second.findings.loads) == {"steps", "standing"}
    assert second.lines["standing"].above == 6.0
    about = said(second, "standing")
    assert about.answer[0].startswith("Whether mornings after days with over 6 standing are different")


def test_the_day_before_the_first_morning_counts_where_it_is_known():
    diary = kept()
    before = {diary.days[0].on - DAY: 9000.0}
    second = loaded(analyse(diary), {"steps": loads_of(diary)["steps"] | before})
    assert second.known == {"steps": 60}


def test_the_loads_of_files_leave_out_their_last_day_and_days_without_a_step():
    days = [LoadDay(on=START + k * DAY, steps=steps) for k, steps in enumerate([8000, 0, None, 7000, 300])]
    assert loads_of_days(days) == {"steps": {START: 8000.0, START + 3 * DAY: 7000.0}}
    assert loads_of_days([]) == loads_of_days(days[:1]) == loads_of_days(days[1:3]) == {}


def test_a_diary_without_steps_has_no_load():
    assert loads_of(replace(kept(), days=tuple(replace(day, steps=None) for day in kept().days))) == {}


def test_what_is_said_has_numbers_days_and_what_it_is_not():
    words = text(kept())
    assert "After days with over 10,000 steps your mornings were " in words
    assert " points worse than after your other days (" in words
    assert "This is a second look. The answers above do not use your steps" in words
    assert "What goes together need not be the cause." in words
    assert "what the techniques do stays practically the same" in words
    second = look(kept())[1].lines["steps"]
    assert f"{second.days} mornings came after such a day, {second.others} after another one." in words


def test_where_the_score_is_better_higher_more_of_it_is_better():
    assert " points better than after your other days (" in text(kept(better="higher"))
    assert " points worse than" in text(kept(better="higher", acts=-0.9))


def test_what_cannot_be_told_yet_is_said_so_without_a_size():
    _, second = look(kept(40, acts=0.0))
    about = said(second)
    assert second.lines["steps"].kind == "cannot-tell"
    assert about.answer[0].endswith("cannot be told yet.")
    assert about.per.endswith(" still fits.")
    assert " points worse" not in about.per


def test_one_technique_has_a_table_only_where_it_can_be_told_whether_it_helps():
    days = tuple(_alone(day) for day in kept(200).days)
    alone = replace(kept(), techniques=NAMES[:1], days=days)
    every_day = replace(alone, days=tuple(replace(day, did=frozenset(NAMES[:1])) for day in alone.days))
    first, second = look(alone)
    assert first.helps.kind != "not-asked"
    assert said(second).table[2].startswith("Against doing none")
    assert len(said(second).about) == 3
    first, second = look(every_day)
    assert first.helps.kind == "not-asked"
    assert said(second).table[1] == []
    assert len(said(second).about) == 2


def _alone(day):
    return replace(day, did=day.did & {NAMES[0]})


def test_too_few_days_are_counted_for_the_person():
    _, second = look(kept(15))
    assert second.lacking == {"steps": Lack.DAYS}
    about = said(second)
    assert "takes 21 mornings" in about.answer[0]
    assert about.answer[0].endswith("So far there are 14.")
    assert (about.per, about.about, about.table[1]) == ("", (), [])


def test_of_a_long_diary_the_last_year_is_looked_at_both_times():
    """What the steps did before it no longer counts, without steps or with them."""
    long = kept(420, acts=0.0)
    early = tuple(replace(day, pain=10.0, steps=60_000) for day in long.days[:50])
    first, second = look(replace(long, days=(*early, *long.days[50:])))
    assert first.mornings == 420
    assert second.first.mornings == second.findings.mornings == 365
    assert second.known == {"steps": 365}
    assert second.findings.loads["steps"].middle < 15_000.0
    assert said(second).facts.startswith("The last 365 days are looked at. Of 365 mornings")
    last = replace(long, days=long.days[-365:])
    assert second.first.contrasts[0].mean == pytest.approx(analyse(last).contrasts[0].mean, abs=0.05)
    assert look(kept(60))[1].first.mornings == 60


def test_the_steps_stay_with_their_day_however_the_diary_is_seen():
    diary = kept()
    advised = replace(diary, days=tuple(replace(day, advised=NAMES[0]) for day in diary.days))
    first = seen(advised, View.AS_ADVISED)
    assert loaded(first, loads_of(advised)).findings.loads["steps"].mean > 0.6
    neutral = seen(diary, View.NEUTRAL)
    found = loaded(neutral, loads_of(diary), neutral=True).findings
    assert found.effects[NAMES[0]].sd > look(diary)[1].findings.effects[NAMES[0]].sd
    assert found.loads["steps"].mean == pytest.approx(look(diary)[1].findings.loads["steps"].mean, abs=0.1)


HEAD = "date,pain,did,steps\n2026-11-01,6,none,8500\n"


def test_the_steps_of_a_file_are_read(tmp_path):
    path = tmp_path / "diary.csv"
    path.write_text(HEAD + "2026-11-02,5,none,\n2026-11-03,5,none,9000.0\n2026-11-04,5,none,0\n")
    assert [day.steps for day in read_diary(path).days] == [8500, None, 9000, 0]
    assert loads_of(read_diary(path)) == {"steps": {date(2026, 11, 1): 8500.0, date(2026, 11, 3): 9000.0}}


@pytest.mark.parametrize("steps", ["many", "8.5", "-1", "200001", "nan", "inf", "8,500"])
def test_steps_that_are_no_number_are_refused_with_their_row(tmp_path, steps):
    path = tmp_path / "diary.csv"
    path.write_text(HEAD + f'2026-11-02,5,none,"{steps}"\n')
    with pytest.raises(IntakeError, match=r"row 3, column 'steps'.*the number of steps is"):
        read_diary(path)


def run(*arguments):
    done = subprocess.run(
        [sys.executable, "-m", "firststep", *map(str, arguments)],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "diary.csv"
    with path.open("w", newline="") as out:
        rows = csv.writer(out)
        rows.writerow(["date", "pain", "did", "steps"])
        rows.writerows((d.on, int(d.pain), ";".join(d.did), d.steps) for d in kept().days)
    return path


def test_the_command_prints_it_below_the_first_and_labelled(file):
    without = file.with_name("without.csv")
    without.write_text("\n".join(row.rpartition(",")[0] for row in file.read_text().splitlines()))
    first, both = run("analyse", without), run("analyse", file)
    assert both.startswith(first + "\nA second look, with the steps of the day before\n")
    assert "A second look" not in first
    assert "without" in both.removeprefix(first)
    assert max(map(len, both.splitlines())) <= 80


def test_the_data_has_it_apart(file):
    (person,) = json.loads(run("analyse", file, "--json"))["people"]
    second = person["with_load"]
    assert set(second) == {"loads", "lacking", "moved", "effects", "contrasts", "choice", "helps"}
    assert set(second["effects"]) == set(person["effects"]) == set(NAMES)
    load = {"mean", "sd", "low", "high", "chance", "middle", "typical", "known", "line"}
    assert set(second["loads"]["steps"]) == load
    line = {"mean", "sd", "low", "high", "kind", "above", "chance", "days", "others"}
    assert set(second["loads"]["steps"]["line"]) == line
    assert second["loads"]["steps"]["line"]["kind"] == "higher"


def test_a_diary_without_steps_has_none_and_one_with_few_says_why(file):
    few = file.with_name("few.csv")
    few.write_text("\n".join(file.read_text().splitlines()[:10]) + "\n")
    (person,) = json.loads(run("analyse", few, "--json"))["people"]
    assert person["with_load"] == {
        "loads": {},
        "lacking": {"steps": {"why": "too-few-days", "known": 8}},
        "moved": [],
    }
    few.write_text("date,pain,did\n2026-11-01,6,none\n")
    assert json.loads(run("analyse", few, "--json"))["people"][0]["with_load"] is None


def test_made_up_loads_of_the_tests_are_what_they_say():
    series = with_loads(made_up({"a": 0.0}), steps=0.5, acts=1.0)
    assert 20 < sum(amount is None for amount in series.loads["steps"]) < 64
