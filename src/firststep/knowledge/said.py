"""A sentence that is kept as its key and its numbers, and said only when somebody reads it.

So what a file told yesterday is read today in the language that is spoken today.
"""

from dataclasses import dataclass
from typing import Any, Union

from firststep.errors import KnowledgeError
from firststep.knowledge.languages.spoken import speaking
from firststep.knowledge.languages.translations import ENGLISH
from firststep.knowledge.numerals import numeral
from firststep.knowledge.words import counted, phrase

SECTION = "reading"
"""The words that readers of files have."""

DEEPEST = 4
Sayable = Union["Said", str]
"""A sentence of ours, or what stands as it is: a name, a date."""


@dataclass(frozen=True, slots=True)
class Said:
    """A text of the section `reading`, and what fills its blanks; `count` is of a text with a count."""

    key: str
    blanks: tuple[tuple[str, "int | Sayable"], ...] = ()
    count: int | None = None


def said(key: str, /, *, count: int | None = None, **blanks: "int | Sayable") -> Said:
    """A sentence to be said later."""
    return Said(key, tuple(sorted(blanks.items())), count)


def say(sentence: Sayable) -> str:
    """The sentence in the language that is spoken now; what is no sentence of ours as it stands."""
    if isinstance(sentence, str):
        return sentence
    blanks = {name: str(value) if isinstance(value, int) else say(value) for name, value in sentence.blanks}
    if sentence.count is None:
        return phrase(SECTION, sentence.key, **blanks)
    return counted(SECTION, sentence.key, sentence.count, n=numeral(f"{sentence.count:,}"), **blanks)


def plainly(sentence: Sayable) -> str:
    """The sentence in English, as errors are told."""
    with speaking(ENGLISH):
        return say(sentence)


def said_as_plain(sentence: Sayable) -> Any:
    """A sentence, ready for JSON."""
    if isinstance(sentence, str):
        return sentence
    blanks = {
        name: value if isinstance(value, int) else said_as_plain(value) for name, value in sentence.blanks
    }
    counts = {} if sentence.count is None else {"count": sentence.count}
    return {"say": sentence.key, "with": blanks} | counts


def said_from_plain(plain: Any, depth: int = 0) -> Sayable:
    """What `said_as_plain` wrote. KnowledgeError for anything else."""
    if isinstance(plain, str):
        return plain
    if not isinstance(plain, dict) or not isinstance(plain.get("say"), str) or depth > DEEPEST:
        raise KnowledgeError("this is no sentence that was kept", mend="bring the file in again")
    blanks = {
        name: value if isinstance(value, int) else said_from_plain(value, depth + 1)
        for name, value in plain.get("with", {}).items()
    }
    return said(plain["say"], count=plain.get("count"), **blanks)
