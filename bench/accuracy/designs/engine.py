"""Our design and our analysis, on the public surface of the engine.

The design looks every morning, as the program does, and draws from the same posterior.
The mornings of other designs are looked at once a week. An answer counts from the first
look at which it is given: a technique that is `found` once has been claimed.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np

from bench.accuracy.designs.lives import NAMES, PAIRS, Mornings, Told
from bench.accuracy.designs.reading import Reading
from firststep.cohort.life import OTHER as OTHER_NUMBER
from firststep.cohort.world import Floats
from firststep.trial import OTHER, ChoiceKind, Done, Series, allocation
from firststep.trial.model.mixture import Lattices
from firststep.trial.posterior import Posterior
from firststep.trial.verdict.judge import chances, choice_kind, too_early
from firststep.trial.yardsticks import FEWEST_MORNINGS

START = date(2026, 1, 1)
LOOK_EVERY = 7  # mornings, for the designs of others
FIRST_LOOK = -(-FEWEST_MORNINGS // LOOK_EVERY) * LOOK_EVERY  # before it nothing is ever said
ANSWERS = (ChoiceKind.FOUND, ChoiceKind.NO_DIFFERENCE, ChoiceKind.SAFE_CHOICE)
ROWS = np.array([np.eye(len(NAMES))[a] - np.eye(len(NAMES))[b] for a, b in PAIRS])


@dataclass(frozen=True)
class Look:
    """What the engine says on a morning, counted from one."""

    morning: int
    kind: ChoiceKind
    leader: int


class Ours:
    """The engine's own allocation for one person; it notes what it sees on the way.

    looks
        One for each morning so far.
    """

    def __init__(self, number: int) -> None:
        self.looks: list[Look] = []
        self._seed = number
        self._lattices = Lattices()
        self._plans: dict[date, allocation.Plan] = {}

    def __call__(self, mornings: Mornings) -> int:
        """The technique of the day that begins with the last of these mornings."""
        self._posterior = Posterior(series(mornings), self._lattices)
        self.looks.append(look(self._posterior))
        today = START + timedelta(days=len(mornings.scores) - 1)
        plan = allocation.plan_of(START, today, self._plan)
        return NAMES.index(allocation.draw(plan.weights, self._seed, plan.first_day))

    @property
    def reading(self) -> Reading:
        """What all the looks say, with the last posterior."""
        return said(self.looks, self._posterior)

    def _plan(self, first_day: date) -> allocation.Plan:
        if first_day not in self._plans:
            self._plans[first_day] = allocation.plan(
                self._posterior,
                first_day=first_day,
                active=NAMES,
                better="lower",
                seed=self._seed,
                usual_days=0.0,
            )
        return self._plans[first_day]


def read(mornings: Mornings) -> Reading:
    """Our analysis of the mornings of another design, with a look a week and one at the end."""
    lattices, count = Lattices(), len(mornings.scores)
    looks = []
    for known in sorted({*range(FIRST_LOOK, count, LOOK_EVERY), count}):
        posterior = Posterior(series(Mornings(mornings.scores[:known], mornings.told[:known])), lattices)
        looks.append(look(posterior))
    return said(looks, posterior)


def said(looks: Sequence[Look], last: Posterior) -> Reading:
    """What these looks say, the last of them with this posterior."""
    return Reading(
        leader=looks[-1].leader,
        claim=next((x.leader for x in looks if x.kind is ChoiceKind.FOUND), None),
        intervals=_intervals(last),
        kind=looks[-1].kind,
        answered=next((x.morning for x in looks if x.kind in ANSWERS), None),
    )


def look(posterior: Posterior) -> Look:
    """What the engine says of the choice."""
    known = posterior.series
    seen = chances(*posterior.oriented(NAMES, 1.0))
    early = too_early(known.scored, [known.scored_after(name) for name in NAMES])
    kind = ChoiceKind.TOO_EARLY if early else choice_kind(seen)
    return Look(len(known), kind, seen.leader)


def series(mornings: Mornings) -> Series:
    """The mornings as the engine is told them; what was done after the last is not yet told."""
    before = mornings.told[: len(mornings.scores) - 1]
    pain = tuple(None if score is None else float(score) for score in mornings.scores)
    return Series(NAMES, START, pain, (frozenset(), *map(_done, before), None))


def _done(told: Told) -> Done:
    if told is None:
        return None
    return frozenset(OTHER if k == OTHER_NUMBER else NAMES[k] for k in told)


def _intervals(posterior: Posterior) -> Floats:
    return np.array([(estimate.low, estimate.high) for estimate in posterior.estimates(ROWS)])
