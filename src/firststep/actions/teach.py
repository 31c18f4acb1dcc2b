"""Take up a technique of one's own, as a therapist taught it."""

from datetime import datetime
from uuid import UUID, uuid4

from firststep.actions.tell import tell
from firststep.errors import RecordError
from firststep.knowledge import Technique, own_technique
from firststep.records import Taught, Told
from firststep.store import read


def teach(person: UUID, text: str, now: datetime, *, name: str) -> Technique:
    """Add the technique that this file tells of to a person's diary, and return it.

    name
        What the file is called, for errors.

    KnowledgeError says which line is wrong; RecordError that no heel was chosen yet.
    """
    mine = own_technique(text, name=name)
    _, foot = read.last_told(person)
    if foot is None:
        raise RecordError("no heel was chosen yet", mend="open 'What to compare' and choose one first")
    tell(person, [Told(uuid4(), foot, now.date(), now, Taught(text))], now)
    return mine
