"""A watched folder: each file that lands in it is read once, when it is all there, and stays where it is.

A file is read when two looks found it the same: by then whoever wrote it has come to the end. Should
it have been a pause, the file has other content later, and is read again. What came of each is kept,
so that neither a new start nor a new name reads it twice. No link is followed, no folder below is
looked into, and no file is moved, changed or deleted.
"""

import logging
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime, tzinfo
from pathlib import Path
from typing import Any
from uuid import UUID

from firststep.actions.take_in import take_in, zone_of
from firststep.actions.upload import LARGEST, OUR_FAULT, look_again, refusal, summary
from firststep.errors import FirststepError
from firststep.intake.activity.found import Found
from firststep.intake.activity.parts import NoZoneError
from firststep.intake.activity.read import UnknownKindError, read_activity
from firststep.intake.export_zip import is_export
from firststep.intake.folder import digest_of, files_in, is_on_its_way, kept_name, stamp_of
from firststep.records.watched import Fate, Stamp, WatchedFile
from firststep.reports.known.news import news_as_data
from firststep.store import read_watched, write_watched

MOST_FILES = 20_000  # in one folder
Told = dict[str, Any]

log = logging.getLogger("firststep.actions")


@dataclass(frozen=True, slots=True)
class Happened:
    """What a look came to, of one file; with an empty name, of the folder itself.

    fate
        None where it may still be read: a download on its way, a zone that is not known yet.
    told
        What it told, in counts; or {"why": ...}, or why it was refused.
    """

    name: str
    fate: Fate | None
    told: Told


@dataclass(slots=True)
class FolderWatch:
    """Looks into one person's folder again and again. Its room is bounded by the files that are there.

    zone
        Where the person lives; left out, what they set.
    """

    person: UUID
    folder: Path
    clock: Callable[[], datetime]
    zone: tzinfo | None = None
    _settled: dict[str, Stamp] = field(init=False)
    _seen: dict[str, Stamp] = field(default_factory=dict)
    _named: set[tuple[str, str]] = field(default_factory=set)

    def __post_init__(self) -> None:
        self._settled = read_watched.settled(self.person)

    def look(self) -> Iterator[Happened]:
        """One look: the files that are the same as at the last one are read, the oldest first.

        So a later export mends the half day of an earlier one, and never the other way round.
        """
        try:
            files = files_in(self.folder, MOST_FILES + 1)
        except OSError:
            yield from self._once("", "no_folder")
            return
        if len(files) > MOST_FILES:
            yield from self._once("", "too_many")
        self._forget_others({kept_name(file) for file in files})
        stamps = [(file, stamp_of(file)) for file in files[:MOST_FILES]]
        for file, stamp in sorted(stamps, key=_oldest_first):
            yield from self._look_at(file, stamp)

    def _forget_others(self, here: set[str]) -> None:
        """What is not there any more takes no room; should it come back, it is looked at anew."""
        self._seen = {name: stamp for name, stamp in self._seen.items() if name in here}
        self._named = {(name, why) for name, why in self._named if name in here or not name}

    def _look_at(self, file: Path, stamp: Stamp | None) -> Iterator[Happened]:
        name = kept_name(file)
        if is_on_its_way(file):
            yield from self._once(name, "partial")
        elif stamp is None:
            yield from self._once(name, "no_file")
        elif stamp.size and self._settled.get(name) != stamp:
            if self._seen.get(name) == stamp:
                yield from self._settle(file, name, stamp)
            self._seen[name] = stamp

    def _once(self, name: str, why: str) -> Iterator[Happened]:
        """Say it, unless it was said of this name before."""
        if (name, why) not in self._named:
            self._named.add((name, why))
            yield Happened(name, None, {"why": why})

    def _settle(self, path: Path, name: str, stamp: Stamp) -> Iterator[Happened]:
        if (name, "no_zone") in self._named and not self._zone():
            return
        try:
            digest = digest_of(path)
            fate, told, found = self._outcome(path, digest, stamp)
        except OSError:
            yield from self._once(name, "locked")
            return
        except NoZoneError:
            yield from self._once(name, "no_zone")
            return
        if stamp_of(path) != stamp:
            return  # it is still being written: the next looks will see
        if found is not None:
            told["news"] = news_as_data(take_in(self.person, found))
            look_again(self.person)
        settled = WatchedFile(name=name, stamp=stamp, digest=digest, fate=fate, told=told, at=self.clock())
        write_watched.settle_watched(self.person, settled)
        self._settled[name] = stamp
        yield Happened(name, fate, told)

    def _outcome(self, path: Path, digest: str, stamp: Stamp) -> tuple[Fate, Told, Found | None]:
        """What comes of a file; with what it told, where that is to be kept."""
        if read_watched.is_kept(self.person, digest):
            return Fate.SAME, {}, None
        if stamp.size > LARGEST or is_export(path):
            return Fate.LEFT, {"why": "own_export" if stamp.size <= LARGEST else "too_large"}, None
        try:
            found = read_activity(path, zone=self._zone())
            return Fate.KEPT, summary(self.person, found), found
        except NoZoneError:
            raise
        except UnknownKindError:
            return Fate.LEFT, {"why": "unknown"}, None
        except FirststepError as fault:
            return Fate.REFUSED, refusal(fault), None
        except Exception:  # whatever it is, the next file has its turn
            log.exception("a file in a watched folder could not be read")
            return Fate.REFUSED, dict(OUR_FAULT), None

    def _zone(self) -> tzinfo | None:
        return self.zone or zone_of(self.person)


def _oldest_first(pair: tuple[Path, Stamp | None]) -> tuple[int, str]:
    file, stamp = pair
    return stamp.changed if stamp else 0, file.name
