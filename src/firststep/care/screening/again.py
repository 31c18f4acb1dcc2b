"""When the safety check is asked again: something changed, or a month has passed."""

from collections.abc import Collection, Mapping
from datetime import date, timedelta
from enum import StrEnum
from statistics import median

MONTH = timedelta(days=30)
"""Asked again after so long, even where nothing changed."""

MUCH_WORSE = 3
"""Points of first-step pain above the usual that are a sudden rise (our own choice)."""

SETTLES_WITHIN = timedelta(days=3)
"""A rise that has not settled after so long is asked about."""

USUAL_OVER = timedelta(days=14)
"""The usual pain is the middle score of so many days before the rise."""

LASTED = timedelta(days=2)
"""The high scores have to span so long: one bad morning is no rise."""

FEWEST_USUAL = 3  # scores that make a usual


class Reason(StrEnum):
    """Why the check is asked."""

    NEVER = "never"
    """It was never answered."""

    CHANGED = "changed"
    """The person told of something new."""

    NUMB = "numb"
    """A session was stopped because something was numb or tingled."""

    WORSE = "worse"
    """The pain rose suddenly and did not settle."""

    OPEN = "open"
    """There is a question without an answer, as after a new tool."""

    MONTH = "month"
    """A month has passed."""


class Change(StrEnum):
    """Something new that a person can tell of."""

    NUMBNESS = "new-numbness"
    MEDICINE = "new-medicine"
    PREGNANCY = "pregnancy"
    INJURY = "injury"
    INJECTION = "injection"
    OPERATION = "operation"
    ILLNESS = "illness"


PAUSE = (Reason.CHANGED, Reason.NUMB, Reason.WORSE)
"""With these nothing is drawn or suggested until the check has been answered."""


def much_worse(mornings: Mapping[date, int | None], today: date) -> bool:
    """Whether first-step pain rose by 3 points or more and has not settled for three days.

    mornings
        Scores 0-10 by day; None where there is none.
    """
    since = today - SETTLES_WITHIN
    scores = {on: pain for on, pain in mornings.items() if pain is not None and on <= today}
    late = sorted(on for on in scores if on >= since)
    usual = [pain for on, pain in scores.items() if since - USUAL_OVER <= on < since]
    if len(usual) < FEWEST_USUAL or not late or late[-1] - late[0] < LASTED:
        return False
    return all(scores[on] >= median(usual) + MUCH_WORSE for on in late)


def reasons_to_ask(
    answered: date | None,
    *,
    today: date,
    mornings: Mapping[date, int | None] = {},
    changes: Collection[Change] = (),
    numb: bool = False,
    open_questions: int = 0,
) -> tuple[Reason, ...]:
    """Why the check is asked today; none where the last answers still hold.

    answered
        The day of the last answers; None where there were none.
    changes
        What the person told of since.
    numb
        Whether a session was stopped since, because something was numb or tingled.
    open_questions
        How many questions have no answer.
    """
    if answered is None:
        return (Reason.NEVER,)
    told = {
        Reason.CHANGED: bool(changes),
        Reason.NUMB: numb,
        Reason.WORSE: much_worse(_since(mornings, answered, today), today),
        Reason.OPEN: open_questions > 0,
        Reason.MONTH: today - answered >= MONTH,
    }
    return tuple(reason for reason, so in told.items() if so)


def _since(mornings: Mapping[date, int | None], answered: date, today: date) -> dict[date, int | None]:
    """The mornings without the latest that the check was answered after: they are answered for."""
    return {on: pain for on, pain in mornings.items() if on > answered or on < today - SETTLES_WITHIN}
