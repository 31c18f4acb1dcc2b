"""Where the records of a person meet the statistics and what is known."""

from firststep.care.analysis import ArmOf, analyse, series_of
from firststep.care.comparison import FEWEST, MOST_COMPARED, REST_DAYS, is_compared, rest_days
from firststep.care.looking_back.account import Account, account
from firststep.care.looking_back.conduct import Conduct, Followed, Period, conduct
from firststep.care.looking_back.sealing import protocol_of, still_holds
from firststep.care.looking_back.views import View, as_advised, draws_of, second_check, seen
from firststep.care.plan import PlannedDay, drawn, plan_days
from firststep.care.resume import trial_of
from firststep.care.standing import Standing, standing
from firststep.care.telling import check_told

__all__ = [
    "FEWEST",
    "MOST_COMPARED",
    "REST_DAYS",
    "Account",
    "ArmOf",
    "Conduct",
    "Followed",
    "Period",
    "PlannedDay",
    "Standing",
    "View",
    "account",
    "analyse",
    "as_advised",
    "check_told",
    "conduct",
    "drawn",
    "draws_of",
    "is_compared",
    "plan_days",
    "protocol_of",
    "rest_days",
    "second_check",
    "seen",
    "series_of",
    "standing",
    "still_holds",
    "trial_of",
]
