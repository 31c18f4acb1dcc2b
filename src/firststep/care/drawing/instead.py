"""What is done instead: a day that is put off, and another technique in the place of what was drawn.

What was drawn and shown at first stays the draw of its day, for the second check and wherever
what was advised counts. What a person did is what they tell.
"""

from collections.abc import Collection
from dataclasses import dataclass, replace

from firststep.care.comparing.standing import Standing
from firststep.care.drawing.planned import PlannedDay
from firststep.trial import Advice, another


@dataclass(frozen=True, slots=True)
class Line:
    """A day of a plan as it stands after what the person asked for.

    day
        What is to be done now.
    swapped, skipped
        Whether another one took the place of what was drawn; whether the day was put off.
    swap
        What would take its place; None where nothing else can be done.
    """

    day: PlannedDay
    swapped: bool
    skipped: bool
    swap: PlannedDay | None


def line_of(day: PlannedDay, standing: Standing, may: Collection[str]) -> Line:
    """A line of the plan after every swap that was told for it.

    may
        What may be done that day, in the order in which techniques come where nothing is compared.
    """
    by, now = standing.swaps.get(day.on, ()), day
    out: set[str] = set()
    while now.technique in by and now.technique not in out:
        out.add(str(now.technique))
        now = _instead(day, out, may) or now
    return Line(
        day=now,
        swapped=now is not day,
        skipped=day.on in standing.skips,
        swap=_instead(day, out | {str(now.technique)}, may),
    )


def expected(advice: Advice, standing: Standing) -> str | None:
    """The technique that is expected of a day with this draw; None where it was put off."""
    line = line_of(PlannedDay(advice.on, advice.technique, advice), standing, advice.allowed)
    return None if line.skipped else line.day.technique


def _instead(day: PlannedDay, without: Collection[str], may: Collection[str]) -> PlannedDay | None:
    """The line in the place of this one: by chance where techniques are compared, else in turn."""
    if day.technique is None:
        return None
    if day.advice:
        advice = another(day.advice, without=without, allowed=may)
        return PlannedDay(day.on, advice.technique, advice) if advice else None
    return _in_turn(day, without, tuple(may))


def _in_turn(day: PlannedDay, without: Collection[str], may: tuple[str, ...]) -> PlannedDay | None:
    after = may.index(day.technique) + 1 if day.technique in may else 0
    left = [name for name in (*may[after:], *may[:after]) if name not in without]
    return replace(day, technique=left[0]) if left else None
