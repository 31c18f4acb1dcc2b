"""What became of all the people of a row: means and shares."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

import numpy as np

from bench.accuracy.designs.compare import COMPARED, ENGINE, SURVIVOR, WEEKLY, Outcome, outcomes
from bench.accuracy.designs.lives import MORNINGS, ROWS, Row
from firststep.trial import ChoiceKind

Task = tuple[Row, int]
Mapped = Callable[[Callable[[Task], list[Outcome]], Iterable[Task]], Iterable[list[Outcome]]]
"""Like `map`, in order: how the work is spread over processes."""


@dataclass(frozen=True)
class Summary:
    """One design and analysis over the people of a row; None where there is nothing to say.

    avoidable, ratio
        Mean of points times days, and that mean over the one of randomised weekly blocks.
    regret
        Mean points of the technique that would be chosen at the end.
    right, wrong
        Shares of people with a right and with a wrong claim.
    alike, safe
        Shares of people whose last answer is `no-difference` and `safe-choice`.
    answered
        Median morning of the first answer; infinite where most people have none.
    coverage
        Share of 90% intervals of pairs that hold the truth.
    called, called_wrong
        Shares of pairs of which one is called better, and of which a wrong one is.
    """

    design: str
    analysis: str
    avoidable: float
    ratio: float | None
    regret: float
    right: float | None
    wrong: float | None
    alike: float | None
    safe: float | None
    answered: float
    coverage: float | None
    called: float | None
    called_wrong: float | None


def compare(
    people: int, mapped: Mapped = map, rows: tuple[Row, ...] = ROWS
) -> Iterator[tuple[Row, list[Summary]]]:
    """One row of people after another, with a summary for each of `COMPARED`."""
    for row in rows:
        everyone = mapped(outcomes, [(row, number) for number in range(people)])
        columns = dict(zip(COMPARED, map(list, zip(*everyone, strict=True)), strict=True))
        weekly = next(one for (design, _), one in columns.items() if design == WEEKLY)
        base = _mean([one.avoidable for one in weekly])
        yield row, [summary(row, named, column, base) for named, column in columns.items()]


def summary(row: Row, named: tuple[str, str], people: list[Outcome], base: float) -> Summary:
    """One design and analysis, `named`, over people; `base` is weekly blocks' avoidable pain."""
    ours, silent = named[1] == ENGINE, named[1] == SURVIVOR
    kinds = [one.reading.kind for one in people]
    avoidable = _mean([one.avoidable for one in people])
    called, wrongly = _pairs(people)
    return Summary(
        design=named[0],
        analysis=named[1],
        avoidable=avoidable,
        ratio=avoidable / base if base > 0.0 else None,
        regret=_mean([one.regret for one in people]),
        right=None if silent or not row.apart else _share([one.right for one in people]),
        wrong=None if silent else _share([one.wrong for one in people]),
        alike=_share([kind is ChoiceKind.NO_DIFFERENCE for kind in kinds]) if ours else None,
        safe=_share([kind is ChoiceKind.SAFE_CHOICE for kind in kinds]) if ours else None,
        answered=_median([one.reading.answered for one in people]) if ours else MORNINGS,
        coverage=_share([flag for one in people for flag in one.covered]),
        called=_share(called),
        called_wrong=_share(wrongly),
    )


def _pairs(people: list[Outcome]) -> tuple[list[bool], list[bool]]:
    """Of every pair of every person: whether one is called better, and whether it is not."""
    pairs = [
        (float(called), apart)
        for one in people
        if one.reading.called is not None
        for called, apart in zip(one.reading.called, one.apart, strict=True)
    ]
    return [c != 0.0 for c, _ in pairs], [c != 0.0 and c * apart <= 0.0 for c, apart in pairs]


def _median(mornings: list[int | None]) -> float:
    """The lower median, nobody's answer being the latest."""
    ranked = sorted(np.inf if morning is None else float(morning) for morning in mornings)
    return ranked[(len(ranked) - 1) // 2]


def _mean(values: list[float]) -> float:
    return float(np.mean(values))


def _share(flags: list[bool]) -> float | None:
    return float(np.mean(flags)) if flags else None
