"""Morning scores, and when they are clearly worse than usual: one yardstick for all that asks."""

from collections.abc import Sequence
from datetime import date
from statistics import median

from firststep.care.comparing.standing import Standing
from firststep.records import Morning

CLEARLY_WORSE = 2
"""Points of first-step pain above the usual: the smallest whole number above 1.9, what
matters to people (landorf-2010)."""

MORNINGS = 2
"""So many clearly worse mornings in a row count (our own choice)."""

USUAL_OVER = 14
"""Days before, whose middle score is the usual. A clearly worse morning is worse than each of them."""

FEWEST_USUAL = 5  # scores in them


def scores(standing: Standing) -> dict[date, int]:
    """The mornings with a score, oldest first."""
    told = {on: event.what for on, event in sorted(standing.mornings.items())}
    return {on: what.pain for on, what in told.items() if isinstance(what, Morning) and what.pain is not None}


def are_clearly_worse(mornings: Sequence[int], usual: Sequence[int]) -> bool:
    """Whether each of these is worse than usual by what matters, and worse than any usual one."""
    if len(usual) < FEWEST_USUAL or not mornings:
        return False
    return min(mornings) >= median(usual) + CLEARLY_WORSE and min(mornings) > max(usual)
