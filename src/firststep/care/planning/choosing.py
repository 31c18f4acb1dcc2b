"""Which techniques are sensible to compare, out of those that may be done."""

from collections.abc import Iterable

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


def fits(technique: Technique, wishes: Wishes) -> bool:
    """Whether a person wants it, and one session of it is no longer than a day's minutes."""
    wanted = technique.id not in wishes.bar
    return wanted and script(technique, wishes.foot).seconds <= wishes.minutes * MINUTE


def to_compare(allowed: Iterable[Technique], wishes: Wishes) -> tuple[Technique, ...]:
    """What is suggested for a comparison, at most five: what is preferred first.

    Techniques that nobody should begin with, and those that belong into the background,
    are taken only where they are preferred.
    """
    able = [technique for technique in allowed if fits(technique, wishes)]
    chosen = [technique for id_ in wishes.prefer for technique in able if technique.id == id_][:MOST_CHOSEN]
    for technique in able:
        if len(chosen) >= SUGGESTED:
            break
        of_family = sum(one.family is technique.family for one in chosen)
        room = of_family < OF_ONE_FAMILY.get(technique.family, 1)
        if room and technique.first and not technique.steady and technique not in chosen:
            chosen.append(technique)
    return tuple(chosen)


def steady(
    allowed: Iterable[Technique], compared: Iterable[Technique], wishes: Wishes
) -> tuple[Technique, ...]:
    """What is done every day beside the comparison, on rest days too: one of a family, at most two."""
    taken = {technique.id for technique in compared}
    chosen: list[Technique] = []
    for technique in allowed:
        free = technique.steady and technique.id not in taken and fits(technique, wishes)
        if free and all(one.family is not technique.family for one in chosen) and len(chosen) < STEADY:
            chosen.append(technique)
    return tuple(chosen)
