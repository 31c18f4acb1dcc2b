"""A table of one's own: what is not known stays apart from none, and a wrong cell is named with its row."""

from datetime import date

import pytest

from firststep.errors import IntakeError
from firststep.intake.activity import read_activity
from firststep.knowledge.said import say


def table(tmp_path, text):
    file = tmp_path / "days.csv"
    file.write_text(text)
    return file


def test_what_is_not_known_is_kept_apart_from_none(tmp_path):
    file = table(tmp_path, "date,steps,ran_m,hard\n2026-01-02,,0,1\n2026-01-01,8000,,\n")
    first, second = read_activity(file).days
    assert (first.on, first.steps, first.ran_m, first.hard) == (date(2026, 1, 1), 8000, None, 0)
    assert (second.steps, second.ran_m, second.hard) == (None, 0.0, 1)


@pytest.mark.parametrize(
    ("rows", "row", "why"),
    [
        ("2026-01-01,many", "row 2, column 'steps'", "no number"),
        ("2026-01-01,-1", "row 2, column 'steps'", "no number"),
        ("2026-01-01,nan", "row 2, column 'steps'", "no number"),
        ("1.1.2026,100", "row 2", "no date"),
        ("2026-01-01,1\n2026-01-01,2", "row 3", "the same day"),
        ("2026-01-01,200001", "2026-01-01", "no day can hold"),
    ],
)
def test_a_wrong_row_is_passed_over_by_name_and_the_others_count(tmp_path, rows, row, why):
    found = read_activity(table(tmp_path, f"date,steps\n{rows}\n2026-03-01,5000\n"))
    (skipped,) = found.skipped
    assert why in say(skipped.why)
    assert row in say(skipped.where)
    assert found.days[-1].steps == 5000


def test_a_table_of_something_else_is_refused(tmp_path):
    for text in ("date,pain,did\n2026-01-01,3,\n", "date,mood\n2026-01-01,3\n"):
        with pytest.raises(IntakeError):
            read_activity(table(tmp_path, text))


def test_hard_sessions_alone_are_a_table_too(tmp_path):
    (day,) = read_activity(table(tmp_path, "date,hard\n2026-01-01,2\n")).days
    assert day.hard == 2
