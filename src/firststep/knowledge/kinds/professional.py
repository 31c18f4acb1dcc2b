"""Who looks at heels: what they are called in the public list, what to ask them, and what states require."""

from typing import Annotated, Literal

from msgspec import Meta

from firststep.knowledge.kinds.parts import Basis, Claim, Id, Strict, Text, Thing

Called = Annotated[str, Meta(min_length=2, max_length=60, extra={"read by people": True})]


class Taxonomy(Strict, frozen=True, kw_only=True):
    """A code of the public list (NUCC), with its name there and how well it is known here."""

    code: Annotated[str, Meta(pattern=r"^[0-9A-Z]{9}X$")]
    label: Annotated[str, Meta(min_length=3, max_length=80)]
    basis: Basis


class Profession(Thing, frozen=True, kw_only=True):
    """A kind of professional.

    name
        As it stands in the middle of a sentence.
    does, when
        What they do for a heel, and when to see one.
    licence
        Where to check that they may work.
    known
        What is known of them, and what an entry in the public list does not show.
    codes
        The codes by which the public list has them.
    """

    order: Annotated[int, Meta(ge=0, le=999)]
    name: Called
    does: Text
    when: Text
    licence: Text
    known: Annotated[tuple[Claim, ...], Meta(min_length=1)]
    codes: Annotated[tuple[Taxonomy, ...], Meta(min_length=1)]


class Asking(Thing, frozen=True, kw_only=True):
    """A question of the sheet to take along.

    name
        In a few words, for a table.
    asks
        As it is said to the professional, or asked of the person afterwards.
    answer
        "yes-no" and "number" leave room for a note too.
    unit
        What a number counts.
    of
        The kinds of professionals that it is asked of; left out, all of them.
    warns_if, warns
        The answer that is a warning sign, and what it says.
    """

    order: Annotated[int, Meta(ge=0, le=999)]
    name: Called
    asks: Text
    answer: Literal["yes-no", "number", "text"]
    unit: Called | None = None
    of: tuple[Id, ...] = ()
    warns_if: Literal["yes", "no"] | None = None
    warns: Text | None = None
    why: Annotated[tuple[Claim, ...], Meta(min_length=1)]


class State(Thing, frozen=True, kw_only=True):
    """What a state asks of a massage therapist before a licence; its file is named by its two letters.

    hours
        Hours of training. A state whose hours nobody here read has no file.
    """

    hours: Annotated[int, Meta(ge=100, le=3000)]
    known: Annotated[tuple[Claim, ...], Meta(min_length=1)]
