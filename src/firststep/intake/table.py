"""A text table from outside, a row at a time: whatever is wrong is said with its row.

Nothing larger than a diary can be is read, and nothing is read twice.
"""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from io import BufferedReader
from pathlib import Path

from firststep.errors import IntakeError

MOST_BYTES = 20_000_000
"""A diary of a hundred years has four million."""

SEPARATORS = ",;\t"
UTF_16 = "utf-16"  # some spreadsheets save "Unicode text" so


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its number as a spreadsheet counts, and its cells by column, stripped."""

    file: str
    number: int
    cells: dict[str, str]

    def get(self, column: str) -> str:
        """The cell of a column; empty where the table has no such column."""
        return self.cells.get(column, "")

    def fault(self, what: str, column: str, *, mend: str | None = None) -> IntakeError:
        """The error for a cell of this row."""
        return IntakeError(what, where=f"{self.file}, row {self.number}, column '{column}'", mend=mend)


@dataclass(frozen=True, slots=True)
class Table:
    """A table with its header; rows come once."""

    file: str
    columns: tuple[str, ...]
    rows: Iterator[Row]


def open_table(path: Path) -> Table:
    """The table in a file. IntakeError where it is not a text table with a header."""
    _check(path)
    rows = _lines(path)
    _, header = next(rows, (0, []))
    columns = tuple(cell.strip().casefold() for cell in header)
    if not any(columns):
        raise IntakeError(
            "the file is empty",
            where=path.name,
            mend="its first row must name the columns: date,pain,did",
        )
    return Table(path.name, columns, _rows(path.name, columns, rows))


def _rows(file: str, columns: tuple[str, ...], lines: Iterator[tuple[int, list[str]]]) -> Iterator[Row]:
    for number, cells in lines:
        if not any(cell.strip() for cell in cells):
            continue
        if len(cells) != len(columns):
            raise IntakeError(
                f"this row has {len(cells)} of {len(columns)} columns",
                where=f"{file}, row {number}",
                mend="complete the row or take it out; the last row of a file may be half written, "
                "and text with a separator in it must stand in quotation marks",
            )
        yield Row(file, number, dict(zip(columns, (cell.strip() for cell in cells), strict=True)))


def _check(path: Path) -> None:
    try:
        size = path.stat().st_size
    except OSError as fault:
        raise IntakeError(
            f"the file cannot be opened ({fault.strerror})", where=str(path), mend="check its name and place"
        ) from fault
    if path.is_dir():
        raise IntakeError("this is a folder, not a file", where=str(path), mend="name a file in it")
    if size > MOST_BYTES:
        raise IntakeError(
            f"the file has {size / 1e6:.0f} MB, and no diary has more than {MOST_BYTES / 1e6:.0f}",
            where=path.name,
            mend="check that this is the diary",
        )


def _lines(path: Path) -> Iterator[tuple[int, list[str]]]:
    """Rows with their numbers, as text."""
    done = 0
    try:
        with path.open("rb") as raw:
            start = raw.read(4096)
            encoding = _encoding(start)
            if b"\0" in start and encoding != UTF_16:
                raise _not_a_diary(path)
            raw.seek(0)
            reader = csv.reader(_decoded(raw, encoding), delimiter=_separator(start), strict=True)
            for cells in reader:
                yield reader.line_num, cells
                done = reader.line_num
    except UnicodeDecodeError as fault:
        raise IntakeError(
            "a letter is stored in an encoding that is not UTF-8",
            where=f"{path.name}, row {done + 1}",
            mend="save the file again as 'CSV UTF-8'",
        ) from fault
    except csv.Error as fault:
        raise IntakeError(
            f"the row cannot be read as a table row ({fault})",
            where=f"{path.name}, row {done + 1}",
            mend="check its quotation marks",
        ) from fault
    except OSError as fault:
        raise IntakeError(f"the file cannot be read ({fault.strerror})", where=str(path)) from fault


def _decoded(raw: BufferedReader, encoding: str) -> Iterator[str]:
    """The lines of a file as text, each decoded by itself so that a fault has its row."""
    if encoding == UTF_16:
        yield from raw.read().decode(encoding).splitlines(keepends=True)
    for number, line in enumerate(raw):
        yield line.decode("utf-8" if number else encoding)


def _encoding(start: bytes) -> str:
    return UTF_16 if start.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8-sig"


def _separator(start: bytes) -> str:
    """The separator that the header uses most."""
    header = start.decode(_encoding(start), errors="replace").partition("\n")[0]
    return max(SEPARATORS, key=header.count)


def _not_a_diary(path: Path) -> IntakeError:
    return IntakeError(
        "this is not a text file",
        where=path.name,
        mend="export or save the diary as CSV; its first row must name the columns: date,pain,did",
    )
