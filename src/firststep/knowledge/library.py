"""Everything that is known, by kind and id. Files are read once, when they are first asked for."""

from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any, TypeVar

from firststep.errors import KnowledgeError
from firststep.knowledge.kinds.advice import Advice
from firststep.knowledge.kinds.body import Map, Stroke, Structure, Tool
from firststep.knowledge.kinds.evidence import Measure, Saying, Source
from firststep.knowledge.kinds.factor import Factor
from firststep.knowledge.kinds.parts import Thing
from firststep.knowledge.kinds.professional import Asking, Profession, State
from firststep.knowledge.kinds.screening import Card, SafetyQuestion
from firststep.knowledge.kinds.technique import Technique
from firststep.knowledge.languages.retelling import retold
from firststep.knowledge.languages.spoken import language
from firststep.knowledge.languages.translations import ENGLISH, translated
from firststep.knowledge.reading.read import Text, read

T = TypeVar("T", bound=Thing)

FOLDERS: dict[type[Thing], str] = {
    Technique: "techniques",
    Tool: "tools",
    Structure: "structures",
    Map: "maps",
    Stroke: "strokes",
    Card: "cards",
    SafetyQuestion: "screening",
    Measure: "measures",
    Source: "sources",
    Saying: "sayings",
    Advice: "advice",
    Factor: "factors",
    Profession: "professions",
    Asking: "asking",
    State: "states",
}
"""The folder of each kind, in `knowledge/data/`."""

CALLED: dict[type[Thing], str] = {
    SafetyQuestion: "question of the safety check",
    Profession: "kind of professional",
    Asking: "question of the sheet",
}
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
    """All things of a kind by id, in the order in which a list shows them, in the language that is spoken.

    KnowledgeError names the file and the line of the first that cannot be read.
    """
    code = language()
    return _read(kind) if code == ENGLISH else _told_in(code, kind)


@cache
def _told_in(code: str, kind: type[T]) -> Mapping[str, T]:
    return MappingProxyType({id_: _in_language(code, thing) for id_, thing in _read(kind).items()})


@cache
def _read(kind: type[T]) -> Mapping[str, T]:
    things = [read(kind, file) for file in texts(kind)]
    things.sort(key=_order)
    return MappingProxyType({thing.id: thing for thing in things})


def _in_language(code: str, thing: T) -> T:
    """The same thing with its texts in a language."""
    place = f"{FOLDERS[type(thing)]}.{thing.id}"
    return retold(thing, lambda path, text: translated(code, f"{place}.{path}", text))


def as_written(thing: T) -> T:
    """The thing as its file has it, in English; what is in no file as it is."""
    kind = type(thing)
    return _read(kind)[thing.id] if every(kind).get(thing.id) == thing else thing


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
