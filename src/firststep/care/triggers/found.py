"""What is found around one onset, as values: the words and the picture are made of them elsewhere."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from firststep.care.triggers.change import Change
from firststep.care.triggers.grid import Amount
from firststep.care.triggers.scores import Kind
from firststep.records.triggers import Event, Onset, Shoes, Standing


class Answer(StrEnum):
    """What can be said of one onset."""

    STANDS_OUT = "stands-out"
    NOTHING = "nothing"
    """Enough was known, and nothing stands out."""
    TOO_LITTLE = "too-little"
    """Too little is known to say either."""


class Lack(StrEnum):
    """Why a candidate was not looked at."""

    NOT_TOLD = "not-told"
    """Nothing says anything of it."""
    NOT_ALL = "not-all"
    """It was told, and not that nothing was left out; see `Told`."""
    NOT_THEN = "not-then"
    """Too little is known of it just before the onset."""
    TOO_FEW = "too-few"
    """It is known on too few of the days to compare with."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Trigger:
    """One candidate that rose before the onset. What goes together need not be the cause.

    share
        Of the person's own days, how many stand out as much in anything; see `standing_out`.
    now, before
        Steps, metres or hours a day; for a single run metres of it and of the longest of the 30
        days before; for hard sessions how many in two weeks, and how many there usually were.
        Of a lasting change the typical amount after it and before it. None for shoes and events.
    low, high
        Of a lasting change: eight in ten of what the amount after it may be, by the model of `change`;
        on planted changes that is too narrow (docs/explanation/triggers.md).
    on
        The day of the run, of the first wearing, of the event; else the first day that counts.
    what
        The name of the shoes, or what the event was, in the person's words; may be empty.
    """

    kind: Kind
    share: float
    stands_out: bool
    on: date
    now: float | None = None
    before: float | None = None
    low: float | None = None
    high: float | None = None
    change: Change | None = None
    what: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Weeks:
    """What is needed to draw the weeks before: a number a day on average for each week.

    begins
        The first day of each week, the earliest first; the last week ends the day before the onset.
    amounts
        {amount: a mean a day for each week, None where fewer than four days are known}.
    usual
        {amount: (low, high)}: eight in ten of the person's own weeks among the days compared.
    """

    begins: tuple[date, ...]
    amounts: Mapping[Amount, tuple[float | None, ...]]
    usual: Mapping[Amount, tuple[float, float]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Around:
    """One onset or flare, and what changed before it.

    limit
        The share of days up to which something stands out: 10% over all onsets together.
    ranked
        Every candidate that rose, what stands out most first.
    told
        Shoes, standing and events of the six weeks before, as told; they may not stand out.
    lacking
        What was not looked at, and why.
    counted_anew
        Days of the weeks before on which another source began to count: a rise from then on may
        be no more than that.
    days
        How many of the person's days the onset was compared with; 0 where too few.
    needed
        How many days it takes.
    """

    onset: Onset
    answer: Answer
    limit: float
    ranked: tuple[Trigger, ...]
    told: tuple[Shoes | Standing | Event, ...]
    lacking: Mapping[Kind, Lack]
    counted_anew: tuple[date, ...]
    days: int
    needed: int
    weeks: Weeks
