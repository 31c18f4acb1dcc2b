"""What counts of all that a person told about one foot: the last confirmed wins."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta, tzinfo
from functools import cached_property
from itertools import dropwhile

from firststep.care.comparing.comparison import is_compared
from firststep.care.screening.outcome import Screening, screen
from firststep.care.settings import settings_of
from firststep.knowledge import SafetyQuestion, Technique, every, own_technique
from firststep.records import (
    Answer,
    Answers,
    Comparing,
    Day,
    Diary,
    Doing,
    Foot,
    GoOn,
    Morning,
    Name,
    SafetyAnswer,
    Screened,
    Stopped,
    Taught,
    Told,
)
from firststep.trial import OTHER

SCORE = "First-step pain, 0-10"


@dataclass(frozen=True)
class Standing:
    """What counts now, for one foot.

    mornings, doings
        By day, the event that counts.
    comparisons
        What was compared, in the order of being told; the last one counts.
    safety
        The safety check that counts, in full or in its earlier short form; None before it.
    elsewhere
        What was answered later, for the other foot, to questions about the whole person.
    stops
        Stops during a session, and techniques taken up again, in the order of being told.
    own
        Techniques of the person's own, by id.
    zone
        The time zone of the last event; None before the first.
    settings
        What the person set, and what holds where nothing was set.
    """

    foot: Foot
    mornings: dict[date, Told]
    doings: dict[date, Told]
    comparisons: tuple[Comparing, ...]
    safety: Told | None
    elsewhere: Answers
    stops: tuple[Told, ...]
    own: Mapping[str, Technique]
    zone: tzinfo | None
    settings: Mapping[Name, str]

    @cached_property
    def screening(self) -> Screening | None:
        """What follows from the safety check; None before it, and after the short one."""
        if self.safety is None or not isinstance(self.safety.what, Screened):
            return None
        return screen({**dict(self.safety.what.answers), **self.elsewhere}, own=self.own.values())

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
    mornings: dict[date, Told] = {}
    doings: dict[date, Told] = {}
    comparisons: list[Comparing] = []
    stops: list[Told] = []
    own: dict[str, Technique] = {}
    safety: Told | None = None
    elsewhere: dict[str, Answer] = {}
    zone: tzinfo | None = None
    told = list(told)
    for event in told:
        zone = event.happened.tzinfo
        own |= _taught(event)
        if isinstance(event.what, Screened):
            elsewhere = {} if event.foot is foot else elsewhere | _of_body(event.what)
        if event.foot is not foot:
            continue
        match event.what:
            case Morning():
                mornings[event.on] = event
            case Doing():
                doings[event.on] = event
            case Comparing():
                comparisons.append(event.what)
            case Screened():
                safety = event
            case SafetyAnswer(clear) if not clear or safety is None:
                safety = event
            case Stopped() | GoOn():
                stops.append(event)
    return Standing(
        foot=foot,
        mornings=mornings,
        doings=doings,
        comparisons=tuple(comparisons),
        safety=safety,
        elsewhere=elsewhere,
        stops=tuple(stops),
        own=own,
        zone=zone,
        settings=settings_of(told),
    )


def _taught(event: Told) -> dict[str, Technique]:
    """A technique of one's own, which is for both feet."""
    if not isinstance(event.what, Taught):
        return {}
    mine = own_technique(event.what.text, name=f"event {event.id}")
    return {mine.id: mine}


def _of_body(check: Screened) -> dict[str, Answer]:
    """The answers that hold for both feet."""
    return {id_: answer for id_, answer in check.answers if every(SafetyQuestion)[id_].of_body}
