"""Tables as exports have them: any number of columns, the same name twice, text over several lines.

A diary is read strictly; an export is read row by row as far as it is sound,
since nobody can mend what an app wrote.
"""

import codecs
import csv
from collections.abc import Iterator
from dataclasses import dataclass, field
from io import StringIO

from firststep.errors import IntakeError
from firststep.intake.activity.as_far import BROKE_OFF, as_far
from firststep.intake.activity.parts import Part
from firststep.knowledge.said import Said, said

MOST_BYTES = 20_000_000  # ten years of a bulk export have some ten
MOST_ROWS = 200_000
SEPARATORS = ",;\t"
UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
BAD_QUOTES = said("bad_quotes")
TOO_MANY_ROWS = said("too_many_rows")


@dataclass(slots=True)
class Sheet:
    """A table, a row at a time; once all were read, `faults` says what ended it early."""

    name: str
    text: str
    faults: list[Said] = field(default_factory=list)

    def rows(self) -> Iterator[tuple[int, list[str]]]:
        """Each row that is not empty: its number as a spreadsheet counts, and its cells, stripped."""
        reader = csv.reader(StringIO(self.text, newline=""), delimiter=separator(self.text))
        number = 0
        while True:
            number += 1
            try:
                cells = next(reader, None)
            except csv.Error:
                self.faults.append(BAD_QUOTES)
                return
            if cells is None:
                return
            if number > MOST_ROWS:
                self.faults.append(TOO_MANY_ROWS)
                return
            yield number, [cell.strip() for cell in cells]


def sheet(part: Part) -> Sheet:
    """The table in a part, as far as it goes. IntakeError where it is no text."""
    content, broken = as_far(part, MOST_BYTES)
    encoding = "utf-16" if content.startswith(UTF_16) else "utf-8-sig"
    try:
        text = codecs.getincrementaldecoder(encoding)().decode(content, final=not broken)
    except UnicodeDecodeError:
        raise IntakeError(
            "a letter is stored in an encoding that is not UTF-8",
            where=part.name,
            mend="save the file again as 'CSV UTF-8'",
        ) from None
    if "\0" in text:
        raise IntakeError("this is not a text file", where=part.name, mend="export it again as CSV")
    if not broken:
        return Sheet(part.name, text)
    whole_rows = text[: text.rfind("\n") + 1]  # the last row may be half of one
    return Sheet(part.name, whole_rows, [BROKE_OFF])


def separator(text: str) -> str:
    """What stands between the cells: of the two first rows, what they have most of."""
    start = "\n".join(text[:8192].splitlines()[:2])
    return max(SEPARATORS, key=start.count)


def first_rows(text: str) -> list[list[str]]:
    """The rows at the start of a text, their cells folded; none where it is no table."""
    sample = text[:4096]
    rows: list[list[str]] = []
    try:
        for cells in csv.reader(StringIO(sample, newline=""), delimiter=separator(sample)):
            rows.append([cell.strip().casefold() for cell in cells])  # noqa: PERF401  what came before a fault counts
    except csv.Error:
        pass
    return rows
