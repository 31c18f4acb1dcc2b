"""Reads one file of knowledge, strictly: what is not known is refused, with its line."""

import re
import tomllib
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from functools import cache
from typing import Any, TypeVar

import msgspec

from firststep.errors import KnowledgeError
from firststep.knowledge.kinds.parts import Strict, Thing
from firststep.knowledge.reading.allowed import allowed_at
from firststep.knowledge.reading.lines import line_at, lines_of

T = TypeVar("T", bound=Thing)
S = TypeVar("S", bound=Strict)

AT = re.compile(r" - at `\$\.?(?P<path>[^`]*)`$")
LINE = re.compile(r" \(at line (?P<line>\d+), column \d+\)$")


@dataclass(frozen=True, slots=True)
class Text:
    """The text of one file, and what it is called."""

    name: str
    id: str
    text: str

    def at(self, path: str) -> str:
        """The file and the line of what stands at a path such as `phases[0].say`."""
        return f"{self.name}, line {line_at(lines_of(self.text), path)}"


def read(kind: type[T], file: Text) -> T:
    """The thing that a file tells of. KnowledgeError says which line is wrong, and how to mend it."""
    told = _told(file)
    if "id" in told:
        raise KnowledgeError(
            "'id' is not told in a file: its name is the id", where=file.at("id"), mend="leave the line out"
        )
    return _converted(told | {"id": file.id}, kind, file)


def read_form(kind: type[S], file: Text) -> S:
    """What a file of another form tells, as strictly. KnowledgeError says which line is wrong."""
    return _converted(_told(file), kind, file)


def _converted(told: dict[str, Any], kind: type[S], file: Text) -> S:
    try:
        return msgspec.convert(told, kind, builtin_types=(date,))
    except msgspec.ValidationError as fault:
        raise _explained(str(fault), kind, file) from None


def _told(file: Text) -> dict[str, Any]:
    try:
        return tomllib.loads(file.text)
    except tomllib.TOMLDecodeError as fault:
        said = str(fault)
        line = LINE.search(said)
        what = LINE.sub("", said)
        twice = "overwrite" in what or "twice" in what
        raise KnowledgeError(
            "a key stands here for the second time" if twice else f"this is not TOML: {what}",
            where=f"{file.name}, line {line['line'] if line else 'last'}",
            mend="keep one of the two" if twice else "see the other files of this folder for the form",
        ) from None


def _explained(said: str, kind: type[Strict], file: Text) -> KnowledgeError:
    """What msgspec found, in our words and with the line."""
    at = AT.search(said)
    path, what = (at["path"] if at else ""), AT.sub("", said)
    path = path.replace("[...]", "")
    name = re.search(r"field `([^`]+)`", what)
    if name and "unknown" in what:
        key = f"{path}.{name[1]}" if path else name[1]
        close = get_close_matches(name[1], _keys(), n=1)
        return KnowledgeError(
            f"nobody knows the key '{name[1]}'",
            where=file.at(key),
            mend=f"write '{close[0]}'" if close else "leave it out, or see the other files of this folder",
        )
    if name and "missing" in what:
        return KnowledgeError(f"'{name[1]}' is missing", where=file.at(path), mend=f"add '{name[1]}'")
    allowed = allowed_at(kind, path)
    return KnowledgeError(
        f"'{path}' cannot be so",
        where=file.at(path),
        mend=f"write {allowed}" if allowed else "write it as the other files of its kind do",
    )


@cache
def _keys() -> tuple[str, ...]:
    """Every key that any file may have."""
    kinds, names = [Strict], set[str]()
    while kinds:
        kind = kinds.pop()
        kinds += kind.__subclasses__()
        names |= set(kind.__struct_fields__)
    return tuple(sorted(names))
