"""Amounts of steps, walks and runs in words: sums of days, lengths in the person's unit, pairs of shoes."""

from collections.abc import Iterable
from dataclasses import asdict
from datetime import date
from typing import Any

from firststep.care.load import LoadDay, ShoesFound, load_days
from firststep.knowledge import counted, numeral, phrase
from firststep.records.activity import ActiveDay

KM, MILE = 1000.0, 1609.344  # metres


def far(metres: float, *, imperial: bool = False) -> str:
    """A length as "5.2 km" or "3.2 miles"."""
    unit, length = ("miles", MILE) if imperial else ("km", KM)
    return phrase("bringing", unit, number=numeral(f"{metres / length:,.1f}"))


def totals(days: tuple[LoadDay, ...]) -> dict[str, Any]:
    """Sums over days, of the longest run the longest; None where no day told."""
    return {
        "days": len(days),
        "steps": _sum(day.steps for day in days),
        "walked_m": _sum(day.walked_m for day in days),
        "ran_m": _sum(day.ran_m for day in days),
        "longest_run_m": max(
            (day.longest_run_m for day in days if day.longest_run_m is not None), default=None
        ),
        "hard": sum(day.hard for day in days),
    }


def _sum(amounts: Iterable[float | None]) -> float | None:
    told = [amount for amount in amounts if amount is not None]
    return sum(told) if told else None


def summed(days: tuple[LoadDay, ...]) -> dict[str, Any]:
    """How many days, the first and the last, and their amounts together; there is one at least."""
    return totals(days) | {"first": days[0].on.isoformat(), "last": days[-1].on.isoformat()}


def by_source(rows: Iterable[ActiveDay]) -> dict[str, dict[str, Any]]:
    """What each source told, summed, ready for JSON. Sources stand side by side and are never added up."""
    found: dict[str, list[ActiveDay]] = {}
    for row in rows:
        found.setdefault(row.source, []).append(row)
    return {source: summed(load_days(mine)) for source, mine in sorted(found.items())}


def in_words(told: dict[str, Any], *, imperial: bool = False) -> str:
    """What `summed` gave, as "2 days, 2026-11-20 to 2026-11-21: 17,500 steps"."""
    blanks = {"n": numeral(f"{told['days']:,}"), "first": told["first"], "last": told["last"]}
    return counted("bringing", "days", told["days"], amounts=amounts(told, imperial=imperial), **blanks)


def amounts(told: dict[str, Any], *, imperial: bool = False) -> str:
    """The amounts that `totals` gave, as "17,500 steps, 5.2 km run"."""
    parts = []
    if told["steps"] is not None:
        parts.append(phrase("bringing", "steps", steps=numeral(f"{told['steps']:,}")))
    for amount, key in (("walked_m", "walked"), ("ran_m", "ran"), ("longest_run_m", "longest")):
        if told[amount]:
            parts.append(phrase("bringing", key, far=far(told[amount], imperial=imperial)))
    if told["hard"]:
        parts.append(counted("bringing", "hard", told["hard"], n=told["hard"]))
    return ", ".join(parts) or phrase("bringing", "nothing_told")


def pair_in_words(pair: ShoesFound, *, imperial: bool = False) -> str:
    """A pair as "Blue pair: 2 times, 2026-10-04 to 2026-10-05, 15.0 km"."""
    blanks = {"n": numeral(f"{pair.sessions:,}"), "first": pair.first, "last": pair.last}
    worn = counted("bringing", "worn", pair.sessions, **blanks)
    if pair.metres is None:
        return phrase("bringing", "shoe", name=pair.name, worn=worn)
    return phrase("bringing", "shoe_far", name=pair.name, worn=worn, far=far(pair.metres, imperial=imperial))


def pair_as_data(pair: ShoesFound) -> dict[str, Any]:
    """A pair, ready for JSON."""
    return asdict(pair) | {"first": pair.first.isoformat(), "last": pair.last.isoformat()}


def pair_from_data(plain: dict[str, Any]) -> ShoesFound:
    """What `pair_as_data` gave."""
    days = {name: date.fromisoformat(plain[name]) for name in ("first", "last")}
    return ShoesFound(**(plain | days))
