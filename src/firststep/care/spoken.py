"""The sentences of the engine in the language that is spoken, and every text that can be translated.

The engine knows no languages, and what is known knows no engine: here they meet.
"""

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Any

from firststep.knowledge import catalogue, language, numeral
from firststep.knowledge.languages.translations import MORE, ONE, translated, translated_count
from firststep.trial import Sentence
from firststep.trial.verdict.sentences import ENGLISH, Tongue, say

ENGINE = "engine"
"""How the ids of the sentences of the engine begin."""


def spoken(says: Iterable[Sentence], names: Mapping[str, str] = MappingProxyType({})) -> str:
    """Sentences of the engine in the language that is spoken.

    names
        {technique: what it is called}, where not by its id.
    """
    return say(says, names, Tongue(_template, numeral))


def says_of(plain: Iterable[Mapping[str, Any]]) -> tuple[Sentence, ...]:
    """The sentences of an answer that was kept as data."""
    return tuple(
        Sentence(
            one["key"],
            {name: tuple(v) if isinstance(v, list) else v for name, v in one["blanks"].items()},
        )
        for one in plain
    )


def sentences() -> list[str]:
    """Every template of the engine in the language that is spoken."""
    said = []
    for key in ENGLISH:
        stem = key.removesuffix(ONE).removesuffix(MORE)
        said.append(_template(key, None) if stem == key else _template(stem, 1 if key.endswith(ONE) else 2))
    return said


def every_text() -> Mapping[str, str]:
    """{id of the message: English text} of everything that can be translated."""
    return MappingProxyType(
        dict(catalogue()) | {f"{ENGINE}.{key}": template for key, template in ENGLISH.items()}
    )


def _template(key: str, count: float | None) -> str:
    if count is None:
        return translated(language(), f"{ENGINE}.{key}", ENGLISH[key])
    pair = (ENGLISH[f"{key}{ONE}"], ENGLISH[f"{key}{MORE}"])
    return translated_count(language(), f"{ENGINE}.{key}", pair, count)
