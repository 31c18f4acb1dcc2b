"""What a person told, one event each. Nothing is ever changed: an edit is a later event.

Which event counts is for whoever reads them: the last that was confirmed, for the same
foot, day and kind.
"""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID


class Foot(StrEnum):
    """Which foot; one diary each."""

    LEFT = "left"
    RIGHT = "right"


class Question(StrEnum):
    """What a person wants to know."""

    HELPS = "helps"
    """Does it help? One technique or more, and rest days to compare them with."""

    WHICH = "which"
    """Which suits me best? Two techniques or more."""

    GUIDE = "guide"
    """Just guide me: nothing is compared."""


@dataclass(frozen=True, slots=True)
class Morning:
    """First-step pain after the longest sleep, 0 to 10; None takes a score back."""

    pain: int | None


@dataclass(frozen=True, slots=True)
class Doing:
    """What was really done that day; empty for nothing, None for not told."""

    did: frozenset[str] | None


@dataclass(frozen=True, slots=True)
class Comparing:
    """What is compared from that day on, and to answer which question.

    expects
        The technique that the person expects to help most; None where that was left open.
    """

    question: Question
    techniques: tuple[str, ...]
    expects: str | None = None


@dataclass(frozen=True, slots=True)
class SafetyAnswer:
    """Whether none of the warning signs was there."""

    clear: bool


@dataclass(frozen=True, slots=True)
class Seen:
    """The page showed that day's line of this plan."""

    plan: UUID


What = Morning | Doing | Comparing | SafetyAnswer | Seen


@dataclass(frozen=True, slots=True)
class Told:
    """One thing that a person told.

    id
        Made by whoever took it down, so that sending it twice is telling it once.
    on
        The calendar day that it is about, where the person is.
    happened
        When it was told, by the clock and with the time zone of whoever took it down.
    """

    id: UUID
    foot: Foot
    on: date
    happened: datetime
    what: What

    @property
    def late(self) -> bool:
        """Whether it was told on a later day than the one that it is about."""
        return self.happened.date() > self.on
