"""Sessions ("workouts") of an Apple Health export, in their old and their new form.

Watch and phone, or an app beside them, may both write down one run. Of sessions of one kind that
share more than half of the shorter one's time, the one with the longest way counts, or with the
longest time where no way is told.
"""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta, tzinfo

from firststep.intake.activity.apple.stamps import LENGTH, moment
from firststep.intake.activity.found import Skips, shown
from firststep.knowledge.said import said
from firststep.records.activity import EARLIEST, LATEST, MOST_METRES, MOST_SECONDS, Kind, Session

MOST_A_DAY = 50
MOST = 200_000
METRES = {"km": 1000.0, "m": 1.0, "mi": 1609.344, "ft": 0.3048, "yd": 0.9144, "cm": 0.01}
SECONDS = {"min": 60.0, "s": 1.0, "hr": 3600.0, "ms": 0.001}
DISTANCE = "HKQuantityTypeIdentifierDistanceWalkingRunning"
NO_DATE = said("no_date_told")
PREFIX = "HKWorkoutActivityType"
KINDS = {
    "Running": Kind.RUN,
    "Walking": Kind.WALK,
    "Hiking": Kind.WALK,
} | dict.fromkeys(
    (
        *("AmericanFootball", "AustralianFootball", "Badminton", "Basketball", "Boxing", "CardioDance"),
        *("CrossTraining", "Dance", "DanceInspiredTraining", "Fencing", "Gymnastics", "Handball"),
        *("HighIntensityIntervalTraining", "Hockey", "JumpRope", "Kickboxing", "Lacrosse", "MartialArts"),
        *("Racquetball", "Rugby", "SocialDance", "Soccer", "Softball", "Squash", "StairClimbing", "Stairs"),
        *("StairStepper", "StepTraining", "TableTennis", "Tennis", "TrackAndField", "Volleyball"),
    ),
    Kind.LEAPING,
)


@dataclass(frozen=True, slots=True)
class Workout:
    """A session with its time."""

    start: datetime
    end: datetime
    session: Session

    def shares(self, other: "Workout") -> bool:
        """Whether both have more than half of the shorter one's time in common."""
        common = min(self.end, other.end) - max(self.start, other.start)
        shorter = min(self.end - self.start, other.end - other.start)
        return common > shorter / 2 or (self.start, self.end) == (other.start, other.end)


@dataclass(slots=True)
class Sessions:
    """Gathers the sessions of an export."""

    skips: Skips
    _told: list[Workout] = field(default_factory=list)

    def add(self, element: Mapping[str, str], statistics: Mapping[str, Mapping[str, str]]) -> None:
        """Take down a session: its own attributes, and those of its statistics by their type."""
        where = said("at_session", at=shown(element.get("startDate", ""), LENGTH) or NO_DATE)
        start, end = moment(element.get("startDate", "")), moment(element.get("endDate", ""))
        if start is None or end is None or end < start or not EARLIEST <= start.date() < LATEST:
            self.skips.add(where, said("no_dates"))
            return
        if len(self._told) >= MOST:
            self.skips.add(where, said("too_many_sessions"))
            return
        seconds = _amount(element, "duration", "durationUnit", SECONDS)
        if seconds is None:
            seconds = (end - start).total_seconds()
        metres = _distance(element, statistics)
        if seconds > MOST_SECONDS or (metres or 0.0) > MOST_METRES:
            self.skips.add(where, said("impossible"))
            return
        kind = KINDS.get(element.get("workoutActivityType", "").removeprefix(PREFIX), Kind.OTHER)
        self._told.append(Workout(start, end, Session(kind=kind, metres=metres, seconds=seconds)))

    def days(self, zone: tzinfo | None) -> dict[date, list[Session]]:
        """The sessions of each day, none twice; days of `zone`, or by their own offsets where it is None."""
        by_day: dict[date, list[Workout]] = defaultdict(list)
        for workout in sorted(self._told, key=_rank, reverse=True):
            on = (workout.start.astimezone(zone) if zone else workout.start).date()
            near = (
                *by_day.get(on - timedelta(days=1), ()),
                *by_day[on],
                *by_day.get(on + timedelta(days=1), ()),
            )
            if any(workout.session.kind is other.session.kind and workout.shares(other) for other in near):
                continue
            if len(by_day[on]) >= MOST_A_DAY:
                self.skips.add(said("at_sessions", at=on.isoformat()), said("too_many_a_day"))
                continue
            by_day[on].append(workout)
        return {on: [workout.session for workout in told] for on, told in by_day.items() if told}


def _rank(workout: Workout) -> tuple[float, float, datetime, datetime]:
    session = workout.session
    return session.metres or 0.0, session.seconds or 0.0, workout.start, workout.end


def _distance(element: Mapping[str, str], statistics: Mapping[str, Mapping[str, str]]) -> float | None:
    """The way: from the statistics, the newer form; else from the session itself."""
    if DISTANCE in statistics:
        metres = _amount(statistics[DISTANCE], "sum", "unit", METRES)
        if metres is not None:
            return metres
    return _amount(element, "totalDistance", "totalDistanceUnit", METRES)


def _amount(element: Mapping[str, str], name: str, unit: str, units: Mapping[str, float]) -> float | None:
    try:
        amount = float(element[name]) * units[element[unit]]
    except (KeyError, ValueError):
        return None
    return amount if 0 <= amount < float("inf") else None
