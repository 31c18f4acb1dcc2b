"""What a person tells by hand: shoes, standing, other events, when the pain began, and other care.

Nothing of it is a score, and nothing of it says what set the pain off.
"""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum


class ShoeKind(StrEnum):
    """What kind of shoe it is, as people would say it."""

    RUNNING = "running"
    WALKING = "walking"
    WORK = "work"
    DRESS = "dress"
    SANDAL = "sandal"
    SLIPPER = "slipper"
    OTHER = "other"


class EventKind(StrEnum):
    """What else may change from one day on."""

    WEIGHT = "weight"
    TRIP = "trip"
    SPORT = "sport"
    SURFACE = "surface"
    BAREFOOT = "barefoot"
    OTHER = "other"


class CareKind(StrEnum):
    """What else was done for the heel, beside what is compared."""

    INSOLES = "insoles"
    TAPING = "taping"
    SPLINT = "night-splint"
    MEDICINE = "medicine"
    INJECTION = "injection"
    VISIT = "visit"
    OTHER = "other"


WEEKDAYS = range(1, 8)
"""Monday to Sunday, as ISO 8601 counts them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shoes:
    """A pair of shoes, from the first day that it was worn to the last; None while it is worn.

    days
        The days of the week on which it is worn, of `WEEKDAYS`; none for any day.
    """

    name: str
    kind: ShoeKind
    since: date
    until: date | None = None
    days: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """Hours a day on one's feet at work or at home, from a day on."""

    hours: float
    since: date
    until: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """Something else that began on a day: a trip, a new sport, another weight, another floor.

    says
        What it was, in the person's words; it may be empty.
    """

    kind: EventKind
    since: date
    until: date | None = None
    says: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Onset:
    """The first morning of the pain, or of a flare.

    within
        It may have been so many days earlier or later; 0 where the day is known.
    flare
        Whether the pain was there before, and became clearly worse.
    """

    on: date
    within: int = 0
    flare: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class OtherCare:
    """Other care of a heel, with its dates; an injection or a visit has one day.

    says
        What it was, in the person's words; it may be empty.
    """

    kind: CareKind
    since: date
    until: date | None = None
    says: str = ""


Entry = Shoes | Standing | Event | Onset | OtherCare
"""One thing that was told by hand."""


class AllOf(StrEnum):
    """What a person may say that they told all of."""

    SHOES = "shoes"
    STANDING = "standing"
    EVENTS = "events"


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """All that was told by hand of the time before.

    all_shoes_since, all_standing_since, all_events_since
        From this day on nothing of the kind was left out, says the person. None where that was
        not said: people remember what was new before the pain, and not what was new before that.
    """

    onsets: tuple[Onset, ...] = field(default=())
    shoes: tuple[Shoes, ...] = field(default=())
    standing: tuple[Standing, ...] = field(default=())
    events: tuple[Event, ...] = field(default=())
    all_shoes_since: date | None = None
    all_standing_since: date | None = None
    all_events_since: date | None = None
