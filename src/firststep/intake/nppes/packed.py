"""The file that matters out of a download: itself, or a part of the zip that it came in."""

import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from typing import BinaryIO, cast
from zipfile import BadZipFile, ZipFile, ZipInfo

from firststep.errors import IntakeError

PREFIX, HEADER_ONLY = "npidata_pfile", "fileheader"
SHEETS = "xl/worksheets/"
DAMAGE = (BadZipFile, EOFError, zlib.error, OSError, RuntimeError, NotImplementedError)
LARGEST_REPORT = 200_000_000  # bytes unpacked; real ones have some 30 million


@contextmanager
def opened(path: Path) -> Iterator[tuple[BinaryIO, str, int]]:
    """(the bytes, the name of what they are, how many there are). IntakeError where there is nothing."""
    try:
        with path.open("rb") as file:
            if file.read(4) != b"PK\x03\x04":
                file.seek(0)
                yield file, path.name, path.stat().st_size
                return
    except OSError as fault:
        raise IntakeError(
            f"the file cannot be read ({fault.strerror})", where=str(path), mend="check its name"
        ) from fault
    with _archive(path) as archive:
        entry = _entry(archive, path.name)
        if entry is None:
            with path.open("rb") as table:
                yield table, path.name, path.stat().st_size
            return
        with archive.open(entry) as part:
            yield cast("BinaryIO", part), entry.filename.rpartition("/")[2], entry.file_size


@contextmanager
def _archive(path: Path) -> Iterator[ZipFile]:
    try:
        archive = ZipFile(path)
    except DAMAGE as fault:
        raise IntakeError(
            "this zip file is damaged or incomplete", where=path.name, mend="download it again"
        ) from fault
    with archive:
        yield archive


def _entry(archive: ZipFile, name: str) -> ZipInfo | None:
    """The part with the list; None where the zip is a table (xlsx) itself."""
    parts = [entry for entry in archive.infolist() if not entry.is_dir()]
    if any(entry.filename.startswith(SHEETS) for entry in parts):
        return None
    called = {entry: entry.filename.rpartition("/")[2].lower() for entry in parts}
    lists = [one for one, said in called.items() if said.startswith(PREFIX) and HEADER_ONLY not in said]
    found = lists or [one for one, said in called.items() if said.endswith(".xlsx")]
    if len(found) != 1:
        raise IntakeError(
            f"in this zip file are {len(found)} lists of NPIs",
            where=name,
            mend="unpack it, and import the file whose name begins with npidata_pfile",
        )
    return found[0]


def sheet_of(content: bytes, where: str) -> tuple[bytes, bytes]:
    """(the first sheet, the texts that it shares) of a table as xlsx. IntakeError where there is none."""
    try:
        with ZipFile(BytesIO(content)) as archive:
            sheets = sorted(
                entry.filename for entry in archive.infolist() if entry.filename.startswith(SHEETS)
            )
            if not sheets or sum(entry.file_size for entry in archive.infolist()) > LARGEST_REPORT:
                raise IntakeError(
                    "this is not the report of given-up NPIs", where=where, mend="download it again"
                )
            shared = "xl/sharedStrings.xml"
            texts = archive.read(shared) if shared in archive.namelist() else b"<sst/>"
            return archive.read(sheets[0]), texts
    except DAMAGE as fault:
        raise IntakeError("this table is damaged", where=where, mend="download it again") from fault
