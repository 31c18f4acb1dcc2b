"""Pairs of shoes, as files of sessions name them: since when, until when, and how far.

Only what the sessions say that are kept: a pair has walked before its first one, and between two.
Nothing is added up across sources, since two of them tell the same run.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from firststep.records.activity import ActiveDay


@dataclass(frozen=True, slots=True, kw_only=True)
class ShoesFound:
    """A pair in the sessions of one source.

    name
        As the source names it: several pairs of one model may share it.
    sessions, runs
        How many sessions it was worn in, and how many of them were runs.
    metres
        The way of those sessions that tell one; None where none does.
    """

    name: str
    source: str
    first: date
    last: date
    sessions: int
    runs: int
    metres: float | None


def shoes_found(rows: Iterable[ActiveDay]) -> tuple[ShoesFound, ...]:
    """The pairs that sessions name, by source and first day; whatever order the rows come in."""
    worn: dict[tuple[str, str], dict[tuple[date, str], ActiveDay]] = {}
    for row in rows:
        if row.shoe:
            worn.setdefault((row.source, row.shoe), {})[row.on, row.part] = row
    found = [_pair(list(sessions.values())) for sessions in worn.values()]
    return tuple(sorted(found, key=lambda pair: (pair.source, pair.first, pair.name)))


def _pair(sessions: list[ActiveDay]) -> ShoesFound:
    days = [one.on for one in sessions]
    ways = [way for one in sessions for way in (one.ran_m, one.walked_m) if way is not None]
    return ShoesFound(
        name=sessions[0].shoe,
        source=sessions[0].source,
        first=min(days),
        last=max(days),
        sessions=len(sessions),
        runs=sum(one.ran_m is not None or one.ran_s is not None for one in sessions),
        metres=sum(sorted(ways)) if ways else None,
    )
