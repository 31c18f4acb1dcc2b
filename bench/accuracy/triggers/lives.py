"""What people would have told by hand, and jumps that are planted."""

from dataclasses import replace
from datetime import date, timedelta

import numpy as np

from bench.accuracy.triggers.histories import Day, History
from firststep.records.triggers import Event, EventKind, Onset, ShoeKind, Shoes, Standing, Told


def told(rng: np.random.Generator, history: History, on: date, *, forget: float = 0.0) -> Told:
    """Shoes about every seven months, a change of standing every five, an event every three: by chance.

    forget
        The chance that a pair of a year ago or longer is not remembered; less for newer ones.
    """
    first = min(history)
    pairs = [
        Shoes(name="a pair", kind=ShoeKind.RUNNING, since=since)
        for since in _by_chance(rng, first, on, every=210)
        if rng.random() >= forget * min(1.0, (on - since).days / 365)
    ]
    standing = [
        Standing(hours=float(rng.integers(0, 9)), since=since)
        for since in _by_chance(rng, first, on, every=150)
    ]
    events = [Event(kind=EventKind.TRIP, since=since) for since in _by_chance(rng, first, on, every=90)]
    return Told(
        onsets=(Onset(on=on),),
        shoes=tuple(pairs),
        standing=tuple(standing),
        events=tuple(events),
        all_shoes_since=first,
        all_standing_since=first,
        all_events_since=first,
    )


def only_the_newest(known: Told) -> Told:
    """What somebody tells who remembers the first and the newest of each, and says that they are all."""
    return replace(
        known,
        shoes=(*known.shoes[:1], *known.shoes[-1:]),
        standing=(*known.standing[:1], *known.standing[-1:]),
        events=(*known.events[:1], *known.events[-1:]),
    )


def _by_chance(rng: np.random.Generator, first: date, last: date, *, every: int) -> list[date]:
    found, on = [], first - timedelta(days=int(rng.integers(every)))
    while on < last:
        found.append(on)
        on += timedelta(days=1 + int(rng.exponential(every)))
    return found


def shortened(history: History, on: date, days: int) -> History:
    """Only so many days before an onset, as somebody has them who got the phone then."""
    return {day: value for day, value in history.items() if day >= on - timedelta(days=days)}


def more_steps(history: History, on: date, *, times: float, days: int) -> History:
    """So many times the steps, and the way walked, on the days before an onset."""
    changed = dict(history)
    for back in range(1, days + 1):
        day = changed.get(on - timedelta(days=back))
        if day is not None:
            changed[day.on] = replace(
                day,
                steps=None if day.steps is None else round(day.steps * times),
                walked_m=None if day.walked_m is None else day.walked_m * times,
            )
    return changed


def long_run(history: History, on: date, *, times: float) -> History:
    """A run five days before, so many times the longest of the 30 days before it."""
    at = on - timedelta(days=5)
    before = [
        history[day].longest_run_m or 0.0
        for back in range(1, 31)
        if (day := at - timedelta(days=back)) in history
    ]
    metres = max([1000.0, *before]) * times
    had = history.get(at, Day(at))
    return history | {at: replace(had, ran_m=metres, longest_run_m=metres)}
