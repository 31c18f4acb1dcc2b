"""What a trial refuses, and how it says so."""

from collections.abc import Iterable
from math import isfinite
from numbers import Real

from firststep.errors import TrialError
from firststep.trial.yardsticks import (
    HIGHEST_SCORE,
    LOWEST_SCORE,
    MOST_TECHNIQUES,
    MOST_USUAL_DAYS,
)

OTHER = "other"
"""Something that is not on the list was done. Never advised; has its own nuisance effect."""

NOTHING = "none"
"""Reserved: in files it says that nothing was done."""


def check_name(name: str) -> None:
    """Refuse what cannot name a technique."""
    if not name.strip():
        raise TrialError("a technique needs a name", mend="give each technique a short name")
    if name in (OTHER, NOTHING):
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
    fits = isinstance(pain, Real) and not isinstance(pain, bool) and isfinite(pain)
    if not fits or pain != int(pain) or not LOWEST_SCORE <= pain <= HIGHEST_SCORE:
        raise TrialError(
            f"pain is {pain!r}, but it must be a whole number {LOWEST_SCORE} to {HIGHEST_SCORE}",
            where=where,
            mend="pass the score of the first steps, or None for a missed morning",
        )
    return float(pain)


def check_design(techniques: tuple[str, ...], usual_days: float, better: str) -> None:
    """Refuse a design that could answer nothing."""
    for name in techniques:
        check_name(name)
    if len(set(techniques)) != len(techniques):
        raise TrialError("a technique is listed twice", mend="list each technique once")
    if not 1 <= len(techniques) <= MOST_TECHNIQUES:
        raise TrialError(f"a trial compares 1 to {MOST_TECHNIQUES} techniques, not {len(techniques)}")
    if not 0.0 <= usual_days <= MOST_USUAL_DAYS:
        raise TrialError(f"usual_days is {usual_days}, but it must lie in 0 to {MOST_USUAL_DAYS}")
    if len(techniques) == 1 and not usual_days:
        raise TrialError(
            "one technique alone has nothing to be compared with",
            mend="add a technique, or set usual_days, for example 1 / 7",
        )
    if better not in ("lower", "higher"):
        raise TrialError(f"better is {better!r}, but it must be 'lower' or 'higher'")
