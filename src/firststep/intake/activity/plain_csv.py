"""A plain table: a row for each day, with our own names of columns.

    date,steps,walked_km,ran_km,longest_run_km,hard
    2026-11-01,9000,,5.2,5.2,0

Any other column is left out, and that is said. Kilometres may be metres
(`ran_m`), and times are in minutes (`ran_min`). A column `source` keeps two
devices apart.
"""

from firststep.intake.activity.amounts import decimal, whole
from firststep.intake.activity.found import Found, Skips, shown, source_of
from firststep.intake.activity.json_list import day_of
from firststep.intake.activity.parts import Opened, Peek
from firststep.intake.activity.sheets import first_rows, sheet
from firststep.knowledge.said import Said, Sayable, said
from firststep.records.activity import ActiveDay

KIND = "plain"
WHOLE = False
DATE, STEPS, HARD, SOURCE = "date", "steps", "hard", "source"
AMOUNTS = {
    "walked_m": ("walked_m", 1.0),
    "walked_km": ("walked_m", 1000.0),
    "walked_min": ("walked_s", 60.0),
    "ran_m": ("ran_m", 1.0),
    "ran_km": ("ran_m", 1000.0),
    "ran_min": ("ran_s", 60.0),
    "longest_run_m": ("longest_run_m", 1.0),
    "longest_run_km": ("longest_run_m", 1000.0),
}
KNOWN = {DATE, STEPS, HARD, SOURCE, *AMOUNTS}
A_DIARY = "pain"
NO_DATE = said("plain_no_date")
NO_NUMBER = said("no_number")
NOTHING = said("says_nothing")
AGAIN = said("same_day")


class _NoNumberError(Exception):
    """A cell is no number; its one argument is the column."""


def is_mine(file: Peek) -> bool:
    """Whether its header has a date and something that was done on it."""
    names = set(next(iter(first_rows(file.text())), []))
    return DATE in names and bool(names & {STEPS, HARD, *AMOUNTS}) and A_DIARY not in names


def read(file: Opened) -> Found:
    """The days of the table."""
    days: dict[tuple[object, str], ActiveDay] = {}
    skips, notes = Skips(), list[Said]()
    for part in file.parts:
        table = sheet(part)
        names: list[str] = []
        for number, cells in table.rows():
            if not names:
                names = [cell.casefold() for cell in cells]
                notes += _left_out(names)
                continue
            if any(cells):
                _take(
                    dict(zip(names, cells, strict=False)),
                    said("at_row", name=part.name, n=number),
                    days,
                    skips,
                )
        notes += [said("of_file", name=part.name, why=fault) for fault in table.faults]
    return Found(source_kind=KIND, days=tuple(days.values()), skipped=skips.all(), notes=tuple(notes))


def _left_out(names: list[str]) -> list[Said]:
    others = [f"'{shown(name)}'" for name in names if name and name not in KNOWN][:10]
    return [said("columns_left", names=", ".join(others))] if others else []


def _take(
    row: dict[str, str], where: Sayable, days: dict[tuple[object, str], ActiveDay], skips: Skips
) -> None:
    try:
        day = _day(row)
    except _NoNumberError as fault:
        skips.add(said("at_column", where=where, column=fault.args[0]), NO_NUMBER)
        return
    if day is None or day == ActiveDay(on=day.on, source=day.source):
        skips.add(where, NO_DATE if day is None else NOTHING)
    elif (day.on, day.source) in days:
        skips.add(where, AGAIN)
    else:
        days[day.on, day.source] = day


def _day(row: dict[str, str]) -> ActiveDay | None:
    on = day_of(row.get(DATE, ""))
    if on is None:
        return None
    told = {
        field: amount * scale
        for column, (field, scale) in AMOUNTS.items()
        if (amount := _amount(row, column)) is not None
    }
    return ActiveDay(
        on=on,
        source=source_of(KIND, row.get(SOURCE)),
        steps=_count(row, STEPS),
        hard=_count(row, HARD) or 0,
        walked_m=told.get("walked_m"),
        walked_s=told.get("walked_s"),
        ran_m=told.get("ran_m"),
        ran_s=told.get("ran_s"),
        longest_run_m=told.get("longest_run_m"),
    )


def _count(row: dict[str, str], column: str) -> int | None:
    text = row.get(column, "")
    number = whole(text)
    if text and number is None:
        raise _NoNumberError(column)
    return number


def _amount(row: dict[str, str], column: str) -> float | None:
    text = row.get(column, "")
    number = decimal(text)
    if text and number is None:
        raise _NoNumberError(column)
    return number
