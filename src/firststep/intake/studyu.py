"""StudyU exports: several people in one file, a row per answered survey, newest first.

Each row carries the arm of its day (`current_intervention_name`) and one survey's
answers. The first question whose answers all are whole numbers 0 to 10 is scored,
unless another is asked for. A day of a baseline phase is a day of nothing. Times are
UTC; the day is the participant's own, from the midnight at which their study started.
"""

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from firststep.errors import IntakeError
from firststep.intake import cells
from firststep.intake.table import Row, Table
from firststep.records import Day, Diary
from firststep.trial.yardsticks import HIGHEST_SCORE, LOWEST_SCORE

MARKS = ("measurement_time", "participant_id", "participant_started_at", "current_intervention_name")
BASELINE = "baseline"


@dataclass
class _Person:
    """What the rows of one participant say, by day."""

    arms: dict[date, str] = field(default_factory=dict)
    answers: dict[date, tuple[datetime, float]] = field(default_factory=dict)
    twice: set[date] = field(default_factory=set)


def is_studyu(columns: tuple[str, ...]) -> bool:
    """Whether the columns are those of a StudyU export."""
    return set(MARKS) <= set(columns)


def read(table: Table, question: str | None = None) -> tuple[Diary, ...]:
    """One diary per participant, in the order of their ids."""
    rows = list(table.rows)
    column, asked = _question(table, rows, question)
    people: dict[str, _Person] = defaultdict(_Person)
    for row in rows:
        _take(row, column, people[row.get("participant_id")])
    arms = {arm for person in people.values() for arm in person.arms.values() if not _baseline(arm)}
    return tuple(_diary(name, people[name], asked, tuple(sorted(arms))) for name in sorted(people) if name)


def _question(table: Table, rows: list[Row], wanted: str | None) -> tuple[str, str]:
    """The response column to score, and the question in the file's words."""
    found = []
    for column in table.columns:
        if not column.endswith("_response"):
            continue
        answers = {row.get(column) for row in rows} - {""}
        text = next((row.get(column.replace("_response", "_text")) for row in rows), column)
        if answers and all(_is_score(answer) for answer in answers):
            found.append((column, text))
    for column, text in found:
        if wanted is None or wanted.casefold() in (column, text.casefold()):
            return column, text
    listed = "; ".join(f"'{text}'" for _, text in found) or "no question"
    raise IntakeError(
        f"no question '{wanted}' is answered 0 to 10 here"
        if wanted
        else "no question is answered 0 to 10 here",
        where=table.file,
        mend=f"choose one of those that are: {listed}",
    )


def _is_score(answer: str) -> bool:
    return answer.isdecimal() and LOWEST_SCORE <= int(answer) <= HIGHEST_SCORE


def _take(row: Row, column: str, person: _Person) -> None:
    answered, started = _time(row, "measurement_time"), _time(row, "participant_started_at")
    on = (answered + _offset(started)).date()
    arm = row.get("current_intervention_name")
    if arm:
        person.arms[on] = arm
    score = cells.score(row, column)
    if score is None:
        return
    if on in person.answers:
        person.twice.add(on)
    if on not in person.answers or answered > person.answers[on][0]:
        person.answers[on] = (answered, score)


def _offset(started: datetime) -> timedelta:
    """From UTC to the participant's clock, on which the study started at midnight."""
    past = timedelta(hours=started.hour, minutes=started.minute)
    return -past if past <= timedelta(hours=12) else timedelta(days=1) - past


def _time(row: Row, column: str) -> datetime:
    try:
        return datetime.fromisoformat(row.get(column))
    except ValueError:
        raise row.fault(f"'{row.get(column)[:40]}' is not a time", column) from None


def _diary(name: str, person: _Person, asked: str, arms: tuple[str, ...]) -> Diary:
    first, last = min(person.arms.keys() | person.answers), max(person.arms.keys() | person.answers)
    days = []
    for offset in range((last - first).days + 1):
        on = first + timedelta(days=offset)
        arm = person.arms.get(on)
        did = None if arm is None else frozenset[str]() if _baseline(arm) else frozenset([arm])
        days.append(Day(on, person.answers[on][1] if on in person.answers else None, did))
    notes = tuple(f"{on} was answered twice; the later answer counts." for on in sorted(person.twice))
    return Diary(name, asked, None, arms, tuple(days), notes)


def _baseline(arm: str) -> bool:
    return arm.casefold().startswith(BASELINE)
