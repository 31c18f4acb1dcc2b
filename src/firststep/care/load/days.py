"""One day from several sources, by a stated rule.

The rule, in the order in which it is applied:

1. A row that is told twice counts once: rows of one source, day and session are one, and of two
   that differ the larger amount holds, since an export made at noon knows only half a day.
2. Within a source the sessions of a day add up. Where the source also says the whole day, the
   larger of the two holds: its day has its sessions in it.
3. Across sources nothing is added: phone and watch count the same steps. Each amount is that of the
   source that says most, since a device misses what it does not see, and hardly invents any.

So a day is never less than any source says of it. None stays None: nobody said.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from firststep.records.activity import ActiveDay

Amount = TypeVar("Amount", int, float)
Fold = Callable[[Iterable[float]], float]


@dataclass(frozen=True, slots=True, kw_only=True)
class LoadDay:
    """A day, whoever counted it.

    longest_run_m
        The longest single run.
    sources
        All that said anything of the day, in the order of their names. Where they change, so may
        the counts: a new watch sees more than the old phone.
    """

    on: date
    steps: int | None = None
    ran_m: float | None = None
    ran_s: float | None = None
    longest_run_m: float | None = None
    walked_m: float | None = None
    walked_s: float | None = None
    hard: int = 0
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Told:
    """The amounts of a row, joined with those of others by one and the same rule."""

    steps: int | None
    ran_m: float | None
    ran_s: float | None
    longest_run_m: float | None
    walked_m: float | None
    walked_s: float | None
    hard: int


def load_days(rows: Iterable[ActiveDay]) -> tuple[LoadDay, ...]:
    """The days that any source tells of, in their order; whatever order the rows come in."""
    by_day: dict[date, dict[str, dict[str, list[_Told]]]] = defaultdict(dict)
    for row in rows:
        by_day[row.on].setdefault(row.source, {}).setdefault(row.part, []).append(_told(row))
    return tuple(_day(on, by_day[on]) for on in sorted(by_day))


def _day(on: date, by_source: dict[str, dict[str, list[_Told]]]) -> LoadDay:
    most = _most([_of_source(parts) for parts in by_source.values()])
    return LoadDay(
        on=on,
        steps=most.steps,
        ran_m=most.ran_m,
        ran_s=most.ran_s,
        longest_run_m=most.longest_run_m,
        walked_m=most.walked_m,
        walked_s=most.walked_s,
        hard=most.hard,
        sources=tuple(sorted(by_source)),
    )


def _of_source(parts: dict[str, list[_Told]]) -> _Told:
    """What one source says of a day: its whole day, or its sessions together, where that is more."""
    once = {part: _most(told) for part, told in parts.items()}
    sessions = [told for part, told in sorted(once.items()) if part]
    whole = [told for part, told in once.items() if not part]
    return _most([*whole, *([_sum(sessions)] if sessions else [])])


def _told(row: ActiveDay) -> _Told:
    return _Told(row.steps, row.ran_m, row.ran_s, row.longest_run_m, row.walked_m, row.walked_s, row.hard)


def _most(several: list[_Told]) -> _Told:
    """The largest of each amount."""
    return _Told(
        _fold(max, [one.steps for one in several]),
        _fold(max, [one.ran_m for one in several]),
        _fold(max, [one.ran_s for one in several]),
        _fold(max, [one.longest_run_m for one in several]),
        _fold(max, [one.walked_m for one in several]),
        _fold(max, [one.walked_s for one in several]),
        max(one.hard for one in several),
    )


def _sum(several: list[_Told]) -> _Told:
    """All amounts added up; of the longest run the longest."""
    return _Told(
        _fold(sum, [one.steps for one in several]),
        _fold(sum, [one.ran_m for one in several]),
        _fold(sum, [one.ran_s for one in several]),
        _fold(max, [one.longest_run_m for one in several]),
        _fold(sum, [one.walked_m for one in several]),
        _fold(sum, [one.walked_s for one in several]),
        sum(one.hard for one in several),
    )


def _fold(fold: Callable[[list[Amount]], Amount], amounts: list[Amount | None]) -> Amount | None:
    """The amounts that were told, folded; None where none was."""
    told = [amount for amount in amounts if amount is not None]
    return fold(told) if told else None
