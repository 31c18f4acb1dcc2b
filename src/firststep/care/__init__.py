"""Where the records of a person meet the statistics and what is known."""

from firststep.care.comparing.analysis import ArmOf, analyse, series_of
from firststep.care.comparing.asking_again import paused, reasons
from firststep.care.comparing.comparison import FEWEST, MOST_COMPARED, REST_DAYS, is_compared, rest_days
from firststep.care.comparing.found import findings_of
from firststep.care.comparing.loaded import STEPS, loaded, loads_of, loads_of_days
from firststep.care.comparing.resting import Cause, Resting, left_out, resting, resting_besides
from firststep.care.comparing.resume import trial_of
from firststep.care.comparing.standing import Standing, standing
from firststep.care.course.comfort import FEWEST_FELT, Comfort, Felt, Lead, comfort, felt_to_go_on
from firststep.care.course.each import Each, each, is_rest_asked
from firststep.care.course.graduation import Graduation, Leaving, asked_every, graduation
from firststep.care.course.offering import Less, Offer, days_without, offer
from firststep.care.course.stage import Stage, StageKind, stage
from firststep.care.drawing.between import days_between
from firststep.care.drawing.draws import drawn, plan_days
from firststep.care.drawing.instead import Line
from firststep.care.drawing.lines import Shown, lines
from firststep.care.drawing.planned import PlannedDay
from firststep.care.looking_back.account import Account, account
from firststep.care.looking_back.conduct import Conduct, Followed, Period, conduct
from firststep.care.looking_back.played import Sessions, sessions_of, stops_of
from firststep.care.looking_back.sealing import protocol_of, still_holds
from firststep.care.looking_back.views import View, as_advised, draws_of, second_check, seen
from firststep.care.measuring import MEASURES, SWITCHES, Since, Taken, due, since_first, taken
from firststep.care.planning.plan import Plan, make_plan
from firststep.care.planning.suggesting import suggested, tools_at_hand
from firststep.care.reminding import QUIET_AFTER, Reminding, every_asked, reminding
from firststep.care.screening.again import Change, Reason, much_worse, reasons_to_ask
from firststep.care.screening.asking import cards, check_answers, is_safe, none_of_it
from firststep.care.screening.outcome import Consequence, Screening, ruled_out_by, screen
from firststep.care.settings import UNSET, settings_of
from firststep.care.spoken import every_text, says_of, sentences, spoken
from firststep.care.telling import check_told

__all__ = [
    "FEWEST",
    "FEWEST_FELT",
    "MEASURES",
    "MOST_COMPARED",
    "QUIET_AFTER",
    "REST_DAYS",
    "STEPS",
    "SWITCHES",
    "UNSET",
    "Account",
    "ArmOf",
    "Cause",
    "Change",
    "Comfort",
    "Conduct",
    "Consequence",
    "Each",
    "Felt",
    "Followed",
    "Graduation",
    "Lead",
    "Leaving",
    "Less",
    "Line",
    "Offer",
    "Period",
    "Plan",
    "PlannedDay",
    "Reason",
    "Reminding",
    "Resting",
    "Screening",
    "Sessions",
    "Shown",
    "Since",
    "Stage",
    "StageKind",
    "Standing",
    "Taken",
    "View",
    "account",
    "analyse",
    "as_advised",
    "asked_every",
    "cards",
    "check_answers",
    "check_told",
    "comfort",
    "conduct",
    "days_between",
    "days_without",
    "drawn",
    "draws_of",
    "due",
    "each",
    "every_asked",
    "every_text",
    "felt_to_go_on",
    "findings_of",
    "graduation",
    "is_compared",
    "is_rest_asked",
    "is_safe",
    "left_out",
    "lines",
    "loaded",
    "loads_of",
    "loads_of_days",
    "make_plan",
    "much_worse",
    "none_of_it",
    "offer",
    "paused",
    "plan_days",
    "protocol_of",
    "reasons",
    "reasons_to_ask",
    "reminding",
    "rest_days",
    "resting",
    "resting_besides",
    "ruled_out_by",
    "says_of",
    "screen",
    "second_check",
    "seen",
    "sentences",
    "series_of",
    "sessions_of",
    "settings_of",
    "since_first",
    "spoken",
    "stage",
    "standing",
    "still_holds",
    "stops_of",
    "suggested",
    "taken",
    "tools_at_hand",
    "trial_of",
]
