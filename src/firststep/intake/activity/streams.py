"""Bytes from outside, read as they come: counted, limited, and any break said in one way."""

import gzip
import zlib
from collections.abc import Callable
from io import BufferedIOBase
from typing import Protocol
from zipfile import BadZipFile

from firststep.errors import IntakeError
from firststep.intake.activity.found import Progress

MOST_UNPACKED = 8_000_000_000  # bytes; the longest exports known have some four thousand million
MOST_RATIO = 100  # unpacked to packed; exports in XML reach 30
SMALL = 10_000_000  # bytes; below it the ratio does not matter
DAMAGE = (BadZipFile, EOFError, zlib.error, OSError, RuntimeError, NotImplementedError, ValueError)


class Readable(Protocol):
    """What bytes can be read from."""

    def read(self, size: int, /) -> bytes:
        """At most so many bytes; none at the end."""

    def close(self) -> None:
        """No more is read."""


class BrokenOffError(IntakeError):
    """The bytes end, or are damaged, before the file's own end. What came before is sound."""


class TooLargeError(IntakeError):
    """More files, or more bytes, than any export has: refused before they are unpacked."""


def too_large(where: str) -> TooLargeError:
    """The error for what unpacks to more than any export has."""
    return TooLargeError(
        "this unpacks to more than any export of this kind has",
        where=where,
        mend="export it again; if it is sound, unpack it and import the file that is in it",
    )


class Counted(BufferedIOBase):
    """A stream that counts: it tells how far it is, and stops where more comes than may.

    most
        Bytes that may come; the next one is an IntakeError.
    """

    def __init__(self, raw: Readable, where: str, *, most: int, tell: Progress | None = None) -> None:
        self._raw, self._where, self._most, self._tell = raw, where, most, tell
        self.done = 0

    def readable(self) -> bool:
        """Always."""
        return True

    def read(self, size: int | None = -1, /) -> bytes:
        """The next bytes, no more than `size`. BrokenOffError where they are damaged."""
        wanted = self._most - self.done + 1 if size is None or size < 0 else size
        try:
            some = self._raw.read(wanted)
        except IntakeError:
            raise
        except DAMAGE as fault:
            raise BrokenOffError(
                "the file is damaged or ends too early", where=self._where, mend="export it again"
            ) from fault
        self.done += len(some)
        if self.done > self._most:
            raise too_large(self._where)
        if self._tell:
            self._tell(self.done, self._most)
        return some

    def read1(self, size: int = -1, /) -> bytes:
        """The same: `BufferedIOBase` asks for it."""
        return self.read(size)

    def close(self) -> None:
        """Close what lies under it too."""
        self._raw.close()
        super().close()


def is_gzip(start: bytes) -> bool:
    """Whether bytes begin as a gzip file does."""
    return start.startswith(b"\x1f\x8b\x08")


def unpacked(opener: Callable[[], BufferedIOBase], where: str, *, packed: int) -> Counted:
    """What a gzip stream of `packed` bytes holds, and no more than the ratio allows."""
    most = min(MOST_UNPACKED, max(SMALL, packed * MOST_RATIO))
    return Counted(_Gunzip(opener()), where, most=most)


class _Gunzip:
    """A gzip stream that closes what lies under it."""

    def __init__(self, packed: BufferedIOBase) -> None:
        self._packed = packed
        self._stream = gzip.GzipFile(fileobj=packed)

    def read(self, size: int, /) -> bytes:
        return self._stream.read(size)

    def close(self) -> None:
        self._stream.close()
        self._packed.close()
