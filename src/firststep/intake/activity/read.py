"""The front door for files of activity: opened safely, told by their content, read as a stream."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import tzinfo
from os import PathLike
from pathlib import Path

from firststep.errors import IntakeError
from firststep.intake.activity.formats import FORMATS, Format, kinds_of
from firststep.intake.activity.found import Found, Progress, Skips, shown
from firststep.intake.activity.parts import Opened, Part
from firststep.intake.activity.streams import MOST_UNPACKED, Counted, is_gzip, unpacked
from firststep.intake.activity.zips import is_zip, zip_parts
from firststep.knowledge.said import said
from firststep.records.activity import is_possible

IMPOSSIBLE = said("impossible")


def read_activity(
    path: str | PathLike[str],
    *,
    name: str | None = None,
    zone: tzinfo | None = None,
    tell: Progress | None = None,
    formats: tuple[Format, ...] = FORMATS,
) -> Found:
    """The days of activity in a file, whatever its name is.

    name
        What the person calls it, where it lies under another name.
    zone
        Where the person lives, for files that have times in UTC only.
    tell
        Told how far the reading is, in bytes.

    Raises IntakeError for what is refused: what, where, how to mend it.
    """
    path, skips = Path(path), Skips()
    name = shown(name or path.name)
    with _parts(path, name, tell, skips) as parts:
        met = kinds_of(parts, formats)
        if not met:
            raise _unknown(name, parts)
        found = [one.read(Opened(name, tuple(mine), zone)) for one, mine in met]
    return _checked(_joined(found), skips)


def kind_of_file(path: str | PathLike[str]) -> str:
    """What kind of file it is, by its first bytes. IntakeError for what is unknown or refused."""
    path = Path(path)
    with _parts(path, shown(path.name), None, Skips()) as parts:
        met = kinds_of(parts, FORMATS)
        if not met:
            raise _unknown(shown(path.name), parts)
    return ", ".join(one.KIND for one, _ in met)


def _joined(found: list[Found]) -> Found:
    return Found(
        source_kind=", ".join(one.source_kind for one in found),
        days=tuple(day for one in found for day in one.days),
        skipped=tuple(line for one in found for line in one.skipped),
        notes=tuple(note for one in found for note in one.notes),
    )


def _checked(found: Found, skips: Skips) -> Found:
    """Without what nobody could have lived; in the order of the days."""
    for day in found.days:
        if not is_possible(day):
            skips.add(f"{day.source}, {day.on}", IMPOSSIBLE)
    days = sorted(filter(is_possible, found.days), key=lambda day: (day.on, day.source, day.part))
    return replace(found, days=tuple(days), skipped=(*found.skipped, *skips.all()))


@contextmanager
def _parts(path: Path, name: str, tell: Progress | None, skips: Skips) -> Iterator[tuple[Part, ...]]:
    try:
        if path.exists() and not path.is_file():
            raise IntakeError("this is not a file", where=str(path), mend="name a file")
        with path.open("rb") as file:
            start = file.read(4)
        size = path.stat().st_size
    except OSError as fault:
        raise IntakeError(
            f"the file cannot be opened ({fault.strerror})", where=str(path), mend="check its name and place"
        ) from fault
    if not size:
        raise IntakeError("the file is empty", where=name, mend="export it again")
    if is_zip(start):
        with zip_parts(path, tell, skips=skips, name=name) as parts:
            yield parts
        return
    yield (_single(path, name, packed=is_gzip(start), tell=tell),)


def _single(path: Path, name: str, *, packed: bool, tell: Progress | None) -> Part:
    size = path.stat().st_size

    def plain() -> Counted:
        return Counted(path.open("rb"), name, most=min(size, MOST_UNPACKED), tell=tell)

    if packed:
        return Part(name, size, lambda: unpacked(plain, name, packed=size))
    return Part(name, size, plain, path)


class UnknownKindError(IntakeError):
    """A file that is none of the kinds that are known."""


def _unknown(name: str, parts: tuple[Part, ...]) -> UnknownKindError:
    several = f"none of the {len(parts)} files in this zip is" if len(parts) != 1 else "this is not"
    return UnknownKindError(
        f"{several} a file of steps, walks or runs that Firststep knows",
        where=name,
        mend="see docs/how-to/import.md for the exports that can be read",
    )
