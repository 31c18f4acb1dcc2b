"""Which technique today: random in short blocks, adaptive between them.

A block's draw is fixed by the seed, its first day, and the mornings before it, so
asking twice gives one answer and a stored trial can be replayed. Within a block
nothing that is scored changes the draw; what is allowed that day can.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from hashlib import sha256
from math import log1p

import numpy as np

from firststep.trial.findings import sign_of
from firststep.trial.model.priors import Floats
from firststep.trial.posterior import Posterior
from firststep.trial.verdict.answers import Better
from firststep.trial.verdict.judge import chances, worse
from firststep.trial.yardsticks import REST_AT

BLOCK_DAYS = 3
"""Long enough for a session to show under carry-over, short enough to try them all."""

LONG_BLOCK_DAYS = 2 * BLOCK_DAYS
LONG_CARRY_OVER = 0.8
"""Where the posterior mean of the carry-over reaches this (half of an exposure is left
after three days), what is done shows late, and a block lasts twice as long."""

KEENNESS = 1.2
"""Power of the chance of being best in the draw: a little more than one spares pain on the way;
much more would leave too little to compare with."""

LEAST_SHARE = 0.06
"""Every technique in the draw keeps at least this share of an even chance."""

TRYING_DAYS = 7
"""Days from the beginning within which each technique is tried once, a draw a day, where that is
asked for. A week has room for as many as most people compare, and for a day that is missed."""

FIRST_DAYS, FIRST_WEIGHT = 6, 6.0
"""A technique done on fewer days than this is drawn as if it were this much likelier to
be the best, so that every one is tried before much is made of the first few mornings."""


@dataclass(frozen=True, slots=True)
class Plan:
    """The draw of one block, before what is allowed today is known.

    first_day, days, cut_off
        The block's first day, how many days it lasts, and the last morning that was used.
    weights
        {technique: chance}, summing to one over the techniques in the draw.
    rested
        Techniques left out because they are probably worse; the person is told.
    usual
        Whether this block is one of usual days.
    """

    first_day: date
    days: int
    cut_off: date
    weights: dict[str, float]
    rested: tuple[str, ...]
    usual: bool


def plan_of(start: date, on: date, plan_from: Callable[[date], Plan]) -> Plan:
    """The plan of the block that a day belongs to; blocks count from the first morning.

    start
        The first morning.
    plan_from
        Makes the plan of a block from its first day.
    """
    long_start = on - timedelta(days=(on - start).days % LONG_BLOCK_DAYS)
    first = plan_from(long_start)
    if (on - long_start).days < first.days:
        return first
    return plan_from(long_start + timedelta(days=BLOCK_DAYS))


def plan(
    posterior: Posterior,
    *,
    first_day: date,
    active: tuple[str, ...],
    better: Better,
    seed: int,
    usual_days: float,
) -> Plan:
    """The plan of the block that starts on `first_day`, from the mornings known by then."""
    known = posterior.series
    draws, mean = posterior.oriented(active, sign_of(better))
    resting = {int(k) for k in np.flatnonzero(worse(draws) > REST_AT)} - {int(mean.argmin())}
    awake = [k for k in range(len(active)) if k not in resting]
    best = chances(draws[:, awake], mean[awake]).best
    best = _if_they_differ(best, posterior.alike)
    share = _shares(best, [known.days_of(active[k]) for k in awake])
    block = (first_day - known.start).days // BLOCK_DAYS
    usual = tuple(_is_usual(block + k, usual_days, seed) for k in (0, 1))
    return Plan(
        first_day=first_day,
        days=_days(posterior, block, usual),
        cut_off=known.day(len(known) - 1),
        weights={active[k]: float(p) for k, p in zip(awake, share, strict=True)},
        rested=tuple(active[k] for k in sorted(resting)),
        usual=usual[0],
    )


def draw(weights: dict[str, float], seed: int, first_day: date, *, trying: bool = False) -> str:
    """The technique that (seed, first day) draws with these weights, which need not sum to one.

    A race: each technique has its own exponential clock, and the first to ring is drawn.
    The chances are the weights', and leaving one technique out never changes which of
    the others would win, so a rested technique disturbs no other draw.

    trying
        Whether it is the draw of a day on which one is tried. Those have clocks of their own, as
        the block that goes on after them may have begun on the same day.
    """
    race = (*(["try"] if trying else []), first_day.isoformat())
    return min(weights, key=lambda name: _clock(seed, race, name) / weights[name])


def _clock(seed: int, race: tuple[str, ...], name: str) -> float:
    return -log1p(-_uniform(seed, *race, name))


def _days(posterior: Posterior, block: int, usual: tuple[bool, ...]) -> int:
    """How long a block lasts; only one at an even place can be long, and none of usual days."""
    long = posterior.carry_over() >= LONG_CARRY_OVER and not any(usual)
    return LONG_BLOCK_DAYS if long and block % 2 == 0 else BLOCK_DAYS


def _if_they_differ(best: Floats, alike: float) -> Floats:
    """Chances (K,) of being best where the techniques differ; where they are alike, any is."""
    even = alike / len(best)
    differing = np.maximum(best - even, 0.0)
    return np.asarray(differing / differing.sum()) if differing.sum() > 0 else best


def _shares(best: Floats, days: list[int]) -> Floats:
    """Chances in the draw: of being best, new ones first, mixed with an even share."""
    share = best**KEENNESS * np.where(np.array(days) < FIRST_DAYS, FIRST_WEIGHT, 1.0)
    return np.asarray(LEAST_SHARE / len(days) + (1.0 - LEAST_SHARE) * share / share.sum())


def _is_usual(block: int, usual_days: float, seed: int) -> bool:
    """Whether a block is one of usual days: one at a random place in each 1 / share blocks."""
    if usual_days <= 0.0:
        return False
    stretch = 1.0 / usual_days
    near = range(max(int(block / stretch) - 1, 0), int(block / stretch) + 2)
    return any(int((j + _uniform(seed, "usual", str(j))) * stretch) == block for j in near)


def _uniform(seed: int, *key: str) -> float:
    """A number in [0, 1) fixed by the seed and the key, the same on every machine."""
    digest = sha256("|".join([str(seed), *key]).encode()).digest()
    return int.from_bytes(digest[:7], "big") / 2**56
