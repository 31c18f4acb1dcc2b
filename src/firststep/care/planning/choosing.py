"""Which techniques are sensible to compare, out of those that may be done."""

from collections.abc import Iterable, Sequence

from firststep.care.sessions import script
from firststep.knowledge import Family, Technique
from firststep.records.wishes import Wishes

SUGGESTED = 4
"""Techniques in a comparison that is suggested: more take longer to tell apart."""

MOST_CHOSEN = 5
"""Where a person prefers more than are suggested, at most so many are taken."""

OF_ONE_FAMILY = {Family.SOLE: 2}
"""How many of one family are suggested at most: two for the sole, one of the others."""

STEADY = 2
"""Techniques in the background at most: what is done every day has to stay short."""

MINUTE = 60


def steady(allowed: Iterable[Technique], wishes: Wishes) -> tuple[Technique, ...]:
    """What is done every day beside the comparison, on rest days too: one of a family, at most two.

    It takes half of the day's minutes at most. What the person prefers is compared instead.
    """
    chosen: list[Technique] = []
    for technique in allowed:
        free = technique.steady and technique.id not in {*wishes.prefer, *wishes.bar}
        new = all(one.family is not technique.family for one in chosen)
        if (
            free
            and new
            and len(chosen) < STEADY
            and 2 * _seconds([*chosen, technique], wishes) <= _day(wishes)
        ):
            chosen.append(technique)
    return tuple(chosen)


def to_compare(
    allowed: Iterable[Technique], daily: Sequence[Technique], wishes: Wishes
) -> tuple[Technique, ...]:
    """What is suggested for a comparison, at most five: what is preferred first.

    One session has to fit into the minutes that the background leaves. Techniques that nobody
    should begin with, and those that belong into the background, are taken only where they
    are preferred.
    """
    left = _day(wishes) - _seconds(daily, wishes)
    able = [one for one in allowed if one.id not in wishes.bar and _seconds([one], wishes) <= left]
    chosen = [technique for id_ in wishes.prefer for technique in able if technique.id == id_][:MOST_CHOSEN]
    for technique in able:
        if len(chosen) >= SUGGESTED:
            break
        of_family = sum(one.family is technique.family for one in chosen)
        room = of_family < OF_ONE_FAMILY.get(technique.family, 1)
        if room and technique.first and not technique.steady and technique not in chosen:
            chosen.append(technique)
    return tuple(chosen)


def _seconds(techniques: Iterable[Technique], wishes: Wishes) -> int:
    """How long one session of each takes, getting up safely included."""
    return sum(script(technique, wishes.foot).seconds for technique in techniques)


def _day(wishes: Wishes) -> int:
    return wishes.minutes * MINUTE
