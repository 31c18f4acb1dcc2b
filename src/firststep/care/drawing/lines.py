"""The lines of a plan as a page shows them: days between, days put off, and swaps."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from firststep.care.comparing.resting import resting
from firststep.care.comparing.standing import Standing
from firststep.care.drawing.between import is_too_soon, last_done
from firststep.care.drawing.instead import Line, line_of
from firststep.care.drawing.planned import PlannedDay


@dataclass(frozen=True, slots=True)
class Shown:
    """A line, and whether its technique rests on that day as it is not done every day."""

    line: Line
    between: bool


def lines(days: Iterable[PlannedDay], standing: Standing, today: date) -> tuple[Shown, ...]:
    """The lines of a plan in their order, each as if those before it were followed."""
    out, last = resting(standing, today), last_done(standing)
    listed = standing.comparison.techniques if standing.comparison else ()
    shown = []
    for day in days:
        if day.technique and is_too_soon(day.technique, day.on, last, standing):
            shown.append(Shown(Line(day, swapped=False, skipped=False, swap=None), between=True))
            continue
        may = [n for n in listed if n not in out and not is_too_soon(n, day.on, last, standing)]
        line = line_of(day, standing, may)
        if line.day.technique and not line.skipped:
            last[line.day.technique] = day.on
        shown.append(Shown(line, between=False))
    return tuple(shown)
