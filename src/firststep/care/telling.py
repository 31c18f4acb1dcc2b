"""What may be told: a slip of the pen is caught before it is kept."""

from datetime import datetime, timedelta

from firststep.care.comparing.comparison import check_comparing
from firststep.care.comparing.standing import Standing
from firststep.care.measures import score
from firststep.care.noting import begins
from firststep.care.screening.asking import check_answers
from firststep.errors import RecordError, TrialError
from firststep.knowledge import Measure, called, languages, one, own_technique, phrase, technique
from firststep.records import (
    Comparing,
    Doing,
    Function,
    Name,
    Noted,
    OfTechnique,
    Played,
    Screened,
    Setting,
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

SESSION_DAYS = (0, 1)
"""Days from the one that a session is told for to the date on which it began: a day of a person may
begin as late as 23 hours after midnight."""


def check_told(told: Told, *, standing: Standing, now: datetime) -> None:
    """Refuse an event that cannot be so. RecordError, TrialError or KnowledgeError says why.

    standing
        What counts so far for the foot that it is about.
    now
        The moment by our own clock, with its time zone.
    """
    where = _said("day", day=told.on)
    if told.happened > now + CLOCK_AHEAD:
        raise RecordError(_said("clock_ahead"), where=where, mend=_said("set_clock"))
    if told.happened < now - timedelta(days=LONGEST_GAP):
        raise RecordError(_said("clock_behind"), where=where, mend=_said("set_clock"))
    if told.on > told.happened.date():
        raise RecordError(_said("not_come"), where=where, mend=_said("choose_day"))
    if (told.happened.date() - told.on).days > LONGEST_GAP:
        raise RecordError(_said("long_ago", days=LONGEST_GAP), where=where, mend=_said("check_year"))
    if isinstance(told.what, Played):
        _check_played(told.what, told)
    if isinstance(told.what, Noted) and told.what.entry and begins(told.what.entry) > told.happened.date():
        raise RecordError(_said("not_come"), where=where, mend=_said("choose_day"))
    _check_what(told.what, standing)


def _check_played(played: Played, told: Told) -> None:
    """Refuse a session of another day than the one it is told for, or one that is still to come."""
    days = (played.began.date() - told.on).days
    if days not in SESSION_DAYS:
        raise RecordError(_said("other_day"), where=_said("day", day=told.on), mend=_said("choose_day"))
    if played.began > told.happened + CLOCK_AHEAD:
        raise RecordError(_said("not_begun"), where=_said("day", day=told.on), mend=_said("set_clock"))


def _check_what(what: What, standing: Standing) -> None:
    match what:
        case Doing(did):
            for id_ in (did or frozenset()) - {OTHER}:
                technique(id_, standing.own)
        case _ if isinstance(what, OfTechnique):
            technique(what.technique, standing.own)
        case Setting(Name.LANGUAGE, code) if code and code not in languages():
            raise RecordError(
                "this language is not spoken here", mend=f"choose one of: {', '.join(languages())}"
            )
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
        raise TrialError(_said("check_first"), mend=_said("answer_check"))
    check_comparing(comparing, own=standing.own)
    if standing.screening:
        for id_ in comparing.techniques:
            bars = standing.screening.bars(technique(id_, standing.own))
            if bars:
                raise TrialError(
                    _said("left_out", name=called(id_, standing.own), asks=bars[0].asks),
                    mend=_said("choose_another"),
                )


def _said(key: str, **blanks: object) -> str:
    return phrase("telling", key, **blanks)
