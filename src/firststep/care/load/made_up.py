"""Days on the feet of somebody made up: a rhythm of the week, chance, and one week with far more walking."""

from datetime import date, timedelta

import numpy as np

from firststep.records.activity import ActiveDay

SOURCE = "a made-up phone"
USUAL, SPREAD = 7_200, 0.28
"""Steps of a usual day, and the spread of a day's steps on the scale of logs."""

OF_WEEKDAYS = (1.0, 1.05, 1.0, 1.05, 1.1, 0.9, 0.7)
"""Monday to Sunday."""

JUMP = 2.3
"""How many times as many steps in the week before the pain."""


def made_up_days(
    first: date, last: date, *, onset: date, generator: np.random.Generator
) -> tuple[ActiveDay, ...]:
    """A row a day from the first to the last; the week before the onset has far more steps."""
    days = [first + timedelta(days=k) for k in range((last - first).days + 1)]
    chance = np.exp(SPREAD * generator.standard_normal(len(days)))
    return tuple(_day(on, onset, float(part)) for on, part in zip(days, chance, strict=True))


def _day(on: date, onset: date, part: float) -> ActiveDay:
    jump = JUMP if 0 < (onset - on).days <= len(OF_WEEKDAYS) else 1.0
    return ActiveDay(on=on, source=SOURCE, steps=round(USUAL * OF_WEEKDAYS[on.weekday()] * part * jump))
