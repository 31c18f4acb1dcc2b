"""The measures that Today asks for now and then: when, and what changed since the first time.

They come after the mornings: a first visit is not loaded with them, no day asks for more
than one, and each can be switched off. Two of them say how far the ankle bends, in two ways
of which one is enough; both need a lunge, which the safety check may bar.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from firststep.care.comparing.asking_again import paused
from firststep.care.comparing.standing import Standing
from firststep.care.measures import Change, change, score
from firststep.knowledge import Measure, SafetyQuestion, one
from firststep.records import Function, KneeToWall, Morning, Name, ShinAngle, Told, Worst

WORST, FUNCTION, KNEE, SHIN = "worst", "function", "knee-to-wall", "shin-angle"
"""What each is called in a document; `MEASURES` has the files of knowledge behind them."""

MEASURES: Mapping[str, str] = {WORST: "worst-pain", FUNCTION: "function", KNEE: KNEE, SHIN: SHIN}

ANKLE = (KNEE, SHIN)
"""The two ways to see how far the ankle bends: what Today asks for first comes first."""

SWITCHES: Mapping[str, Name] = {
    WORST: Name.ASK_WORST,
    FUNCTION: Name.ASK_FUNCTION,
    KNEE: Name.ASK_ANKLE,
    SHIN: Name.ASK_ANKLE,
}

LUNGE, LUNGE_NOT_WITH = ("standing", "load", "stretch-calf"), ("back-of-heel",)
"""What a lunge at a wall does to the leg, in the traits of techniques, and what it must not be done
with, as for every calf stretch of ours (our own caution)."""

MORNINGS_BEFORE = 2
"""Mornings with a score on earlier days before anything else is asked: it comes on the third day
at the earliest (our own choice)."""


@dataclass(frozen=True, slots=True)
class Taken:
    """A measure, taken on a day.

    answers
        (what it is about, the answer). What the worst pain is about has no name; a lean of the
        shin is named by what it was read from.
    """

    on: date
    answers: tuple[tuple[str, float], ...]

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
    events = {WORST: now.worsts, FUNCTION: now.functions, KNEE: now.knees, SHIN: now.shins}[name]
    found = (Taken(on, _answers(events[on])) for on in sorted(events))
    return tuple(one_time for one_time in found if one_time.answers)


def _answers(event: Told) -> tuple[tuple[str, float], ...]:
    match event.what:
        case Worst(int(pain)):
            return (("", pain),)
        case Function(things):
            return things
        case KneeToWall(lengths):
            return tuple(("", length) for length in lengths)
        case ShinAngle(angles, by):
            return tuple((str(by), angle) for angle in angles)
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
    asked = (name for name in (WORST, FUNCTION) if now.settings[SWITCHES[name]] == "on")
    return (*(name for name in asked if _is_due(name, times[name], today)), *_ankle_due(now, times, today))


def _ankle_due(now: Standing, times: Mapping[str, tuple[Taken, ...]], today: date) -> tuple[str, ...]:
    """One way to see how far the ankle bends, where it is time and a lunge may be done.

    The one that was taken last: nobody has to do both.
    """
    taken_last = max(ANKLE, key=lambda name: (times[name][-1].on if times[name] else date.min, name == KNEE))
    both = [time for name in ANKLE for time in times[name]]
    is_asked = now.settings[Name.ASK_ANKLE] == "on" and may_lunge(now, today)
    return (taken_last,) if is_asked and _is_due(taken_last, both, today) else ()


def may_lunge(now: Standing, today: date) -> bool:
    """Whether the safety check lets a person stand in a lunge: as it lets them do a technique."""
    return bool(now.clear) and paused(now, today) is None and not lunge_barred(now)


def lunge_barred(now: Standing) -> tuple[SafetyQuestion, ...]:
    """The questions of the safety check that rule a lunge out; none before the check."""
    return now.screening.bars_what(LUNGE, LUNGE_NOT_WITH) if now.screening else ()


def _has_score(event: Told) -> bool:
    return isinstance(event.what, Morning) and event.what.pain is not None


def _is_due(name: str, times: Iterable[Taken], today: date) -> bool:
    days = [(today - time.on).days for time in times]
    return not days or min(days) >= measure_of(name).every_days


def since_first(name: str, times: tuple[Taken, ...], *, imperial: bool = False) -> Since | None:
    """What changed since the first time; None where there is no earlier time to compare with.

    Other things that are hard are another measure, and so is a lean that was read from something
    else: the first time that asked about the same counts.

    imperial
        Whether its words give lengths in inches.
    """
    if not times:
        return None
    last = times[-1]
    first = next(time for time in times if time.things == last.things)
    if first is last:
        return None
    before, after = scored(name, first), scored(name, last)
    return Since(first.on, change(measure_of(name), before, after, imperial=imperial))
