"""One virtual person who walks, looked at again and again."""

from dataclasses import dataclass, replace
from itertools import combinations
from statistics import fmean

import numpy as np

from firststep.cohort.walking import MORNINGS, NAMES, TYPICAL, Walked, Walking, walked
from firststep.cohort.world import Floats
from firststep.trial import Findings, Line, LineKind, find, second_look
from firststep.trial.second import line
from firststep.trial.yardsticks import FEWEST_KNOWN

WHOLE = 1_000.0

Interval = tuple[float, float, float]
"""Low, high, and the truth."""


@dataclass(frozen=True, slots=True)
class Looked:
    """What became of one person.

    chances
        {morning: P(worse after days above the line)} at each look that had a line.
    alike
        Whether some look said that they are about the same.
    load, step
        Of an sd of steps, and of days above the line; None where nothing could be looked at.
    without, with_
        Contrasts of the first analysis and what techniques truly do in all; of the second, and what
        they do besides.
    width
        Mean width of the intervals of contrasts, points, without and with.
    moved
        Whether anything was said to move.
    """

    chances: dict[int, float]
    alike: bool
    load: Interval | None
    step: Interval | None
    without: list[Interval]
    with_: list[Interval]
    width: tuple[float, float]
    moved: bool


def look(task: tuple[Walking, int, int]) -> Looked:
    """One life, looked at again and again."""
    walking, seed, every = task
    life = walked(walking, seed)
    lines = {morning: _line(life, morning) for morning in range(FEWEST_KNOWN, MORNINGS + 1, every)}
    first = find(replace(life.series, loads={}))
    second = second_look(first, life.series.loads, whole={"steps": WHOLE})
    seen = second.findings
    without = _contrasts(first, life.total)
    with_ = _contrasts(seen, life.effects) if seen else []
    return Looked(
        chances={morning: one.chance for morning, one in lines.items() if one},
        alike=any(one.kind is LineKind.ALIKE for one in lines.values() if one),
        load=_of_load(life, seen) if seen else None,
        step=_of_step(life, second.lines.get("steps")),
        without=without,
        with_=with_,
        width=(_width(without), _width(with_)),
        moved=bool(second.moved),
    )


def _line(life: Walked, morning: int) -> Line | None:
    return line(life.series.before(morning), "steps", whole=WHOLE)


def _of_load(life: Walked, findings: Findings) -> Interval:
    effect = findings.loads["steps"]
    return effect.low, effect.high, life.a_step * effect.typical


def _of_step(life: Walked, one: Line | None) -> Interval | None:
    """The truth is what the steps above the line add, less those of the other days, technique by technique.

    The model gives to a technique what it does by way of steps within either kind of day.
    """
    if one is None:
        return None
    told = zip(life.series.did[:-1], life.series.loads["steps"][:-1], strict=True)
    rows = [(done, steps) for done, steps in told if done is not None and steps is not None]
    design = [[steps > one.above, *(name in done for name in NAMES)] for done, steps in rows]
    apart = np.linalg.lstsq(np.array(design, dtype=float), np.array([steps for _, steps in rows]), rcond=None)
    return one.low, one.high, float(life.a_step * apart[0][0])


def _contrasts(findings: Findings, true: Floats) -> list[Interval]:
    pairs = combinations(range(len(NAMES)), 2)
    both = [(findings.contrast(NAMES[a], NAMES[b]), float(true[a] - true[b])) for a, b in pairs]
    return [(one.low, one.high, truth) for one, truth in both]


def _width(intervals: list[Interval]) -> float:
    return fmean(high - low for low, high, _ in intervals) if intervals else float("nan")


def off(task: tuple[Walking, int]) -> tuple[float, float]:
    """Points by which TYPICAL more steps are told wrongly: by the engine, and by a straight line."""
    walking, seed = task
    life = walked(walking, seed)
    effect = find(life.series).loads["steps"]
    pairs = zip(life.series.loads["steps"][:-1], life.series.pain, strict=True)
    known = np.array([(steps, pain) for steps, pain in pairs if steps is not None and pain is not None])
    plain = float(np.polyfit(known[:, 0], known[:, 1], 1)[0])
    return TYPICAL * (effect.mean / effect.typical - life.a_step), TYPICAL * (plain - life.a_step)
