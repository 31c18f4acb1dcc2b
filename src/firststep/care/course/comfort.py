"""Comfort: how each technique felt, by what was told after its sessions, and which felt best.

It orders the choice among techniques that are practically alike, and suggests one to go on with.
No pain is in it, and it is in no pain result: neither a draw nor an answer ever looks at it.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from fractions import Fraction

from firststep.care.comparing.resting import resting
from firststep.care.comparing.standing import Standing
from firststep.records import Played

FEWEST_FELT = 3
"""Sessions with an answer before comfort is gone by: one may have been a bad day (our own choice)."""

FELT_BETTER = Fraction(1, 2)
"""Points of 5 by which one has to be ahead to be called the most comfortable (our own choice)."""

FEWEST_TO_CHOOSE = 2


class Lead(StrEnum):
    """What comfort says of several techniques."""

    ONE = "one"
    """One felt best."""

    SEVERAL = "several"
    """Some felt best, about equally."""

    TOO_FEW = "too-few"
    """Some were felt in too few sessions to choose by it."""

    UNTOLD = "untold"
    """Nothing was told of any."""


@dataclass(frozen=True, slots=True)
class Comfort:
    """How a technique felt: 1 very unpleasant to 5 very pleasant.

    sessions
        Those after which it was told.
    mean
        Over them, exactly; None where there is none.
    """

    technique: str
    sessions: int
    mean: Fraction | None

    @property
    def is_enough(self) -> bool:
        """Whether there are sessions enough to choose by."""
        return self.sessions >= FEWEST_FELT


@dataclass(frozen=True, slots=True)
class Felt:
    """Techniques in the order of comfort.

    order
        The most comfortable first; after them those with too few sessions, as they are listed.
    lead, best
        What that says, and the techniques that felt best: one, or several that felt about the same;
        none where there is too little to go by.
    """

    order: tuple[Comfort, ...]
    lead: Lead
    best: tuple[str, ...]


def comfort(standing: Standing, technique: str) -> Comfort:
    """How a technique felt, over all its sessions that count."""
    told = [what.comfort for what in _played(standing) if what.technique == technique]
    felt = [answer for answer in told if answer is not None]
    return Comfort(technique, len(felt), Fraction(sum(felt), len(felt)) if felt else None)


def felt_among(standing: Standing, techniques: Collection[str]) -> Felt | None:
    """The techniques by comfort; None where there is no choice among them."""
    if len(techniques) < FEWEST_TO_CHOOSE:
        return None
    all_ = [comfort(standing, name) for name in techniques]
    order = tuple(sorted(all_, key=lambda one: -one.mean if one.mean and one.is_enough else Fraction(0)))
    if not all(one.is_enough for one in all_):
        any_told = any(one.sessions for one in all_)
        return Felt(order, Lead.TOO_FEW if any_told else Lead.UNTOLD, ())
    most = order[0].mean or Fraction(0)
    best = tuple(one.technique for one in order if one.mean is not None and most - one.mean < FELT_BETTER)
    return Felt(order, Lead.ONE if len(best) == 1 else Lead.SEVERAL, best)


def felt_to_go_on(standing: Standing, today: date) -> Felt | None:
    """What is compared now and does not rest today, by comfort: to be asked where all of it is alike."""
    out = resting(standing, today)
    return felt_among(standing, [name for name in standing.compared if name not in out])


def _played(standing: Standing) -> Iterable[Played]:
    return (event.what for event in standing.sessions if isinstance(event.what, Played))
