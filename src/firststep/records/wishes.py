"""What a person wants, has and can do, for a plan."""

from dataclasses import dataclass, field
from datetime import date

from firststep.records.screened import Answers

MINUTES = 15
"""Minutes a day, where a person did not say."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wishes:
    """What a plan is made from.

    foot
        "left", "right" or "both".
    since
        The day when the pain began, exact or about; None where that is not known.
    tools
        Ids of the tools at hand; None where that was not told, and then any will do.
    minutes
        Minutes a day that may be spent.
    bar, prefer
        Ids of techniques that the person does not want, and of those that they like.
    compare
        Whether they want to compare at all, or only be guided.
    also
        Other care, in words: insoles, tape, medicine.
    country
        Two letters, for the numbers to call.
    answers, answered
        The safety check, and the day on which it was answered.
    changed
        What is new since, by the names of `care.Change`.
    """

    foot: str = "right"
    since: date | None = None
    tools: frozenset[str] | None = None
    minutes: int = MINUTES
    bar: frozenset[str] = frozenset()
    prefer: tuple[str, ...] = ()
    compare: bool = True
    also: tuple[str, ...] = ()
    country: str | None = None
    answers: Answers = field(default_factory=dict)
    answered: date | None = None
    changed: tuple[str, ...] = ()
