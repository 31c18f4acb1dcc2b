"""Which techniques rest just now, whatever the engine thinks of them.

A stop during a session rests the technique at once, and so do two clearly worse mornings
after it. The safety check leaves out what it bars. A person may put a technique aside, or find
it unpleasant, and takes it up again.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from firststep.care.comparing.scores import MORNINGS, USUAL_OVER, are_clearly_worse, scores
from firststep.care.comparing.standing import Standing
from firststep.knowledge import SafetyQuestion, technique
from firststep.records import Again, Doing, GoOn, SetAside, Stopped, Told, What, Why

ABOUT = Stopped | GoOn | SetAside | Again
"""What is told of a technique as a whole."""

WITHIN = timedelta(days=7)
"""How far back a worse morning counts."""


class Cause(StrEnum):
    """Why a technique rests."""

    STOPPED = "stopped"
    ASIDE = "aside"
    """The person put it aside; nobody asks why."""

    UNPLEASANT = "unpleasant"
    """They would not do it again."""

    WORSE = "worse"
    CHECK = "check"


@dataclass(frozen=True, slots=True)
class Resting:
    """A technique that is left out for now.

    on
        The day from which it rests: of the stop, of the wish, or of the second worse morning; None
        for the safety check.
    """

    technique: str
    cause: Cause
    on: date | None = None
    why: Why | None = None
    question: SafetyQuestion | None = None


def resting(standing: Standing, today: date) -> dict[str, Resting]:
    """The techniques of the comparison that rest today, by id."""
    comparing = standing.comparison
    found: dict[str, Resting] = {}
    for id_ in comparing.techniques if comparing else ():
        rest = _until_taken_up(standing, id_) or _by_mornings(standing, id_, today)
        if rest:
            found[id_] = rest
    return found


def resting_besides(standing: Standing) -> dict[str, Resting]:
    """What rests and is not compared: stopped while it was tried, put aside or found unpleasant, by id."""
    comparing = standing.comparison
    compared = comparing.techniques if comparing else ()
    told = {event.what.technique for event in standing.stops if isinstance(event.what, ABOUT)}
    found = {id_: _by_stop(standing, id_) or _by_wish(standing, id_) for id_ in sorted(told - set(compared))}
    return {id_: rest for id_, rest in found.items() if rest}


def left_out(standing: Standing) -> frozenset[str]:
    """The techniques whose days are compared no longer: for good, until the person takes one up again.

    One that rests after two worse mornings is still among them: else what looks bad for a while would
    drop out of the answer, and come back.
    """
    return frozenset(name for name in standing.compared if _until_taken_up(standing, name))


def _until_taken_up(standing: Standing, id_: str) -> Resting | None:
    return _by_check(standing, id_) or _by_stop(standing, id_) or _by_wish(standing, id_)


def _by_check(standing: Standing, id_: str) -> Resting | None:
    bars = standing.screening.bars(technique(id_, standing.own)) if standing.screening else ()
    return Resting(id_, Cause.CHECK, question=bars[0]) if bars else None


def _by_stop(standing: Standing, id_: str) -> Resting | None:
    last = _last(standing, id_, Stopped, GoOn)
    if last and isinstance(last.what, Stopped):
        return Resting(id_, Cause.STOPPED, last.on, last.what.why)
    return None


def _by_wish(standing: Standing, id_: str) -> Resting | None:
    """Put aside, or found unpleasant. Of two answers to "would you do it again", the last counts."""
    last = _last(standing, id_, SetAside, GoOn)
    if last and isinstance(last.what, SetAside):
        return Resting(id_, Cause.ASIDE, last.on)
    last = _last(standing, id_, Again, GoOn)
    if last and isinstance(last.what, Again) and not last.what.again:
        return Resting(id_, Cause.UNPLEASANT, last.on)
    return None


def _last(standing: Standing, id_: str, *kinds: type[What]) -> Told | None:
    """The last of these events about a technique."""
    told = (event for event in reversed(standing.stops) if isinstance(event.what, kinds))
    return next((event for event in told if _about(event.what, id_)), None)


def _about(what: object, id_: str) -> bool:
    return isinstance(what, ABOUT) and what.technique == id_


def _by_mornings(standing: Standing, id_: str, today: date) -> Resting | None:
    """The last two mornings after the technique, both clearly worse than the fortnight before.

    In a row, or two days apart where it is done every second day.

    Worse by 2 points than its middle score, and worse than any of its scores: mornings vary by
    themselves, and docs/explanation/resting.md says how often this happens by chance.
    """
    taken_up = [
        event.on for event in standing.stops if isinstance(event.what, GoOn) and _about(event.what, id_)
    ]
    since = max([today - WITHIN, *(on + timedelta(days=1) for on in taken_up)])
    scored = scores(standing)
    after = [on for on in scored if since <= on <= today and id_ in _did(standing, on - timedelta(days=1))]
    if len(after) < MORNINGS:
        return None
    first, second = after[-MORNINGS:]
    if (second - first).days > technique(id_, standing.own).dose.every_days:
        return None
    usual = [pain for on, pain in scored.items() if first - timedelta(days=USUAL_OVER) <= on < first]
    if not are_clearly_worse([scored[first], scored[second]], usual):
        return None
    return Resting(id_, Cause.WORSE, second)


def _did(standing: Standing, on: date) -> frozenset[str]:
    event = standing.doings.get(on)
    return (event.what.did or frozenset()) if event and isinstance(event.what, Doing) else frozenset()
