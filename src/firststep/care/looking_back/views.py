"""One diary seen in more than one way, so that an answer can be held against itself.

As done is what Firststep goes by. As advised counts what was drawn, so that not following
the draw for a reason cannot pass for an effect (intention to treat). Neutral keeps what was
done and takes away what the priors lend. And the draws alone, by the second witness.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from enum import StrEnum
from types import MappingProxyType

from firststep.care.comparing.analysis import ArmOf, analyse, series_of
from firststep.errors import TrialError
from firststep.records import Diary
from firststep.trial import NOTHING, Advice, Better, Findings, Witness, find, witness

Draws = Mapping[date, str | None]
"""{day: the technique drawn for it, None on a rest day}; a day without a draw is left out."""


class View(StrEnum):
    """Three ways to see a diary."""

    AS_DONE = "as-done"
    """What was really done counts."""

    AS_ADVISED = "as-advised"
    """What was drawn counts, done or not."""

    NEUTRAL = "neutral"
    """What was done counts, and no technique borrows from another."""


def seen(
    diary: Diary,
    view: View,
    *,
    better: Better | None = None,
    arm_of: ArmOf = ArmOf.DAY_BEFORE,
    rested: frozenset[str] = frozenset(),
    names: Mapping[str, str] = MappingProxyType({}),
    draws: Draws | None = None,
) -> Findings:
    """The findings of a diary in one of the three ways; see `analyse` for the rest.

    draws
        What was drawn; left out, what the diary itself says of it. TrialError where
        nothing is known and it is asked for as advised.
    """
    if view is View.AS_ADVISED:
        diary = as_advised(diary, draws_of(diary) if draws is None else draws)
    if view is not View.NEUTRAL:
        return analyse(diary, better=better, arm_of=arm_of, rested=rested, names=names)
    series = series_of(diary, arm_of)
    return find(series, better=better or diary.better, rested=rested, names=names, neutral=True)


def as_advised(diary: Diary, draws: Draws) -> Diary:
    """The diary with each day's draw in place of what was done; a day without a draw stays as it is.

    TrialError where there is no draw at all.
    """
    if not draws:
        raise TrialError(
            "this diary does not say what was drawn",
            where=diary.person,
            mend="add the column 'advised': the technique that was drawn for the day, 'none' on a rest day",
        )
    days = (replace(day, did=_drawn(draws[day.on])) if day.on in draws else day for day in diary.days)
    return replace(diary, days=tuple(days))


def draws_of(diary: Diary) -> dict[date, str | None]:
    """The draws that a diary itself holds."""
    drawn = {day.on: day.advised for day in diary.days if day.advised is not None}
    return {on: None if technique == NOTHING else technique for on, technique in drawn.items()}


def second_check(diary: Diary, given: Iterable[Advice]) -> Witness:
    """What the draws alone say of a diary, whatever the model. TrialError where it has no day.

    given
        The draws that were shown, in the order of being shown. A diary file does not hold
        their chances; the store does.
    """
    return witness(series_of(diary), given)


def _drawn(technique: str | None) -> frozenset[str]:
    return frozenset() if technique is None else frozenset([technique])
