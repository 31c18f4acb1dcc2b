"""A second look at the same mornings: with how much somebody was on their feet the day before.

What is looked at may be any number a day, as steps or hours of standing: it is lined up with the
mornings as what was done is. The first findings are those without it, and they stay so.
"""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from types import MappingProxyType

from firststep.care.comparing.analysis import ArmOf
from firststep.care.load import LoadDay
from firststep.records import Diary
from firststep.trial import Findings, SecondLook, Series, second_look

STEPS = "steps"

WHOLE: Mapping[str, float] = MappingProxyType({STEPS: 1000.0})
"""{load: what the line between long days and the others is rounded to}; 1 for all else. Ours."""

ByDay = Mapping[date, float]
"""{day: how much, in any unit}; a day that is not known is left out."""


def loaded(
    first: Findings,
    loads: Mapping[str, ByDay],
    *,
    arm_of: ArmOf = ArmOf.DAY_BEFORE,
    neutral: bool = False,
) -> SecondLook:
    """The same mornings with these loads, {name: by day}.

    arm_of
        Which day's load a score is looked at with: the same as for the first findings.
    neutral
        Whether the first findings are those of the neutral prior.
    """
    lined_up = {name: _lined_up(by_day, first.series, arm_of) for name, by_day in loads.items()}
    return second_look(first, lined_up, whole=WHOLE, neutral=neutral)


def loads_of(diary: Diary) -> dict[str, dict[date, float]]:
    """The loads that a diary itself tells; empty where it tells none."""
    steps = {day.on: float(day.steps) for day in diary.days if day.steps}
    return {STEPS: steps} if steps else {}


def loads_of_days(days: Iterable[LoadDay]) -> dict[str, dict[date, float]]:
    """The loads that files of activity tell; empty where they tell none.

    The last day that is told is left out: its file may be from the middle of it. A day without
    any step is one on which nobody wore what counts.
    """
    steps = {day.on: float(day.steps) for day in days if day.steps}
    if steps:
        del steps[max(steps)]
    return {STEPS: steps} if steps else {}


def _lined_up(by_day: ByDay, series: Series, arm_of: ArmOf) -> tuple[float | None, ...]:
    """An amount for each gap of a series: that of the day before its morning, or of the same day."""
    back = timedelta(days=1 if arm_of is ArmOf.DAY_BEFORE else 0)
    return tuple(by_day.get(series.day(gap) - back) for gap in range(len(series.did)))
