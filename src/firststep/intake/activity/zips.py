"""Zip files from outside, looked through before anything is unpacked.

Nothing is ever written by the name that a zip gives it. How many parts there are is read from the
zip's last bytes before its list is; how large they are from the list, before any is unpacked, and
no part gives more than the list says.
"""

import struct
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from firststep.errors import IntakeError
from firststep.intake.activity.found import Progress, shown
from firststep.intake.activity.parts import Part
from firststep.intake.activity.streams import (
    DAMAGE,
    MOST_RATIO,
    MOST_UNPACKED,
    SMALL,
    Counted,
    is_gzip,
    too_large,
    unpacked,
)

MOST_PARTS = 50_000
LONGEST_LIST = 16_000_000  # bytes of the zip's own list of its parts
END, END_64, LOCATOR = b"PK\x05\x06", b"PK\x06\x06", b"PK\x06\x07"
END_SIZE, LOCATOR_SIZE, LONGEST_COMMENT = 22, 20, 65535
JUNK = ("__MACOSX", ".DS_Store")
ENCRYPTED = 0x1


def is_zip(start: bytes) -> bool:
    """Whether bytes begin as a zip file does."""
    return start.startswith((b"PK\x03\x04", END))


@contextmanager
def zip_parts(path: Path, tell: Progress | None = None) -> Iterator[tuple[Part, ...]]:
    """The parts of a zip that is safe to read. IntakeError says why another is not."""
    try:
        _check_list(path)
        archive = ZipFile(path)
    except IntakeError:
        raise
    except (*DAMAGE, struct.error) as fault:
        raise IntakeError(
            "this zip file is damaged or incomplete", where=path.name, mend="export or download it again"
        ) from fault
    with archive:
        entries = [entry for entry in archive.infolist() if not _is_folder(entry) and not _is_junk(entry)]
        _check(entries, path)
        yield tuple(_part(archive, entry, tell) for entry in entries)


def _check_list(path: Path) -> None:
    """Refuse a list of parts that is too long, before it is read."""
    with path.open("rb") as file:
        size = file.seek(0, 2)
        file.seek(max(0, size - END_SIZE - LONGEST_COMMENT - LOCATOR_SIZE))
        tail = file.read()
        at = tail.rfind(END)
        if at < 0 or len(tail) - at < END_SIZE:
            raise OSError
        parts, length = struct.unpack_from("<HI", tail, at + 10)
        locator = at - LOCATOR_SIZE
        if locator >= 0 and tail.startswith(LOCATOR, locator):
            (where,) = struct.unpack_from("<Q", tail, locator + 8)
            file.seek(where)
            end = file.read(56)
            if end.startswith(END_64):
                parts, length = struct.unpack_from("<QQ", end, 32)
    if parts > MOST_PARTS or length > LONGEST_LIST:
        raise IntakeError(
            f"this zip file has more than {MOST_PARTS:,} files in it",
            where=path.name,
            mend="unpack it and import the files that matter",
        )


def _is_folder(entry: ZipInfo) -> bool:
    """By its name's end; the library's own question fails at a name without a sign in it."""
    return entry.filename.endswith("/")


def _is_junk(entry: ZipInfo) -> bool:
    return any(name in JUNK for name in PurePosixPath(entry.filename).parts)


def _check(entries: list[ZipInfo], path: Path) -> None:
    for entry in entries:
        name = entry.filename
        if name.startswith("/") or "\\" in name or ".." in PurePosixPath(name).parts or ":" in name[:2]:
            raise IntakeError(
                "a file in this zip would lie outside it", where=path.name, mend="export it again"
            )
        if entry.flag_bits & ENCRYPTED:
            raise IntakeError(
                "this zip file has a password", where=path.name, mend="unpack it and import what is in it"
            )
        if entry.compress_type not in {ZIP_STORED, ZIP_DEFLATED}:
            raise IntakeError(
                "this zip file is packed in a way that no export is",
                where=path.name,
                mend="unpack it and import what is in it",
            )
        if entry.file_size > max(SMALL, entry.compress_size * MOST_RATIO):
            raise too_large(path.name)
    whole = sum(entry.file_size for entry in entries)
    if whole > min(MOST_UNPACKED, max(SMALL, path.stat().st_size * MOST_RATIO)):
        raise too_large(path.name)


def _part(archive: ZipFile, entry: ZipInfo, tell: Progress | None) -> Part:
    where = shown(PurePosixPath(entry.filename).name) or "a file"

    def packed() -> Counted:
        try:
            raw = archive.open(entry)
        except DAMAGE as fault:
            raise IntakeError(
                "a file in this zip is damaged", where=where, mend="export or download it again"
            ) from fault
        return Counted(raw, where, most=entry.file_size, tell=tell)

    def opener() -> Counted:
        with packed() as stream:
            inner = is_gzip(stream.read(3))
        return unpacked(packed, where, packed=entry.file_size) if inner else packed()

    return Part(where, entry.file_size, opener)
