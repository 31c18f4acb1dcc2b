"""What is said when everything of a person was deleted."""

from typing import Any

from firststep.knowledge import numeral, phrase, words
from firststep.records.household import Gone

SECTION = "gone"


def gone_as_data(gone: Gone) -> dict[str, Any]:
    """What was found afterwards, what was deleted as (called, how many), and what may still hold it."""
    called = words()[SECTION]["rows"]
    backups = [phrase(SECTION, "hold_backups", count=numeral(str(len(gone.backups))))] if gone.backups else []
    return {
        "looked": phrase(SECTION, _found(gone)),
        "went": [(called[name], numeral(str(count))) for name, count in gone.rows.items()],
        "may_hold": [*backups, phrase(SECTION, "hold_elsewhere"), phrase(SECTION, "hold_phones")],
    }


def _found(gone: Gone) -> str:
    if gone.left or gone.in_files:
        return "still_there"
    return "looked" if gone.in_files is False else "looked_tables"
