"""Logs of ratings, on a file made for it with the quirks of the real ones."""

from datetime import date
from pathlib import Path

import pytest

from firststep import analyse, read_diaries
from firststep.errors import IntakeError

FILE = Path(__file__).parent.parent / "data" / "pain_log.csv"


def test_each_pain_gets_a_diary_and_a_day_counts_with_its_worst():
    foot, knee = read_diaries(FILE)
    assert (foot.person, knee.person) == ("Foot pain", "Knee Pain")
    assert [(day.on, day.pain) for day in knee.days] == [(date(2026, 1, 31), 3.0), (date(2026, 2, 2), 3.4)]
    assert knee.notes == (
        "1 more ratings fell on days that had one; a day counts with its worst.",
        "1 ratings name no day and were left out.",
    )


def test_another_rating_can_be_asked_for():
    (happiness,) = read_diaries(FILE, question="happiness")
    assert happiness.scored == 1
    with pytest.raises(IntakeError, match="nothing here is a rating of 'joy'"):
        read_diaries(FILE, question="joy")


def test_without_techniques_there_is_a_level_and_a_rhythm_and_no_answer():
    findings = analyse(read_diaries(FILE)[1])
    assert (findings.choice.kind, findings.helps.kind) == ("not-asked", "not-asked")
    assert findings.effects == {}
    assert len(findings.level.mean) == 3
    assert 0.3 < findings.rhythm.residual_sd.mean < 2.0


def test_a_date_that_is_none_is_refused_with_its_row(tmp_path):
    path = tmp_path / "log.csv"
    path.write_text(FILE.read_text().replace("31,1,2026,3,", "32,1,2026,3,"))
    with pytest.raises(IntakeError, match="row 2, column 'startday'"):
        read_diaries(path)


def test_ratings_that_name_no_day_are_not_called_absent(tmp_path):
    path = tmp_path / "log.csv"
    path.write_text(
        "name,startday,startmonth,startyear,intensity,date\nFoot pain,0,,0,3,2026-01-01 10:00:00\n"
    )
    with pytest.raises(IntakeError, match="none of the 1 ratings of pain names its day"):
        read_diaries(path)
