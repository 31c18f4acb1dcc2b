"""A diary: one row per calendar day, one foot, one person.

The score of a day is that morning's; what was done came later that day.
"""

from dataclasses import dataclass
from datetime import date
from typing import Literal


@dataclass(frozen=True, slots=True)
class Day:
    """One row of a diary.

    pain
        The score of the morning, 0 to 10; None for a missed morning.
    did
        What was done later that day; empty for nothing, None for not told.
    advised
        What was drawn for that day, "none" on a rest day; None where nothing is known of a draw.
    steps
        Of the whole day; None where nobody counted. 0 where nobody wore what counts.
    """

    on: date
    pain: float | None
    did: frozenset[str] | None = None
    advised: str | None = None
    steps: int | None = None


@dataclass(frozen=True, slots=True)
class Diary:
    """The days of one person, in the order of their dates, no date twice.

    person
        Who, as the file has it; "me" where it does not say.
    score
        What was scored, in the words of the file.
    better
        Which way the score is better, if the kind of file says so.
    techniques
        The names that can stand in `did`, besides "other".
    notes
        What the reader noticed and decided, in sentences for the person.
    """

    person: str
    score: str
    better: Literal["lower", "higher"] | None
    techniques: tuple[str, ...]
    days: tuple[Day, ...]
    notes: tuple[str, ...] = ()

    @property
    def scored(self) -> int:
        """How many mornings have a score."""
        return sum(day.pain is not None for day in self.days)
