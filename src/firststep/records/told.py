"""What a person told, one event each. Nothing is ever changed: an edit is a later event.

Which event counts is for whoever reads them: the last that was confirmed, for the same
foot, day and kind.
"""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from firststep.records.played import Played
from firststep.records.screened import Answer
from firststep.records.triggers import AllOf, Entry


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
class SetAside:
    """A technique is left out from now on, because the person wishes it so; no reason is asked."""

    technique: str


@dataclass(frozen=True, slots=True)
class Again:
    """Whether the person would do it again, after having tried it: comfort, never a score."""

    technique: str
    again: bool


@dataclass(frozen=True, slots=True)
class Skipped:
    """Not today: that day's draw was put off. What was done all the same is told by `Doing`.

    technique
        What was drawn.
    """

    technique: str


@dataclass(frozen=True, slots=True)
class Swapped:
    """Another one, please: that day's draw was put by, and the next one by chance taken in its place."""

    technique: str


@dataclass(frozen=True, slots=True)
class Remembered:
    """A first-step score told from memory before the first morning, 0 to 10: noted, never analysed."""

    pain: int


@dataclass(frozen=True, slots=True)
class Worst:
    """The worst pain of the last seven days, 0 to 10; None takes a score back."""

    pain: int | None


@dataclass(frozen=True, slots=True)
class Function:
    """How well things can be done that the heel makes hard (the patient-specific function scale).

    answers
        (what the person named, 0 not at all to 10 as well as before); none takes the day's back.
    """

    answers: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class KneeToWall:
    """How far the big toe can be from the wall, so that the knee still touches it.

    answers
        Three times, in centimetres; none takes the day's back.
    """

    answers: tuple[float, ...]


class By(StrEnum):
    """How the lean of the shin came to be known."""

    SENSOR = "sensor"
    """All three times by the sensor of the phone that told it."""

    TYPED = "typed"
    """Read from something else at least once, and typed."""


@dataclass(frozen=True, slots=True)
class ShinAngle:
    """How far the shin can lean forward while the heel stays on the floor.

    answers
        Three times, in whole degrees from upright; none takes the day's back.
    """

    answers: tuple[int, ...]
    by: By


class Name(StrEnum):
    """What can be set. Every setting is for the whole person."""

    LANGUAGE = "language"
    """The language of the pages: "en", "es"; "" for the one that the browser asks for."""

    THEME = "theme"
    """How the pages look: "light", "dark", or "auto", as the device does."""

    UNITS = "units"
    """Of lengths: "metric" or "imperial"."""

    FEET = "feet"
    """Which feet are asked about: "left", "right" or "both"."""

    TOOLS = "tools"
    """What is at hand: ids of tools with commas between, "" for nothing but the hands."""

    DAY_BEGINS = "day-begins"
    """The hour at which a day begins, "0" to "23": for whoever works nights, some hour of their sleep."""

    REMIND_AT = "remind-at"
    """When the calendar reminds, as "06:30"; "off" for never."""

    REMIND_AGAIN = "remind-again"
    """Whether the calendar reminds once more, later that day: "on" or "off"."""

    TAPER = "taper"
    """Whether mornings are asked for less and less often: "on" or "off"."""

    ASK_WORST = "ask-worst"
    """Whether Today asks for the worst pain of the last seven days: "on" or "off"."""

    ASK_FUNCTION = "ask-function"
    """Whether Today asks what the heel makes hard: "on" or "off"."""

    ASK_ANKLE = "ask-ankle"
    """Whether Today asks how far the ankle bends: "on" or "off"."""

    ZONE = "zone"
    """The time zone of the reminders by its name, as "Europe/Berlin"; "" where it is not known."""


@dataclass(frozen=True, slots=True)
class Setting:
    """Something was set; of each name the last one counts."""

    name: Name
    value: str


@dataclass(frozen=True, slots=True)
class Taught:
    """A technique of one's own: the text of its file."""

    text: str


@dataclass(frozen=True, slots=True)
class Noted:
    """Something was told by hand, or changed; of each key the last one counts.

    entry
        None takes it back.
    """

    key: UUID
    entry: Entry | None


@dataclass(frozen=True, slots=True)
class AllTold:
    """From this day on nothing of the kind was left out; None takes that back."""

    of: AllOf
    since: date | None


@dataclass(frozen=True, slots=True)
class Seen:
    """The page showed that day's line of this plan."""

    plan: UUID


What = (
    Morning
    | Doing
    | Comparing
    | SafetyAnswer
    | Screened
    | Stopped
    | GoOn
    | SetAside
    | Again
    | Played
    | Skipped
    | Swapped
    | Remembered
    | Worst
    | Function
    | KneeToWall
    | ShinAngle
    | Setting
    | Taught
    | Noted
    | AllTold
    | Seen
)


OfTechnique = Stopped | GoOn | SetAside | Again | Skipped | Swapped | Played
"""What is told of one technique."""


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
