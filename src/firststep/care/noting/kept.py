"""What was told by hand, as it stands: of each entry the last that was told."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TypeVar
from uuid import UUID

from firststep.records import AllTold, Foot, Noted
from firststep.records import Told as Event
from firststep.records.triggers import AllOf, Entry, Onset, OtherCare, Shoes, Standing, Told
from firststep.records.triggers import Event as Happening

E = TypeVar("E", bound=Entry)


@dataclass(frozen=True, slots=True)
class Note:
    """An entry that stands; `foot` is the one that it was told of."""

    key: UUID
    foot: Foot
    entry: Entry


@dataclass(frozen=True, slots=True)
class Notebook:
    """All entries that stand, the latest beginning first, and from which day on they are all."""

    notes: tuple[Note, ...]
    all_since: Mapping[AllOf, date]

    def note(self, key: UUID) -> Note | None:
        """The entry of a key; None where there is none, or none any more."""
        return next((note for note in self.notes if note.key == key), None)

    def of(self, kind: type[E], foot: Foot | None = None) -> list[E]:
        """The entries of a kind; of one foot, where one is named."""
        return [
            note.entry for note in self.notes if isinstance(note.entry, kind) and foot in (None, note.foot)
        ]

    def before(self, foot: Foot) -> Told:
        """What is looked at for a foot. Shoes, standing and events are for the whole person."""
        return Told(
            onsets=tuple(self.of(Onset, foot)),
            shoes=tuple(self.of(Shoes)),
            standing=tuple(self.of(Standing)),
            events=tuple(self.of(Happening)),
            all_shoes_since=self.all_since.get(AllOf.SHOES),
            all_standing_since=self.all_since.get(AllOf.STANDING),
            all_events_since=self.all_since.get(AllOf.EVENTS),
        )

    def care(self) -> list[Note]:
        """Other care, of either foot."""
        return [note for note in self.notes if isinstance(note.entry, OtherCare)]


def noted(told: Iterable[Event]) -> Notebook:
    """The entries that stand, from all that was told in the order of being confirmed."""
    last: dict[UUID, Note | None] = {}
    since: dict[AllOf, date | None] = {}
    for event in told:
        match event.what:
            case Noted(key, entry):
                last[key] = Note(key, event.foot, entry) if entry else None
            case AllTold(of, day):
                since[of] = day
    notes = sorted(filter(None, last.values()), key=lambda note: (begins(note.entry), str(note.key)))
    return Notebook(tuple(reversed(notes)), {of: day for of, day in since.items() if day})


def begins(entry: Entry) -> date:
    """The day from which an entry holds."""
    return entry.on if isinstance(entry, Onset) else entry.since
