"""Fitbit: the monthly tables of its site, in any language, and the steps of each day from its data service.

A table has a line with its name above its header. The header is translated,
so the columns are told by their places. The distance is walking and running
together, in a unit that the file does not name, so it is not handed on.
"""

from collections.abc import Iterator

from firststep.intake.activity.amounts import whole
from firststep.intake.activity.daily import Days
from firststep.intake.activity.day_first import days_of, parts_of
from firststep.intake.activity.found import Found
from firststep.intake.activity.json_list import count, day_of, listed
from firststep.intake.activity.parts import Opened, Part, Peek
from firststep.intake.activity.sheets import Sheet, first_rows, sheet
from firststep.knowledge.said import said
from firststep.records.activity import ActiveDay

KIND = "fitbit"
WHOLE = False
LIST = '"activities-steps"'
COLUMNS, DATE, STEPS, MINUTES = 10, 0, 2, slice(5, 9)
NOT_A_DAY = said("not_a_day")
EITHER_ORDER = said("either_order")


def is_mine(file: Peek) -> bool:
    """Whether it is a table of activities, or the list of days."""
    text = file.text().lstrip()
    if text.startswith("{"):
        return LIST in text
    return any(_is_header(cells) for cells in first_rows(text))


def _is_header(cells: list[str]) -> bool:
    return len(cells) == COLUMNS and all("minut" in cell.casefold() for cell in cells[MINUTES])


def read(file: Opened) -> Found:
    """The steps of every day."""
    days = Days(KIND)
    for part in file.parts:
        if _is_list(part):
            _read_list(part, days)
        else:
            _read_table(sheet(part), days)
    return days.found()


def _is_list(part: Part) -> bool:
    return part.peek().text().lstrip().startswith("{")


def _read_list(part: Part, days: Days) -> None:
    entries = listed(part)
    begins = entries.text.find("[", entries.text.find(LIST))
    for number, entry in entries.objects(begins if begins >= 0 else len(entries.text)):
        on, steps = day_of(entry.get("dateTime")), count(entry.get("value"))
        if on is None or steps is None:
            days.skips.add(said("at_entry", name=part.name, n=number), NOT_A_DAY)
        else:
            days.add(ActiveDay(on=on, source=KIND, steps=steps))
    for fault in entries.faults:
        days.note(said("of_file", name=part.name, why=fault))


def _read_table(table: Sheet, days: Days) -> None:
    rows = list(_activities(table))
    dates = days_of([cells[DATE] for _, cells in rows])
    if dates is None:
        days.skips.add(table.name, EITHER_ORDER)
        return
    for (number, cells), on in zip(rows, dates, strict=True):
        steps = whole(cells[STEPS])
        if on is None or steps is None:
            days.skips.add(said("at_row", name=table.name, n=number), NOT_A_DAY)
        else:
            days.add(ActiveDay(on=on, source=KIND, steps=steps))
    for fault in table.faults:
        days.note(said("of_file", name=table.name, why=fault))


def _activities(table: Sheet) -> Iterator[tuple[int, list[str]]]:
    """The rows of the table of activities; other tables may stand above and below it."""
    inside = False
    for number, cells in table.rows():
        if _is_header(cells):
            inside = True
        elif inside and len(cells) == COLUMNS:
            yield number, cells
        elif inside and any(cells):
            if parts_of(cells[DATE]) is None:
                inside = False  # the name of the next table
            else:
                yield number, [cells[DATE], *[""] * (COLUMNS - 1)]  # half a row
