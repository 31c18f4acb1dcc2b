"""What a person told, one event each. Nothing is ever changed: an edit is a later event.

Which event counts is for whoever reads them: the last that was confirmed, for the same
foot, day and kind.
"""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from firststep.records.screened import Answer


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
    """Whether none of five warning signs was there: the short check of earlier versions."""

    clear: bool


@dataclass(frozen=True, slots=True)
class Screened:
    """The safety check, answered: (id of the question, answer), by id. What is not in it is unanswered."""

    answers: tuple[tuple[str, Answer], ...]


class Why(StrEnum):
    """Why a session was stopped."""

    SHARP = "sharp"
    NUMB = "numb"
    TINGLING = "tingling"
    COLD = "cold"
    ABOVE = "above"
    """Pain above the technique's ceiling."""

    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Stopped:
    """A session was stopped because it hurt: the technique rests from then on."""

    technique: str
    why: Why


@dataclass(frozen=True, slots=True)
class GoOn:
    """A technique that rested is taken up again."""

    technique: str


@dataclass(frozen=True, slots=True)
class Taught:
    """A technique of one's own: the text of its file."""

    text: str


@dataclass(frozen=True, slots=True)
class Seen:
    """The page showed that day's line of this plan."""

    plan: UUID


What = Morning | Doing | Comparing | SafetyAnswer | Screened | Stopped | GoOn | Taught | Seen


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
