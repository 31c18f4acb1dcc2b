"""Where the records of a person meet the statistics and what is known."""

from firststep.care.analysis import ArmOf, analyse, series_of
from firststep.care.comparison import FEWEST, MOST_COMPARED, is_compared, rest_days
from firststep.care.plan import PlannedDay, drawn, plan_days
from firststep.care.resume import trial_of
from firststep.care.standing import Standing, standing
from firststep.care.telling import check_told

__all__ = [
    "FEWEST",
    "MOST_COMPARED",
    "ArmOf",
    "PlannedDay",
    "Standing",
    "analyse",
    "check_told",
    "drawn",
    "is_compared",
    "plan_days",
    "rest_days",
    "series_of",
    "standing",
    "trial_of",
]
