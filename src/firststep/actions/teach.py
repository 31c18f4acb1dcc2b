"""Take up a technique of one's own, as a therapist taught it; change it, put it away, take it out again."""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID, uuid4

from firststep.actions.tell import tell
from firststep.care import Standing, standing
from firststep.care.teaching import put_away, take_out
from firststep.errors import RecordError
from firststep.knowledge import Technique, own_technique
from firststep.records import Foot, Taught, Told, What
from firststep.store import read


def teach(
    person: UUID, text: str, now: datetime, *, name: str, instead_of: Technique | None = None
) -> Technique:
    """Add the technique that this file tells of to a person's diary, and return it.

    name
        What the file is called, for errors.
    instead_of
        One of theirs that it was changed from: where it is another one now, that one is put away.

    KnowledgeError says which line is wrong; RecordError that no heel was chosen yet.
    """
    mine = own_technique(text, name=name)
    gone = () if instead_of is None or instead_of.id == mine.id else put_away(instead_of, _feet(person))
    _tell(person, [*gone, (None, Taught(text))], now)
    return mine


def put_technique_away(person: UUID, technique: Technique, now: datetime) -> None:
    """Offer it no more; where it is compared, it rests."""
    _tell(person, put_away(technique, _feet(person)), now)


def take_technique_out(person: UUID, technique: Technique, now: datetime) -> None:
    """Offer it again; where it is still compared, it goes on."""
    _tell(person, take_out(technique, _feet(person)), now)


def _feet(person: UUID) -> list[Standing]:
    told = read.told(person)
    return [standing(told, foot) for foot in Foot]


def _tell(person: UUID, whats: Iterable[tuple[Foot | None, What]], now: datetime) -> None:
    """Tell it where the person is, so that their day stays theirs; what is about no foot, of the last one."""
    _, last = read.last_told(person)
    if last is None:
        raise RecordError("no heel was chosen yet", mend="open 'What to compare' and choose one first")
    moment = now.astimezone(read.zone(person) or now.tzinfo)
    told = [Told(uuid4(), foot or last, moment.date(), moment, what) for foot, what in whats]
    told.sort(key=lambda event: event.foot is last)  # the last one told about stays the last one
    tell(person, told, now)
