"""The language that is spoken just now: English, unless somebody asked for another.

It belongs to the task that asked (a request, a command), so that two at once never mix.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from firststep.errors import KnowledgeError
from firststep.knowledge.languages.translations import ENGLISH, languages

_spoken: ContextVar[str] = ContextVar("firststep.language", default=ENGLISH)


def language() -> str:
    """The code of the language that is spoken just now, as "en"."""
    return _spoken.get()


@contextmanager
def speaking(code: str) -> Iterator[None]:
    """Speak a language for a while; see `turn_to`."""
    before = _spoken.get()
    turn_to(code)
    try:
        yield
    finally:
        _spoken.set(before)


def turn_to(code: str) -> None:
    """Speak another language from here on, until the `speaking` around it ends.

    KnowledgeError where nothing is known in that language.
    """
    if code not in languages():
        raise KnowledgeError(
            f"Firststep does not speak '{code[:20]}'", mend=f"use one of: {', '.join(languages())}"
        )
    _spoken.set(code)
