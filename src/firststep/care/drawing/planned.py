"""A line of a plan."""

from dataclasses import dataclass
from datetime import date

from firststep.trial import Advice


@dataclass(frozen=True, slots=True)
class PlannedDay:
    """One line of a plan.

    technique
        What to do; None on a rest day.
    advice
        The draw, as it was made; None where nothing is compared and techniques come in turn.
    """

    on: date
    technique: str | None
    advice: Advice | None
