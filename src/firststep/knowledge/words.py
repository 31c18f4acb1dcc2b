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
from firststep.knowledge.languages.spoken import language
from firststep.knowledge.languages.translations import (
    ENGLISH,
    MORE,
    ONE,
    translated,
    translated_count,
)
from firststep.knowledge.reading.lines import line_at, lines_of

FOLDER = files("firststep.knowledge") / "data" / "words"

REVIEW = "review"
"""The one table that holds no words: who reviewed them."""


def words() -> Mapping[str, Mapping[str, Any]]:
    """All words in the language that is spoken: {section: {key: text}}, or with a table of texts at a key.

    KnowledgeError names the file and the line of the first that is not text.
    """
    return _told_in(language())


@cache
def _told_in(code: str) -> Mapping[str, Mapping[str, Any]]:
    if code == ENGLISH:
        return _read()
    return MappingProxyType(
        {section: _in_language(code, f"words.{section}", told) for section, told in _read().items()}
    )


def _in_language(code: str, path: str, told: Mapping[str, Any]) -> Mapping[str, Any]:
    """The same words in a language."""
    spoken: dict[str, Any] = {}
    for key, text in told.items():
        if not isinstance(text, str):
            spoken[key] = _in_language(code, f"{path}.{key}", text)
        elif pair := pair_of(key, told):
            count = 1 if key.endswith(ONE) else 2
            spoken[key] = translated_count(code, f"{path}.{pair[0]}", pair[1], count)
        else:
            spoken[key] = translated(code, f"{path}.{key}", text)
    return MappingProxyType(spoken)


def pair_of(key: str, told: Mapping[str, Any]) -> tuple[str, tuple[str, str]] | None:
    """What a key with a count has in common with its other, and both texts; None for any other key."""
    for ending in (ONE, MORE):
        stem = key.removesuffix(ending)
        if stem != key and f"{stem}{ONE}" in told and f"{stem}{MORE}" in told:
            return stem, (told[f"{stem}{ONE}"], told[f"{stem}{MORE}"])
    return None


def _read() -> Mapping[str, Mapping[str, Any]]:
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
    return _checked(told, path="", name=name, text=text)


def _checked(told: dict[str, Any], *, path: str, name: str, text: str) -> Mapping[str, Any]:
    checked: dict[str, Any] = {}
    for key, value in told.items():
        at = f"{path}.{key}" if path else key
        if isinstance(value, dict) and not path:
            checked[key] = _checked(value, path=at, name=name, text=text)
        elif _is_text(value):
            checked[key] = value
        else:
            raise KnowledgeError(
                f"'{at}' is not text, or a brace in it stands alone",
                where=f"{name}, line {line_at(lines_of(text), at)}",
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
    return _filled(f"{section}.{key}", _text(words(), section, key), blanks)


def counted(section: str, key: str, count: float, /, **blanks: object) -> str:
    """A text with a count, `<key>_one` or `<key>_more`, its blanks filled in; see `phrase`.

    count
        What is counted: each language has a rule of its own for it. A fraction counts as several.
    """
    english = _told_in(ENGLISH)
    pair = (_text(english, section, f"{key}{ONE}"), _text(english, section, f"{key}{MORE}"))
    text = translated_count(language(), f"words.{section}.{key}", pair, count)
    return _filled(f"{section}.{key}", text, blanks)


def _text(told: Mapping[str, Mapping[str, Any]], section: str, key: str) -> str:
    text = told.get(section, {}).get(key)
    if not isinstance(text, str):
        raise KnowledgeError(
            f"there are no words '{section}.{key[:40]}'", mend=f"add them to words/{section}.toml"
        )
    return text


def _filled(name: str, text: str, blanks: Mapping[str, object]) -> str:
    open_ = _blanks(text) - set(blanks)
    if open_:
        raise KnowledgeError(
            f"nothing fills the blank '{min(open_)}' of '{name}'",
            mend="leave the blank out, or fill it",
        )
    return text.format(**blanks)


def capital(text: str) -> str:
    """The same, with a capital to begin with; "tennis ball" is "Tennis ball"."""
    return text[:1].upper() + text[1:]
