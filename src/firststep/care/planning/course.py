"""How long it has hurt, and the days to look back on, counted from when it began."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from firststep.knowledge import Advice, Part, every

LONG_AFTER = timedelta(weeks=13)
"""Pain is of long standing after three months."""


class Stage(StrEnum):
    """How long it has hurt."""

    EARLY = "early"
    LONG = "long"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """A day to look back on.

    on
        The day; None where it is not known when the pain began.
    due
        Whether it has come.
    """

    advice: Advice
    on: date | None
    due: bool


def stage(since: date | None, today: date) -> Stage:
    """Early or long-standing, by the day when it began."""
    if since is None:
        return Stage.UNKNOWN
    return Stage.LONG if today - since >= LONG_AFTER else Stage.EARLY


def checkpoints(since: date | None, today: date) -> tuple[Checkpoint, ...]:
    """The reviews in order. They run from the day when it began, whatever a comparison says."""
    found = []
    for advice in advice_for(Part.REVIEW):
        on = since + timedelta(weeks=advice.weeks or 0) if since else None
        found.append(Checkpoint(advice, on, due=on is not None and on <= today))
    return tuple(found)


def advice_for(part: Part) -> tuple[Advice, ...]:
    """The advice of one part, in order."""
    return tuple(advice for advice in every(Advice).values() if advice.part is part)
