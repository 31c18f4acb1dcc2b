"""Measures, sources, and what is commonly said about heels."""

from enum import StrEnum
from typing import Annotated, Literal

from msgspec import Meta

from firststep.knowledge.kinds.parts import Basis, Claim, Id, Strict, Text, Thing


class Seen(StrEnum):
    """How much of a source was read here."""

    FULL = "full"
    ABSTRACT = "abstract"
    PART = "part"
    """A page, a table or the opening."""


class Source(Thing, frozen=True, kw_only=True):
    """Something that was read. What nobody read here has no file.

    says
        What it found or advises, in our own words.
    """

    title: Annotated[str, Meta(min_length=3, max_length=300)]
    authors: Annotated[str, Meta(min_length=2, max_length=200)]
    year: Annotated[int, Meta(ge=1950, le=2100)] | None = None
    where: str | None = None
    doi: Annotated[str, Meta(pattern=r"^10\.\S+$")] | None = None
    pmcid: Annotated[str, Meta(pattern=r"^PMC\d+$")] | None = None
    seen: Seen
    says: Text


class Number(Strict, frozen=True, kw_only=True):
    """A number with its range, in the unit of the measure, and where it comes from."""

    value: float
    low: float | None = None
    high: float | None = None
    basis: Basis
    sources: tuple[Id, ...] = ()
    about: Text


class Scale(Strict, frozen=True, kw_only=True):
    """The answers that there are."""

    lowest: float
    highest: float
    step: float
    unit: Literal["0-10", "cm", "deg", "-7 to 7"]
    better: Literal["lower", "higher"]
    lowest_means: Text | None = None
    highest_means: Text | None = None


class Measure(Thing, frozen=True, kw_only=True):
    """Something that is asked or measured, to see change.

    scoring
        "as-is" takes one answer; "mean" the mean of `fewest` to `most` answers; "median"
        the middle of that many repeats.
    important
        The smallest difference that matters to people (minimal important difference).
    error
        The measurement error: a smaller change may be none (minimal detectable change).
    """

    name: Annotated[str, Meta(min_length=2, max_length=60, extra={"read by people": True})]
    asks: Text
    how: tuple[Text, ...] = ()
    scale: Scale
    scoring: Literal["as-is", "mean", "median"]
    fewest: Annotated[int, Meta(ge=1, le=9)] = 1
    most: Annotated[int, Meta(ge=1, le=9)] = 1
    every_days: Annotated[int, Meta(ge=1, le=180)]
    important: Number | None = None
    error: Number | None = None
    note: Claim


class Saying(Thing, frozen=True, kw_only=True):
    """Something that is commonly said: who says it, and what is known."""

    order: Annotated[int, Meta(ge=0, le=999)]
    said: Text
    who: Claim
    known: Annotated[tuple[Claim, ...], Meta(min_length=1)]
    so: Text
    """What Firststep does about it."""
