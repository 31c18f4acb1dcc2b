"""What may be told: a slip of the pen is caught before it is kept."""

from datetime import datetime, timedelta

from firststep.care.comparing.comparison import check_comparing
from firststep.care.comparing.standing import Standing
from firststep.care.measures import score
from firststep.care.screening.asking import check_answers
from firststep.errors import RecordError, TrialError
from firststep.knowledge import Measure, called, one, own_technique, technique
from firststep.records import (
    Again,
    Comparing,
    Doing,
    Function,
    GoOn,
    Screened,
    SetAside,
    Skipped,
    Stopped,
    Swapped,
    Taught,
    Told,
    What,
)
from firststep.trial import OTHER
from firststep.trial.yardsticks import LONGEST_GAP

FUNCTION = "function"
"""The measure that things which the heel makes hard are scored by."""

CLOCK_AHEAD = timedelta(hours=1)
"""A device's clock may be ahead of ours by this much before we ask to set it right."""


def check_told(told: Told, *, standing: Standing, now: datetime) -> None:
    """Refuse an event that cannot be so. RecordError, TrialError or KnowledgeError says why.

    standing
        What counts so far for the foot that it is about.
    now
        The moment by our own clock, with its time zone.
    """
    where = f"day {told.on}"
    if told.happened > now + CLOCK_AHEAD:
        raise RecordError(
            "this device's clock is ahead", where=where, mend="set its date and time, then tell it again"
        )
    if told.happened < now - timedelta(days=LONGEST_GAP):
        raise RecordError(
            "this device's clock is far behind", where=where, mend="set its date and time, then tell it again"
        )
    if told.on > told.happened.date():
        raise RecordError("this day has not come yet", where=where, mend="choose today or a day before")
    if (told.happened.date() - told.on).days > LONGEST_GAP:
        raise RecordError(f"this day is more than {LONGEST_GAP} days ago", where=where, mend="check the year")
    _check_what(told.what, standing)


def _check_what(what: What, standing: Standing) -> None:
    match what:
        case Doing(did):
            for id_ in (did or frozenset()) - {OTHER}:
                technique(id_, standing.own)
        case Stopped(id_) | GoOn(id_) | SetAside(id_) | Again(id_) | Skipped(id_) | Swapped(id_):
            technique(id_, standing.own)
        case Function(answers):
            if answers:
                score(one(Measure, FUNCTION), [able for _, able in answers])
        case Screened(answers):
            check_answers(dict(answers))
        case Taught(text):
            own_technique(text, name="the technique")
        case Comparing():
            _check_comparison(what, standing)


def _check_comparison(comparing: Comparing, standing: Standing) -> None:
    if not standing.clear:
        raise TrialError("the safety check comes before a comparison", mend="answer the safety check first")
    check_comparing(comparing, own=standing.own)
    if standing.screening:
        for id_ in comparing.techniques:
            bars = standing.screening.bars(technique(id_, standing.own))
            if bars:
                raise TrialError(
                    f"'{called(id_, standing.own)}' is left out by the safety check: \"{bars[0].asks}\"",
                    mend="choose another, or answer the safety check again if something has changed",
                )
