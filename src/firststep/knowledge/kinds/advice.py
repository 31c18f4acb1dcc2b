"""Advice beside the techniques: what stays the same every day, and when somebody should look."""

from enum import StrEnum
from typing import Annotated

from msgspec import Meta

from firststep.knowledge.kinds.parts import Claim, Text, Thing
from firststep.knowledge.kinds.screening import Whom


class Part(StrEnum):
    """Where advice belongs in a plan."""

    STEADY = "steady"
    """The same every day, on rest days too."""

    EARLY = "early"
    """Said where the pain is new."""

    LONG = "long"
    """Said where the pain is of long standing."""

    REVIEW = "review"
    """A day to look back on, counted from the day when the pain began."""

    CARE = "care"
    """Said of other care."""


class Advice(Thing, frozen=True, kw_only=True):
    """A piece of advice, with what is known of it.

    weeks
        For a review: how many weeks after the pain began.
    whom
        For a review: whom to see if nothing has become better.
    """

    part: Part
    order: Annotated[int, Meta(ge=0, le=999)]
    title: Text
    says: Text
    known: Annotated[tuple[Claim, ...], Meta(min_length=1)]
    weeks: Annotated[int, Meta(ge=1, le=104)] | None = None
    whom: Whom | None = None
