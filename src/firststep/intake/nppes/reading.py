"""A file of NPIs, opened and told apart: the whole list, a week's changes, or the report of given-up ones."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from firststep.errors import IntakeError
from firststep.intake.nppes.counts import Counts
from firststep.intake.nppes.lines import DOWNLOAD, rows_of
from firststep.intake.nppes.named import Told, told_by
from firststep.intake.nppes.packed import DAMAGE, LARGEST_REPORT, opened
from firststep.intake.nppes.report import is_report, report_of
from firststep.intake.nppes.rows import ENTITY, NPI, Columns, entries_of, fields_of
from firststep.records.professional import Gone, Listed

Tell = Callable[[int, int], None]
"""Told now and then: bytes that are read, and of how many."""

START = 4096
EVERY = 20_000  # rows between two tellings
PLAIN = re.compile(rb'"?(\d{10})"?,("1"|"2"|1|2|""|),')
"""How a row begins: the NPI and what it is of, 1 or 2, or nothing where it was given up."""

EMPTY = (b"", b'""')
PREFIX, MANY = 4, 3
"""Signs of a code that name its field; from so many of our codes on, those are looked for."""


@dataclass(frozen=True, slots=True)
class File:
    """A file of NPIs.

    told
        What its name tells of its days; None where it tells nothing.
    is_report
        Whether it only tells which NPIs were given up.
    """

    path: Path
    told: Told | None
    is_report: bool

    def entries(
        self, wanted: Mapping[str, str], counts: Counts, *, everybody: bool, tell: Tell | None = None
    ) -> Iterator[Listed | Gone]:
        """What it tells, in the order of its rows; counted in `counts` as it goes.

        wanted
            {code: kind of professional}: nobody else is listed.
        everybody
            Whether to tell of those too who are of none of these kinds: for the changes of a week.

        IntakeError where a row cannot be read; what came before it must then not be kept.
        """
        with opened(self.path) as (file, name, size):
            try:
                if self.is_report:
                    for gone in report_of(_small(file, name), name):
                        counts.rows += 1
                        counts.gone += 1
                        yield gone
                else:
                    yield from _Reader(wanted, counts, everybody).read(
                        file, name, lambda n: tell and tell(n, size)
                    )
            except DAMAGE as fault:
                raise IntakeError("the file is damaged or incomplete", where=name, mend=DOWNLOAD) from fault


def open_file(path: Path) -> File:
    """A file, looked at: what it is. IntakeError where it is neither a list of NPIs nor a report."""
    with opened(path) as (file, name, _):
        try:
            start = file.read(START)
            report = is_report(start)
        except DAMAGE as fault:
            raise IntakeError("the file is damaged or incomplete", where=name, mend=DOWNLOAD) from fault
    if not start:
        raise IntakeError("the file is empty", where=name, mend=DOWNLOAD)
    file_ = File(path, told_by(name, path.name), report)
    if not report:
        _header(path)
    return file_


def _header(path: Path) -> None:
    """Refuse at once what has not the columns."""
    with opened(path) as (file, name, _):
        try:
            _columns(next(rows_of(file, name), b""), name)
        except DAMAGE as fault:
            raise IntakeError("the file is damaged or incomplete", where=name, mend=DOWNLOAD) from fault


def _small(file: BinaryIO, where: str) -> bytes:
    content = file.read(LARGEST_REPORT + 1)
    if len(content) > LARGEST_REPORT:
        raise IntakeError("this is far too long for a report", where=where, mend=DOWNLOAD)
    return content


def _columns(row: bytes, where: str) -> Columns:
    return Columns(fields_of(row, where), where)


def _signs(wanted: Iterable[str]) -> tuple[bytes, ...]:
    """Bytes of which every row with a wanted code has one: what many codes begin with, or a code itself."""
    shared = Counter(code[:PREFIX] for code in wanted)
    return tuple(
        sorted({(code[:PREFIX] if shared[code[:PREFIX]] >= MANY else code).encode() for code in wanted})
    )


class _Reader:
    """Reads the rows, and takes apart only those that may matter: most have none of our codes."""

    def __init__(self, wanted: Mapping[str, str], counts: Counts, everybody: bool) -> None:
        self.wanted, self.counts, self.everybody = wanted, counts, everybody
        self.signs = _signs(wanted)

    def read(self, file: BinaryIO, where: str, tell: Callable[[int], object]) -> Iterator[Listed | Gone]:
        rows, done = rows_of(file, where), 0
        columns = _columns(next(rows, b""), where)
        plain = (columns.place[NPI], columns.place[ENTITY]) == (0, 1)
        last = b""
        for row in rows:
            self.counts.rows += 1
            done += len(row)
            begins = PLAIN.match(row) if plain else None
            if begins is None or begins[2] in EMPTY or self._may_be_ours(row):
                yield from self._taken_apart(columns, row, f"{where}, row {self.counts.rows + 1}")
            elif self.everybody:
                yield Gone(begins[1].decode())
            last = row
            if self.counts.rows % EVERY == 0:
                tell(done)
        if last:
            columns.of(last, f"{where}, row {self.counts.rows + 1}")  # whole to its last column
        tell(done)

    def _may_be_ours(self, row: bytes) -> bool:
        for sign in self.signs:  # noqa: SIM110 - quicker than `any`, and most of the time goes by here
            if sign in row:
                return True
        return False

    def _taken_apart(self, columns: Columns, row: bytes, where: str) -> Iterator[Listed | Gone]:
        if row.strip():
            for entry in entries_of(columns.of(row, where), self.wanted, self.counts, where):
                if isinstance(entry, Listed) or entry.on or self.everybody:
                    yield entry
