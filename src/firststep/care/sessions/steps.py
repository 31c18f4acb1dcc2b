"""What a session is made of: one script for the browser, the terminal and the hand-out."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from firststep.care.sessions.pictures import Picture


class Feet(StrEnum):
    """Which side a session or a step is for."""

    LEFT = "left"
    RIGHT = "right"
    BOTH = "both"


class Kind(StrEnum):
    """What sort of step it is."""

    READY = "ready"
    """Getting ready: what is needed, and how to sit."""

    COUNT = "count"
    """The few seconds before it begins."""

    STROKE = "stroke"
    HOLD = "hold"
    MOVE = "move"
    REST = "rest"
    BREATHE = "breathe"
    TIME = "time"
    """A minute of the plain timer."""

    MEASURE = "measure"
    """Something is measured. It waits for its number."""

    SWITCH = "switch"
    """Over to the other side."""

    FEEL = "feel"
    """Feeling the foot again, before it has to carry."""

    DRY = "dry"
    AWAY = "away"
    """What rolls goes where nobody steps on it."""

    DONE = "done"
    """Standing up: the last step of every session."""


OPENING = frozenset({Kind.READY, Kind.COUNT})
CLOSING = frozenset({Kind.FEEL, Kind.DRY, Kind.AWAY, Kind.DONE})


@dataclass(frozen=True, slots=True, kw_only=True)
class Path:
    """Where a tool or a thumb goes, on the map of the side of its step.

    path
        Points (x, y) in hundredths of the map's width and height, already mirrored for a left foot.
    back
        Whether it goes back the same way.
    spots
        Whether its points are places to stay on, rather than a way.
    stops
        The points that a still picture numbers, in order.
    says
        The same in words.
    """

    stroke: str
    map: str
    path: tuple[tuple[int, int], ...]
    back: bool
    spots: bool
    stops: tuple[tuple[int, int], ...]
    says: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One step of a session.

    seconds
        How long it lasts. 0 has no clock: it waits until the person goes on.
    side
        The side that it is for; both where it is for neither more than the other.
    what
        What to do, to be read as long as the step lasts.
    say
        What is spoken as it begins, at most 140 signs; empty where a soft mark is enough.
    cue
        What the foot does meanwhile.
    notes
        What else there is to read, with time.
    where
        The path that it follows, or on which its place lies.
    pace_seconds
        The seconds that once along the path takes, and back where it goes back.
    number, times
        The second of ten is (2, 10). A rest between two of them counts as the one to come.
    skippable
        Whether `skip` may leave it out: all but feeling the foot again after cold.
    shows
        What its picture shows; None where it needs none.
    """

    kind: Kind
    seconds: int
    side: Feet
    title: str
    what: str
    say: str
    cue: str | None = None
    notes: tuple[str, ...] = ()
    where: Path | None = None
    pace_seconds: int | None = None
    number: int = 1
    times: int = 1
    skippable: bool = True
    shows: Picture | None = None

    @property
    def waits(self) -> bool:
        """Whether it has no clock, and waits for the person."""
        return self.seconds == 0

    @property
    def rounds(self) -> int | None:
        """How often the path is followed in its time; None where it has no pace."""
        return None if self.pace_seconds is None else max(self.seconds // self.pace_seconds, 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Session:
    """A technique, the plain timer or a measurement, laid out in time.

    technique, version
        The id and version of what is done; "timer" for the plain timer, and of a measurement the
        id of the measure.
    posture
        How the body is held: seated, floor, lying or standing.
    apart_minutes, cold
        Minutes that have to pass between two sessions; whether what is used comes from the freezer.
    ceiling
        The highest pain while it is done, 0 to 10.
    how_hard, stop
        The same in words, and everything to stop for.
    """

    technique: str
    version: int
    name: str
    feet: Feet
    posture: str
    ceiling: int
    apart_minutes: int
    cold: bool
    how_hard: str
    stop: tuple[str, ...]
    steps: tuple[Step, ...]

    @property
    def seconds(self) -> int:
        """The seconds of all steps together; those that wait for the person have none."""
        return sum(step.seconds for step in self.steps)

    @property
    def opening(self) -> tuple[Step, ...]:
        """Getting ready."""
        return tuple(step for step in self.steps if step.kind in OPENING)

    @property
    def work(self) -> tuple[Step, ...]:
        """What comes between getting ready and standing up."""
        return tuple(step for step in self.steps if step.kind not in OPENING | CLOSING)

    @property
    def closing(self) -> tuple[Step, ...]:
        """What makes standing up safe."""
        return tuple(step for step in self.steps if step.kind in CLOSING)


def as_plain(session: Session) -> dict[str, Any]:
    """A session, ready for JSON. Players keep to this and add nothing to it.

        technique     id, or "timer", or the id of a measure
        version       whole number
        name          what it is called in the middle of a sentence
        feet          "left", "right" or "both"
        posture       "seated", "floor", "lying" or "standing"
        seconds       total of all steps: exactly the sum of their seconds
        apart_minutes  minutes that have to pass between two sessions
        cold          true: what is used comes from the freezer, and two such sessions count together
        ceiling       the highest pain while it is done, 0 to 10
        how_hard      the same in one sentence
        stop          [what to stop for, ...]; shown all through
        steps         [step, ...] in the order of being done

    A step, with every key in each:

        kind          ready, count, stroke, hold, move, rest, breathe, time, measure, switch, feel, dry, away,
                      done; measure waits for a number, which the player asks for
        seconds       whole number; 0 where it waits
        waits         true: it has no clock, the person goes on by a key or a button
        side          "left", "right" or "both"
        title         a few words
        what          what to do, to be read
        say           what to speak as it begins, at most 140 signs; "" is a soft mark without words
        cue           what the foot does meanwhile, or null
        notes         [more to read, ...]
        where         null, or {stroke, map, path, back, spots, stops, says}: `map` is the id of a map; `path`
                      is [[x, y], ...] in hundredths of it, drawn for `side` (mirrored for "left");
                      with `spots` its points are places to stay on; a still picture numbers `stops`
        pace_seconds  seconds for once along the path (there and back where `back`), or null
        rounds        how often the path is followed in the time of the step, or null
        number, times the second of ten is 2 and 10; 1 and 1 where it is done once
        skippable     false: "next" does not leave it out before its time is up
        shows         null, or {body, foot, moves, tool}: what the picture of it shows; all but `body`
                      may be null
    """
    return {
        "technique": session.technique,
        "version": session.version,
        "name": session.name,
        "feet": str(session.feet),
        "posture": session.posture,
        "seconds": session.seconds,
        "ceiling": session.ceiling,
        "apart_minutes": session.apart_minutes,
        "cold": session.cold,
        "how_hard": session.how_hard,
        "stop": list(session.stop),
        "steps": [_step_as_plain(step) for step in session.steps],
    }


def _step_as_plain(step: Step) -> dict[str, Any]:
    return {
        "kind": str(step.kind),
        "seconds": step.seconds,
        "waits": step.waits,
        "side": str(step.side),
        "title": step.title,
        "what": step.what,
        "say": step.say,
        "cue": step.cue,
        "notes": list(step.notes),
        "where": _path_as_plain(step.where) if step.where else None,
        "pace_seconds": step.pace_seconds,
        "rounds": step.rounds,
        "number": step.number,
        "times": step.times,
        "skippable": step.skippable,
        "shows": _picture_as_plain(step.shows) if step.shows else None,
    }


def _path_as_plain(where: Path) -> dict[str, Any]:
    return {
        "stroke": where.stroke,
        "map": where.map,
        "path": [list(point) for point in where.path],
        "back": where.back,
        "spots": where.spots,
        "stops": [list(point) for point in where.stops],
        "says": where.says,
    }


def _picture_as_plain(shows: Picture) -> dict[str, Any]:
    return {
        "body": str(shows.body),
        "foot": str(shows.foot) if shows.foot else None,
        "moves": shows.moves,
        "tool": shows.tool,
    }
