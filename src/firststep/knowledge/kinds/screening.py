"""What is asked before anything is done, and what follows from each answer."""

from enum import StrEnum
from typing import Annotated, Literal

from msgspec import Meta

from firststep.knowledge.kinds.parts import Claim, Id, Text, Thing
from firststep.knowledge.kinds.technique import Trait


class Outcome(StrEnum):
    """What follows from the check; from the mildest to the gravest."""

    START = "start"
    """Start, with some techniques adapted or left out."""

    ASK = "ask"
    """Ask a clinician; meanwhile some of it stays open."""

    SEE_FIRST = "see-first"
    """Do not start until a clinician has looked."""

    CARE_NOW = "care-now"
    """Stop, and get care now."""


class Whom(StrEnum):
    """Whom to call or see."""

    EMERGENCY = "emergency"
    TODAY = "today"
    """A doctor, within a day or two."""

    DOCTOR = "doctor"
    SPECIALIST = "specialist"
    """A doctor, a podiatrist or a physical therapist."""


Bar = Literal[Trait, "sole", "arch", "forefoot", "inner", "outer", "calf", "thigh"]
"""What a warning bars: a trait of the technique or of its tool, or a zone that it massages.

"sole" is every massage of the sole.
"""


class Card(Thing, frozen=True, kw_only=True):
    """A few questions that are answered together, with 'none of these'."""

    title: Text
    help: Text | None = None
    order: Annotated[int, Meta(ge=0, le=999)]


class SafetyQuestion(Thing, frozen=True, kw_only=True):
    """One line of a card.

    asks
        What a person ticks if it is so, or may be so.
    rows
        The rows of the clinical file that it stands for, by their names.
    safe_if
        The one answer that nothing follows from: "no", or "yes" where the usual picture is asked for.
    outcome, bars
        What follows from every other answer, "not sure" among them, and from none.
    after
        Asked only where one of these questions was not answered with no.
    if_tool
        Asked only where a technique that the person could do has one of these traits.
    whom, tell
        Whom to see, and what to say there.
    adapt
        What to do otherwise where it is so and the technique stays open.
    of_body
        Whether it is about the whole person, so that it holds for both feet.
    changes
        Whether it can come anew, so that it is asked again as soon as something changes.
    """

    card: Id
    order: Annotated[int, Meta(ge=0, le=999)]
    asks: Text
    help: Text | None = None
    safe_if: Literal["no", "yes"] = "no"
    rows: Annotated[tuple[str, ...], Meta(min_length=1)]
    outcome: Outcome
    bars: tuple[Bar, ...] = ()
    after: tuple[Id, ...] = ()
    if_tool: tuple[Bar, ...] = ()
    why: Annotated[tuple[Claim, ...], Meta(min_length=1)]
    whom: Whom | None = None
    tell: Text | None = None
    adapt: tuple[Claim, ...] = ()
    changes: bool = True
    of_body: bool = False
