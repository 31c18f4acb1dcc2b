"""Everything that is known, by kind and id. Files are read once, when they are first asked for."""

from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any, TypeVar

from firststep.errors import KnowledgeError
from firststep.knowledge.kinds.advice import Advice
from firststep.knowledge.kinds.body import Stroke, Structure, Tool
from firststep.knowledge.kinds.evidence import Measure, Saying, Source
from firststep.knowledge.kinds.parts import Thing
from firststep.knowledge.kinds.screening import Card, SafetyQuestion
from firststep.knowledge.kinds.technique import Technique
from firststep.knowledge.reading.read import Text, read

T = TypeVar("T", bound=Thing)

FOLDERS: dict[type[Thing], str] = {
    Technique: "techniques",
    Tool: "tools",
    Structure: "structures",
    Stroke: "strokes",
    Card: "cards",
    SafetyQuestion: "screening",
    Measure: "measures",
    Source: "sources",
    Saying: "sayings",
    Advice: "advice",
}
"""The folder of each kind, in `knowledge/data/`."""

CALLED: dict[type[Thing], str] = {SafetyQuestion: "question of the safety check"}
"""What a thing is called in an error, where its class has another name."""

DATA = files("firststep.knowledge") / "data"


def texts(kind: type[Thing]) -> Iterator[Text]:
    """The files of a kind, by name."""
    folder = DATA / FOLDERS[kind]
    for file in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if file.name.endswith(".toml"):
            yield Text(
                name=f"{FOLDERS[kind]}/{file.name}",
                id=file.name.removesuffix(".toml"),
                text=file.read_text(encoding="utf-8"),
            )


def source_text(kind: type[Thing], id_: str) -> str:
    """The text of one file. KnowledgeError where there is none."""
    one(kind, id_)
    return (DATA / FOLDERS[kind] / f"{id_}.toml").read_text(encoding="utf-8")


def every(kind: type[T]) -> Mapping[str, T]:
    """All things of a kind by id, in the order in which a list shows them.

    KnowledgeError names the file and the line of the first that cannot be read.
    """
    return _read(kind)


@cache
def _read(kind: type[T]) -> Mapping[str, T]:
    things = [read(kind, file) for file in texts(kind)]
    things.sort(key=_order)
    return MappingProxyType({thing.id: thing for thing in things})


def _order(thing: Any) -> tuple[int, str]:
    return getattr(thing, "order", 0), thing.id


def one(kind: type[T], id_: str) -> T:
    """The thing with this id. KnowledgeError where there is none."""
    known = every(kind)
    if id_ not in known:
        close = get_close_matches(id_, known, n=1)
        raise KnowledgeError(
            f"there is no {CALLED.get(kind, kind.__name__.lower())} '{id_[:40]}'",
            mend=f"write '{close[0]}'" if close else f"use one of: {', '.join(known)}",
        )
    return known[id_]
