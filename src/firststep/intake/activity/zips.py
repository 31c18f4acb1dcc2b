"""Zip files from outside, looked through before anything is unpacked.

Nothing is ever written by the name that a zip gives it. How many parts there are is read from the
zip's last bytes before its list is; how large they are from the list, before any is unpacked, and
no part gives more than the list says.

The export of an account has zips in it: those are opened too, one level deep. Their parts count with
the others, and so does what they unpack to.
"""

import struct
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from shutil import copyfileobj
from tempfile import TemporaryFile
from typing import BinaryIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from firststep.errors import IntakeError
from firststep.intake.activity.found import Progress, Skips, shown
from firststep.intake.activity.parts import Part
from firststep.intake.activity.streams import (
    DAMAGE,
    MOST_RATIO,
    MOST_UNPACKED,
    SMALL,
    Counted,
    TooLargeError,
    is_gzip,
    too_large,
    unpacked,
)
from firststep.knowledge.said import said

MOST_PARTS = 50_000
LONGEST_LIST = 16_000_000  # bytes of the zip's own list of its parts
END, END_64, LOCATOR = b"PK\x05\x06", b"PK\x06\x06", b"PK\x06\x07"
END_SIZE, LOCATOR_SIZE, LONGEST_COMMENT = 22, 20, 65535
JUNK = ("__MACOSX", ".DS_Store")
ENCRYPTED = 0x1
ZIP = ".zip"
CHUNK = 1 << 20


class LockedError(IntakeError):
    """A zip has a password."""


def is_zip(start: bytes) -> bool:
    """Whether bytes begin as a zip file does."""
    return start.startswith((b"PK\x03\x04", END))


@dataclass(frozen=True, slots=True)
class _Zip:
    """An open zip; `size` is its own, in bytes."""

    archive: ZipFile
    entries: list[ZipInfo]
    size: int


@contextmanager
def zip_parts(
    path: Path, tell: Progress | None = None, *, skips: Skips | None = None, name: str | None = None
) -> Iterator[tuple[Part, ...]]:
    """The parts of a zip that is safe to read, and of the zips in it. IntakeError says why another is not.

    skips
        Takes down which of the zips in it could not be opened, and why; where it is left out, they
        stay closed.
    """
    name = name or path.name
    with ExitStack() as stack:
        whole = _opened(stack.enter_context(path.open("rb")), name)
        stack.callback(whole.archive.close)
        yield tuple(_all_parts(whole, stack, name, tell=tell, skips=skips))


def _opened(file: BinaryIO, where: str) -> _Zip:
    """A zip, its list looked through. IntakeError where it is damaged, or not safe to read."""
    try:
        _check_list(file, where)
        archive = ZipFile(file)
    except IntakeError:
        raise
    except (*DAMAGE, struct.error) as fault:
        raise IntakeError(
            "this zip file is damaged or incomplete", where=where, mend="export or download it again"
        ) from fault
    entries = [entry for entry in archive.infolist() if not _is_folder(entry) and not _is_junk(entry)]
    size = file.seek(0, 2)
    _check(entries, where, size)
    return _Zip(archive, entries, size)


def _all_parts(
    whole: _Zip, stack: ExitStack, where: str, *, tell: Progress | None, skips: Skips | None
) -> Iterator[Part]:
    """The parts, those of a zip in it in its place; all of them within the limits of one."""
    parts, unpacked_to = len(whole.entries), sum(entry.file_size for entry in whole.entries)
    for entry in whole.entries:
        part = _part(whole.archive, entry, tell)
        inner = (
            _inner(part, stack, skips) if skips is not None and entry.filename.lower().endswith(ZIP) else None
        )
        if inner is None or skips is None:
            yield part
            continue
        parts += len(inner.entries)
        unpacked_to += sum(one.file_size for one in inner.entries)
        if parts > MOST_PARTS:
            raise _too_many(where)
        if unpacked_to > min(MOST_UNPACKED, max(SMALL, whole.size * MOST_RATIO)):
            raise too_large(where)
        for one in inner.entries:
            found = _part(inner.archive, one, tell)
            if one.filename.lower().endswith(ZIP) and _begins_as_zip(found):
                skips.add(found.name, said("zip_deeper"))
            else:
                yield found


def _inner(part: Part, stack: ExitStack, skips: Skips) -> _Zip | None:
    """A zip in a zip, copied to where it can be looked through; None where it is none that can be read.

    What would be a bomb is refused with the whole, before anything of it is unpacked.
    """
    if not _begins_as_zip(part):
        return None
    copy: BinaryIO = stack.enter_context(TemporaryFile())  # noqa: SIM115  the stack closes it
    try:
        with part.open() as stream:
            copyfileobj(stream, copy, CHUNK)
        inner = _opened(copy, part.name)
    except TooLargeError:
        raise
    except OSError as fault:
        raise IntakeError(
            f"a zip in this zip cannot be unpacked ({fault.strerror})",
            where=part.name,
            mend="make room on the disk, or unpack it and import what is in it",
        ) from fault
    except IntakeError as fault:
        skips.add(part.name, said("zip_locked") if isinstance(fault, LockedError) else said("zip_damaged"))
        return None
    stack.callback(inner.archive.close)
    return inner


def _begins_as_zip(part: Part) -> bool:
    try:
        with part.open() as stream:
            return is_zip(stream.read(len(END)))
    except IntakeError:
        return False


def _too_many(where: str) -> IntakeError:
    return TooLargeError(
        f"this zip file has more than {MOST_PARTS:,} files in it",
        where=where,
        mend="unpack it and import the files that matter",
    )


def _check_list(file: BinaryIO, where: str) -> None:
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
        raise _too_many(where)


def _is_folder(entry: ZipInfo) -> bool:
    """By its name's end; the library's own question fails at a name without a sign in it."""
    return entry.filename.endswith("/")


def _is_junk(entry: ZipInfo) -> bool:
    return any(name in JUNK for name in PurePosixPath(entry.filename).parts)


def _check(entries: list[ZipInfo], where: str, size: int) -> None:
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
