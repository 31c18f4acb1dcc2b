"""What a file tells beyond what is kept: of each source the days that are new, changed, and known.

A day is one of a source. It is new where nothing of it is kept, known where all that the file says of
it is kept just so, and changed otherwise. What the file does not speak of stays as it is.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from firststep.records.activity import ActiveDay


@dataclass(frozen=True, slots=True)
class Span:
    """So many days, the first and the last; None where there is none."""

    days: int = 0
    first: date | None = None
    last: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceNews:
    """What a file tells of one source's days."""

    source: str
    new: Span
    changed: Span
    known: Span


def news(kept: Iterable[ActiveDay], told: Iterable[ActiveDay]) -> tuple[SourceNews, ...]:
    """What `told` says beyond `kept`, by source."""
    had = {(row.source, row.on, row.part): row for row in kept}
    days_had = {(source, on) for source, on, _ in had}
    rows = {(row.source, row.on, row.part): row for row in told}
    other = {(source, on) for (source, on, part), row in rows.items() if had.get((source, on, part)) != row}
    changed = days_had & other
    by_source: dict[str, set[date]] = {}
    for source, on, _ in rows:
        by_source.setdefault(source, set()).add(on)
    return tuple(
        SourceNews(
            source=source,
            new=_span(on for on in days if (source, on) not in days_had),
            changed=_span(on for on in days if (source, on) in changed),
            known=_span(on for on in days if (source, on) not in other),
        )
        for source, days in sorted(by_source.items())
    )


def _span(days: Iterable[date]) -> Span:
    listed = sorted(days)
    return Span(len(listed), listed[0], listed[-1]) if listed else Span()
