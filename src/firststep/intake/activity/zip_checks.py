"""What is looked at in a zip before anything of it is unpacked: its list of parts, and how large they are.

How many parts there are is read from the zip's last bytes before its list is; how large they are from
the list, before any is unpacked.
"""

import struct
from pathlib import PurePosixPath
from typing import IO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipInfo

from firststep.errors import IntakeError
from firststep.intake.activity.streams import (
    MOST_RATIO,
    MOST_UNPACKED,
    SMALL,
    TooLargeError,
    too_large,
)

MOST_PARTS = 50_000
LONGEST_LIST = 16_000_000  # bytes of the zip's own list of its parts
END, END_64, LOCATOR = b"PK\x05\x06", b"PK\x06\x06", b"PK\x06\x07"
END_SIZE, LOCATOR_SIZE, LONGEST_COMMENT = 22, 20, 65535
ENCRYPTED = 0x1


class LockedError(IntakeError):
    """A zip has a password."""


def too_many(where: str, what: str = f"{MOST_PARTS:,} files") -> TooLargeError:
    """The error for a zip with more in it than any export has."""
    return TooLargeError(
        f"this zip file has more than {what} in it",
        where=where,
        mend="unpack it and import the files that matter",
    )


def check_list(file: IO[bytes], where: str) -> None:
    """Refuse a list of parts that is too long, before it is read."""
    size = file.seek(0, 2)
    file.seek(max(0, size - END_SIZE - LONGEST_COMMENT - LOCATOR_SIZE))
    tail = file.read()
    at = tail.rfind(END)
    if at < 0 or len(tail) - at < END_SIZE:
        raise OSError
    parts, length = struct.unpack_from("<HI", tail, at + 10)
    locator = at - LOCATOR_SIZE
    if locator >= 0 and tail.startswith(LOCATOR, locator):
        (place,) = struct.unpack_from("<Q", tail, locator + 8)
        file.seek(place)
        end = file.read(56)
        if end.startswith(END_64):
            parts, length = struct.unpack_from("<QQ", end, 32)
    if parts > MOST_PARTS or length > LONGEST_LIST:
        raise too_many(where)


def check(entries: list[ZipInfo], where: str, size: int) -> None:
    """Refuse parts that would lie outside, are locked, or unpack to more than any export has."""
    for entry in entries:
        name = entry.filename
        if name.startswith("/") or "\\" in name or ".." in PurePosixPath(name).parts or ":" in name[:2]:
            raise IntakeError("a file in this zip would lie outside it", where=where, mend="export it again")
        if entry.flag_bits & ENCRYPTED:
            raise LockedError(
                "this zip file has a password", where=where, mend="unpack it and import what is in it"
            )
        if entry.compress_type not in {ZIP_STORED, ZIP_DEFLATED}:
            raise IntakeError(
                "this zip file is packed in a way that no export is",
                where=where,
                mend="unpack it and import what is in it",
            )
        if entry.file_size > max(SMALL, entry.compress_size * MOST_RATIO):
            raise too_large(where)
    whole = sum(entry.file_size for entry in entries)
    if whole > min(MOST_UNPACKED, max(SMALL, size * MOST_RATIO)):
        raise too_large(where)
