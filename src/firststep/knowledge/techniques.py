"""The techniques that can be compared, by ids that never change.

Diaries refer to an id for ever. What is no longer offered is marked `retired` in its
file and can still be read; a changed dose is a new file, `<id>@2.toml`, and a new arm.
"""

from collections.abc import Mapping
from types import MappingProxyType

from firststep.knowledge.kinds.technique import Technique
from firststep.knowledge.library import every, one

KNOWLEDGE_VERSION = "2"
"""Changes with any technique; kept beside whatever was told or planned by these ids."""

OWN = "own:"
"""How the ids of a person's own techniques begin."""

NONE_OF_ONES_OWN: Mapping[str, Technique] = MappingProxyType({})


def offered() -> tuple[Technique, ...]:
    """What can be chosen today, in the order in which it is shown."""
    return tuple(listed for listed in every(Technique).values() if not listed.retired)


def technique(id_: str, own: Mapping[str, Technique] = NONE_OF_ONES_OWN) -> Technique:
    """The technique with this id, retired or not. KnowledgeError where there is none.

    own
        The person's own techniques, by id.
    """
    return own[id_] if id_ in own else one(Technique, id_)


def called(id_: str, own: Mapping[str, Technique] = NONE_OF_ONES_OWN) -> str:
    """What a technique is called in a sentence; an id that nobody here knows calls itself."""
    known = own.get(id_) or every(Technique).get(id_)
    return known.name if known else id_
