"""A technique of one's own, as a therapist taught it: the same form, read as strictly."""

from uuid import UUID, uuid5

import msgspec

from firststep.errors import KnowledgeError
from firststep.knowledge.checking.dose import digest
from firststep.knowledge.checking.rules import Fault, technique_faults
from firststep.knowledge.kinds.technique import Technique
from firststep.knowledge.reading.read import Text, read
from firststep.knowledge.techniques import OWN

MADE_HERE = UUID("7f0a9d6e-5b0e-5c36-9d57-3a1b6d3c7c11")
"""What the ids of techniques of one's own are made from, together with what is done."""


def own_technique(text: str, *, name: str) -> Technique:
    """The technique that a person's own file tells of; its id is `own:<uuid>`.

    The id follows from who taught it and from what is done: better words keep it, a
    changed dose is a new arm.

    name
        What the file is called, for errors.

    KnowledgeError says which line is wrong.
    """
    file = Text(name=name, id="own", text=text)
    told = read(Technique, file)
    if told.taught_by is None:
        raise KnowledgeError(
            "'taught_by' is missing", where=f"{name}, line 1", mend='add taught_by = "who taught it"'
        )
    for fault in technique_faults(told):
        raise _refused(fault, file)
    key = f"{told.taught_by} {told.name} {digest(told)}"
    return msgspec.structs.replace(told, id=f"{OWN}{uuid5(MADE_HERE, key)}")


def _refused(fault: Fault, file: Text) -> KnowledgeError:
    return KnowledgeError(fault.what, where=file.at(fault.path), mend=fault.mend)
