"""The lines of a plan as a page shows them: days between, days put off, and swaps."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from firststep.care.comparing.resting import resting
from firststep.care.comparing.standing import Standing
from firststep.care.drawing.between import is_too_soon, last_done
from firststep.care.drawing.instead import Line, line_of
from firststep.care.drawing.planned import PlannedDay


@dataclass(frozen=True, slots=True)
class Shown:
    """A line of a plan as it is shown.

    between
        Whether its technique rests on that day, as it is not done every day.
    block
        The days that share its draw; none where nothing is compared, and where the draw is for
        one day only.
    """

    line: Line
    between: bool
    block: tuple[date, ...]


def lines(
    days: Sequence[PlannedDay], standing: Standing, today: date, *, tried: Collection[date] = ()
) -> tuple[Shown, ...]:
    """The lines of a plan in their order, each as if those before it were followed.

    tried
        Days before today on which a technique was drawn to be tried: no part of a block.
    """
    out, last = resting(standing, today), last_done(standing)
    listed = standing.comparison.techniques if standing.comparison else ()
    apart = {*tried, *(day.on for day in days if day.advice and day.advice.trying)}
    shown = []
    for day in days:
        if day.technique and is_too_soon(day.technique, day.on, last, standing):
            line, between = Line(day, swapped=False, skipped=False, swap=None), True
        else:
            may = [n for n in listed if n not in out and not is_too_soon(n, day.on, last, standing)]
            line, between = line_of(day, standing, may), False
        if line.day.technique and not (between or line.skipped):
            last[line.day.technique] = day.on
        shown.append(Shown(line, between, () if line.swapped else _block(day, apart)))
    return tuple(shown)


def _block(day: PlannedDay, apart: Collection[date]) -> tuple[date, ...]:
    """The days of a line's block, without those on which one was tried when it had begun already."""
    if day.advice is None or day.advice.trying:
        return ()
    all_days = (day.advice.block + timedelta(days=k) for k in range(day.advice.days))
    return tuple(on for on in all_days if on not in apart)
