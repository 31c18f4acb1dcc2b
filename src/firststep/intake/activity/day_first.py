"""Dates written with the day or the month first: which, is told from all dates of a file at once."""

import re
from datetime import date

DATE = re.compile(r"([0-9]{1,4})([-/.])([0-9]{1,2})\2([0-9]{1,4})")
YEAR_DIGITS = 4
ORDERS = ((2, 1, 0), (2, 0, 1))  # where year, month and day stand: day first, month first


def parts_of(text: str) -> tuple[str, str, str] | None:
    """The three numbers of a date, as they stand; None where it is none."""
    match = DATE.fullmatch(text.strip())
    return (match[1], match[3], match[4]) if match else None


def days_of(texts: list[str]) -> list[date | None] | None:
    """The dates, in the order of day and month that fits them all; None where both fit alike.

    A file covers a stretch of days. Read in the wrong order, the same days
    lie months apart, so of two orders that fit, the one with the shorter
    stretch is right.
    """
    stood = [parts_of(text) for text in texts]
    if all(parts is None or len(parts[0]) == YEAR_DIGITS for parts in stood):
        return [_date(parts, (0, 1, 2)) for parts in stood]
    readings = [[_date(parts, order) for parts in stood] for order in ORDERS]
    fits = [sum(day is not None for day in reading) for reading in readings]
    if fits[0] != fits[1]:
        return readings[0] if fits[0] > fits[1] else readings[1]
    stretches = [_stretch(reading) for reading in readings]
    if stretches[0] == stretches[1] and readings[0] != readings[1]:
        return None
    return readings[0] if stretches[0] <= stretches[1] else readings[1]


def _date(parts: tuple[str, str, str] | None, order: tuple[int, int, int]) -> date | None:
    if parts is None or len(parts[order[0]]) != YEAR_DIGITS:
        return None
    try:
        return date(*(int(parts[place]) for place in order))
    except ValueError:
        return None


def _stretch(reading: list[date | None]) -> int:
    told = [day.toordinal() for day in reading if day is not None]
    return max(told) - min(told) if told else 0
