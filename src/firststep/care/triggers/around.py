"""Around each onset: what changed before it, against the person's own earlier weeks."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from types import MappingProxyType

import numpy as np

from firststep.care.triggers.describing import Described
from firststep.care.triggers.found import Answer, Around, Lack, Trigger, Weeks
from firststep.care.triggers.grid import (
    COMPARED,
    COMPARED_ABOUT,
    LOOK_BACK,
    Amount,
    Grid,
    Load,
    Numbers,
    grid,
)
from firststep.care.triggers.scores import (
    FEWEST_OF_WEEK,
    NEW,
    WEEK,
    Kind,
    about,
    mean_before,
    scores,
)
from firststep.care.triggers.standing_out import STANDS_OUT, Ranked, fewest, rank, stretch
from firststep.records.triggers import Event, Onset, Shoes, Standing, Told

SHOWN = 13
"""Weeks that are drawn: a quarter of a year."""

EIGHT_IN_TEN = (10, 90)


def around(days: Iterable[Load], told: Told) -> tuple[Around, ...]:
    """What changed before each onset and each flare that was told, the earliest first.

    days
        One for each date, sources already put together; in any order, with holes.
    told
        What was told by hand. Its onsets are looked at together: of people with nothing to find, at
        most one in ten is told that anything stands out, over all of their onsets.
    """
    listed = tuple(days)
    onsets = sorted(set(told.onsets), key=lambda one: (one.on, one.within, one.flare))
    return tuple(_one(onset, listed, told, len(onsets)) for onset in onsets)


def _one(onset: Onset, days: tuple[Load, ...], told: Told, onsets: int) -> Around:
    """One of so many onsets: the more there are, the more days it takes, and the stricter each is."""
    limit = STANDS_OUT / onsets
    laid = grid(onset, days, told, compared=(COMPARED + COMPARED_ABOUT * onset.within) * onsets)
    raw = scores(laid, told)
    scored = {kind: about(numbers, onset.within) for kind, numbers in raw.items()}
    ranks = rank(laid, scored, limit=limit)
    ranked = _ranked(Described(laid, told, raw), ranks, limit)
    return Around(
        onset=onset,
        answer=_answer(ranks, ranked),
        limit=limit,
        ranked=ranked,
        told=_told_before(onset, told),
        lacking=_lacking(laid, told, scored, ranks),
        counted_anew=_counted_anew(onset, days),
        days=ranks.days,
        needed=fewest(laid, limit),
        weeks=_weeks(laid),
    )


def _answer(ranks: Ranked, ranked: tuple[Trigger, ...]) -> Answer:
    if any(one.stands_out for one in ranked):
        return Answer.STANDS_OUT
    return Answer.NOTHING if ranks.days else Answer.TOO_LITTLE


def _ranked(described: Described, ranks: Ranked, limit: float) -> tuple[Trigger, ...]:
    rose = [kind for kind in Kind if ranks.alone.get(kind, 1.0) < 1.0]
    rose.sort(key=lambda kind: (ranks.share[kind], ranks.alone[kind]))
    return tuple(
        described.of(kind, share=ranks.share[kind], stands_out=ranks.share[kind] <= limit) for kind in rose
    )


def _told_before(onset: Onset, told: Told) -> tuple[Shoes | Standing | Event, ...]:
    """What began in the six weeks before, the latest first."""
    listed: list[Shoes | Standing | Event] = [*told.shoes, *told.standing, *told.events]
    near = [one for one in listed if -onset.within < (onset.on - one.since).days <= NEW + onset.within]
    return tuple(sorted(near, key=lambda one: one.since, reverse=True))


def _counted_anew(onset: Onset, days: Iterable[Load]) -> tuple[date, ...]:
    """When another source began to count, in the weeks that the onset looks back on; a few days are none."""
    seen: dict[str, list[date]] = defaultdict(list)
    for day in days:
        for source in day.sources:
            if day.on < onset.on + timedelta(days=onset.within):
                seen[source].append(day.on)
    began = sorted({min(when) for when in seen.values() if len(when) >= FEWEST_OF_WEEK})
    near = onset.on - timedelta(days=LOOK_BACK + onset.within)
    return tuple(on for on in began[1:] if on >= near)


def _lacking(
    laid: Grid, told: Told, scored: Mapping[Kind, Numbers], ranks: Ranked
) -> MappingProxyType[Kind, Lack]:
    by_hand = {
        Kind.SHOES: (told.shoes, told.all_shoes_since),
        Kind.STANDING: (told.standing, told.all_standing_since),
        Kind.EVENT: (told.events, told.all_events_since),
    }
    not_all = {kind for kind, (listed, since) in by_hand.items() if listed and since is None}
    left_out = [kind for kind in Kind if kind not in ranks.share]
    return MappingProxyType(
        {kind: Lack.NOT_ALL if kind in not_all else _lack(laid, scored[kind]) for kind in left_out}
    )


def _lack(laid: Grid, numbers: Numbers) -> Lack:
    if np.isnan(numbers).all():
        return Lack.NOT_TOLD
    return Lack.NOT_THEN if np.isnan(numbers[laid.onset]) else Lack.TOO_FEW


def _weeks(laid: Grid) -> Weeks:
    ends = [laid.onset - WEEK * back for back in range(SHOWN - 1, -1, -1)]
    means: dict[Amount, Numbers] = {
        amount: mean_before(numbers, days=WEEK, skip=0, fewest=FEWEST_OF_WEEK)
        for amount, numbers in laid.values.items()
        if amount is not Amount.LONGEST
    }
    known = {amount: numbers for amount, numbers in means.items() if not np.isnan(numbers[ends]).all()}
    return Weeks(
        begins=tuple(laid.day(end - WEEK) for end in ends),
        amounts=MappingProxyType(
            {
                amount: tuple(None if np.isnan(numbers[end]) else float(numbers[end]) for end in ends)
                for amount, numbers in known.items()
            }
        ),
        usual=MappingProxyType(_usual(laid, known)),
    )


def _usual(laid: Grid, known: dict[Amount, Numbers]) -> dict[Amount, tuple[float, float]]:
    """Eight in ten of the weeks compared, the last stretch left out; nothing where none is known."""
    found = {}
    for amount, numbers in known.items():
        weeks = numbers[laid.onset - laid.compared + 1 : laid.onset - stretch(laid)]
        weeks = weeks[~np.isnan(weeks)]
        if weeks.size:
            low, high = np.percentile(weeks, EIGHT_IN_TEN)
            found[amount] = (float(low), float(high))
    return found
