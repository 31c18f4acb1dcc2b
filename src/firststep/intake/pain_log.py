"""A log of ratings: a row per rating, with a name and a day, as MyAIGuide keeps it.

No technique is compared. A day with several ratings counts with its worst. Ratings
need not be whole numbers; they must lie in 0 to 10.
"""

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date

from firststep.errors import IntakeError
from firststep.intake import cells
from firststep.intake.table import Row, Table
from firststep.records import Day, Diary

MARKS = ("name", "startday", "startmonth", "startyear", "intensity")


def is_pain_log(columns: tuple[str, ...]) -> bool:
    """Whether the columns are those of a log of ratings."""
    return set(MARKS) <= set(columns)


@dataclass
class _Ratings:
    """What the rows of one name say."""

    worst: dict[date, float] = field(default_factory=dict)
    rated: int = 0
    undated: int = 0


def read(table: Table, question: str | None = None) -> tuple[Diary, ...]:
    """One diary per name in the log whose ratings are of pain, or of the name asked for."""
    names: dict[str, _Ratings] = defaultdict(_Ratings)
    for row in table.rows:
        if _wanted(row.get("name"), question):
            _take(row, names[row.get("name")])
    diaries = tuple(_diary(name, names[name]) for name in sorted(names) if names[name].worst)
    if not diaries:
        wanted = "pain" if question is None else f"'{question}'"
        undated = sum(ratings.undated for ratings in names.values())
        raise IntakeError(
            f"none of the {undated} ratings of {wanted} names its day"
            if undated
            else f"nothing here is a rating of {wanted}",
            where=table.file,
            mend="choose one of the names in the first column with --question",
        )
    return diaries


def _take(row: Row, ratings: _Ratings) -> None:
    rating = cells.score(row, "intensity", whole=False)
    if rating is None:
        return
    if not row.get("startmonth"):
        ratings.undated += 1
        return
    on = _date(row)
    ratings.rated += 1
    ratings.worst[on] = max(rating, ratings.worst.get(on, rating))


def _wanted(name: str, question: str | None) -> bool:
    return "pain" in name.casefold() if question is None else name.casefold() == question.casefold()


def _date(row: Row) -> date:
    try:
        return date(*(int(row.get(part)) for part in ("startyear", "startmonth", "startday")))
    except ValueError:
        raise row.fault("the three cells of the start do not make a date", "startday") from None


def _diary(name: str, ratings: _Ratings) -> Diary:
    spare = ratings.rated - len(ratings.worst)
    notes = []
    if spare:
        notes.append(f"{spare} more ratings fell on days that had one; a day counts with its worst.")
    if ratings.undated:
        notes.append(f"{ratings.undated} ratings name no day and were left out.")
    days = tuple(Day(on, ratings.worst[on]) for on in sorted(ratings.worst))
    return Diary(name, name, "lower", (), days, tuple(notes))
