"""Living: one virtual person, a day at a time, with whatever the draw says."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import numpy as np

from firststep.cohort.world import Acting, Floats, Person

FORTNIGHT = 14

Advised = Callable[[int, int | None], int | None]
"""The draw for a day, from its number and that morning's score: a technique's number or None."""

OTHER = -1
"""The number of what is not on the list."""


@dataclass(frozen=True, slots=True)
class Day:
    """A day as lived.

    score
        First-step pain, 0 to 10; None if it was missed.
    advised
        The technique drawn; None on a usual day.
    did, told
        Numbers of the techniques done, and what the diary says of it (None: nothing).
    """

    score: int | None
    advised: int | None
    did: tuple[int, ...]
    told: tuple[int, ...] | None


def live(who: Person, advised: Advised) -> Iterator[Day]:
    """The days of a person, until the last that they tell of."""
    acts = _Acts(who)
    usual = float(np.median(who.own_pain))
    for day in range(who.last):
        felt = float(who.own_pain[day]) + acts.tonight()
        score = None if _misses(who, day, felt - usual) else int(np.clip(np.round(felt), 0, 10))
        drawn = advised(day, score)
        did, told = _does(who, day, drawn)
        acts.take(did)
        yield Day(score, drawn, did, told)


class _Acts:
    """What was done so far, and what it does to the next morning."""

    def __init__(self, who: Person) -> None:
        self._who = who
        self._effects = np.append(who.effects, who.other_effect)  # the last is OTHER
        self._uses = np.zeros(len(self._effects))
        self._kept = 0.0
        self._recent: list[float] = [0.0] * FORTNIGHT

    def take(self, did: tuple[int, ...]) -> None:
        """A day's doing."""
        fresh = 0.0
        for technique in did:
            fresh += self._effects[technique] * self._left(technique)
            self._uses[technique] += 1
        keep = self._who.carry_over
        self._kept = keep * self._kept + (1.0 - keep) * fresh
        self._recent = [*self._recent[1:], fresh]

    def tonight(self) -> float:
        """Points that all of it adds to the next morning."""
        if self._who.world.acting is Acting.BUILDING:
            return sum(self._recent) / FORTNIGHT
        return self._kept

    def _left(self, technique: int) -> float:
        if self._who.world.acting is not Acting.WEARING_OFF:
            return 1.0
        return float(0.5 ** (self._uses[technique] / self._who.wears_off))


def truth(who: Person, days: list[Day]) -> Floats:
    """The effects (K,) that an analysis of these days should find.

    The steady state; where techniques wear off, the mean over the uses that were made.
    """
    if who.world.acting is not Acting.WEARING_OFF:
        return who.effects
    uses = np.array([sum(k in day.did for day in days) for k in range(len(who.effects))])
    share = [np.mean(0.5 ** (np.arange(max(n, 1)) / who.wears_off)) for n in uses]
    return np.asarray(who.effects * share)


def _misses(who: Person, day: int, above: float) -> bool:
    share = who.world.missed
    odds = share / (1.0 - share) * np.exp(who.world.missed_by_pain * above)
    return bool(who.missing[day] < odds / (1.0 + odds))


def _does(who: Person, day: int, drawn: int | None) -> tuple[tuple[int, ...], tuple[int, ...] | None]:
    """What is done of what was drawn, and what is told of it."""
    first, second, third = who.fate[day]
    world, count = who.world, len(who.effects)
    did: tuple[int, ...] = () if drawn is None else (drawn,)
    if drawn is not None and first >= world.followed:  # not as drawn: another one, or nothing
        another = int(second * 2 * count)
        did = (another,) if another < count else ()
    if third < world.other:
        did = (OTHER,)
    elif third < world.other + world.several:
        did = tuple(sorted({*did, int(second * count)}))
    return did, None if third > 1.0 - world.untold else did
