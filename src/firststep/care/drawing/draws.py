"""A sealed plan: the draw of today and of the next days, handed out ahead.

Draws ahead rest on today's mornings, and are drawn again as soon as a page that is
online tells more. A draw that a page has shown stands for its whole block.

In the first week each technique is tried once, a draw a day; then days come in blocks.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date, timedelta

from firststep.care.comparing.asking_again import paused
from firststep.care.comparing.comparison import FEWEST, is_compared, rest_days
from firststep.care.comparing.resting import resting
from firststep.care.comparing.resume import trial_of
from firststep.care.comparing.standing import Standing
from firststep.care.drawing.planned import PlannedDay
from firststep.care.drawing.trying import is_first_week, to_try
from firststep.records import Day, Diary, Question
from firststep.trial import Advice, Lattices, Trial
from firststep.trial.yardsticks import MOST_AHEAD

DAYS = MOST_AHEAD
"""Days in a plan, today among them."""


def plan_days(
    standing: Standing,
    *,
    today: date,
    seed: int,
    given: Iterable[Advice],
    lattices: Lattices | None = None,
) -> tuple[PlannedDay, ...]:
    """The plan of the days from today on.

    Empty where the safety check or the question is missing, where a warning sign takes the
    place of the draw, and where every technique rests.

    given
        The draws that a page has shown, in the order of being shown.
    lattices
        To be shared with an analysis of the same mornings.
    """
    comparing = standing.comparison
    if not standing.clear or comparing is None:
        return ()
    if paused(standing, today):
        return ()
    out = resting(standing, today)
    listed = tuple(name for name in comparing.techniques if name not in out)
    if not listed:
        return ()
    days = [today + timedelta(days=ahead) for ahead in range(DAYS)]
    alone = len(listed) < FEWEST[comparing.question]  # the others rest
    if alone or not is_compared(comparing):
        return tuple(PlannedDay(on, listed[on.toordinal() % len(listed)], None) for on in days)
    given = tuple(given)
    kept = tuple(advice for advice in first_shown(given) if _fits(advice, listed, comparing.question))
    trial = trial_of(
        standing.diary(until=today) or _blank(standing, today),
        usual_days=rest_days(comparing.question),
        seed=seed,
        compared=listed,
        given=kept,
        lattices=lattices,
    )
    return _ahead(standing, trial, kept, shown=first_of_each_day(given), days=days)


def _ahead(
    standing: Standing,
    trial: Trial,
    kept: tuple[Advice, ...],
    *,
    shown: Mapping[date, Advice],
    days: Iterable[date],
) -> tuple[PlannedDay, ...]:
    """The lines of these days, each drawn as if those before it were followed.

    kept
        The draws that stand.
    shown
        The draw of each day that a page has shown.
    """
    known, lines = dict(shown), []
    for on in days:
        left = to_try(standing, trial.compared, known, on=on) if is_first_week(standing, on) else ()
        advice = _still_stands(on, kept) or (trial.try_one(left, on=on) if left else trial.advise(on=on))
        known.setdefault(on, advice)
        lines.append(PlannedDay(on, advice.technique, advice))
    return tuple(lines)


def first_shown(given: Iterable[Advice]) -> tuple[Advice, ...]:
    """The draws that stand: of several shown for one block of one list, the first."""
    kept: list[Advice] = []
    for advice in given:
        if not any(k.allowed == advice.allowed and k.covers(advice.on) for k in kept):
            kept.append(advice)
    return tuple(kept)


def first_of_each_day(given: Iterable[Advice]) -> dict[date, Advice]:
    """The draw of each day that was shown first."""
    first: dict[date, Advice] = {}
    for advice in given:
        first.setdefault(advice.on, advice)
    return first


def drawn(shown: Iterable[PlannedDay]) -> dict[date, str | None]:
    """{day: technique} of the lines that were shown, the first of each day; None on a rest day."""
    first: dict[date, str | None] = {}
    for line in shown:
        first.setdefault(line.on, line.technique)
    return first


def _still_stands(on: date, kept: tuple[Advice, ...]) -> Advice | None:
    """The draw of a block that has begun: a changed list is no new chance. Of several, the last shown."""
    begun = [advice for advice in kept if advice.covers(on)]
    return replace(begun[-1], on=on) if begun else None


def _fits(advice: Advice, listed: tuple[str, ...], question: Question) -> bool:
    """Whether a draw can still be done: its technique is on the list, or the question has rest days."""
    if advice.technique is None:
        return rest_days(question) > 0
    return advice.technique in listed


def _blank(standing: Standing, today: date) -> Diary:
    """A diary before the first morning: a missed one today, so that there is a first draw."""
    return Diary(str(standing.foot), "", "lower", standing.techniques, (Day(today, None),))
