"""The translations: one gettext file a language, `data/languages/<code>.po`.

The context of an entry (`msgctxt`) is the id of the message, its `msgid` the English text. A
translation counts only for the English that it was made of; one that is missing, fuzzy or
made of an earlier text is not used, and the English stands in.
"""

from functools import cache
from gettext import GNUTranslations, NullTranslations
from importlib.resources import files

from firststep.errors import KnowledgeError

ENGLISH = "en"
"""The language that everything is written in."""

FOLDER = files("firststep.knowledge") / "data" / "languages"

ENDING = ".po"

ONE, MORE = "_one", "_more"
"""How the ids of a text with a count end: of one, and of several. In a file of translations they
are one entry with a plural, and its id ends in neither."""


@cache
def languages() -> tuple[str, ...]:
    """The codes of the languages that can be spoken, English first."""
    found = (entry.name for entry in FOLDER.iterdir() if entry.name.endswith(ENDING))
    return (ENGLISH, *sorted(name.removesuffix(ENDING) for name in found))


def translated(code: str, id_: str, english: str) -> str:
    """A text in a language; the English where there is no sound translation of just this text."""
    return _of(code).pgettext(id_, english)


def translated_count(code: str, id_: str, english: tuple[str, str], count: float) -> str:
    """A text with a count, by the rule of the language; a fraction counts as several.

    english
        The text for one, and for several.
    """
    whole = int(count) if count == int(count) else 2
    return _of(code).npgettext(id_, *english, whole)


@cache
def _of(code: str) -> NullTranslations:
    if code == ENGLISH:
        return NullTranslations()
    return read_translations(f"languages/{code}{ENDING}", (FOLDER / f"{code}{ENDING}").read_text("utf-8"))


def read_translations(name: str, text: str) -> NullTranslations:
    """The sound translations of a file. KnowledgeError where it is no file of translations.

    name
        What an error calls the file.
    """
    from polib import pofile  # noqa: PLC0415  (English needs none)

    try:
        return GNUTranslations(_Read(pofile(text).to_binary()))
    except (OSError, ValueError) as fault:
        raise KnowledgeError(
            f"this is no file of translations: {fault}", where=name, mend="see the other files of this folder"
        ) from fault


class _Read:
    """Bytes, read as `GNUTranslations` reads a file."""

    def __init__(self, content: bytes) -> None:
        self._content = content

    def read(self) -> bytes:
        return self._content
