"""How much a person was on their feet: days as a file tells them, one row for what one source says.

None is "this source does not say", 0 is "it says none". Nothing here is added up across sources;
`care.load` joins them by a stated rule.
"""

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

LONGEST_SOURCE, LONGEST_PART, LONGEST_SHOE = 80, 40, 60  # signs
MOST_HARD = 48  # sessions in a day

EARLIEST, LATEST = date(1990, 1, 1), date(2100, 1, 1)
MOST_STEPS = 200_000  # in a day; the records for 24 hours lie near it
MOST_METRES = 400_000.0
MOST_SECONDS = 25 * 60 * 60.0  # a day has 25 hours when the clock goes back

HARD_RUN_S = 60 * 60.0
HARD_WALK_S = 3 * 60 * 60.0
HARD_LEAPING_S = 20 * 60.0


class Kind(StrEnum):
    """What a session was, as far as it matters to a heel."""

    WALK = "walk"
    """Walking and hiking."""
    RUN = "run"
    LEAPING = "leaping"
    """Jumps, sprints and stairs: ball games, racket games, rope, steps, interval training, dancing."""
    OTHER = "other"
    """Whatever carries the weight elsewhere: cycling, swimming, rowing, strength."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ActiveDay:
    """What one source says of one day, or of one session of it.

    on
        The day where the person was; a session belongs to the day on which it began.
    source
        The app or device, as its file names it: "apple-health: Anna's Watch".
    part
        Empty where the row is the source's whole day. Where it is a single session, what tells
        it from another: when it began. Sessions of one source are added up, and no session twice.
    shoe
        The pair that was worn in the session, as the file names it; empty where it names none.
    hard
        How many hard sessions: a run of an hour or more, a walk of three hours or more, 20 minutes
        or more of jumps, sprints or stairs. The lines are ours; no study drew them.
    """

    on: date
    source: str
    part: str = ""
    steps: int | None = None
    walked_m: float | None = None
    walked_s: float | None = None
    ran_m: float | None = None
    ran_s: float | None = None
    longest_run_m: float | None = None
    hard: int = 0
    shoe: str = ""


def is_hard(kind: Kind, seconds: float | None) -> bool:
    """Whether a session of this kind and length counts as hard; see `ActiveDay.hard`."""
    if seconds is None:
        return False
    least = {Kind.RUN: HARD_RUN_S, Kind.WALK: HARD_WALK_S, Kind.LEAPING: HARD_LEAPING_S}.get(kind)
    return least is not None and seconds >= least


@dataclass(frozen=True, slots=True, kw_only=True)
class Session:
    """One session as a file tells it: how far in metres, how long in seconds; None is not told.

    shoe
        The pair that was worn, as the file names it.
    """

    kind: Kind
    metres: float | None
    seconds: float | None
    shoe: str = ""


def of_session(session: Session, *, on: date, source: str, part: str) -> ActiveDay:
    """The row of a single session; `part` tells it from the others of its source."""
    hard = int(is_hard(session.kind, session.seconds))
    day = ActiveDay(on=on, source=source, part=part, hard=hard, shoe=session.shoe)
    far, long = session.metres, session.seconds
    if session.kind is Kind.RUN:
        return replace(day, ran_m=far, ran_s=long, longest_run_m=far)
    if session.kind is Kind.WALK:
        return replace(day, walked_m=far, walked_s=long)
    return day


def is_possible(day: ActiveDay) -> bool:
    """Whether somebody could have lived this: a date of our time, amounts that a day can hold."""
    metres = (day.walked_m, day.ran_m, day.longest_run_m)
    seconds = (day.walked_s, day.ran_s)
    return (
        EARLIEST <= day.on < LATEST
        and 0 <= day.hard <= MOST_HARD
        and (day.steps is None or 0 <= day.steps <= MOST_STEPS)
        and all(value is None or 0 <= value <= MOST_METRES for value in metres)
        and all(value is None or 0 <= value <= MOST_SECONDS for value in seconds)
    )
