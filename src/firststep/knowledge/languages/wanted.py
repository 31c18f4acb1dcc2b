"""Which language to speak with somebody who names those that they understand."""

from collections.abc import Iterable

from firststep.knowledge.languages.translations import ENGLISH, languages


def best_of(wanted: Iterable[str]) -> str:
    """The first of the wanted languages that can be spoken; English where there is none.

    wanted
        Codes, the best liked first: "es-MX" and "es_MX.UTF-8" are spoken as "es".
    """
    spoken = {code.lower(): code for code in languages()}
    for one in wanted:
        code = one.partition(".")[0].partition("@")[0].replace("_", "-").strip().lower()
        while code:
            if code in spoken:
                return spoken[code]
            code = code.rpartition("-")[0]
    return ENGLISH
