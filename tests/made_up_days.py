"""Days of somebody made up: steps that stray from day to day as a small sum of waves, without chance."""

from dataclasses import replace
from datetime import date, timedelta
from math import sin

from firststep.care.load import LoadDay

ONSET = date(2026, 6, 1)


def days(count=700, *, before=ONSET, level=7000, runs=False):
    """So many days that end the day before `before`; with a run of about 5 km each third day, if wanted."""
    return [
        LoadDay(
            on=before - timedelta(days=back),
            steps=round(level * (1 + 0.25 * sin(back * 1.7) + 0.15 * sin(back / 5.3))),
            ran_m=5000 + 800 * sin(back * 2.1) if runs and back % 3 == 0 else None,
            sources=("a phone",),
        )
        for back in range(count, 0, -1)
    ]


def times(found, factor, *, last, before=ONSET):
    """The same days with so many times the steps on the last few."""
    first = before - timedelta(days=last)
    return [
        replace(day, steps=round(day.steps * factor))
        if first <= day.on < before and day.steps is not None
        else day
        for day in found
    ]
