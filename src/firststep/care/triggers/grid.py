"""A person's days on a calendar without holes: one number a day, or nothing known.

Only the days that can matter are laid out: the days to compare with, the weeks that the first of
them looks back on, and none after the pain began.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from firststep.records.triggers import Onset, Told

Numbers = NDArray[np.float64]

COMPARED = 730
"""Days that the day of one onset is compared with, itself among them: two years, every season twice."""

COMPARED_ABOUT = 40
"""As many more for each day by which the onset may be off."""

LOOK_BACK = 84
"""Days that each of them looks back on: the twelve weeks of a lasting change."""


class Load(Protocol):
    """What one day held, sources already put together. None: nothing says."""

    @property
    def on(self) -> date:
        """The day, where the person was."""

    @property
    def steps(self) -> int | None:
        """Steps of the whole day."""

    @property
    def walked_m(self) -> float | None:
        """Metres walked."""

    @property
    def ran_m(self) -> float | None:
        """Metres run, all runs together."""

    @property
    def longest_run_m(self) -> float | None:
        """Metres of the longest run."""

    @property
    def hard(self) -> int:
        """Hard sessions."""

    @property
    def sources(self) -> tuple[str, ...]:
        """All that said anything of the day."""


class Amount(StrEnum):
    """What is counted day by day."""

    STEPS = "steps"
    WALKED = "walked"
    RAN = "ran"
    LONGEST = "longest"
    HARD = "hard"
    STANDING = "standing"


@dataclass(frozen=True, slots=True, eq=False)
class Grid:
    """One number a day for each amount: `values[amount][i]` is that of `first` and i days; NaN is unknown."""

    first: date
    length: int
    onset: int
    within: int
    compared: int
    values: dict[Amount, Numbers]

    def place(self, on: date) -> int:
        """How many days after the first."""
        return (on - self.first).days

    def day(self, place: int) -> date:
        """The day at a place."""
        return self.first + timedelta(days=int(place))


def grid(onset: Onset, days: Iterable[Load], told: Told, *, compared: int = COMPARED) -> Grid:
    """The calendar that an onset is looked at on.

    compared
        How many days it is compared with.

    A day is laid out as unknown where nothing says, and where it has no steps at all: nobody wore
    it. A day without a run counts as none run from the first run on to the last day that any
    source knows, as nobody records the runs that they do not make. Hard sessions likewise.
    """
    first = onset.on - timedelta(days=compared + LOOK_BACK + onset.within)
    length = (onset.on - first).days + onset.within + 1
    shown = [day for day in days if 0 <= (day.on - first).days < length - 1]
    values = {amount: np.full(length, np.nan) for amount in Amount}
    last = max(((day.on - first).days for day in shown), default=-1)
    for day in shown:
        _lay(values, (day.on - first).days, day)
    _no_record_no_run(values, last)
    values[Amount.STANDING] = _standing(told, first, length)
    return Grid(first, length, length - 1 - onset.within, onset.within, compared, values)


def _lay(values: dict[Amount, Numbers], at: int, day: Load) -> None:
    longest = day.longest_run_m if day.longest_run_m is not None else day.ran_m
    ran = day.ran_m if day.ran_m is not None else day.longest_run_m
    said = {
        Amount.STEPS: day.steps or None,
        Amount.WALKED: day.walked_m or None,
        Amount.RAN: ran,
        Amount.LONGEST: longest,
        Amount.HARD: day.hard,
    }
    for amount, number in said.items():
        if number is not None:
            values[amount][at] = number


def _no_record_no_run(values: dict[Amount, Numbers], last: int) -> None:
    """Nought where nothing is known of runs and of hard sessions, from the first one to the last day."""
    for first_of, amounts in ((Amount.RAN, (Amount.RAN, Amount.LONGEST)), (Amount.HARD, (Amount.HARD,))):
        found = np.flatnonzero(values[first_of] > 0)
        begins = int(found[0]) if found.size else values[first_of].size
        for amount in amounts:
            values[amount][:begins] = np.nan
            _none_between(values[amount], begins, last)


def _none_between(numbers: Numbers, first: int, last: int) -> None:
    """Nought where nothing is known, from the first to the last."""
    part = numbers[first : last + 1]
    part[np.isnan(part)] = 0.0


def _standing(told: Told, first: date, length: int) -> Numbers:
    """Hours a day on one's feet, as told from a day on; a later telling goes before an earlier one.

    Known only from the day on from which all of it was told; not at all where that was not said.
    """
    numbers = np.full(length, np.nan)
    for one in sorted(told.standing, key=lambda one: (one.since, one.hours)):
        begins = max(0, (one.since - first).days)
        ends = length if one.until is None else max(0, (one.until - first).days + 1)
        numbers[begins:ends] = one.hours
    if told.all_standing_since is None:
        return np.full(length, np.nan)
    numbers[: max(0, (told.all_standing_since - first).days)] = np.nan
    return numbers
