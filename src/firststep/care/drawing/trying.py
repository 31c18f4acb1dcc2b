"""The first week: each technique is tried once, so that what is unpleasant can be left out.

The week counts from the first day of the comparison that runs now (`Standing.began`). A technique
that joins it later is simply new to the engine, which draws new ones more often; so is one that
the week had no room for. One that was ever done before needs no trying.
"""

from collections.abc import Collection, Mapping
from datetime import date, timedelta

from firststep.care.comparing.standing import Standing
from firststep.care.drawing.instead import expected
from firststep.records import Doing
from firststep.trial import Advice, Done, untried
from firststep.trial.allocation import TRYING_DAYS

WEEK = timedelta(days=TRYING_DAYS)


def is_first_week(standing: Standing, on: date) -> bool:
    """Whether a day lies in the first week of the comparison that runs now."""
    return standing.began is not None and on < standing.began + WEEK


def to_try(
    standing: Standing, listed: Collection[str], drawn: Mapping[date, Advice], *, on: date
) -> tuple[str, ...]:
    """Of the listed techniques, those that were not tried before a day, in their order.

    What was done on the day itself is left out of account: its draw comes before it.

    drawn
        The draw of each day that was shown, or is planned: of what nothing was told yet, that
        it was followed, swapped or skipped as the person said.
    """
    first = standing.began or on
    told: dict[date, Done] = {
        day: event.what.did
        for day, event in standing.doings.items()
        if isinstance(event.what, Doing) and day < on
    }
    meant = {day: expected(advice, standing) for day, advice in drawn.items() if first <= day < on}
    return untried(listed, did=told, drawn=meant)
