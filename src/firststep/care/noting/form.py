"""An entry as somebody typed it, and what is to be mended in it."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import TypeVar

from firststep.knowledge import phrase
from firststep.records.fields import FIRST_YEAR
from firststep.records.triggers import (
    WEEKDAYS,
    CareKind,
    Entry,
    Event,
    EventKind,
    Onset,
    OtherCare,
    ShoeKind,
    Shoes,
    Standing,
)
from firststep.records.triggers_plain import LONGEST_NAME, MOST_HOURS

K = TypeVar("K", bound=StrEnum)

WITHIN = (0, 3, 7, 14)
"""Days by which an onset may be off, as a page offers them."""

FLARE = "yes"
DAYS = "days"
"""The field of the days of the week: any number of them."""

FIELDS: dict[type[Entry], tuple[str, ...]] = {
    Onset: ("since", "within", "flare"),
    Shoes: ("name", "kind", "since", "until", DAYS),
    Standing: ("hours", "since", "until"),
    Event: ("kind", "says", "since", "until"),
    OtherCare: ("kind", "says", "since", "until"),
}
"""What is asked of each sort, in this order."""


@dataclass(frozen=True, slots=True)
class Typed:
    """What stands in the fields; of the days of the week those that are ticked."""

    fields: Mapping[str, str]
    days: tuple[int, ...] = ()

    def __getitem__(self, name: str) -> str:
        """What stands in a field; nothing where it was not sent."""
        return self.fields.get(name, "").strip()


@dataclass
class _Reading:
    """Reads one field after the other, and notes what is wrong with each."""

    typed: Typed
    today: date
    wrong: dict[str, str] = field(default_factory=dict)

    def fault(self, name: str, key: str, **blanks: object) -> None:
        """Note what is to be mended in a field."""
        self.wrong[name] = phrase("before", f"wrong_{key}", **blanks)

    def day(self, name: str, *, needed: bool) -> date | None:
        """A day that has come; None where it is empty or none."""
        text, day = self.typed[name], None
        with suppress(ValueError):
            day = date.fromisoformat(text)
        if day is None and (text or needed):
            self.fault(name, "day")
        elif day and day > self.today:
            self.fault(name, "not_come")
        elif day and day.year < FIRST_YEAR:
            self.fault(name, "year", first=FIRST_YEAR)
        return day

    def span(self) -> tuple[date | None, date | None]:
        """The first day, and the last one where there is one."""
        since, until = self.day("since", needed=True), self.day("until", needed=False)
        if since and until and until < since:
            self.fault("until", "ended")
        return since, until

    def text(self, name: str, *, needed: bool) -> str:
        """One line."""
        text = self.typed[name]
        if needed and not text:
            self.fault(name, name)
        elif len(text) > LONGEST_NAME or not text.isprintable():
            self.fault(name, "long", most=LONGEST_NAME)
        return text

    def kind(self, kinds: type[K]) -> K | None:
        """One of several."""
        text = self.typed["kind"]
        if text in tuple(kinds):
            return kinds(text)
        self.fault("kind", "kind")
        return None

    def hours(self) -> float:
        """Hours of a day, with a point or a comma."""
        hours = -1.0
        with suppress(ValueError):
            hours = float(self.typed["hours"].replace(",", "."))
        if not 0 <= hours <= MOST_HOURS:
            self.fault("hours", "hours", most=MOST_HOURS)
        return hours


def entry_from(sort: type[Entry], typed: Typed, today: date) -> tuple[Entry | None, dict[str, str]]:
    """The entry that the fields tell of, or None and {field: what is to be mended there}."""
    reading = _Reading(typed, today)
    entry = _READ[sort](reading)
    return (None, reading.wrong) if reading.wrong else (entry, {})


def typed_of(entry: Entry) -> Typed:
    """The fields as they stand for an entry that was told before."""
    match entry:
        case Onset(on=on, within=within, flare=flare):
            return Typed({"since": str(on), "within": str(within), "flare": FLARE if flare else ""})
        case Shoes(name=name, kind=kind, days=days):
            return Typed({"name": name, "kind": str(kind)} | dict(_span(entry)), days)
        case Standing(hours=hours):
            return Typed({"hours": f"{hours:g}"} | dict(_span(entry)))
        case Event() | OtherCare():
            return Typed({"kind": str(entry.kind), "says": entry.says} | dict(_span(entry)))


def _span(entry: Shoes | Standing | Event | OtherCare) -> Iterator[tuple[str, str]]:
    yield "since", str(entry.since)
    yield "until", str(entry.until) if entry.until else ""


def _onset(reading: _Reading) -> Entry | None:
    on, within = reading.day("since", needed=True), reading.typed["within"] or "0"
    if within not in map(str, WITHIN):
        reading.fault("within", "within")
        return None
    return Onset(on=on, within=int(within), flare=reading.typed["flare"] == FLARE) if on else None


def _shoes(reading: _Reading) -> Entry | None:
    name, kind = reading.text("name", needed=True), reading.kind(ShoeKind)
    since, until = reading.span()
    days = tuple(day for day in reading.typed.days if day in WEEKDAYS)
    if since is None or kind is None:
        return None
    any_day = len(days) == len(WEEKDAYS)
    return Shoes(name=name, kind=kind, since=since, until=until, days=() if any_day else days)


def _standing(reading: _Reading) -> Entry | None:
    hours, (since, until) = reading.hours(), reading.span()
    return Standing(hours=hours, since=since, until=until) if since else None


def _event(reading: _Reading) -> Entry | None:
    kind, says = reading.kind(EventKind), reading.text("says", needed=False)
    since, until = reading.span()
    return Event(kind=kind, since=since, until=until, says=says) if since and kind else None


def _care(reading: _Reading) -> Entry | None:
    kind, says = reading.kind(CareKind), reading.text("says", needed=False)
    since, until = reading.span()
    return OtherCare(kind=kind, since=since, until=until, says=says) if since and kind else None


_READ: dict[type[Entry], Callable[[_Reading], Entry | None]] = {
    Onset: _onset,
    Shoes: _shoes,
    Standing: _standing,
    Event: _event,
    OtherCare: _care,
}
