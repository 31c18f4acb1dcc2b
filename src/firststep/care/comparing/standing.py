"""What counts of all that a person told about one foot: the last confirmed wins."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta, tzinfo
from functools import cached_property
from itertools import dropwhile

from firststep.care.comparing.comparison import is_compared
from firststep.care.noting import Notebook, noted
from firststep.care.screening.outcome import Screening, screen
from firststep.care.settings import settings_of
from firststep.knowledge import SafetyQuestion, Technique, every, own_technique
from firststep.records import (
    Again,
    Answer,
    Answers,
    Comparing,
    Day,
    Diary,
    Doing,
    Foot,
    Function,
    GoOn,
    KneeToWall,
    Morning,
    Name,
    Played,
    Remembered,
    SafetyAnswer,
    Screened,
    SetAside,
    Setting,
    ShinAngle,
    Skipped,
    Stopped,
    Swapped,
    Taught,
    Told,
    What,
    Worst,
)
from firststep.trial import OTHER

SCORE = "First-step pain, 0-10"

NOTED = (Stopped, GoOn, SetAside, Skipped, Swapped)


@dataclass(frozen=True)
class Standing:
    """What counts now, for one foot.

    mornings, doings, worsts, functions, knees, shins
        By day, the event that counts.
    comparisons, compared_from
        What was compared, in the order of being told, and from which day; the last one counts.
    safety
        The safety check that counts, in full or in its earlier short form; None before it.
    elsewhere
        What was answered later, for the other foot, to questions about the whole person.
    stops
        What makes a technique rest, or takes it up again, in the order of being told.
    sessions
        The sessions that count, in the order of their beginning; one that was taken back is none.
    noted
        What else was told of a day's technique, in the order of being told: stops, what was put
        off, swapped, put aside or taken up again.
    skips, swaps
        By day: that its draw was put off; the techniques put by for another one, in that order.
    remembered
        A score from memory, before the first morning: noted, and no part of the diary.
    own
        Techniques of the person's own, by id.
    book
        What was told by hand beside the diary, of the whole person.
    zone
        The time zone of the last event; None before the first.
    settings
        What the person set, and what holds where nothing was set.
    tapers
        The last time that they set how often mornings are asked for; None where they never did.
    """

    foot: Foot
    mornings: dict[date, Told]
    doings: dict[date, Told]
    worsts: dict[date, Told]
    functions: dict[date, Told]
    knees: dict[date, Told]
    shins: dict[date, Told]
    comparisons: tuple[Comparing, ...]
    compared_from: tuple[date, ...]
    safety: Told | None
    elsewhere: Answers
    stops: tuple[Told, ...]
    sessions: tuple[Told, ...]
    noted: tuple[Told, ...]
    skips: Mapping[date, Told]
    swaps: Mapping[date, tuple[str, ...]]
    remembered: Told | None
    own: Mapping[str, Technique]
    book: Notebook
    zone: tzinfo | None
    settings: Mapping[Name, str]
    tapers: Told | None

    @cached_property
    def screening(self) -> Screening | None:
        """What follows from the safety check; None before it, and after the short one."""
        if self.safety is None or not isinstance(self.safety.what, Screened):
            return None
        offered = [one for one in self.own.values() if not one.retired]
        return screen({**dict(self.safety.what.answers), **self.elsewhere}, own=offered)

    @property
    def clear(self) -> bool | None:
        """Whether something may be started; None where the safety check was not answered to its end.

        The short check of earlier versions can warn, and clears nothing.
        """
        if self.safety is None:
            return None
        if self.screening is None:
            warned = isinstance(self.safety.what, SafetyAnswer) and not self.safety.what.clear
            return False if warned else None
        return self.screening.may_start if self.screening.outcome else None

    @property
    def comparison(self) -> Comparing | None:
        """What is compared now."""
        return self.comparisons[-1] if self.comparisons else None

    @property
    def techniques(self) -> tuple[str, ...]:
        """Every technique that was ever compared: what is compared now first, then the others."""
        now = self.comparison
        before = [name for told in self.comparisons if is_compared(told) for name in told.techniques]
        return tuple(dict.fromkeys([*(now.techniques if now and is_compared(now) else ()), *before]))

    @property
    def compared(self) -> tuple[str, ...]:
        """The techniques that are compared now."""
        now = self.comparison
        return now.techniques if now and is_compared(now) else ()

    @property
    def days_done(self) -> Mapping[str, int]:
        """{technique: on how many days it was told to have been done}, something else included."""
        did = (event.what.did or () for event in self.doings.values() if isinstance(event.what, Doing))
        return Counter(name for names in did for name in names)

    @property
    def began(self) -> date | None:
        """The first day of the comparison that runs now; None where nothing is compared.

        It runs on as long as a new list shares a technique with the one before, whatever is asked.
        """
        return self._since(lambda one, next_: bool(set(one.techniques) & set(next_.techniques)))

    @property
    def unchanged_from(self) -> date | None:
        """The day from which the same question is asked of the same techniques."""
        return self._since(
            lambda one, next_: one.question is next_.question and set(one.techniques) == set(next_.techniques)
        )

    def _since(self, goes_on: Callable[[Comparing, Comparing], bool]) -> date | None:
        first: tuple[date, Comparing] | None = None
        for on, one in zip(reversed(self.compared_from), reversed(self.comparisons), strict=True):
            if not is_compared(one) or (first and not goes_on(one, first[1])):
                break
            first = on, one
        return first[0] if first else None

    def today(self, now: datetime) -> date:
        """The day where the person is: it begins at the hour that they set."""
        return self._day_of(now.astimezone(self.zone))

    def is_late(self, event: Told) -> bool:
        """Whether something was told on a later day than the one that it is about."""
        return self._day_of(event.happened) > event.on

    def _day_of(self, moment: datetime) -> date:
        return (moment - timedelta(hours=int(self.settings[Name.DAY_BEGINS]))).date()

    def diary(self, until: date | None = None) -> Diary | None:
        """The diary that the days make, and on to `until`; None where no day was told.

        It begins with a score or a doing, where there is one: one that was taken back begins none.
        """
        told = sorted({*self.mornings, *self.doings})
        if not told:
            return None
        told = [*dropwhile(lambda on: self._pain(on) is None and self._did(on) is None, told[:-1]), told[-1]]
        last = max(told[-1], until) if until else told[-1]
        dates = [told[0] + timedelta(days=k) for k in range((last - told[0]).days + 1)]
        days = tuple(Day(on, self._pain(on), self._did(on)) for on in dates)
        return Diary(f"{self.foot} heel", SCORE, "lower", self.techniques, days)

    def _pain(self, on: date) -> float | None:
        morning = self.mornings.get(on)
        return morning.what.pain if morning and isinstance(morning.what, Morning) else None

    def _did(self, on: date) -> frozenset[str] | None:
        """What was done that day; what was never compared is something else."""
        doing = self.doings.get(on)
        if not doing or not isinstance(doing.what, Doing) or doing.what.did is None:
            return None
        return frozenset(name if name in self.techniques else OTHER for name in doing.what.did)


def standing(told: Iterable[Told], foot: Foot) -> Standing:
    """What counts for a foot, from all that was told in the order of being confirmed."""
    told = list(told)
    here = [event for event in told if event.foot is foot]
    own: dict[str, Technique] = {}
    elsewhere: dict[str, Answer] = {}
    for event in told:
        own |= _taught(event)
        if isinstance(event.what, Screened):
            elsewhere = {} if event.foot is foot else elsewhere | _of_body(event.what)
    compared = _of(here, Comparing)
    return Standing(
        foot=foot,
        mornings=_by_day(_of(here, Morning)),
        doings=_by_day(_of(here, Doing)),
        worsts=_by_day(_of(here, Worst)),
        functions=_by_day(_of(here, Function)),
        knees=_by_day(_of(here, KneeToWall)),
        shins=_by_day(_of(here, ShinAngle)),
        comparisons=tuple(event.what for event in compared if isinstance(event.what, Comparing)),
        compared_from=tuple(event.on for event in compared),
        safety=_safety(_of(here, SafetyAnswer, Screened)),
        elsewhere=elsewhere,
        stops=tuple(_of(here, Stopped, GoOn, SetAside, Again)),
        sessions=_sessions(here),
        noted=tuple(_of(here, *NOTED)),
        skips=_skips(_of(here, Skipped, Swapped)),
        swaps=_swaps(_of(here, Swapped)),
        remembered=next(reversed(_of(here, Remembered)), None),
        own=own,
        book=noted(told),
        zone=told[-1].happened.tzinfo if told else None,
        settings=settings_of(told),
        tapers=next((event for event in reversed(told) if _is_set(event, Name.TAPER)), None),
    )


def _of(told: Sequence[Told], *kinds: type[What]) -> list[Told]:
    return [event for event in told if isinstance(event.what, kinds)]


def _is_set(event: Told, name: Name) -> bool:
    return isinstance(event.what, Setting) and event.what.name is name


def _by_day(told: Iterable[Told]) -> dict[date, Told]:
    return {event.on: event for event in told}


def _sessions(told: Iterable[Told]) -> tuple[Told, ...]:
    """Of each technique and beginning the last that was told: a later answer tells all of it again."""
    last: dict[tuple[str, datetime], Told] = {}
    for event in told:
        if isinstance(event.what, Played):
            last[event.what.technique, event.what.began] = event
    in_order = sorted(last, key=lambda key: (key[1], key[0]))
    return tuple(last[key] for key in in_order if _was_played(last[key].what))


def _was_played(what: What) -> bool:
    return isinstance(what, Played) and what.seconds is not None


def _safety(told: Iterable[Told]) -> Told | None:
    """The check that counts: the short one of earlier versions takes no full one's place, unless it warns."""
    counts: Told | None = None
    for event in told:
        what = event.what
        if counts is None or not isinstance(what, SafetyAnswer) or not what.clear:
            counts = event
    return counts


def _skips(told: Iterable[Told]) -> dict[date, Told]:
    """Days that were put off; whoever asks for another one after that does not put it off."""
    return {on: event for on, event in _by_day(told).items() if isinstance(event.what, Skipped)}


def _swaps(told: Iterable[Told]) -> dict[date, tuple[str, ...]]:
    by: dict[date, tuple[str, ...]] = {}
    for event in told:
        if isinstance(event.what, Swapped):
            by[event.on] = (*by.get(event.on, ()), event.what.technique)
    return by


def _taught(event: Told) -> dict[str, Technique]:
    """A technique of one's own, which is for both feet."""
    if not isinstance(event.what, Taught):
        return {}
    mine = own_technique(event.what.text, name=f"event {event.id}")
    return {mine.id: mine}


def _of_body(check: Screened) -> dict[str, Answer]:
    """The answers that hold for both feet."""
    return {id_: answer for id_, answer in check.answers if every(SafetyQuestion)[id_].of_body}
