"""Every text that people read, in one catalogue: what a translation has to translate."""

from collections.abc import Iterator, Mapping
from functools import cache
from types import MappingProxyType
from typing import Any

from firststep.knowledge.kinds.parts import Thing
from firststep.knowledge.languages.retelling import retold
from firststep.knowledge.languages.spoken import speaking
from firststep.knowledge.languages.translations import ENGLISH
from firststep.knowledge.library import FOLDERS, every
from firststep.knowledge.words import words


@cache
def catalogue() -> Mapping[str, str]:
    """{id of the message: text}, in English: `techniques.hands.how`, `words.safety.none`.

    An id is the place of the text in its file, so it stays as long as that does.
    """
    with speaking(ENGLISH):
        texts = {
            f"{folder}.{thing.id}.{path}": text
            for kind, folder in FOLDERS.items()
            for thing in every(kind).values()
            for path, text in _texts(thing)
        }
        return MappingProxyType(texts | dict(_of_words(words(), "words")))


def _texts(thing: Thing) -> list[tuple[str, str]]:
    """The texts of a thing, each with its path."""
    found: list[tuple[str, str]] = []

    def take(path: str, text: str) -> str:
        found.append((path, text))
        return text

    retold(thing, take)
    return found


def _of_words(told: Mapping[str, Any], path: str) -> Iterator[tuple[str, str]]:
    for key, value in told.items():
        if isinstance(value, str):
            yield f"{path}.{key}", value
        else:
            yield from _of_words(value, f"{path}.{key}")
