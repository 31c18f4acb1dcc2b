"""Google Takeout, Fit: a table with a row for each day, and for each day a table of its quarters of an hour.

Names of files and columns are translated, so columns are told by their units
and places. The distance includes what was ridden and driven, so it is not
handed on.
"""

import re
from dataclasses import dataclass
from datetime import date

from firststep.errors import IntakeError
from firststep.intake.activity.amounts import decimal, whole
from firststep.intake.activity.daily import Days
from firststep.intake.activity.found import Found
from firststep.intake.activity.json_list import day_of
from firststep.intake.activity.parts import Opened, Peek
from firststep.intake.activity.sheets import Sheet, first_rows, sheet
from firststep.knowledge.said import Said, plainly, said
from firststep.records.activity import ActiveDay

KIND = "google-takeout"
WHOLE = False
CLOCK = re.compile(r"[0-9]{2}:[0-9]{2}:[0-9]{2}(\.[0-9]+)?([+-][0-9]{2}:[0-9]{2}|Z)?")
IN_NAME = re.compile(r"(?<![0-9])[0-9]{4}-[0-9]{2}-[0-9]{2}(?![0-9])")
SPEED, WEIGHT, TIME, ENERGY = "(m/s)", "(kg)", "(ms)", "(kcal)"
STEPS = ("step", "pas", "schritt", "paso", "passi", "passos", "stappen", "steg")
RUNNING = (
    "running",
    "jogging",
    "course",
    "laufen",
    "joggen",
    "correr",
    "carrera",
    "corsa",
    "corrida",
    "hardlopen",
)
WALKING = (
    "walking",
    "marche",
    "gehen",
    "caminar",
    "caminata",
    "camminata",
    "caminhada",
    "wandelen",
    "hiking",
)
NO_DAY = said("row_no_date")
NO_STEPS = said("no_count")
WHICH_DAY = said("which_day")


@dataclass(frozen=True, slots=True)
class _Columns:
    steps: int
    walking: tuple[int, ...]
    running: tuple[int, ...]


def is_mine(file: Peek) -> bool:
    """Whether a row of units stands over dates, or over times of a day."""
    rows = first_rows(file.text())
    if (
        len(rows) == 1
        or not rows
        or not any(cell.endswith(ENERGY) for cell in rows[0])
        or _columns(rows[0]) is None
    ):
        return False
    first = rows[1][0] if rows[1] else ""
    return day_of(first) is not None or CLOCK.fullmatch(first) is not None


def read(file: Opened) -> Found:
    """The days of all tables; a day that has both kinds of table counts once."""
    days = Days(KIND)
    for part in file.parts:
        table = sheet(part)
        rows = [(number, cells) for number, cells in table.rows() if any(cells)]
        columns = _columns([cell.casefold() for cell in rows[0][1]]) if rows else None
        if columns is None:
            days.skips.add(part.name, said("no_steps_column"))
            continue
        if CLOCK.fullmatch(rows[1][1][0]) if len(rows) > 1 else False:
            why = _quarters(table, columns, rows[1:], days)
            if why and len(file.parts) == 1:
                raise IntakeError(
                    plainly(why), where=part.name, mend="give the file its own name back, as 2026-11-01.csv"
                )
            if why:
                days.skips.add(part.name, why)
        else:
            _daily(table, columns, rows[1:], days)
        for fault in table.faults:
            days.note(said("of_file", name=part.name, why=fault))
    return days.found()


def _columns(cells: list[str]) -> _Columns | None:
    """Where the columns are; None where there is none of steps.

    It stands alone between the speeds and the weights, in every language.
    """
    speeds = [place for place, cell in enumerate(cells) if cell.endswith(SPEED)]
    weights = [place for place, cell in enumerate(cells) if cell.endswith(WEIGHT)]
    between = range(speeds[-1] + 1, weights[0]) if speeds and weights else range(0)
    named = [
        place for place, cell in enumerate(cells) if any(word in cell for word in STEPS) and "(" not in cell
    ]
    steps = between[0] if len(between) == 1 else next(iter(named), None)
    if steps is None:
        return None
    times = [place for place, cell in enumerate(cells) if cell.endswith(TIME)]
    running = tuple(place for place in times if any(word in cells[place] for word in RUNNING))
    walking = tuple(
        place for place in times if place not in running and any(word in cells[place] for word in WALKING)
    )
    return _Columns(steps, walking, running)


def _daily(table: Sheet, columns: _Columns, rows: list[tuple[int, list[str]]], days: Days) -> None:
    for number, cells in rows:
        on = day_of(cells[0])
        if on is None:
            days.skips.add(said("at_row", name=table.name, n=number), NO_DAY)
            continue
        _take(table, on, [cells], columns, days)


def _quarters(table: Sheet, columns: _Columns, rows: list[tuple[int, list[str]]], days: Days) -> Said | None:
    """One day from its quarters of an hour; why it could not be told, or None.

    Only the name of such a file has the date: the one thing that is told by a name.
    """
    named = IN_NAME.search(table.name)
    on = day_of(named[0]) if named else None
    if on is None:
        return WHICH_DAY
    _take(table, on, [cells for _, cells in rows], columns, days)
    return None


def _take(table: Sheet, on: date, rows: list[list[str]], columns: _Columns, days: Days) -> None:
    """Add up the rows of one day and keep it; a day on which nothing was counted is passed over."""
    steps = [told for cells in rows if (told := whole(_cell(cells, columns.steps))) is not None]
    if not steps:
        days.skips.add(f"{table.name}, {on}", NO_STEPS)
        return
    days.add(
        ActiveDay(
            on=on,
            source=KIND,
            steps=sum(steps),
            walked_s=_seconds(rows, columns.walking),
            ran_s=_seconds(rows, columns.running),
        )
    )


def _seconds(rows: list[list[str]], places: tuple[int, ...]) -> float | None:
    if not places:
        return None
    told = [
        value for cells in rows for place in places if (value := decimal(_cell(cells, place))) is not None
    ]
    return sum(told) / 1000


def _cell(cells: list[str], place: int) -> str:
    return cells[place] if place < len(cells) else ""
