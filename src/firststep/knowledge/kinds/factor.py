"""What studies found of loads, shoes and other things that may go before the pain."""

from typing import Annotated

from msgspec import Meta

from firststep.knowledge.kinds.parts import Claim, Id, Text, Thing


class Effect(Claim, frozen=True, kw_only=True):
    """A claim about a group of people.

    whom
        Who was looked at, and for what: beyond them it may not hold. Left out where no study was found.
    """

    whom: Text | None = None


class Factor(Thing, frozen=True, kw_only=True):
    """Something that may have changed before the pain, with what is known of it in groups of people.

    of
        What it belongs to, by the names that `care.triggers` and the records have: `shoes`,
        `single-run`, `weight`.
    do
        What may be done about it, each with its ground, as far as anything is known.
    """

    order: Annotated[int, Meta(ge=0, le=999)]
    title: Text
    of: Annotated[tuple[Id, ...], Meta(min_length=1)]
    known: Annotated[tuple[Effect, ...], Meta(min_length=1)]
    do: tuple[Effect, ...] = ()
