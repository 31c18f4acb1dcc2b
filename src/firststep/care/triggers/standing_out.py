"""Which scores of the onset stand out among the same scores on the person's own other days.

If nothing set the pain off, the onset could as well have been another day. So each score of the
onset gets its rank among that score on the days compared, weighed by the say of its question; the
smallest of a day is how much that day stands out in anything at all; and the onset's is held
against those of all other days. That counts that many things were looked at, however they hang
together, and asks for no shape of any distribution.

One thing has to be paid for. An onset is the last day that is looked at, and what stands out comes
in stretches of days, of which only the beginning is seen there. So the six weeks before the onset
are not compared: all of them count as days that stand out as much. How often this says too much
on real days is measured in docs/explanation/triggers.md.
"""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from firststep.care.triggers.grid import Grid, Numbers
from firststep.care.triggers.scores import SAY, Kind

STANDS_OUT = 0.1
"""At most so many of a person's days may stand out as much in anything at all."""

STRETCH = 42
"""Days before the onset that all count as standing out as much."""

STRETCH_ABOUT = 6
"""As many more for each day by which the onset may be off: the highest score of several days is looked at."""


@dataclass(frozen=True, slots=True)
class Ranked:
    """How the onset stands among the days compared.

    share
        {candidate: share of the days that stand out as much as the onset does in this, in anything}.
    alone
        {candidate: share of the days with a score as high in this alone}; 1 where it did not rise.
    days
        How many days were compared.
    """

    share: Mapping[Kind, float]
    alone: Mapping[Kind, float]
    days: int


def stretch(laid: Grid) -> int:
    """The days before this onset that are not compared."""
    return STRETCH + STRETCH_ABOUT * laid.within


def fewest(laid: Grid, limit: float) -> int:
    """The fewest days to compare with, below which nothing can stand out."""
    return int(np.ceil(stretch(laid) / limit))


def rank(laid: Grid, scored: Mapping[Kind, Numbers], *, limit: float = STANDS_OUT) -> Ranked:
    """Rank the onset. A candidate that is known on too few days together with the others is left out."""
    rows = slice(laid.onset - laid.compared + 1, laid.onset + 1)
    columns = {kind: numbers[rows] for kind, numbers in scored.items() if not np.isnan(numbers[laid.onset])}
    joint, kept = np.ones(laid.compared, dtype=bool), list[Kind]()
    for kind in sorted(columns, key=lambda kind: (-_known(columns[kind]), list(Kind).index(kind))):
        both = joint & ~np.isnan(columns[kind])
        if both[: -stretch(laid)].sum() + stretch(laid) >= fewest(laid, limit):
            joint, kept = both, [*kept, kind]
    if not kept:
        return Ranked({}, {}, 0)
    alone = np.stack([_shares(columns[kind][joint]) for kind in kept], axis=1)
    weighed = alone / np.array([SAY[kind] for kind in kept])
    weighed[alone >= 1] = np.inf
    least = weighed.min(axis=1)
    others = np.sort(least[: int(joint[: -stretch(laid)].sum())])
    days = others.size + stretch(laid)
    share = (np.searchsorted(others, weighed[-1], side="right") + stretch(laid)) / days
    return Ranked(_by(kept, share), _by(kept, alone[-1]), days)


def _by(kinds: list[Kind], numbers: Numbers) -> dict[Kind, float]:
    return {kind: float(number) for kind, number in zip(kinds, numbers, strict=True)}


def _known(numbers: Numbers) -> int:
    return int((~np.isnan(numbers)).sum())


def _shares(numbers: Numbers) -> Numbers:
    """For each day the share of days with a score as high or higher; 1 where it did not rise at all."""
    ordered = np.sort(numbers)
    higher = numbers.size - np.searchsorted(ordered, numbers, side="left")
    return np.where(numbers > 0, higher / numbers.size, 1.0)
