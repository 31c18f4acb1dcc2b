"""Where the records of a person meet the statistics and what is known."""

from firststep.care.comparing.analysis import ArmOf, analyse, series_of
from firststep.care.comparing.asking_again import paused, reasons
from firststep.care.comparing.between import days_between
from firststep.care.comparing.comparison import FEWEST, MOST_COMPARED, REST_DAYS, is_compared, rest_days
from firststep.care.comparing.draws import PlannedDay, drawn, plan_days
from firststep.care.comparing.resting import Cause, Resting, resting
from firststep.care.comparing.resume import trial_of
from firststep.care.comparing.standing import Standing, standing
from firststep.care.looking_back.account import Account, account
from firststep.care.looking_back.conduct import Conduct, Followed, Period, conduct
from firststep.care.looking_back.sealing import protocol_of, still_holds
from firststep.care.looking_back.views import View, as_advised, draws_of, second_check, seen
from firststep.care.planning.plan import Plan, make_plan
from firststep.care.planning.suggesting import suggested, tools_at_hand
from firststep.care.screening.again import Change, Reason, much_worse, reasons_to_ask
from firststep.care.screening.asking import cards, check_answers, is_safe, none_of_it
from firststep.care.screening.outcome import Consequence, Screening, ruled_out_by, screen
from firststep.care.settings import UNSET, settings_of
from firststep.care.spoken import every_text, says_of, sentences, spoken
from firststep.care.telling import check_told

__all__ = [
    "FEWEST",
    "MOST_COMPARED",
    "REST_DAYS",
    "UNSET",
    "Account",
    "ArmOf",
    "Cause",
    "Change",
    "Conduct",
    "Consequence",
    "Followed",
    "Period",
    "Plan",
    "PlannedDay",
    "Reason",
    "Resting",
    "Screening",
    "Standing",
    "View",
    "account",
    "analyse",
    "as_advised",
    "cards",
    "check_answers",
    "check_told",
    "conduct",
    "days_between",
    "drawn",
    "draws_of",
    "every_text",
    "is_compared",
    "is_safe",
    "make_plan",
    "much_worse",
    "none_of_it",
    "paused",
    "plan_days",
    "protocol_of",
    "reasons",
    "reasons_to_ask",
    "rest_days",
    "resting",
    "ruled_out_by",
    "says_of",
    "screen",
    "second_check",
    "seen",
    "sentences",
    "series_of",
    "settings_of",
    "spoken",
    "standing",
    "still_holds",
    "suggested",
    "tools_at_hand",
    "trial_of",
]
