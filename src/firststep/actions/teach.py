"""Take up a technique of one's own, as a therapist taught it; change it, put it away, take it out again."""

from datetime import datetime
from uuid import UUID

from firststep.actions.tell import tell_now
from firststep.care import Standing, standing
from firststep.care.teaching import put_away, take_out
from firststep.knowledge import Technique, own_technique
from firststep.records import Foot, Taught
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
    tell_now(person, [*gone, (None, Taught(text))], now)
    return mine


def put_technique_away(person: UUID, technique: Technique, now: datetime) -> None:
    """Offer it no more; where it is compared, it rests."""
    tell_now(person, put_away(technique, _feet(person)), now)


def take_technique_out(person: UUID, technique: Technique, now: datetime) -> None:
    """Offer it again; where it is still compared, it goes on."""
    tell_now(person, take_out(technique, _feet(person)), now)


def _feet(person: UUID) -> list[Standing]:
    told = read.told(person)
    return [standing(told, foot) for foot in Foot]
