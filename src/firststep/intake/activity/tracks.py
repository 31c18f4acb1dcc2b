"""What recorded tracks have in common: moments in UTC, ways over the ground, kinds of sport."""

import math
from datetime import UTC, date, datetime, tzinfo

from firststep.records.activity import EARLIEST, LATEST, Kind

EARTH = 6_371_008.8  # metres, its mean radius
TOO_FAST = 12.5  # metres a second; no runner keeps it up, so it is a jump of the receiver or a vehicle
FASTEST_WALK, FASTEST_RUN = 2.1, 5.6  # metres a second on average: 7.6 and 20 km an hour
WORDS = (
    (Kind.RUN, ("run", "jog", "treadmill")),
    (Kind.WALK, ("walk", "hik", "trek", "stroll")),
    (Kind.LEAPING, ("soccer", "football", "basketball", "tennis", "badminton", "squash", "volley", "stair")),
    (Kind.LEAPING, ("hiit", "interval", "danc", "handball", "rugby", "hockey", "jump", "rope")),
)
OTHERS = ("other", "cycl", "bik", "ride", "swim", "row", "ski", "driv", "car", "paddl", "sail", "strength")
STRAVA_NUMBERS = {"9": Kind.RUN, "10": Kind.WALK, "4": Kind.WALK}
"""Strava once wrote a number into <type>: 9 a run, 10 a walk, 4 a hike."""


def kind_of(word: str | None) -> Kind | None:
    """The kind of session that a word of a file means; None where there is none that is known."""
    folded = (word or "").strip().casefold()
    if folded in STRAVA_NUMBERS:
        return STRAVA_NUMBERS[folded]
    words = (*WORDS, (Kind.OTHER, OTHERS))
    return next((kind for kind, parts in words if any(part in folded for part in parts)), None)


def kind_by_pace(metres: float, seconds: float) -> Kind:
    """What a track whose sport nobody said was, by its pace. The lines are ours."""
    if not seconds or metres / seconds > FASTEST_RUN:
        return Kind.OTHER
    return Kind.RUN if metres / seconds > FASTEST_WALK else Kind.WALK


def moment_of(text: str) -> tuple[datetime, bool] | None:
    """A moment, and whether the file itself says in which zone it was; None where it is none."""
    try:
        said = datetime.fromisoformat(text)
    except ValueError:
        return None
    if not EARLIEST <= said.date() < LATEST:
        return None
    zoned = said.tzinfo is not None and not text.endswith(("Z", "z"))
    return (said if said.tzinfo else said.replace(tzinfo=UTC)), zoned


def day_of(moment: datetime, zone: tzinfo) -> date:
    """The day of a moment where the person was."""
    return moment.astimezone(zone).date()


def part_of(began: datetime) -> str:
    """What tells a session from the others of its source: when it began, to the second."""
    return began.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def metres_between(here: tuple[float, float], there: tuple[float, float]) -> float:
    """The way between two places in degrees, over the ground (haversine)."""
    up, along = math.radians(there[0] - here[0]), math.radians(there[1] - here[1])
    inner = math.sin(up / 2) ** 2 + math.cos(math.radians(here[0])) * math.cos(math.radians(there[0])) * (
        math.sin(along / 2) ** 2
    )
    return 2 * EARTH * math.asin(min(1.0, math.sqrt(inner)))


def place_of(latitude: str | None, longitude: str | None) -> tuple[float, float] | None:
    """A place, or None where there is none."""
    try:
        place = float(latitude or ""), float(longitude or "")
    except ValueError:
        return None
    return place if abs(place[0]) <= 90 and abs(place[1]) <= 180 else None  # noqa: PLR2004 - degrees


def number_of(text: str) -> float | None:
    """An amount of nothing or more, or None."""
    try:
        number = float(text)
    except ValueError:
        return None
    return number if 0 <= number < math.inf else None
