"""Tell something by hand beside the diary: shoes, standing, an event, when it began, other care."""

from datetime import date, datetime
from uuid import UUID, uuid4

from firststep.actions.tell import tell_now
from firststep.errors import RecordError
from firststep.knowledge import phrase
from firststep.records import AllTold, Foot, Noted
from firststep.records.triggers import AllOf, Entry
from firststep.records.triggers_plain import MOST_TOLD
from firststep.store import read


def note(
    person: UUID, entry: Entry, now: datetime, *, key: UUID | None = None, foot: Foot | None = None
) -> UUID:
    """Keep an entry, and return its key.

    key
        Of the one that it is told instead of; None for a new one.
    foot
        The heel that it is of; None for the last one that was told about.

    RecordError where no heel was chosen yet, or where there are too many.
    """
    book = read.notebook(person)
    if key is None and len(book.notes) >= MOST_TOLD:
        raise RecordError(phrase("before", "too_many", most=MOST_TOLD), mend=phrase("before", "take_out"))
    key = key or uuid4()
    tell_now(person, [(foot, Noted(key, entry))], now)
    return key


def take_back(person: UUID, key: UUID, now: datetime) -> None:
    """Take an entry back, for the foot that it was told of."""
    known = read.notebook(person).note(key)
    if known:
        tell_now(person, [(known.foot, Noted(key, None))], now)


def tell_all(person: UUID, of: AllOf, since: date | None, now: datetime) -> None:
    """Say that from this day on nothing of the kind was left out; None takes it back."""
    tell_now(person, [(None, AllTold(of, since))], now)
