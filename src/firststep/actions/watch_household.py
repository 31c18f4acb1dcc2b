"""The watched folder of an installation: a folder in it for each person, by their name.

Where one person alone keeps a diary, what lies in the folder itself is theirs too. Where several do,
it is nobody's, and left alone: a guess would put one person's days into another's diary. Two people
of one name have no folder, for the same reason.
"""

import logging
import threading
from collections import Counter
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from uuid import UUID

from django.db import close_old_connections

from firststep.actions.watch import FolderWatch
from firststep.intake.folder import folders_in, plain_name
from firststep.records.household import Member
from firststep.store import read

LOOKS_EACH = 5.0  # seconds from one look to the next

log = logging.getLogger("firststep.actions")
Place = tuple[UUID, Path]


def places(folder: Path, people: list[Member]) -> list[Place]:
    """Whose files lie where. OSError where the folder cannot be looked into."""
    named = Counter(plain_name(one.name) for one in people)
    ids = {one.name: one.id for one in people if named[plain_name(one.name)] == 1}
    own = [(ids[name], path) for name, path in sorted(folders_in(folder, ids).items())]
    return [*((one.id, folder) for one in people if len(people) == 1), *own]


class HouseholdWatch:
    """Looks into everybody's folder; people may come and go meanwhile."""

    def __init__(self, folder: Path, clock: Callable[[], datetime]) -> None:
        self._folder, self._clock = folder, clock
        self._watches: dict[Place, FolderWatch] = {}

    def look(self, over: threading.Event) -> int:
        """One look into each folder, unless it is over; how many files were settled."""
        there = places(self._folder, read.members())
        self._watches = {
            place: self._watches.get(place) or FolderWatch(*place, self._clock) for place in there
        }
        settled = 0
        for watch in self._watches.values():
            for one in watch.look():
                settled += one.fate is not None
                if over.is_set():
                    return settled
        return settled


def watch_household(folder: Path, clock: Callable[[], datetime], over: threading.Event) -> None:
    """Look into the folder until it is over. For a thread of its own; nothing personal is logged."""
    watch, well = HouseholdWatch(folder, clock), True
    while not over.is_set():
        close_old_connections()
        try:
            watch.look(over)
            well = True
        except OSError:
            if well:
                log.warning("the folder of FIRSTSTEP_WATCH cannot be looked into")
            well = False
        except Exception:  # the next look has its turn
            log.exception("a look into the watched folder failed")
        over.wait(LOOKS_EACH)
