"""A file as its readers see it: one part, or the parts of a zip, each opened anew when it is read."""

import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import tzinfo
from io import BufferedIOBase
from pathlib import Path

from firststep.errors import IntakeError

START = 4096  # bytes by which a kind of file is told
CHUNK = 1 << 20


class NoZoneError(IntakeError):
    """The file has times in UTC, and it is not known where the person lives."""


@dataclass(frozen=True, slots=True)
class Peek:
    """The first bytes of a part: by them its kind is told, never by its name.

    size
        Bytes of the part, as far as known before it is read; of a gzip file, packed.
    """

    start: bytes
    size: int

    def text(self) -> str:
        """The start as text, without the byte order mark; what is no text has signs for it."""
        if self.start[:2] in {b"\xff\xfe", b"\xfe\xff"}:
            return self.start.decode("utf-16", errors="replace")
        return self.start.decode("utf-8-sig", errors="replace")


@dataclass(frozen=True, slots=True)
class Part:
    """One file, or one in a zip. `name` is for sentences only: nothing is opened or told by it."""

    name: str
    size: int
    opener: Callable[[], BufferedIOBase]
    path: Path | None = None

    def open(self) -> BufferedIOBase:
        """Its bytes from the beginning, unpacked; close it. Reading may raise BrokenOffError."""
        return self.opener()

    def peek(self) -> Peek:
        """Its first bytes."""
        with self.open() as stream:
            return Peek(stream.read(START), self.size)

    def bytes(self, most: int) -> bytes:
        """All of it, where that is no more than `most`; IntakeError otherwise."""
        with self.open() as stream:
            content = stream.read(most + 1)
        if len(content) > most:
            raise IntakeError(
                f"the file has more than {most / 1e6:.0f} MB, and none of its kind has",
                where=self.name,
                mend="check that this is the right file",
            )
        return content

    @contextmanager
    def on_disk(self, most: int) -> Iterator[Path]:
        """A path to its bytes, for what cannot be read as a stream; the copy is gone afterwards."""
        if self.path is not None:
            yield self.path
            return
        with tempfile.TemporaryDirectory(prefix="firststep-") as folder:
            path = Path(folder) / "part"
            with self.open() as stream, path.open("wb") as copy:
                while some := stream.read(CHUNK):
                    if copy.tell() + len(some) > most:
                        raise IntakeError(
                            f"the file has more than {most / 1e6:.0f} MB, and none of its kind has",
                            where=self.name,
                            mend="check that this is the right file",
                        )
                    copy.write(some)
            yield path


@dataclass(frozen=True, slots=True)
class Opened:
    """What a reader gets: the parts that are of its kind.

    zone
        Where the person lives, for files that have times in UTC only; None where it was not said.
    """

    name: str
    parts: tuple[Part, ...]
    zone: tzinfo | None = None

    def zone_for(self, part: Part) -> tzinfo:
        """The zone, for a part whose times are UTC. IntakeError where it was not said."""
        if self.zone is None:
            raise NoZoneError(
                "the times in this file are UTC, and it is not known which zone you were in",
                where=part.name,
                mend="name your time zone, as 'Europe/Madrid'",
            )
        return self.zone
