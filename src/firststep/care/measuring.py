"""The measures that Today asks for now and then: when, and what changed since the first time.

They come after the mornings: a first visit is not loaded with them, no day asks for more
than one, and each can be switched off.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from firststep.care.comparing.standing import Standing
from firststep.care.measures import Change, change, score
from firststep.knowledge import Measure, one
from firststep.records import Function, Morning, Name, Told, Worst

WORST, FUNCTION = "worst", "function"
"""What each is called in a document; `MEASURES` has the files of knowledge behind them."""

MEASURES: Mapping[str, str] = {WORST: "worst-pain", FUNCTION: "function"}

SWITCHES: Mapping[str, Name] = {WORST: Name.ASK_WORST, FUNCTION: Name.ASK_FUNCTION}

MORNINGS_BEFORE = 2
"""Mornings with a score on earlier days before anything else is asked: it comes on the third day
at the earliest (our own choice)."""


@dataclass(frozen=True, slots=True)
class Taken:
    """A measure, taken on a day.

    answers
        (what it is about, the answer); what the worst pain is about has no name.
    """

    on: date
    answers: tuple[tuple[str, int], ...]

    @property
    def things(self) -> frozenset[str]:
        """What was asked about, however it was typed."""
        return frozenset(thing.casefold() for thing, _ in self.answers)


@dataclass(frozen=True, slots=True)
class Since:
    """What changed from an earlier day to the last one."""

    on: date
    change: Change


def measure_of(name: str) -> Measure:
    """The file of knowledge behind a name."""
    return one(Measure, MEASURES[name])


def taken(now: Standing, name: str) -> tuple[Taken, ...]:
    """Every time that a measure was taken and not taken back, oldest first."""
    events = now.worsts if name == WORST else now.functions
    found = (Taken(on, _answers(events[on])) for on in sorted(events))
    return tuple(one_time for one_time in found if one_time.answers)


def _answers(event: Told) -> tuple[tuple[str, int], ...]:
    match event.what:
        case Worst(int(pain)):
            return (("", pain),)
        case Function(answers):
            return answers
    return ()


def scored(name: str, time: Taken) -> float:
    """What the answers of one time add up to."""
    return score(measure_of(name), [answer for _, answer in time.answers])


def due(now: Standing, today: date) -> tuple[str, ...]:
    """The measures that may be asked for today, the first to be asked first.

    None before the third morning, and none on a day on which one was taken already.
    """
    before = sum(_has_score(event) for on, event in now.mornings.items() if on < today)
    times = {name: taken(now, name) for name in MEASURES}
    if before < MORNINGS_BEFORE or any(time.on == today for all_ in times.values() for time in all_):
        return ()
    asked = (name for name in MEASURES if now.settings[SWITCHES[name]] == "on")
    return tuple(name for name in asked if _is_due(name, times[name], today))


def _has_score(event: Told) -> bool:
    return isinstance(event.what, Morning) and event.what.pain is not None


def _is_due(name: str, times: Iterable[Taken], today: date) -> bool:
    days = [(today - time.on).days for time in times]
    return not days or min(days) >= measure_of(name).every_days


def since_first(name: str, times: tuple[Taken, ...]) -> Since | None:
    """What changed since the first time; None where there is no earlier time to compare with.

    Other things that are hard are another measure: the first time that asked about the same counts.
    """
    if not times:
        return None
    last = times[-1]
    first = next(time for time in times if time.things == last.things)
    if first is last:
        return None
    return Since(first.on, change(measure_of(name), scored(name, first), scored(name, last)))
