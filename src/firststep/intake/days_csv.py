"""A plain table of days: date, steps, walked_m, ran_m, longest_run_m, hard; one row a day."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from firststep.errors import IntakeError
from firststep.intake.table import Row, open_table
from firststep.records.activity import ActiveDay

COLUMNS = ("steps", "walked_m", "ran_m", "longest_run_m", "hard")
MOST = {"steps": 200_000, "hard": 20}
"""The most of a day; of metres, the most that anybody goes in one."""
MOST_METRES = 400_000


def is_days_csv(path: Path) -> bool:
    """Whether the first row of a file names our own columns."""
    try:
        columns = open_table(path).columns
    except IntakeError:
        return False
    return "date" in columns and bool(set(columns) & set(COLUMNS))


def read_days_csv(path: Path) -> tuple[ActiveDay, ...]:
    """The days of a table, by date. IntakeError names the row and the column of what is wrong.

    An empty cell is "not known", 0 is "none".
    """
    table = open_table(path)
    if "date" not in table.columns or not set(table.columns) & set(COLUMNS):
        raise IntakeError(
            "this table has no days of activity",
            where=path.name,
            mend=f"its first row must name 'date' and some of {', '.join(COLUMNS)}",
        )
    found: dict[date, ActiveDay] = {}
    for row in table.rows:
        day = _day(row, path)
        if day.on in found:
            raise row.fault("this day stands here for the second time", "date", mend="keep one of the two")
        found[day.on] = day
    return tuple(found[on] for on in sorted(found))


def _day(row: Row, path: Path) -> ActiveDay:
    try:
        on = date.fromisoformat(row.get("date"))
    except ValueError:
        raise row.fault("this is no date", "date", mend="write it as 2026-11-23") from None
    amounts = dict(_amounts(row))
    steps, hard = amounts.get("steps"), amounts.get("hard")
    return ActiveDay(
        on=on,
        source=f"csv: {path.name}",
        steps=None if steps is None else round(steps),
        walked_m=amounts.get("walked_m"),
        ran_m=amounts.get("ran_m"),
        longest_run_m=amounts.get("longest_run_m"),
        hard=0 if hard is None else round(hard),
    )


def _amounts(row: Row) -> Iterator[tuple[str, float]]:
    for column in COLUMNS:
        cell = row.get(column)
        if not cell:
            continue
        most = MOST.get(column, MOST_METRES)
        try:
            number = float(cell)
        except ValueError:
            raise row.fault("this is no number", column, mend="write digits only, as 8450") from None
        if not 0 <= number <= most:
            raise row.fault(f"this is not 0 to {most}", column, mend="check the number and its unit")
        yield column, number
