"""Weeks of seven days, Monday to Sunday: what was told of them, and of how many days."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from firststep.care.load.days import LoadDay


@dataclass(frozen=True, slots=True, kw_only=True)
class LoadWeek:
    """The sums of a week. A sum over fewer than seven days is the sum of those days, and says so.

    days
        Days of which anything was told.
    steps_days, ran_days, walked_days
        Days of which just this was told; 0 where the sum is None.
    """

    monday: date
    days: int
    steps: int | None
    steps_days: int
    ran_m: float | None
    ran_days: int
    walked_m: float | None
    walked_days: int
    longest_run_m: float | None
    hard: int


def load_weeks(days: Iterable[LoadDay]) -> tuple[LoadWeek, ...]:
    """The weeks of which anything was told, in their order."""
    by_week: dict[date, list[LoadDay]] = defaultdict(list)
    for day in days:
        by_week[day.on - timedelta(days=day.on.weekday())].append(day)
    return tuple(_week(monday, by_week[monday]) for monday in sorted(by_week))


def _week(monday: date, days: list[LoadDay]) -> LoadWeek:
    steps = [day.steps for day in days if day.steps is not None]
    ran = [day.ran_m for day in days if day.ran_m is not None]
    walked = [day.walked_m for day in days if day.walked_m is not None]
    return LoadWeek(
        monday=monday,
        days=len(days),
        steps=sum(steps) if steps else None,
        steps_days=len(steps),
        ran_m=sum(ran) if ran else None,
        ran_days=len(ran),
        walked_m=sum(walked) if walked else None,
        walked_days=len(walked),
        longest_run_m=max((day.longest_run_m for day in days if day.longest_run_m is not None), default=None),
        hard=sum(day.hard for day in days),
    )
