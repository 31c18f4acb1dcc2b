"""Somebody made up, who keeps a diary for weeks: to show what Firststep shows.

Nobody lived these mornings. Recovery 0.02 points a day, residual sd 0.8, carry-over
0.3: plausible, and assumed.
"""

from collections.abc import Callable, Iterator, Mapping
from datetime import date, timedelta
from types import MappingProxyType

import numpy as np

EFFECTS = MappingProxyType(
    {"frozen-bottle": -0.4, "tennis-ball": -1.5, "wooden-roller": -0.2, "calf-stick": -0.6}
)
"""True effects of the made-up person, points against doing nothing."""

START, RECOVERY, RESIDUAL, CARRY_OVER = 6.4, 0.02, 0.8, 0.3
MISSED, SOMETHING_ELSE, NOTHING, UNTOLD = 0.07, 0.04, 0.06, 0.05  # shares of days
OTHER_EFFECT = -0.3

Lived = tuple[date, int | None, tuple[str, ...] | None]
"""A day: its morning's score, if any, and what was told of its doing."""


def live(
    first: date,
    days: int,
    advised: Callable[[date, int | None], str | None],
    generator: np.random.Generator,
    effects: Mapping[str, float] = EFFECTS,
) -> Iterator[Lived]:
    """The days of somebody made up who mostly follows the draw, one at a time.

    advised
        Tells the draw for a day from that morning's score, asked once a day, in order.
    """
    relief = 0.0
    did: tuple[str, ...] = ()
    for number in range(days):
        on = first + timedelta(days=number)
        exposure = sum(effects.get(name, OTHER_EFFECT) for name in did)
        relief = CARRY_OVER * relief + (1 - CARRY_OVER) * exposure
        felt = START - RECOVERY * number + relief + RESIDUAL * generator.standard_normal()
        pain = None if generator.random() < MISSED else int(np.clip(round(felt), 0, 10))
        technique = advised(on, pain)
        fate = generator.random()
        did = _done(technique, fate)
        yield on, pain, None if fate > 1.0 - UNTOLD else did


def _done(technique: str | None, fate: float) -> tuple[str, ...]:
    if fate < SOMETHING_ELSE:
        return ("other",)
    return () if technique is None or fate < SOMETHING_ELSE + NOTHING else (technique,)
