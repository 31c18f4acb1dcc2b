"""Virtual people: what may befall a heel and its diary, drawn at random.

None of this uses the engine's model. A world says from which ranges people are drawn;
every range stands with its source (docs/explanation/sources.md) or is said to be assumed.
Points are points of the 0-10 score, time is days.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Range = tuple[float, float]
"""Lowest and highest; people are spread evenly between."""


class Course(StrEnum):
    """How pain would go by itself."""

    LINEAR = "linear"
    EXPONENTIAL = "exponential"
    NONE = "none"
    STEP = "step"


class Acting(StrEnum):
    """How what is done on a day reaches the mornings after it."""

    FADING = "fading"
    """A share stays each day: `carry_over`."""

    BUILDING = "building"
    """The mean of the two weeks behind: full only after a fortnight of doing it daily."""

    WEARING_OFF = "wearing-off"
    """Fading, and each use works a little less than the one before."""


@dataclass(frozen=True, slots=True)
class World:
    """The ranges that people are drawn from.

    level
        First morning, points. Assumed 5 to 7; over 70% of the people entering a trial of
        shock waves had 6 to 10 (Grecco 2013).
    course, recovery, half_life, step
        Linear: points a day; 0.03 takes 1.3 points off in six weeks, where a sham arm lost
        1.3 in two and 2.7 in twelve (Radford 2007, Vahdatpour 2012). Exponential: days for
        the pain to halve; 5 to 7 months from a sham arm (Landorf 2006), less when people
        come at their worst. Step: points at one random day; assumed.
    residual, autocorrelation, wander
        Day-to-day sd, its lag-one correlation, and the sd of a day's step of the level:
        0.6 to 1.2, 0.3 to 0.5 and slow drift, borrowed from chronic pain diaries of other
        sites (MyAIGuide logs). Foot first-step pain may vary more.
    tails
        Degrees of freedom of the day-to-day residual; None is Gaussian. Assumed: jumps of
        2 points and more on 0 to 37% of days in the same logs.
    flares, flare_size, flare_days
        Chance of one a day, points, days to halve. Assumed: no flare rate was found.
    rhythm
        Half the difference between the best and the worst weekday. Assumed.
    acting, carry_over, wears_off
        How doing acts; what a day leaves of it; uses until a technique works half as well.
        Assumed: nothing is known about how long a session lasts.
    missed, missed_by_pain
        Share of mornings without a score, and the change of its log odds per point above
        the person's usual pain. Assumed.
    stays
        Last morning told, at the earliest; None for all. Assumed.
    followed, other, several, untold
        Shares of days on which the draw is followed, something that is not on the list is
        done, two techniques are done, and nobody tells what was done. Assumed.
    other_effect
        Of what is not on the list, points. Assumed.
    """

    level: Range = (5.0, 7.5)
    course: Course = Course.LINEAR
    recovery: Range = (0.0, 0.04)
    half_life: Range = (25.0, 150.0)
    step: Range = (-2.0, 1.5)
    residual: Range = (0.6, 1.2)
    autocorrelation: Range = (0.3, 0.5)
    wander: Range = (0.02, 0.10)
    tails: int | None = None
    flares: float = 0.0
    flare_size: Range = (1.5, 3.5)
    flare_days: Range = (1.5, 4.0)
    rhythm: Range = (0.0, 0.0)
    acting: Acting = Acting.FADING
    carry_over: Range = (0.1, 0.6)
    wears_off: Range = (15.0, 30.0)
    missed: float = 0.10
    missed_by_pain: float = 0.0
    stays: Range | None = None
    followed: float = 1.0
    other: float = 0.0
    several: float = 0.0
    untold: float = 0.0
    other_effect: Range = (-0.8, 0.3)


@dataclass(frozen=True, slots=True)
class Person:
    """One virtual person, with every number that fixes their days; see `World`.

    effects
        (K,) points, steady state when done every day against doing nothing.
    own_pain
        (days,): where pain would stand each morning had nothing been done.
    missing
        (days,): uniform numbers that decide which mornings are missed.
    fate
        (days, 3): uniform numbers that decide what is done of what was drawn.
    last
        Days until they tell no more.
    """

    world: World
    effects: Floats
    own_pain: Floats
    missing: Floats
    fate: Floats
    carry_over: float
    wears_off: float
    other_effect: float
    last: int


def person(
    world: World, effects: Sequence[float] | Floats, days: int, generator: np.random.Generator
) -> Person:
    """Somebody drawn from a world, with these effects, for so many days."""

    def one(low_high: Range) -> float:
        return float(generator.uniform(*low_high))

    own = (
        one(world.level) + _course(world, days, one, generator) + _wander(days, one(world.wander), generator)
    )
    own += _residual(days, one(world.residual), one(world.autocorrelation), world.tails, generator)
    own += _flares(world, days, generator) + _rhythm(days, one(world.rhythm), generator)
    return Person(
        world=world,
        effects=np.asarray(effects, dtype=np.float64),
        own_pain=own,
        missing=generator.random(days),
        fate=generator.random((days, 3)),
        carry_over=one(world.carry_over),
        wears_off=one(world.wears_off),
        other_effect=one(world.other_effect),
        last=days if world.stays is None else min(days, int(one(world.stays))),
    )


def _course(world: World, days: int, one: Callable[[Range], float], generator: np.random.Generator) -> Floats:
    day = np.arange(days)
    match world.course:
        case Course.LINEAR:
            return np.asarray(-one(world.recovery) * day)
        case Course.EXPONENTIAL:
            return np.asarray(one(world.level) * (0.5 ** (day / one(world.half_life)) - 1.0))
        case Course.STEP:
            return np.where(day >= generator.integers(days // 5, days), one(world.step), 0.0)
        case Course.NONE:
            return np.zeros(days)


def _wander(days: int, step: float, generator: np.random.Generator) -> Floats:
    return np.concatenate([[0.0], np.cumsum(step * generator.standard_normal(days - 1))])


def _residual(
    days: int, spread: float, phi: float, tails: int | None, generator: np.random.Generator
) -> Floats:
    """AR(1) with this stationary sd, its shocks Gaussian or from Student's t."""
    if tails is None:
        shocks = generator.standard_normal(days)
    else:
        shocks = generator.standard_t(tails, days) * np.sqrt((tails - 2) / tails)
    residual = np.empty(days)
    residual[0] = shocks[0]
    for day in range(1, days):
        residual[day] = phi * residual[day - 1] + np.sqrt(1.0 - phi**2) * shocks[day]
    return spread * residual


def _flares(world: World, days: int, generator: np.random.Generator) -> Floats:
    pain = np.zeros(days)
    for start in np.flatnonzero(generator.random(days) < world.flares):
        fade = 0.5 ** (np.arange(days - start) / generator.uniform(*world.flare_days))
        pain[start:] += generator.uniform(*world.flare_size) * fade
    return pain


def _rhythm(days: int, amplitude: float, generator: np.random.Generator) -> Floats:
    """Two weekdays stand out at random, the others make up for them."""
    week = np.full(7, -2.0 / 5.0)
    week[(generator.integers(7) + np.arange(2)) % 7] = 1.0
    return amplitude * 2.0 / (1.0 + 2.0 / 5.0) * np.resize(week, days)
