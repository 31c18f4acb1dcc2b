"""Virtual people who walk: how many steps a day, and what the next morning makes of it.

Steps have a level, a weekend and moods that last for days; some people walk less while it
hurts, or more after one technique than after another. Assumed throughout: nothing was found on
how steps of a day go with the first steps of the next.
"""

from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np

from firststep.cohort.kinds import KINDS
from firststep.cohort.life import Day, live
from firststep.cohort.world import Floats, Person, person
from firststep.trial import Series

NAMES = ("a", "b", "c", "d")
START = date(2026, 1, 5)
MORNINGS, BLOCK = 84, 3
APART = 0.6
"""Sd of the techniques' true effects, points."""

LEVEL, TYPICAL = 7_500.0, 3_000.0
"""Steps of a middling day, and what counts as one typical step of the true effect."""

MOOD, MOOD_KEEPS, WEEKEND = 0.35, 0.4, 0.3
"""Sd of the log of steps from day to day, what a day keeps of it, and sd of what weekends add to it."""

SATURDAY = 5
LOST = 0.1
"""Share of days on which nothing counted the steps."""


@dataclass(frozen=True, slots=True)
class Walking:
    """What steps are like, and what they do.

    matters
        Points that TYPICAL more steps add to the next morning.
    hurts
        Change of the log of steps for each point of pain above the usual.
    pushed
        Sd, over techniques, of what doing one adds to the log of steps that day.
    lost, lost_if_quiet
        Share of days not counted; whether it is the quiet days that are lost.
    kind
        Of `cohort.kinds`: what else befalls the heel.
    """

    matters: float = 0.0
    hurts: float = 0.0
    pushed: float = 0.0
    lost: float = LOST
    lost_if_quiet: bool = False
    kind: str = "plain"


@dataclass(frozen=True, slots=True)
class Walked:
    """One life as its diary has it, and the truth.

    series
        With the load "steps".
    effects, total
        (K,) of each technique with the steps held, and with what it does by way of them; points.
    a_step
        Points for one step more.
    """

    series: Series
    effects: Floats
    total: Floats
    a_step: float


def walked(walking: Walking, seed: int, mornings: int = MORNINGS) -> Walked:
    """The life of somebody, in random blocks, each of these with its own seed."""
    generator = np.random.default_rng([seed, *walking.kind.encode()])
    effects = -0.5 + APART * generator.standard_normal(len(NAMES))
    who = person(KINDS[walking.kind], effects, mornings + 1, generator)
    push = walking.pushed * generator.standard_normal(len(NAMES))
    steps = _Steps(walking, who, push, generator)
    blocks = generator.integers(len(NAMES), size=mornings // BLOCK + 1)
    days = []
    for number, day in zip(
        range(mornings), live(who, lambda day, _: int(blocks[day // BLOCK])), strict=False
    ):
        days.append(day)
        steps.walk(number, day)
    a_step = walking.matters / TYPICAL
    base = np.mean(steps.without)
    return Walked(_series(days, steps), effects, effects + a_step * base * np.expm1(push), a_step)


class _Steps:
    """The steps of somebody, day by day; each day's go into the pain of the next morning."""

    def __init__(self, walking: Walking, who: Person, push: Floats, generator: np.random.Generator) -> None:
        self._walking, self._who, self._push, self._generator = walking, who, push, generator
        self._weekend = WEEKEND * generator.standard_normal()
        self._usual = float(np.median(who.own_pain))
        self._mood = MOOD * generator.standard_normal()
        self.without: list[float] = []
        self.counted: list[float | None] = []

    def walk(self, number: int, day: Day) -> None:
        """A day: how much is walked, whether it is counted, and what it does."""
        new = np.sqrt(1.0 - MOOD_KEEPS**2) * MOOD * self._generator.standard_normal()
        self._mood = MOOD_KEEPS * self._mood + new
        weekend = self._weekend * ((START + timedelta(days=number)).weekday() >= SATURDAY)
        pain = float(self._who.own_pain[number]) - self._usual
        self.without.append(LEVEL * np.exp(self._mood + weekend + self._walking.hurts * pain))
        steps = round(self.without[-1] * np.exp(sum(self._push[k] for k in day.did if k >= 0)))
        self.counted.append(None if self._is_lost(steps) else float(steps))
        self._who.own_pain[number + 1] += self._walking.matters * (steps - LEVEL) / TYPICAL

    def _is_lost(self, steps: int) -> bool:
        quiet = 2.0 * (steps < LEVEL) if self._walking.lost_if_quiet else 1.0
        return bool(self._generator.random() < quiet * self._walking.lost)


def _series(days: list[Day], steps: _Steps) -> Series:
    did = [None if day.told is None else frozenset(NAMES[k] for k in day.told if k >= 0) for day in days]
    pain = tuple(None if day.score is None else float(day.score) for day in days)
    return Series(NAMES, START, pain, (None, *did), {"steps": (None, *steps.counted)})
