"""Who decides what is done: designs that fix it ahead, and two that learn from plain means.

Each takes a person's number and gives a function from the mornings so far to the
technique of the day. What is drawn depends on the number and the mornings alone.
"""

from math import ceil, log2

import numpy as np

from bench.accuracy.designs.chance import believed
from bench.accuracy.designs.lives import MORNINGS, TECHNIQUES, Mornings, Propose, Used, used

WEEK = 7
BLOCK = 3  # days
ROUNDS = ceil(log2(TECHNIQUES))
WEEKLY, THREE_DAY, THOMPSON, HALVING = range(2, 6)  # keep the designs' draws apart


def in_blocks(number: int, design: int, days: int) -> tuple[int, ...]:
    """Randomised blocks of so many days: each stretch of K blocks has every technique once."""
    generator = np.random.default_rng([number, design])
    return shuffled(range(TECHNIQUES), MORNINGS, days, generator)


def shuffled(
    techniques: range | list[int], length: int, block: int, generator: np.random.Generator
) -> tuple[int, ...]:
    """A sequence of `length` days in blocks, from one random permutation after another."""
    cycles = ceil(length / (block * len(techniques)))
    order = np.concatenate([generator.permutation(techniques) for _ in range(cycles)])
    return tuple(int(k) for k in np.repeat(order, block)[:length])


def fixed(sequence: tuple[int, ...]) -> Propose:
    """The design that does what was written down ahead."""
    return lambda mornings: sequence[len(mornings.scores) - 1]


def weekly(number: int) -> Propose:
    """Randomised weekly blocks."""
    return fixed(in_blocks(number, WEEKLY, WEEK))


def three_day(number: int) -> Propose:
    """Randomised blocks of three days."""
    return fixed(in_blocks(number, THREE_DAY, BLOCK))


def alternating(_: int) -> Propose:
    """Blocks of a week in one fixed order, over and over."""
    return fixed(tuple(day // WEEK % TECHNIQUES for day in range(MORNINGS)))


def thompson(number: int) -> Propose:
    """Thompson sampling, a draw a day, on independent techniques without a trend; see `chance`."""

    def propose(mornings: Mornings) -> int:
        mean, sd = believed(used(mornings))
        generator = np.random.default_rng([number, THOMPSON, len(mornings.scores)])
        return int(generator.normal(mean, sd).argmin())

    return propose


def halving(number: int) -> Propose:
    """Sequential halving: rounds of equal shares in blocks, the worse half dropped after each."""

    def propose(mornings: Mornings) -> int:
        today = len(mornings.scores) - 1
        ends = rounds()
        now = next(k for k, end in enumerate(ends) if today < end)
        start = ends[now - 1] if now else 0
        generator = np.random.default_rng([number, HALVING, now])
        order = shuffled(survivors(mornings, now), ends[now] - start, BLOCK, generator)
        return order[today - start]

    return propose


def rounds() -> tuple[int, ...]:
    """The day after the last day of each round.

    A round is an equal share of the days, cut down to whole blocks of every technique
    still in it; what is left over falls to the last.
    """
    ends, in_it = [0], TECHNIQUES
    for _ in range(ROUNDS):
        whole = in_it * BLOCK
        ends.append(ends[-1] + MORNINGS // ROUNDS // whole * whole)
        in_it = ceil(in_it / 2)
    return (*ends[1:-1], MORNINGS)


def survivors(mornings: Mornings, after: int) -> list[int]:
    """The techniques left after so many rounds, by the mean of all their scores until then."""
    left = list(range(TECHNIQUES))
    for end in rounds()[:after]:
        means = _until(used(mornings), end).means
        ranked = sorted(left, key=lambda k: (np.isnan(means[k]), means[k]))
        left = sorted(ranked[: ceil(len(left) / 2)])
    return left


def _until(told: Used, day: int) -> Used:
    """The mornings up to and with this one."""
    early = told.day <= day
    return Used(told.day[early], told.technique[early], told.score[early])
