"""From a diary to findings: lining up what was done with the morning it acts on."""

from collections.abc import Mapping
from datetime import timedelta
from enum import StrEnum
from itertools import pairwise
from types import MappingProxyType

from firststep.errors import TrialError
from firststep.records import Diary
from firststep.trial import Better, Done, Findings, Lattices, Series, find
from firststep.trial.checks import check_gap


class ArmOf(StrEnum):
    """Which day's doing a score is compared by."""

    DAY_BEFORE = "day-before"
    """What was done on a day acts on the next morning: right for mornings."""

    SAME_DAY = "same-day"
    """What was done on a day acts on that day's score: for scores taken in the evening."""


def analyse(
    diary: Diary,
    *,
    better: Better | None = None,
    arm_of: ArmOf = ArmOf.DAY_BEFORE,
    rested: frozenset[str] = frozenset(),
    names: Mapping[str, str] = MappingProxyType({}),
    lattices: Lattices | None = None,
) -> Findings:
    """The findings of a diary.

    better
        Which way the score is better; left out, what the diary itself says, and where
        it says nothing, contrasts are given and no technique is called best.
    rested, names
        Techniques that are no longer compared, and what each is called in the sentences.
    lattices
        To be shared with a trial of the same mornings: the same numbers, only sooner.
    """
    series = series_of(diary, arm_of)
    return find(series, better=better or diary.better, rested=rested, names=names, lattices=lattices)


def series_of(diary: Diary, arm_of: ArmOf = ArmOf.DAY_BEFORE) -> Series:
    """The diary as the engine takes it: every calendar day, doing before its morning."""
    if not diary.days:
        raise TrialError("the diary has no day", where=diary.person)
    first, last = diary.days[0].on, diary.days[-1].on
    by_date = {day.on: day for day in diary.days}
    for before, day in pairwise(diary.days):
        check_gap((day.on - before.on).days, f"{diary.person}, {day.on.isoformat()}")
    dates = [first + timedelta(days=k) for k in range((last - first).days + 1)]
    pain = tuple(by_date[on].pain if on in by_date else None for on in dates)
    did: list[Done] = [by_date[on].did if on in by_date else None for on in dates]
    gaps = [None, *did] if arm_of is ArmOf.DAY_BEFORE else [*did, None]
    return Series(diary.techniques, first, pain, tuple(gaps))
