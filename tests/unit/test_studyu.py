"""StudyU exports, on a file made for it with the quirks of the real ones."""

from datetime import date
from pathlib import Path

import pytest

from firststep import read_diaries, read_diary
from firststep.care import ArmOf, analyse, series_of
from firststep.errors import IntakeError

FILE = Path(__file__).parent.parent / "data" / "studyu.csv"


def test_each_person_gets_a_diary_in_the_order_of_dates():
    abe, zoe = read_diaries(FILE)
    assert (abe.person, abe.scored) == ("abe", 0)
    assert zoe.person == "zoe"
    assert [(day.on.day, day.pain) for day in zoe.days] == [(2, 5.0), (3, None), (4, 6.0), (5, 9.0), (6, 7.0)]


def test_the_day_is_the_participants_own_not_that_of_utc():
    """Half past eleven at night in UTC is the next day for somebody an hour ahead."""
    zoe = read_diaries(FILE)[1]
    assert zoe.days[2].on == date(2026, 3, 4)
    assert zoe.days[2].pain == 6.0


def test_a_baseline_phase_is_nothing_done_and_an_unanswered_day_is_not_told():
    zoe = read_diaries(FILE)[1]
    assert [day.did for day in zoe.days] == [
        frozenset(),
        None,
        frozenset(["Tea"]),
        frozenset(["Tea"]),
        frozenset(["No tea"]),
    ]
    assert zoe.techniques == ("No tea", "Tea")


def test_of_two_answers_on_a_day_the_later_counts_and_it_is_said():
    zoe = read_diaries(FILE)[1]
    assert zoe.notes == ("2026-03-05 was answered twice; the later answer counts.",)


def test_the_first_question_of_0_to_10_is_scored_unless_another_is_asked_for():
    assert read_diaries(FILE)[1].score == "How was the night?"
    assert read_diaries(FILE, question="cups?")[1].score == "Cups?"
    with pytest.raises(IntakeError, match="no question 'Hours' is answered 0 to 10"):
        read_diaries(FILE, question="Hours")


def test_the_alignment_decides_which_morning_an_arm_acts_on():
    zoe = read_diaries(FILE)[1]
    before, same = series_of(zoe, ArmOf.DAY_BEFORE), series_of(zoe, ArmOf.SAME_DAY)
    assert before.did == (
        None,
        frozenset(),
        None,
        frozenset(["Tea"]),
        frozenset(["Tea"]),
        frozenset(["No tea"]),
    )
    assert same.did == (*before.did[1:], None)


def test_a_person_without_a_score_gets_a_finding_that_says_so():
    findings = analyse(read_diaries(FILE)[0], better="higher")
    assert findings.choice.kind == "too-early"


def test_several_people_are_not_one_diary():
    with pytest.raises(IntakeError, match="2 people: abe, zoe"):
        read_diary(FILE)


def test_a_time_that_is_none_is_refused_with_its_row(tmp_path):
    path = tmp_path / "export.csv"
    path.write_text(FILE.read_text().replace("2026-03-05 06:10:00.000Z", "yesterday"))
    with pytest.raises(IntakeError, match=r"row 4, column 'measurement_time': 'yesterday' is not a time"):
        read_diaries(path)
