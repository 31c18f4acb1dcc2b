"""What files of steps, walks and runs tell: each by itself, and joined so that no step counts twice."""

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from typing import Any

from firststep.care.load import LoadDay, SourceNews, load_days, shoes_found
from firststep.knowledge import counted, phrase
from firststep.knowledge.said import Said, Sayable, say
from firststep.records.activity import ActiveDay
from firststep.reports.known.amounts import (
    amounts,
    by_source,
    in_words,
    pair_as_data,
    pair_in_words,
    summed,
    totals,
)
from firststep.reports.known.news import news_as_data, news_in_words

LAST = 7  # days that are shown one by one


@dataclass(frozen=True, slots=True, kw_only=True)
class Brought:
    """A file, by its name, and what it told.

    skipped
        What was passed over: where it first was, why, and how often.
    news
        What it tells beyond what is kept; None where it is not known whose days they are.
    """

    name: str
    kind: str
    days: tuple[ActiveDay, ...]
    skipped: tuple[tuple[Sayable, Said, int], ...] = ()
    notes: tuple[Said, ...] = ()
    news: tuple[SourceNews, ...] | None = None


def joined(files: Iterable[Brought]) -> tuple[LoadDay, ...]:
    """The days of all files together."""
    return load_days(day for file in files for day in file.days)


def brought_as_data(files: list[Brought]) -> dict[str, Any]:
    """All of it, ready for JSON: each file with its rows, and the days joined."""
    days = joined(files)
    return {
        "files": [_file_as_data(file) for file in files],
        "days": [_plain(day) for day in days],
        "totals": totals(days),
    }


def _file_as_data(file: Brought) -> dict[str, Any]:
    return {
        "file": file.name,
        "kind": file.kind,
        "totals": totals(load_days(file.days)),
        "sources": by_source(file.days),
        "news": None if file.news is None else news_as_data(file.news),
        "rows": [_plain(row) for row in file.days],
        "skipped": [
            {"where": say(where), "why": say(why), "times": times} for where, why, times in file.skipped
        ],
        "notes": [say(note) for note in file.notes],
        "shoes": [pair_as_data(pair) for pair in shoes_found(file.days)],
    }


def brought_as_text(files: list[Brought], *, imperial: bool = False) -> list[str]:
    """All of it in lines: file by file, then together, then the last days."""
    lines: list[str] = []
    for file in files:
        lines += [*_file(file, imperial=imperial), ""]
    days = joined(files)
    if len(files) > 1 and days:
        together = in_words(summed(days), imperial=imperial)
        lines += [phrase("bringing", "together"), f"  {together}", ""]
    return [*lines, *_last(days, imperial=imperial)]


def _file(file: Brought, *, imperial: bool) -> list[str]:
    days = load_days(file.days)
    said = in_words(summed(days), imperial=imperial) if days else phrase("bringing", "no_days")
    lines = [phrase("bringing", "title", name=file.name, kind=file.kind), f"  {said}"]
    sources = by_source(file.days)
    if len(sources) > 1:
        lines.append(f"  {phrase('bringing', 'sources')}")
        lines += [
            f"    {phrase('bringing', 'source', source=source, amounts=amounts(told, imperial=imperial))}"
            for source, told in sources.items()
        ]
    lines += [f"  {line}" for line in news_in_words(file.news or ())]
    lines += [f"  {pair_in_words(pair, imperial=imperial)}" for pair in shoes_found(file.days)]
    lines += [f"  {say(note)}" for note in file.notes]
    return [*lines, *(f"  {passed_over(*line)}" for line in file.skipped)]


def _last(days: tuple[LoadDay, ...], *, imperial: bool) -> list[str]:
    """The last days, one by one; nothing for no day."""
    if not days:
        return []
    shown, before = days[-LAST:], len(days) - LAST
    lines = [phrase("bringing", "last_days")]
    lines += [f"  {day.on}  {amounts(totals((day,)), imperial=imperial)}" for day in shown]
    return [*lines, f"  {counted('bringing', 'earlier', before, n=before)}"] if before > 0 else lines


def passed_over(where: Sayable, why: Sayable, times: int) -> str:
    """That something was passed over, why, and how often."""
    return counted("bringing", "skipped", times, n=times, why=say(why), where=say(where))


def _plain(row: ActiveDay | LoadDay) -> dict[str, Any]:
    return asdict(row) | {"on": row.on.isoformat()}
