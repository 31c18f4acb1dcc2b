"""Import files of the public list of professionals: the whole list, or the changes since."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import TypeVar

from django.db import IntegrityError

from firststep.care.professionals import codes_wanted
from firststep.errors import IntakeError, StoreError
from firststep.intake.nppes import Counts, File, Told, open_file
from firststep.intake.places import places
from firststep.records.professional import Directory, Gone, Listed, Place
from firststep.store import read_professionals as read
from firststep.store import write_professionals as write

T = TypeVar("T")
Tell = Callable[[int, int], None]
BATCH = 2_000  # entries that are kept in one go


@dataclass(frozen=True, slots=True)
class Imported:
    """What came of a file.

    here
        The list as it is now.
    unplaced
        NPIs whose ZIP code nobody knows the place of.
    missing
        Whether days between what was here and this file are in neither.
    """

    file: File
    counts: Counts
    here: Directory
    unplaced: int
    missing: bool


def import_professionals(
    paths: Iterable[Path], now: datetime, *, known: Sequence[Place] = (), tell: Tell | None = None
) -> Iterator[Imported]:
    """Import files in the order of their days; each whole, or nothing of it.

    known
        Where ZIP codes are; left out, all of them.

    IntakeError or StoreError says why one is refused: what was there before stays as it is.
    """
    files = sorted((open_file(path) for path in paths), key=_order)
    known = known or tuple(places())
    write.put_places(known)
    zips = frozenset(place.zip for place in known)
    for file in files:
        yield _import(file, now, zips, tell)


def _order(file: File) -> tuple[object, ...]:
    """By the last day; of one day the whole list first, and the report last."""
    told = _told(file)
    return told.until, file.is_report, not told.whole


def _import(file: File, now: datetime, zips: frozenset[str], tell: Tell | None) -> Imported:
    told, here, counts = _told(file), read.directory(), Counts()
    whole = told.whole and not file.is_report
    _check_order(file, here)
    directory = write.begin_directory(told.first, told.until, now)
    try:
        entries = file.entries(codes_wanted(), counts, everybody=not whole, tell=tell)
        for batch in _batches(entries, BATCH):
            _keep(directory, batch, zips, whole=whole)
        _check_full(file, counts)
        if whole:
            write.take_place(directory)
        else:
            assert here is not None
            write.merge(directory, until=here.until if file.is_report else told.until)
    except IntegrityError as fault:
        raise StoreError("another import began meanwhile", mend="import the file again, alone") from fault
    except BaseException:
        write.drop_directory(directory)
        raise
    after = read.directory()
    assert after is not None
    missing = here is not None and not whole and told.first > here.until + timedelta(days=1)
    return Imported(file, counts, after, read.unplaced(), missing and not file.is_report)


def _keep(directory: int, batch: Sequence[Listed | Gone], zips: frozenset[str], *, whole: bool) -> None:
    """Keep a batch; of an NPI that stands in it twice the last row counts."""
    last = {entry.npi: entry for entry in batch}.values()
    write.add_entries(directory, [one for one in last if isinstance(one, Listed)], zips)
    write.add_gone(directory, [one for one in last if isinstance(one, Gone)], whole=whole)


def _check_order(file: File, here: Directory | None) -> None:
    told, name = _told(file), file.path.name
    if here is None and (file.is_report or not told.whole):
        raise StoreError(
            "these are only the changes of some days, and there is no list here that they change",
            where=name,
            mend="import the whole list first: the monthly file",
        )
    if here is not None and told.until < here.until:
        raise StoreError(
            f"this tells of days until {told.until}, and the list here is newer: {here.until}",
            where=name,
            mend="import a newer file; what is here stays as it is",
        )


def _check_full(file: File, counts: Counts) -> None:
    """A whole list with nobody in it is none: it would take everybody away."""
    if _told(file).whole and not counts.entries:
        raise IntakeError(
            "nobody of a kind that is looked for stands in it", where=file.path.name, mend="download it again"
        )


def _told(file: File) -> Told:
    if file.told is None:
        raise IntakeError(
            "its name does not say of which days it tells",
            where=file.path.name,
            mend="keep the name that it came with, as npidata_pfile_20261102-20261108.csv",
        )
    return file.told


def _batches(entries: Iterable[T], size: int) -> Iterator[list[T]]:
    batch: list[T] = []
    for entry in entries:
        batch.append(entry)
        if len(batch) == size:
            yield batch
            batch = []
    if batch:
        yield batch
