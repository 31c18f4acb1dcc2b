"""What a trial refuses, and how it says so."""

from collections.abc import Iterable
from datetime import date
from numbers import Real

from firststep.errors import TrialError
from firststep.trial.yardsticks import (
    HIGHEST_SCORE,
    LONGEST_GAP,
    LOWEST_SCORE,
    MOST_TECHNIQUES,
    MOST_USUAL_DAYS,
)

OTHER = "other"
"""Something that is not on the list was done. Never advised; has its own nuisance effect."""

NOTHING = "none"
"""Reserved: in files it says that nothing was done."""

NOT_IN_NAMES = ";\r\n"
"""Signs that a diary file could not hold in a name."""


def check_names(names: Iterable[str]) -> None:
    """Refuse names that cannot stand beside each other."""
    seen = set()
    for name in names:
        check_name(name)
        if name in seen:
            raise TrialError(f"the technique '{name}' is listed twice", mend="list each technique once")
        seen.add(name)


def check_name(name: str) -> None:
    """Refuse what cannot name a technique."""
    if not isinstance(name, str) or not name.strip():
        raise TrialError(f"{name!r} cannot name a technique", mend="give each technique a short name")
    if name != name.strip() or set(name) & set(NOT_IN_NAMES):
        raise TrialError(
            f"the name {name!r} has a blank at an end, a semicolon or a line break",
            mend="leave these out: a diary file could not hold the name",
        )
    if name.casefold() in (OTHER, NOTHING):
        raise TrialError(
            f"'{name}' is a reserved word and cannot name a technique",
            mend="choose another name for this technique",
        )


def unknown(name: str, techniques: Iterable[str], *, where: str | None = None) -> TrialError:
    """The error for a technique that is not in the comparison."""
    listed = ", ".join(techniques) or "no technique"
    return TrialError(
        f"the technique '{name}' is not in this comparison, which has: {listed}",
        where=where,
        mend=f"use one of these names, add '{name}' to the comparison, "
        f"or say '{OTHER}' for something that is not on the list",
    )


def check_score(pain: float | None, where: str) -> float | None:
    """A score as a number; None for a missed morning."""
    if pain is None:
        return None
    fits = isinstance(pain, Real) and not isinstance(pain, bool)
    if not fits or not LOWEST_SCORE <= pain <= HIGHEST_SCORE or pain != int(pain):
        raise TrialError(
            f"pain is {str(pain)[:20]!r}, but it must be a whole number {LOWEST_SCORE} to {HIGHEST_SCORE}",
            where=where,
            mend="pass the score of the first steps, or None for a missed morning",
        )
    return float(pain)


def check_design(techniques: tuple[str, ...], usual_days: float, better: str | None, seed: int) -> None:
    """Refuse a design that could answer nothing."""
    check_names(techniques)
    if not 1 <= len(techniques) <= MOST_TECHNIQUES:
        raise TrialError(f"a trial compares 1 to {MOST_TECHNIQUES} techniques, not {len(techniques)}")
    if not isinstance(usual_days, Real) or not 0.0 <= usual_days <= MOST_USUAL_DAYS:
        raise TrialError(f"usual_days is {usual_days!r}, but it must lie in 0 to {MOST_USUAL_DAYS}")
    if len(techniques) == 1 and not usual_days:
        raise TrialError(
            "one technique alone has nothing to be compared with",
            mend="add a technique, or have usual days without it, for example one in seven (0.143)",
        )
    if better is None:
        raise TrialError("a trial must know which way is better", mend="pass better='lower' or 'higher'")
    check_better(better)
    if not isinstance(seed, int) or isinstance(seed, bool):
        raise TrialError(f"seed is {seed!r}, but it must be a whole number")


def check_better(better: str | None) -> None:
    """Refuse what is no direction; None means that nobody said."""
    if better not in ("lower", "higher", None):
        raise TrialError(f"better is {better!r}, but it must be 'lower' or 'higher'")


def check_day(on: date) -> None:
    """Refuse what is not a calendar date; a time of day has no place here."""
    if type(on) is not date:
        raise TrialError(f"{on!r} is not a calendar date", mend="pass datetime.date(year, month, day)")


def check_gap(days: int, where: str) -> None:
    """Refuse a gap between two mornings that is likelier a slip of the pen."""
    if days > LONGEST_GAP:
        raise TrialError(
            f"this is {days} days after the morning before, and a diary bears {LONGEST_GAP} at most",
            where=where,
            mend="check the year, or begin a new diary",
        )
