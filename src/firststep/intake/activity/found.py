"""What the reading of a file of activity gives: days, what was passed over and why, and notes."""

from collections.abc import Callable
from dataclasses import dataclass, field

from firststep.knowledge.said import Said, Sayable, said
from firststep.records.activity import LONGEST_SOURCE, ActiveDay

Progress = Callable[[int, int], None]
"""Told again and again while a long file is read: bytes done, bytes in all."""

LONGEST_NAME = 60  # signs
MOST_REASONS = 50
OTHERS = said("other_reasons")


@dataclass(frozen=True, slots=True)
class Skipped:
    """What was passed over: where it first was, why, and how often for the same reason."""

    where: Sayable
    why: Said
    times: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """All that a file told.

    source_kind
        Which kind of file it is: "apple-health", "gpx".
    notes
        What the reader noticed and decided: sentences for the person, said when they are read.
    """

    source_kind: str
    days: tuple[ActiveDay, ...]
    skipped: tuple[Skipped, ...] = ()
    notes: tuple[Said, ...] = ()


@dataclass(slots=True)
class Skips:
    """Gathers what is passed over, in bounded room however much it is."""

    _first: dict[Said, tuple[Sayable, int]] = field(default_factory=dict)

    def add(self, where: Sayable, why: Said) -> None:
        """Something was passed over; `why` says no number or name of its own."""
        if why not in self._first and len(self._first) >= MOST_REASONS:
            why = OTHERS
        first, times = self._first.get(why, (where, 0))
        self._first[why] = (first, times + 1)

    def all(self) -> tuple[Skipped, ...]:
        """What was passed over, a line for each reason."""
        return tuple(Skipped(where, why, times) for why, (where, times) in self._first.items())


def shown(name: str, most: int = LONGEST_NAME) -> str:
    """A name from a file, fit to be shown: no sign in it steers a terminal or turns a line around."""
    return "".join(sign for sign in name[:most] if sign.isprintable()).strip()


def source_of(kind: str, name: str | None) -> str:
    """The source of a day: the kind of file, and the app or device that it names, if any."""
    clean = " ".join("".join(sign if sign.isprintable() else " " for sign in name or "").split())
    return f"{kind}: {clean}"[:LONGEST_SOURCE].rstrip() if clean else kind
