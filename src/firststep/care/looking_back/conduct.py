"""How a diary was kept: periods as done, and what was done against what was drawn."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from firststep.care.looking_back.views import Draws
from firststep.trial import Done, Series


@dataclass(frozen=True, slots=True)
class Period:
    """Days in a row on which the same was done.

    first, last
        The first and the last day.
    did
        What was done on each; empty for nothing, None for not told.
    scored
        Scored mornings among those that follow its days.
    mean
        Their mean score, points; None without any.
    """

    first: date
    last: date
    did: Done
    scored: int
    mean: float | None


@dataclass(frozen=True, slots=True)
class Followed:
    """What became of the draws of one technique.

    technique
        None for rest days.
    drawn
        Days for which it was drawn: the sum of the others.
    done, with_more, instead, nothing, untold
        Of these: done as drawn; done along with something else; something else done; nothing
        done though something was drawn; not told. On a rest day, nothing is done as drawn.
    """

    technique: str | None
    drawn: int
    done: int
    with_more: int
    instead: int
    nothing: int
    untold: int


@dataclass(frozen=True, slots=True)
class Conduct:
    """How a diary was kept, in counts.

    days, scored, told
        Calendar days; those whose morning has a score; those of which it was told what was done.
    followed
        A row for each technique that was drawn, in the order of the techniques, rest days last.
    """

    days: int
    scored: int
    told: int
    periods: tuple[Period, ...]
    followed: tuple[Followed, ...]

    @property
    def drawn(self) -> int:
        """Days with a draw."""
        return sum(row.drawn for row in self.followed)

    @property
    def done(self) -> int:
        """Days on which exactly what was drawn was done."""
        return sum(row.done for row in self.followed)


def conduct(series: Series, draws: Draws) -> Conduct:
    """How the days of a series were kept.

    draws
        What was drawn; draws for other days are left out.
    """
    days = [(series.day(k), series.did[k + 1]) for k in range(len(series))]
    drawn = [(draws[on], did) for on, did in days if on in draws]
    techniques = dict.fromkeys((*series.techniques, *(name for name, _ in drawn if name), None))
    followed = (_followed(name, [did for draw, did in drawn if draw == name]) for name in techniques)
    return Conduct(
        days=len(series),
        scored=series.scored,
        told=sum(did is not None for _, did in days),
        periods=tuple(_periods(series)),
        followed=tuple(row for row in followed if row.drawn),
    )


def _periods(series: Series) -> Iterable[Period]:
    for did, days in groupby(range(len(series)), key=lambda k: series.did[k + 1]):
        numbers = list(days)
        scores = [score for k in numbers for score in series.pain[k + 1 : k + 2] if score is not None]
        yield Period(
            first=series.day(numbers[0]),
            last=series.day(numbers[-1]),
            did=did,
            scored=len(scores),
            mean=sum(scores) / len(scores) if scores else None,
        )


def _followed(technique: str | None, did: list[Done]) -> Followed:
    asked = frozenset() if technique is None else frozenset([technique])
    told = [done for done in did if done is not None]
    as_drawn = sum(done == asked for done in told)
    with_more = sum(bool(asked) and asked < done for done in told)
    nothing = sum(bool(asked) and not done for done in told)
    return Followed(
        technique=technique,
        drawn=len(did),
        done=as_drawn,
        with_more=with_more,
        instead=len(told) - as_drawn - with_more - nothing,
        nothing=nothing,
        untold=len(did) - len(told),
    )
