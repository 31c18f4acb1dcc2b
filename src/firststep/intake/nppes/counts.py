"""What was seen in a file of NPIs, so that nothing is left out silently."""

from collections import Counter
from dataclasses import dataclass, field


@dataclass(slots=True)
class Counts:
    """How many rows there were, and what became of them.

    rows
        All of them.
    kept
        Of each kind of professional; who is of two kinds counts in both.
    entries
        NPIs that were kept.
    gone
        NPIs that were given up.
    abroad
        Of our kinds, with their practice in another country.
    wrong
        Of our kinds, whose NPI fails its own check digit.
    """

    rows: int = 0
    entries: int = 0
    gone: int = 0
    abroad: int = 0
    wrong: int = 0
    kept: Counter[str] = field(default_factory=Counter)
