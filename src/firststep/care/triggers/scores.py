"""How unusual each day's run-up is: one score a day for each candidate, from the days before it only.

A score at a day says how far the days just before lie above the weeks before them. Its size means
nothing by itself: `standing_out` holds it against the same score on the person's other days.
"""

from collections.abc import Iterable
from datetime import date
from enum import StrEnum

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view

from firststep.care.triggers.change import WEEKS, fits, rises
from firststep.care.triggers.grid import Amount, Grid, Numbers
from firststep.records.triggers import Told

WEEK, MONTH = 7, 28
FEWEST_OF_WEEK, FEWEST_OF_MONTH = 4, 14
"""Days that must be known of a week, and of the four weeks before it."""

RUNS = 14
"""A long run counts for two weeks."""

LONGEST_OF = 30
"""Days whose longest run a run is held against, as in the study of single runs."""

LEAST_RUN = 3000.0
"""Metres: after no run, or short ones only, a run is held against one of three kilometres."""

HARD, HARD_BEFORE = 14, 56
STANDING, STANDING_BEFORE = 14, 28
NEW = 42
"""Days that shoes are new, and that an event is near: six weeks, our own line."""

PAD = {Amount.STEPS: 500.0, Amount.WALKED: 400.0, Amount.RAN: 150.0}
"""A day's amount that changes of nearly nothing are measured against."""


class Kind(StrEnum):
    """What may have changed before the onset."""

    SHOES = "shoes"
    SINGLE_RUN = "single-run"
    RAN_WEEK = "ran-week"
    RAN_CHANGE = "ran-change"
    HARD = "hard"
    STEPS_WEEK = "steps-week"
    STEPS_CHANGE = "steps-change"
    WALKED_WEEK = "walked-week"
    WALKED_CHANGE = "walked-change"
    STANDING = "standing"
    EVENT = "event"


WEEKLY = {
    Kind.RAN_WEEK: Amount.RAN,
    Kind.STEPS_WEEK: Amount.STEPS,
    Kind.WALKED_WEEK: Amount.WALKED,
}
LASTING = {
    Kind.RAN_CHANGE: Amount.RAN,
    Kind.STEPS_CHANGE: Amount.STEPS,
    Kind.WALKED_CHANGE: Amount.WALKED,
}


WAYS: tuple[frozenset[Kind], ...] = (
    frozenset({Kind.SHOES}),
    frozenset({Kind.SINGLE_RUN, Kind.RAN_WEEK, Kind.RAN_CHANGE, Kind.HARD}),
    frozenset({Kind.STEPS_WEEK, Kind.STEPS_CHANGE, Kind.WALKED_WEEK, Kind.WALKED_CHANGE}),
    frozenset({Kind.STANDING}),
    frozenset({Kind.EVENT}),
)
"""The five questions, and the ways in which each is asked."""

SAY: dict[Kind, float] = {kind: 1 / len(ways) for ways in WAYS for kind in ways}
"""How much say each way has: the questions have the same, shared among their ways."""


def scores(laid: Grid, told: Told) -> dict[Kind, Numbers]:
    """{candidate: a score for each day of the calendar}; NaN where too little is known before that day."""
    values = laid.values
    found = {kind: _week(values[amount], PAD[amount]) for kind, amount in WEEKLY.items()}
    found |= {kind: rises(fits(all_weeks(values[amount], PAD[amount]))) for kind, amount in LASTING.items()}
    found[Kind.SINGLE_RUN] = _longest(values[Amount.LONGEST])
    found[Kind.HARD] = _more(values[Amount.HARD], HARD, HARD_BEFORE) * HARD
    found[Kind.STANDING] = _more(values[Amount.STANDING], STANDING, STANDING_BEFORE)
    found[Kind.SHOES] = _newness(laid, (pair.since for pair in told.shoes), told.all_shoes_since)
    found[Kind.EVENT] = _newness(laid, (event.since for event in told.events), told.all_events_since)
    return {kind: found[kind] for kind in Kind}


