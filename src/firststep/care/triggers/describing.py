"""A candidate that rose, with its days and numbers: as of the day that its score was found on."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

import numpy as np

from firststep.care.triggers.change import change
from firststep.care.triggers.found import Trigger
from firststep.care.triggers.grid import Amount, Grid, Numbers
from firststep.care.triggers.scores import (
    HARD,
    HARD_BEFORE,
    LASTING,
    MONTH,
    PAD,
    RUNS,
    STANDING,
    STANDING_BEFORE,
    WEEK,
    WEEKLY,
    Kind,
    all_weeks,
    jumps,
    mean_before,
)
from firststep.records.triggers import Told


@dataclass(frozen=True, slots=True)
class Described:
    """All that a description is made of."""

    laid: Grid
    told: Told
    scored: Mapping[Kind, Numbers]

    def of(self, kind: Kind, *, share: float, stands_out: bool) -> Trigger:
        """What rose, when, and from what to what."""
        at = self._at(kind)
        bare = Trigger(kind=kind, share=share, stands_out=stands_out, on=self.laid.day(at))
        if kind is Kind.SHOES:
            return _newest(bare, ((pair.since, pair.name) for pair in self.told.shoes))
        if kind is Kind.EVENT:
            return _newest(bare, ((event.since, event.says) for event in self.told.events))
        if kind is Kind.SINGLE_RUN:
            return self._run(bare, at)
        return self._lasting(bare, at) if kind in LASTING else self._more(bare, at)

    def _at(self, kind: Kind) -> int:
        """The day of the onset; of the days that it may lie on, the one with the highest score."""
        laid = self.laid
        begins = laid.onset - laid.within
        numbers = self.scored[kind][begins : laid.onset + laid.within + 1]
        return begins + int(np.nanargmax(numbers))

    def _run(self, bare: Trigger, at: int) -> Trigger:
        runs = self.laid.values[Amount.LONGEST]
        longest, jump = jumps(runs)
        day = at - RUNS + int(np.nanargmax(jump[at - RUNS : at]))
        return replace(bare, on=self.laid.day(day), now=float(runs[day]), before=float(longest[day]))

    def _lasting(self, bare: Trigger, at: int) -> Trigger:
        amount = LASTING[bare.kind]
        weeks, pad = all_weeks(self.laid.values[amount], PAD[amount])[at], PAD[amount]
        found = change(weeks)
        assert found is not None  # its score was known
        back = max(found.places, key=lambda back: found.places[back])
        before = float(np.exp(np.nanmean(weeks[:-back])))
        now, low, high = (max(0.0, before * size - pad) for size in (found.size, found.low, found.high))
        return replace(
            bare,
            on=self.laid.day(at - WEEK * back),
            change=found,
            before=max(0.0, before - pad),
            now=now,
            low=low,
            high=high,
        )

    def _more(self, bare: Trigger, at: int) -> Trigger:
        """The mean of the last days, and of those before; hard sessions as so many in two weeks."""
        amount, days, before, scale = {
            Kind.HARD: (Amount.HARD, HARD, HARD_BEFORE, HARD),
            Kind.STANDING: (Amount.STANDING, STANDING, STANDING_BEFORE, 1),
        }.get(bare.kind) or (WEEKLY[bare.kind], WEEK, MONTH, 1)
        numbers = self.laid.values[amount]
        now = mean_before(numbers, days=days, skip=0, fewest=1)[at] * scale
        then = mean_before(numbers, days=before, skip=days, fewest=1)[at] * scale
        return replace(bare, on=self.laid.day(at - days), now=float(now), before=float(then))


def _newest(bare: Trigger, told: Iterable[tuple[date, str]]) -> Trigger:
    """The latest that began before a day; of several that began together, the first by name."""
    began = [(since, what) for since, what in told if since < bare.on]
    latest = max(since for since, _ in began)
    return replace(bare, on=latest, what=min(what for since, what in began if since == latest))
