"""The monthly report of NPIs that were given up: a table (xlsx, or saved as CSV) with two columns."""

import csv
import re
from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta
from io import StringIO
from xml.parsers import expat

from firststep.errors import IntakeError
from firststep.intake.nppes.packed import sheet_of
from firststep.records.professional import Gone, is_npi

COLUMNS = ("NPI", "NPPES Deactivation Date")
TITLE_ROWS = 5
"""A title may stand above the names of the columns."""

FIRST_DAY = date(1899, 12, 30)
"""Day 0 of days as spreadsheets count them."""

REFERENCE = re.compile(r"([A-Z]+)\d+")


def is_report(start: bytes) -> bool:
    """Whether the first bytes are those of a table, or of one saved as CSV."""
    return start.startswith(b"PK\x03\x04") or COLUMNS[1].encode() in start


def report_of(content: bytes, where: str) -> Iterator[Gone]:
    """Every NPI that was given up, and when. IntakeError where it is another table."""
    rows = _sheet(content, where) if content.startswith(b"PK") else _csv(content, where)
    places: tuple[int, int] | None = None
    for number, row in enumerate(rows, start=1):
        cells = [cell.strip() for cell in row]
        if places is None:
            places = _places(cells)
            if places is None and number > TITLE_ROWS:
                break
        elif len(cells) > max(places) and is_npi(cells[places[0]]):
            yield Gone(cells[places[0]], _day(cells[places[1]], f"{where}, row {number}"))
        elif any(cells):
            raise IntakeError("this row has no NPI", where=f"{where}, row {number}", mend="download it again")
    if places is None:
        raise IntakeError(
            f"this table has no columns '{COLUMNS[0]}' and '{COLUMNS[1]}'",
            where=where,
            mend="choose the report of deactivated NPIs",
        )


def _places(cells: Sequence[str]) -> tuple[int, int] | None:
    lower = [cell.casefold() for cell in cells]
    wanted = [name.casefold() for name in COLUMNS]
    return (lower.index(wanted[0]), lower.index(wanted[1])) if set(wanted) <= set(lower) else None


def _day(text: str, where: str) -> date:
    if text.isdigit():
        return FIRST_DAY + timedelta(days=int(text))
    for form in ("%m/%d/%Y", "%Y-%m-%d"):
        try:
            return datetime.strptime(text, form).date()  # noqa: DTZ007
        except ValueError:
            continue
    raise IntakeError(f"'{text[:20]}' is not a day", where=where, mend="download the file again")


def _csv(content: bytes, where: str) -> Iterator[list[str]]:
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise IntakeError("this is not text in UTF-8", where=where, mend="download the file again") from None
    return csv.reader(StringIO(text))


def _sheet(content: bytes, where: str) -> Iterator[list[str]]:
    """The rows of the first sheet of a table."""
    sheet, shared = sheet_of(content, where)
    texts = _Shared()
    rows = _Rows(texts.texts)
    for parser, text in ((texts, shared), (rows, sheet)):
        try:
            parser.read(text)
        except expat.ExpatError as fault:
            raise IntakeError("this table is damaged", where=where, mend="download it again") from fault
    return iter(rows.rows)


class _Reader:
    """Texts between tags; a table with a DTD is none: nothing is looked up or filled in."""

    def __init__(self) -> None:
        self.text = ""

    def read(self, content: bytes) -> None:
        parser = expat.ParserCreate()
        parser.StartElementHandler = self.start
        parser.EndElementHandler = self.end
        parser.CharacterDataHandler = self.more
        parser.StartDoctypeDeclHandler = self.refuse
        parser.Parse(content, True)

    def more(self, text: str) -> None:
        self.text += text

    def refuse(self, *_: object) -> None:
        raise expat.ExpatError

    def start(self, name: str, told: dict[str, str]) -> None:
        """A tag opens."""

    def end(self, name: str) -> None:
        """A tag closes."""


class _Shared(_Reader):
    """The texts that cells refer to by number."""

    def __init__(self) -> None:
        super().__init__()
        self.texts: list[str] = []

    def start(self, name: str, told: dict[str, str]) -> None:  # noqa: ARG002
        if name == "si":
            self.text = ""

    def end(self, name: str) -> None:
        if name == "si":
            self.texts.append(self.text)


class _Rows(_Reader):
    """The rows of a sheet; a cell that is left out is empty."""

    def __init__(self, shared: Sequence[str]) -> None:
        super().__init__()
        self.rows: list[list[str]] = []
        self._shared, self._kind, self._column = shared, "", 0

    def start(self, name: str, told: dict[str, str]) -> None:
        if name == "row":
            self.rows.append([])
        elif name == "c":
            self._kind, self.text = told.get("t", ""), ""
            found = REFERENCE.fullmatch(told.get("r", ""))
            self._column = _number(found[1]) if found else len(self.rows[-1])

    def end(self, name: str) -> None:
        if name != "c" or not self.rows:
            return
        row, text = self.rows[-1], self.text
        if self._kind == "s":
            text = self._shared[int(text)] if text.strip().isdigit() and int(text) < len(self._shared) else ""
        row.extend([""] * (self._column - len(row)))
        row.append(text)


def _number(letters: str) -> int:
    """0 for A, 25 for Z, 26 for AA; no table of ours is wider than that."""
    number = 0
    for letter in letters[:3]:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1