def about(numbers: Numbers, within: int) -> Numbers:
    """The highest score of the days that an onset may lie on, for every day alike."""
    if not within:
        return numbers
    padded = np.concatenate([np.full(within, np.nan), numbers, np.full(within, np.nan)])
    return _highest(padded, 2 * within + 1, within + 1)


def mean_before(numbers: Numbers, *, days: int, skip: int, fewest: int) -> Numbers:
    """The mean of `days` days that end `skip` days before each day; NaN where too few are known."""
    known = ~np.isnan(numbers)
    sums = np.concatenate([[0.0], np.cumsum(np.where(known, numbers, 0.0))])
    counts = np.concatenate([[0], np.cumsum(known)])
    ends = np.arange(numbers.size) - skip
    begins = ends - days
    at, since = np.maximum(ends, 0), np.maximum(begins, 0)
    count = counts[at] - counts[since]
    enough = (begins >= 0) & (count >= fewest)
    return np.where(enough, (sums[at] - sums[since]) / np.maximum(count, 1), np.nan)


def _week(numbers: Numbers, pad: float) -> Numbers:
    """The last week against the four weeks before it, as a log of their ratio."""
    week = mean_before(numbers, days=WEEK, skip=0, fewest=FEWEST_OF_WEEK)
    month = mean_before(numbers, days=MONTH, skip=WEEK, fewest=FEWEST_OF_MONTH)
    return np.log((week + pad) / (month + pad))


def all_weeks(numbers: Numbers, pad: float) -> Numbers:
    """For each day its twelve weeks before, as logs of daily means: a row a day, the latest last."""
    week = np.log(mean_before(numbers, days=WEEK, skip=0, fewest=FEWEST_OF_WEEK) + pad)
    before = np.concatenate([np.full(WEEK * (WEEKS - 1), np.nan), week])
    return sliding_window_view(before, WEEK * (WEEKS - 1) + 1)[:, ::WEEK]


def jumps(numbers: Numbers) -> tuple[Numbers, Numbers]:
    """For each day the longest run of the 30 days before it, and the day's run against it as a log."""
    known = np.concatenate([np.full(LONGEST_OF, np.nan), numbers])
    before = sliding_window_view(known, LONGEST_OF)[: numbers.size]
    enough = (~np.isnan(before)).sum(axis=1) >= LONGEST_OF // 2
    longest = np.where(enough, np.where(np.isnan(before), 0.0, before).max(axis=1), np.nan)
    return longest, np.log(np.maximum(numbers, LEAST_RUN) / np.maximum(longest, LEAST_RUN))


def _longest(numbers: Numbers) -> Numbers:
    """The largest jump of the last two weeks."""
    _, jump = jumps(numbers)
    return _highest(np.concatenate([np.full(RUNS, np.nan), jump[:-1]]), RUNS, RUNS // 2)


def _more(numbers: Numbers, days: int, before: int) -> Numbers:
    """The mean of the last days minus that of the days before them."""
    late = mean_before(numbers, days=days, skip=0, fewest=days // 2)
    early = mean_before(numbers, days=before, skip=days, fewest=before // 2)
    return late - early


def _newness(laid: Grid, began: Iterable[date], all_since: date | None) -> Numbers:
    """How new the newest is, 1 to 42; nought where nothing is.

    Known from six weeks after the day on from which all were told; else whoever was asked after the
    pain began, and remembers only what was new then, would always find it.
    """
    found = np.full(laid.length, np.nan)
    if all_since is None:
        return found
    found[max(0, laid.place(all_since) + NEW) :] = 0.0
    places = np.arange(laid.length)
    for at in sorted(map(laid.place, began)):
        age = places - at
        new = (age >= 1) & (age <= NEW) & ~np.isnan(found)
        found[new] = NEW + 1 - age[new]
    return found


def _highest(numbers: Numbers, days: int, fewest: int) -> Numbers:
    """The highest of each stretch of days; NaN where fewer than `fewest` are known."""
    stretches = sliding_window_view(numbers, days)
    known = ~np.isnan(stretches)
    top = np.where(known, stretches, -np.inf).max(axis=1)
    return np.where(known.sum(axis=1) >= fewest, top, np.nan)
