"""What a cell says: dates, scores and sets, with an error that names the cell."""

from datetime import date
from difflib import get_close_matches
from math import isfinite

from firststep.intake.table import Row
from firststep.trial import NOTHING, OTHER
from firststep.trial.yardsticks import HIGHEST_SCORE, LOWEST_SCORE

SEVERAL = ";"
LONGEST = 40  # of a cell, in an error


def day(row: Row, column: str) -> date:
    """A calendar date, written 2026-11-01."""
    text = row.get(column)
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise row.fault(
            f"'{_short(text)}' is not a date",
            column,
            mend="write the date as year-month-day, like 2026-11-01",
        ) from None


def score(row: Row, column: str, *, whole: bool = True) -> float | None:
    """A score 0 to 10, whole unless said otherwise; None for an empty cell."""
    text = row.get(column)
    if not text:
        return None
    try:
        value = float(text)
    except ValueError:
        value = float("nan")
    if not isfinite(value) or not LOWEST_SCORE <= value <= HIGHEST_SCORE or (whole and value != int(value)):
        kind = "a whole number" if whole else "a number"
        raise row.fault(
            f"the score is '{_short(text)}', but it must be {kind} {LOWEST_SCORE} to {HIGHEST_SCORE}",
            column,
            mend="write the score of that morning, or leave the cell empty for a missed morning",
        )
    return value


def count(row: Row, column: str, most: int) -> int | None:
    """A whole number from 0 to `most`; None for an empty cell, and where there is no such column."""
    text = row.get(column)
    if not text:
        return None
    try:
        value = float(text)
    except ValueError:
        value = float("nan")
    if not 0 <= value <= most or value != int(value):
        raise row.fault(
            f"the number of {column} is '{_short(text)}', but it must be a whole number 0 to {most}",
            column,
            mend="write it in digits alone, like 8500, or leave the cell empty where nobody counted",
        )
    return int(value)


class Names:
    """The names of techniques in one file: spelled as first met, whatever their case.

    known
        The names that may stand in the file; None for any.
    """

    def __init__(self, known: tuple[str, ...] | None) -> None:
        self.known = known
        self._spelled = {name.casefold(): name for name in known or ()}

    def done(self, row: Row, column: str) -> frozenset[str] | None:
        """What was done: names with ';' between several, 'none' for nothing, empty for not told."""
        text = row.get(column)
        if not text:
            return None
        names = {part.strip() for part in text.split(SEVERAL) if part.strip()}
        if not names:
            return None
        folded = {name.casefold() for name in names}
        if NOTHING in folded:
            if len(folded) > 1:
                raise row.fault(
                    f"'{_short(text)}' says both '{NOTHING}' and that something was done",
                    column,
                    mend=f"keep '{NOTHING}' or the techniques, not both",
                )
            return frozenset()
        return frozenset(self._spell(row, column, name) for name in sorted(names))

    def _spell(self, row: Row, column: str, name: str) -> str:
        if name.casefold() == OTHER:
            return OTHER
        if self.known is not None and name.casefold() not in self._spelled:
            raise unknown(row, column, name, self.known)
        return self._spelled.setdefault(name.casefold(), name)


def unknown(row: Row, column: str, name: str, known: tuple[str, ...]) -> Exception:
    """The error for a technique that is not on the list."""
    near = get_close_matches(name, known, n=1, cutoff=0.6)
    guess = f"did you mean '{near[0]}'? Otherwise " if near else ""
    return row.fault(
        f"the technique '{_short(name)}' is not in the comparison, which has: {', '.join(known)}",
        column,
        mend=f"{guess}use one of these names, or '{OTHER}' for something that is not on the list",
    )


def _short(text: str) -> str:
    return text if len(text) <= LONGEST else text[:LONGEST] + "..."
