"""What a section of the page is made of."""

from dataclasses import dataclass

from firststep.knowledge import phrase
from firststep.reports.visit.course import Course

SECTION = "visit"


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under columns; the first cell of a row names it."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Part:
    """A section: what a reader meets in this order, each only where it is there.

    pairs
        (label, sentence).
    course
        The picture of the mornings.
    table, listed
        Rows, and lines of a list; `numbered` where their order means something.
    says
        Sentences below.
    """

    id: str = ""
    title: str = ""
    pairs: tuple[tuple[str, str], ...] = ()
    course: Course | None = None
    table: Table | None = None
    listed: tuple[str, ...] = ()
    numbered: bool = False
    says: tuple[str, ...] = ()


def said(key: str, **blanks: object) -> str:
    """A sentence of the page."""
    return phrase(SECTION, key, **blanks)
