"""What files of steps, walks and runs tell: each by itself, and joined so that no step counts twice."""

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from firststep.care.load import LoadDay, load_days
from firststep.knowledge import counted, numeral, phrase
from firststep.records.activity import ActiveDay

KM = 1000.0
LAST = 7  # days that are shown one by one


@dataclass(frozen=True, slots=True, kw_only=True)
class Brought:
    """A file, by its name, and what it told.

    skipped
        What was passed over: where it first was, why, and how often.
    shoes
        The shoes that it names, each with the days on which it was worn.
    """

    name: str
    kind: str
    days: tuple[ActiveDay, ...]
    skipped: tuple[tuple[str, str, int], ...] = ()
    notes: tuple[str, ...] = ()
    shoes: tuple[tuple[str, tuple[date, ...]], ...] = ()


def joined(files: Iterable[Brought]) -> tuple[LoadDay, ...]:
    """The days of all files together."""
    return load_days(day for file in files for day in file.days)


def brought_as_data(files: list[Brought]) -> dict[str, Any]:
    """All of it, ready for JSON: each file with its rows, and the days joined."""
    return {
        "files": [
            {
                "file": file.name,
                "kind": file.kind,
                "totals": _totals(load_days(file.days)),
                "rows": [_plain(row) for row in file.days],
                "skipped": [
                    {"where": where, "why": why, "times": times} for where, why, times in file.skipped
                ],
                "notes": list(file.notes),
                "shoes": [
                    {"name": name, "days": [day.isoformat() for day in days]} for name, days in file.shoes
                ],
            }
            for file in files
        ],
        "days": [_plain(day) for day in joined(files)],
        "totals": _totals(joined(files)),
    }


def brought_as_text(files: list[Brought]) -> list[str]:
    """All of it in lines: file by file, then together, then the last days."""
    lines: list[str] = []
    for file in files:
        lines += [*_file(file), ""]
    days = joined(files)
    if len(files) > 1 and days:
        lines += [phrase("bringing", "together"), f"  {_says(days)}", ""]
    return [*lines, *_last(days)]


def by_source(rows: Iterable[ActiveDay]) -> dict[str, dict[str, Any]]:
    """What each source told, summed, ready for JSON. Sources stand side by side and are never added up."""
    found: dict[str, list[ActiveDay]] = {}
    for row in rows:
        found.setdefault(row.source, []).append(row)
    return {source: summed(load_days(mine)) for source, mine in sorted(found.items())}


def _file(file: Brought) -> list[str]:
    lines = [phrase("bringing", "title", name=file.name, kind=file.kind), f"  {_says(load_days(file.days))}"]
    sources = by_source(file.days)
    if len(sources) > 1:
        lines.append(f"  {phrase('bringing', 'sources')}")
        lines += [
            f"    {phrase('bringing', 'source', source=source, amounts=_amounts(told))}"
            for source, told in sources.items()
        ]
    lines += [f"  {_worn(name, days)}" for name, days in file.shoes]
    lines += [f"  {note}" for note in file.notes]
    return [*lines, *(f"  {passed_over(*line)}" for line in file.skipped)]


def _says(days: tuple[LoadDay, ...]) -> str:
    return in_words(summed(days)) if days else phrase("bringing", "no_days")


def summed(days: tuple[LoadDay, ...]) -> dict[str, Any]:
    """How many days, the first and the last, and their amounts together; there is one at least."""
    return _totals(days) | {"first": days[0].on.isoformat(), "last": days[-1].on.isoformat()}


def in_words(told: dict[str, Any]) -> str:
    """What `summed` gave, as "2 days, 2026-11-20 to 2026-11-21: 17,500 steps"."""
    blanks = {"n": numeral(f"{told['days']:,}"), "first": told["first"], "last": told["last"]}
    return counted("bringing", "days", told["days"], amounts=_amounts(told), **blanks)


def _last(days: tuple[LoadDay, ...]) -> list[str]:
    """The last days, one by one; nothing for no day."""
    if not days:
        return []
    shown, before = days[-LAST:], len(days) - LAST
    lines = [phrase("bringing", "last_days")]
    lines += [f"  {day.on}  {_amounts(_totals((day,)))}" for day in shown]
    return [*lines, f"  {counted('bringing', 'earlier', before, n=before)}"] if before > 0 else lines


def _amounts(totals: dict[str, Any]) -> str:
    parts = []
    if totals["steps"] is not None:
        parts.append(phrase("bringing", "steps", steps=numeral(f"{totals['steps']:,}")))
    for amount, key in (("walked_m", "walked"), ("ran_m", "ran"), ("longest_run_m", "longest")):
        if totals[amount]:
            parts.append(phrase("bringing", key, km=numeral(f"{totals[amount] / KM:,.1f}")))
    if totals["hard"]:
        parts.append(counted("bringing", "hard", totals["hard"], n=totals["hard"]))
    return ", ".join(parts) or phrase("bringing", "nothing_told")


def _totals(days: tuple[LoadDay, ...]) -> dict[str, Any]:
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


def passed_over(where: str, why: str, times: int) -> str:
    """That something was passed over, why, and how often."""
    return counted("bringing", "skipped", times, n=times, why=why, where=where)


def _worn(name: str, days: tuple[date, ...]) -> str:
    return counted("bringing", "shoe", len(days), n=len(days), name=name)


def _plain(row: ActiveDay | LoadDay) -> dict[str, Any]:
    return asdict(row) | {"on": row.on.isoformat()}
