"""The parts that files of several kinds share: who reviewed it, what is claimed, and on what ground."""

from datetime import date
from enum import StrEnum
from typing import Annotated

from msgspec import Meta, Struct

Text = Annotated[str, Meta(min_length=1, max_length=600, extra={"read by people": True})]
"""Words that people read: what a translation translates, and what the rules for words hold for."""

Id = Annotated[str, Meta(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*(@[2-9])?$", max_length=40)]
"""The name of a file without `.toml`: for ever."""

Seconds = Annotated[int, Meta(ge=1, le=600)]
Score = Annotated[int, Meta(ge=0, le=10)]
"""A point of the 0-10 scale of pain."""

NOBODY = "nobody yet"
"""Who reviewed what nobody has reviewed."""


class Basis(StrEnum):
    """How well a claim is known here. Only what was read may name a source."""

    READ = "read"
    """Read in the source that it names."""

    SECOND_HAND = "second-hand"
    """Read in somebody else's account of the source."""

    USUAL = "usual"
    """Usual clinical caution or teaching; its source is still to be confirmed."""

    OURS = "ours"
    """Firststep's own choice, where nobody has an answer."""


class Strict(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A part of a file: a key that it does not know is refused."""


class Review(Strict, frozen=True, kw_only=True):
    """Who reviewed a file, when, and when it is to be looked at again.

    by
        A name and a profession, or "nobody yet". No reviewer is ever made up.
    on
        The day of the review; left out where nobody has reviewed it.
    again
        The day by which somebody has to look at it again.
    """

    by: Annotated[str, Meta(min_length=2, max_length=120)]
    again: date
    on: date | None = None

    @property
    def done(self) -> bool:
        """Whether anybody has reviewed it."""
        return self.by != NOBODY


class Claim(Strict, frozen=True, kw_only=True):
    """One sentence that says how things are, and on what ground.

    sources
        Ids of sources; at least one where `basis` is "read", and none elsewhere.
    """

    says: Text
    basis: Basis
    sources: tuple[Id, ...] = ()


class Thing(Strict, frozen=True, kw_only=True):
    """What every file has. `id` is the name of the file, and stands in none."""

    id: str
    review: Review
