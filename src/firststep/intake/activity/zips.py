"""Zip files from outside, looked through before anything is unpacked.

Nothing is ever written by the name that a zip gives it, and no part gives more than the list says.

The export of an account has zips in it: those are opened too, one level deep. Their parts count with
the others, and so does what they unpack to.
"""

import struct
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from shutil import copyfileobj
from tempfile import SpooledTemporaryFile
from typing import IO
from zipfile import ZipFile, ZipInfo

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
from firststep.intake.activity.zip_checks import END, MOST_PARTS, LockedError, check, check_list, too_many
from firststep.knowledge.said import said

MOST_ZIPS = 200  # in a zip
IN_MEMORY = 1 << 20  # bytes of a zip in a zip that need no room on the disk
JUNK = ("__MACOSX", ".DS_Store")
ZIP = ".zip"
CHUNK = 1 << 20


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


def _opened(file: IO[bytes], where: str) -> _Zip:
    """A zip, its list looked through. IntakeError where it is damaged, or not safe to read."""
    try:
        check_list(file, where)
        archive = ZipFile(file)
    except IntakeError:
        raise
    except (*DAMAGE, struct.error) as fault:
        raise IntakeError(
            "this zip file is damaged or incomplete", where=where, mend="export or download it again"
        ) from fault
    entries = [entry for entry in archive.infolist() if not _is_folder(entry) and not _is_junk(entry)]
    size = file.seek(0, 2)
    check(entries, where, size)
    return _Zip(archive, entries, size)


def _all_parts(
    whole: _Zip, stack: ExitStack, where: str, *, tell: Progress | None, skips: Skips | None
) -> Iterator[Part]:
    """The parts, those of a zip in it in its place; all of them within the limits of one."""
    zips, parts, unpacked_to = 0, len(whole.entries), sum(entry.file_size for entry in whole.entries)
    for entry in whole.entries:
        part = _part(whole.archive, entry, tell)
        inner = (
            _inner(part, stack, skips) if skips is not None and entry.filename.lower().endswith(ZIP) else None
        )
        if inner is None or skips is None:
            yield part
            continue
        zips += 1
        parts += len(inner.entries)
        unpacked_to += sum(one.file_size for one in inner.entries)
        if zips > MOST_ZIPS:
            raise too_many(where, f"{MOST_ZIPS} zips")
        if parts > MOST_PARTS:
            raise too_many(where)
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
    copy = stack.enter_context(SpooledTemporaryFile(IN_MEMORY))  # noqa: SIM115  the stack closes it
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
        copy.close()
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


def _is_folder(entry: ZipInfo) -> bool:
    """By its name's end; the library's own question fails at a name without a sign in it."""
    return entry.filename.endswith("/")


def _is_junk(entry: ZipInfo) -> bool:
    return any(name in JUNK for name in PurePosixPath(entry.filename).parts)


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
