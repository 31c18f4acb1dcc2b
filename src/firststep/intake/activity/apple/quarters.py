"""What was counted, quarter of an hour by quarter of an hour: phone and watch count the same steps.

The rule. In each quarter of an hour the source counts that counted most. A record that spans more
than two hours does not say when: it counts for its source's day only. A day is the sum of its
quarters, or the whole day of one source where that is more. So a day is never less than any of its
sources says, and never more than all of them together.

A record that lies in several quarters is shared out by time. Amounts are whole thousandths, so that
no order of the records changes a sum. Room is taken by source and year, and limited.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta, tzinfo

import numpy as np
from numpy.typing import NDArray

from firststep.errors import IntakeError
from firststep.intake.activity.apple.stamps import QUARTER_S, seconds_of
from firststep.intake.activity.found import Skips, shown
from firststep.knowledge.said import Said, said
from firststep.records.activity import EARLIEST, LATEST

Whole = NDArray[np.int64]

EPOCH = date(1970, 1, 1)
DAY_S, DAY_QUARTERS = 86400, 96
YEAR = 366 * DAY_QUARTERS  # quarters in a block of the store
LONG_S = 2 * 3600
LONGEST_S = 3 * DAY_S
MOST_BLOCKS = 400  # a source, a kind and a year each; 281 kB each
MOST_AMOUNT = 500_000.0  # of one record: steps, or metres
THOUSANDTHS = 1000
FIRST_S = (EARLIEST - EPOCH).days * DAY_S
LAST_S = (LATEST - EPOCH).days * DAY_S


@dataclass(frozen=True, slots=True)
class Records:
    """Records of one kind of amount, column by column; the stamps as Apple writes them, 25 bytes each."""

    sources: Sequence[str]
    starts: Sequence[bytes]
    ends: Sequence[bytes]
    amounts: NDArray[np.float64]


@dataclass(slots=True)
class Quarters:
    """The amounts of one kind, steps or metres, by source and quarter of an hour."""

    skips: Skips
    _series: dict[tuple[str, int, bool], int] = field(default_factory=dict)
    _blocks: dict[tuple[int, int], Whole] = field(default_factory=dict)

    def add(self, records: Records) -> None:
        """Take down records; those that cannot be are passed over, and counted."""
        if not len(records.amounts):
            return
        start, offset, sound = seconds_of(records.starts)
        end, _, sound_end = seconds_of(records.ends)
        lasted = end - start
        kept = np.ones_like(sound)
        for fine, why in (
            (sound & sound_end, said("no_dates")),
            ((start >= FIRST_S) & (end < LAST_S), said("not_our_time")),
            (lasted >= 0, said("ends_first")),
            (lasted <= LONGEST_S, said("too_long")),
            (records.amounts <= MOST_AMOUNT, said("too_much")),
        ):
            for index in np.flatnonzero(kept & ~fine).tolist():
                self.skips.add(_at(records.starts[index]), why)
            kept &= fine
        names = [name for name, keep in zip(records.sources, kept.tolist(), strict=True) if keep]
        numbers = map(self._number, names, offset[kept].tolist(), (lasted[kept] > LONG_S).tolist())
        series = np.fromiter(numbers, np.int64, len(names))
        self._share_out(series, start[kept], end[kept], records.amounts[kept])

    def _number(self, source: str, offset: int, long: bool, /) -> int:
        return self._series.setdefault((source, offset, long), len(self._series))

    def _share_out(self, series: Whole, start: Whole, end: Whole, amounts: NDArray[np.float64]) -> None:
        """Give each quarter that a record touches its share, by time; the shares add up to the record."""
        first = start // QUARTER_S
        last = np.maximum(first, (end - 1) // QUARTER_S)
        whole = np.rint(amounts * THOUSANDTHS).astype(np.int64)
        several = first != last
        self._put(series[~several], first[~several], whole[~several])
        if not several.any():
            return
        pieces = (last - first + 1)[several]
        of = np.repeat(np.flatnonzero(several), pieces)
        step = np.arange(len(of)) - np.repeat(np.cumsum(pieces) - pieces, pieces)
        quarter = first[of] + step
        lasted = (end - start)[of]
        until = np.minimum((quarter + 1) * QUARTER_S, end[of]) - start[of]
        since = np.maximum(quarter * QUARTER_S, start[of]) - start[of]
        share = whole[of] * until // lasted - whole[of] * since // lasted
        self._put(series[of], quarter, share)

    def _put(self, series: Whole, quarter: Whole, amount: Whole) -> None:
        block = series * 1000 + quarter // YEAR
        for one in np.unique(block).tolist():
            mine = block == one
            store = self._block(*divmod(one, 1000))
            np.add.at(store, quarter[mine] % YEAR, amount[mine])

    def _block(self, series: int, year: int) -> Whole:
        block = self._blocks.get((series, year))
        if block is None:
            if len(self._blocks) >= MOST_BLOCKS:
                raise IntakeError(
                    "the file names more sources, over more years, than one person has",
                    where="the Apple Health export",
                    mend="export it again",
                )
            block = self._blocks[series, year] = np.zeros(YEAR, np.int64)
        return block

    def sources(self) -> list[str]:
        """Every source that counted something, in the order of their names."""
        met = {series for series, _ in self._blocks}
        return sorted({source for (source, _, _), series in self._series.items() if series in met})

    def days(self, zone: tzinfo | None) -> dict[date, float]:
        """The amount of each day: days of `zone`, or as the records' own offsets say where it is None."""
        merged: dict[int, int] = {}
        alone: dict[str, dict[int, int]] = {}
        for year in sorted({year for _, year in self._blocks}):
            self._days_of(year, zone, merged, alone)
        for of_one in alone.values():
            for day, amount in of_one.items():
                merged[day] = max(merged.get(day, 0), amount)
        return {EPOCH + timedelta(days=day): amount / THOUSANDTHS for day, amount in sorted(merged.items())}

    def _days_of(
        self, year: int, zone: tzinfo | None, merged: dict[int, int], alone: dict[str, dict[int, int]]
    ) -> None:
        """Add the days of a block of quarters: what the sources give together, and each alone."""
        quarter = year * YEAR + np.arange(YEAR)
        most = np.zeros(YEAR, np.int64)
        day_of_most = np.zeros(YEAR, np.int64)
        short: dict[str, Whole] = {}
        of_zone = None if zone is None else _days_in(zone, quarter)
        for (source, offset, long), series in self._series.items():
            block = self._blocks.get((series, year))
            if block is None:
                continue
            day = (quarter * QUARTER_S + offset) // DAY_S if of_zone is None else of_zone
            _sum_by_day(block, day, alone.setdefault(source, {}))
            if not long:
                total = short[source] = short.get(source, np.zeros(YEAR, np.int64)) + block
                more = total > most
                most, day_of_most = np.where(more, total, most), np.where(more, day, day_of_most)
        _sum_by_day(most, day_of_most, merged)


def _days_in(zone: tzinfo, quarter: Whole) -> Whole:
    """The day in a zone of each quarter, in days since 1970."""
    hours = np.unique(quarter // 4)
    shifts = [_shift(hour * 3600, zone) for hour in hours.tolist()]
    shift = np.array(shifts, np.int64)[np.searchsorted(hours, quarter // 4)]
    return (quarter * QUARTER_S + shift) // DAY_S


def _shift(moment: int, zone: tzinfo) -> int:
    shift = datetime.fromtimestamp(moment, UTC).astimezone(zone).utcoffset()
    return int(shift.total_seconds()) if shift else 0


def _sum_by_day(amount: Whole, day: Whole, into: dict[int, int]) -> None:
    told = np.flatnonzero(amount)
    if not len(told):
        return
    days, index = np.unique(day[told], return_inverse=True)
    sums = np.zeros(len(days), np.int64)
    np.add.at(sums, index, amount[told])
    for one, total in zip(days.tolist(), sums.tolist(), strict=True):
        into[one] = into.get(one, 0) + total


def _at(start: bytes) -> Said:
    return said("at_record", at=shown(start.decode(errors="replace")))
