"""Which language the command speaks."""

from collections.abc import Mapping

from firststep.errors import KnowledgeError
from firststep.knowledge import ENGLISH, best_of, languages

OURS = "FIRSTSTEP_LANGUAGE"
USUAL = ("LC_ALL", "LC_MESSAGES", "LANG")
"""Where a terminal says which language it speaks; the first that is set counts."""


def language_of(environment: Mapping[str, str]) -> str:
    """The language that the environment asks for; English where Firststep does not speak it.

    KnowledgeError where it is asked for by our own name and nobody speaks it.
    """
    ours = environment.get(OURS)
    if ours:
        found = best_of([ours])
        if found == ENGLISH and not ours.lower().startswith(ENGLISH):
            raise KnowledgeError(
                f"Firststep does not speak '{ours[:20]}'",
                where=OURS,
                mend=f"use one of: {', '.join(languages())}",
            )
        return found
    return best_of([next((value for name in USUAL if (value := environment.get(name))), ENGLISH)])
