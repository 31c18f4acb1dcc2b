"""The sentences that Firststep says by itself, apart from what techniques and questions say.

Each file `data/words/<section>.toml` is a flat list of `key = "text"`; blanks stand in {braces}.
"""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from string import Formatter
from types import MappingProxyType
from typing import Any

import msgspec

from firststep.errors import KnowledgeError
from firststep.knowledge.kinds.parts import Review
from firststep.knowledge.reading.lines import line_at, lines_of

FOLDER = files("firststep.knowledge") / "data" / "words"

LANGUAGES = ("en",)
"""The codes of the languages that there are words in."""

REVIEW = "review"
"""The one table that holds no words: who reviewed them."""


def languages() -> tuple[str, ...]:
    """The codes of the languages that can be chosen."""
    return LANGUAGES


@cache
def words() -> Mapping[str, Mapping[str, Any]]:
    """All words: {section: {key: text}}, or {section: {table: {key: text}}} where a file has tables.

    KnowledgeError names the file and the line of the first that is not text.
    """
    found = sorted(
        (entry for entry in FOLDER.iterdir() if entry.name.endswith(".toml")), key=lambda entry: entry.name
    )
    return MappingProxyType(
        {
            file.name.removesuffix(".toml"): read_words(f"words/{file.name}", file.read_text("utf-8"))
            for file in found
        }
    )


def read_words(name: str, text: str) -> Mapping[str, Any]:
    """The words of one file. KnowledgeError for what is not TOML, not text, or not reviewed by anybody named.

    name
        What an error calls the file.
    """
    try:
        told = tomllib.loads(text)
    except tomllib.TOMLDecodeError as fault:
        raise KnowledgeError(
            f"this is not TOML: {fault}", where=name, mend="see the other files of this folder for the form"
        ) from None
    try:
        msgspec.convert(told.pop(REVIEW, None), Review)
    except msgspec.ValidationError:
        raise KnowledgeError(
            "it does not say who reviewed it",
            where=name,
            mend='end it with [review], by = "nobody yet", again',
        ) from None
    return _checked(told, path="", name=name, lines=lines_of(text))


def _checked(told: dict[str, Any], *, path: str, name: str, lines: dict[str, int]) -> Mapping[str, Any]:
    checked: dict[str, Any] = {}
    for key, value in told.items():
        at = f"{path}.{key}" if path else key
        if isinstance(value, dict) and not path:
            checked[key] = _checked(value, path=at, name=name, lines=lines)
        elif _is_text(value):
            checked[key] = value
        else:
            raise KnowledgeError(
                f"'{at}' is not text, or a brace in it stands alone",
                where=f"{name}, line {line_at(lines, at)}",
                mend='write key = "text"',
            )
    return MappingProxyType(checked)


def _is_text(value: object) -> bool:
    """Whether it is text that can be filled in: every blank has a name."""
    try:
        return isinstance(value, str) and bool(value.strip()) and all(map(str.isidentifier, _blanks(value)))
    except ValueError:
        return False


def _blanks(text: str) -> set[str]:
    """The names of the blanks of a text. ValueError where a brace stands alone."""
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


def phrase(section: str, key: str, /, **blanks: object) -> str:
    """One text with its blanks filled in. KnowledgeError for no such text, or a blank left open."""
    text = words().get(section, {}).get(key)
    if not isinstance(text, str):
        raise KnowledgeError(
            f"there are no words '{section}.{key[:40]}'", mend=f"add them to words/{section}.toml"
        )
    open_ = _blanks(text) - set(blanks)
    if open_:
        raise KnowledgeError(
            f"nothing fills the blank '{min(open_)}' of '{section}.{key}'",
            mend="leave the blank out, or fill it",
        )
    return text.format(**blanks)
