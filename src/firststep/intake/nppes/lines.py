"""The rows of a CSV file as their bytes, one at a time: cheap to look at before any is taken apart."""

from collections.abc import Iterator
from typing import BinaryIO

from firststep.errors import IntakeError

LONGEST = 100_000  # bytes of a row; real ones have some 1,500
BOM = b"\xef\xbb\xbf"
DOWNLOAD = "download the file again"


def rows_of(file: BinaryIO, where: str) -> Iterator[bytes]:
    """Every row with its end, which may stand on several lines where a text in quotes does.

    IntakeError where it is not UTF-8, or ends in the middle of a row.
    """
    row, number = b"", 0
    for line in _lines(file, where):
        number += 1
        row = row + line if row else line
        if row.count(b'"') % 2:
            if len(row) > LONGEST:
                raise IntakeError(
                    "a text in quotes never ends", where=f"{where}, line {number}", mend=DOWNLOAD
                )
            continue
        if not row.isascii():
            _check_text(row, f"{where}, line {number}")
        yield row.removeprefix(BOM) if number == 1 else row
        last, row = row, b""
    if row or (number and not last.endswith(b"\n")):
        raise IntakeError(
            "the file is cut off in its last row", where=f"{where}, line {number}", mend=DOWNLOAD
        )


def _lines(file: BinaryIO, where: str) -> Iterator[bytes]:
    """The lines; whatever a damaged zip says while it is unpacked is said in our words."""
    while True:
        line = file.readline(LONGEST + 1)
        if not line:
            return
        if len(line) > LONGEST:
            raise IntakeError("a row is far too long", where=where, mend=DOWNLOAD)
        yield line


def _check_text(row: bytes, where: str) -> None:
    try:
        row.decode("utf-8")
    except UnicodeDecodeError:
        raise IntakeError(
            "this is not text in UTF-8, which the public list is written in", where=where, mend=DOWNLOAD
        ) from None
