"""Draws for one day: one to try each technique for the first time, and another in place of a first.

Whoever begins tries each technique once, so that what is unpleasant can be left out before
days come in blocks. And whoever cannot do what was drawn may ask for another one: the race is
run on without what was put by, so the one that came next in it wins, with a chance of its own.
"""

from collections.abc import Collection, Mapping
from dataclasses import replace
from datetime import date

from firststep.trial import allocation
from firststep.trial.advice import Advice
from firststep.trial.series import Done


def untried(
    listed: Collection[str], *, did: Mapping[date, Done], drawn: Mapping[date, str | None]
) -> tuple[str, ...]:
    """Of the listed techniques, those that were not tried yet.

    did
        What was told of each day.
    drawn
        What was drawn for each day and shown. As long as nothing is told of a day, its draw
        counts as followed: else it might be drawn again the next morning.
    """
    tried = {name for done in did.values() if done for name in done}
    tried |= {name for on, name in drawn.items() if name and did.get(on) is None}
    return tuple(name for name in listed if name not in tried)


def another(advice: Advice, *, without: Collection[str], allowed: Collection[str]) -> Advice | None:
    """The draw that takes the place of a draw; None on a rest day, and where nothing else may be done.

    What the first draw left out as probably worse comes last: only where nothing else is left.

    without
        What was put by, the technique of the first draw among it.
    allowed
        What may be done that day.
    """
    may = tuple(name for name in advice.allowed if name in allowed and name not in without)
    weights = {name: advice.chances[name] for name in may if name in advice.chances}
    weights = weights or dict.fromkeys(may, 1.0)
    if advice.technique is None or not weights:
        return None
    total = sum(weights.values())
    return replace(
        advice,
        technique=allocation.draw(weights, advice.seed, advice.block, trying=advice.trying),
        chances={name: weight / total for name, weight in weights.items()},
        allowed=may,
    )
