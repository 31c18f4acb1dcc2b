"""Every text that people read, in one catalogue: what a translation has to translate."""

from collections.abc import Iterator, Mapping
from functools import cache
from types import MappingProxyType
from typing import Any

from msgspec import inspect

from firststep.knowledge.library import FOLDERS, every
from firststep.knowledge.words import words

READ = "read by people"
"""How a class marks a field whose text people read."""


@cache
def catalogue() -> Mapping[str, str]:
    """{id of the message: text}, in English: `techniques.hands.how`, `words.safety.none`.

    An id is the place of the text in its file, so it stays as long as that does.
    """
    texts = {
        f"{folder}.{thing.id}.{path}": text
        for kind, folder in FOLDERS.items()
        for thing in every(kind).values()
        for path, text in _texts(thing, inspect.type_info(kind), "")
    }
    return MappingProxyType(texts | dict(_of_words(words(), "words")))


def _texts(value: Any, kind: inspect.Type, path: str) -> Iterator[tuple[str, str]]:
    """The texts of a part, each with its path."""
    match kind:
        case inspect.Metadata(inner, _, extra):
            if extra and extra.get(READ):
                yield path, value
            else:
                yield from _texts(value, inner, path)
        case inspect.StructType():
            for field in kind.fields:
                place = f"{path}.{field.name}" if path else field.name
                yield from _texts(getattr(value, field.name), field.type, place)
        case inspect.VarTupleType():
            for number, part in enumerate(value):
                yield from _texts(part, kind.item_type, f"{path}[{number}]")
        case inspect.UnionType():
            for one in kind.types if value is not None else ():
                yield from _texts(value, one, path)


def _of_words(told: Mapping[str, Any], path: str) -> Iterator[tuple[str, str]]:
    for key, value in told.items():
        if isinstance(value, str):
            yield f"{path}.{key}", value
        else:
            yield from _of_words(value, f"{path}.{key}")
