"""Known loads: one number a day, such as steps, that may go with the score of the next morning.

The engine knows a load by how far a day lies from the person's own other days, in sds: so it is
the same in steps, thousands of steps or hours, and it says nothing of how much is much.

A day of which nobody told the load is not a day of none. It counts as a middling one, and what
that leaves open widens what its morning says, as it does for a day whose doing was not told.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from math import isfinite
from numbers import Real

import numpy as np
from numpy.typing import NDArray

from firststep.errors import TrialError
from firststep.trial.yardsticks import FEWEST_APART, FEWEST_KNOWN

Floats = NDArray[np.float64]

Amounts = tuple[float | None, ...]
"""A number for each gap between two mornings; None where nobody told."""

LEAST_SPREAD = 1e-9
"""Sd, as a share of the largest number, below which numbers differ by rounding alone."""


class Lack(StrEnum):
    """What is missing before a load can be looked at."""

    DAYS = "too-few-days"
    """Too few scored mornings right after a day that is known."""

    VARIATION = "hardly-varies"
    """The days that are known are nearly all the same."""


@dataclass(frozen=True, slots=True)
class Scale:
    """Mean and sd of a load over the days that are known, in its own unit."""

    middle: float
    typical: float


def check_loads(loads: Mapping[str, Amounts], gaps: int) -> None:
    """Refuse loads that do not fit so many gaps, or are no numbers."""
    for name, told in loads.items():
        if not isinstance(name, str) or not name.strip():
            raise TrialError(f"{name!r} cannot name a load", mend="give each load a short name")
        if len(told) != gaps:
            raise TrialError(f"the load '{name}' has {len(told)} numbers, but {gaps} are needed")
        for amount in told:
            if amount is not None and not _is_number(amount):
                raise TrialError(
                    f"the load '{name}' is {str(amount)[:20]!r} on a day, but it must be a number",
                    mend="pass a number, or None where nobody told",
                )


def scale_of(told: Amounts) -> Scale:
    """The scale of a load, from its gaps before a morning. There must be a known one."""
    known = _known(told[:-1])
    return Scale(float(known.mean()), float(known.std()))


def standardised(told: Amounts) -> Floats:
    """How far each day lies from the middling one, in sds, (n,) for n mornings; nan where not known.

    The last gap has no morning yet. All noughts where the days do not differ.
    """
    amounts = np.array([np.nan if amount is None else amount for amount in told[:-1]], dtype=np.float64)
    known = _known(told[:-1])
    if not len(known):
        return amounts
    if known.std() <= LEAST_SPREAD * np.abs(known).max():
        return amounts * 0.0
    return np.asarray((amounts - known.mean()) / known.std())


def lack(told: Amounts, pain: tuple[float | None, ...]) -> Lack | None:
    """What is missing before a load can be looked at; None where it is enough.

    It takes FEWEST_KNOWN scored mornings right after a day that is known, and FEWEST_APART of these
    days with another amount than the one that is told most often.
    """
    pairs = zip(pain, told, strict=False)
    known = [float(amount) for score, amount in pairs if score is not None and amount is not None]
    if len(known) < FEWEST_KNOWN:
        return Lack.DAYS
    commonest = Counter(known).most_common(1)[0][1]
    spread = np.nanstd(standardised(told))
    return Lack.VARIATION if len(known) - commonest < FEWEST_APART or not spread else None


def scored_after_known(told: Amounts, pain: tuple[float | None, ...]) -> int:
    """Scored mornings right after a day whose load is known."""
    pairs = zip(pain, told, strict=False)
    return sum(score is not None and amount is not None for score, amount in pairs)


def check_enough(loads: Mapping[str, Amounts], pain: tuple[float | None, ...]) -> None:
    """Refuse a load that could tell nothing."""
    for name, told in loads.items():
        missing = lack(told, pain)
        if missing is Lack.DAYS:
            raise TrialError(
                f"the load '{name}' is known for too few days",
                mend=f"leave it out until it is known before {FEWEST_KNOWN} scored mornings",
            )
        if missing is Lack.VARIATION:
            raise TrialError(
                f"the load '{name}' is nearly the same on every day, so it can tell nothing",
                mend="leave it out",
            )


def _known(told: Amounts) -> Floats:
    return np.array([amount for amount in told if amount is not None], dtype=np.float64)


def _is_number(amount: object) -> bool:
    return isinstance(amount, Real) and not isinstance(amount, bool) and isfinite(amount)
