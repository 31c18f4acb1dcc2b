"""What may be told: a slip of the pen is caught before it is kept."""

from datetime import datetime, timedelta

from firststep.care.comparison import check_comparing
from firststep.errors import RecordError, TrialError
from firststep.knowledge import technique
from firststep.records import Comparing, Doing, Told
from firststep.trial import OTHER
from firststep.trial.yardsticks import LONGEST_GAP

CLOCK_AHEAD = timedelta(hours=1)
"""A device's clock may be ahead of ours by this much before we ask to set it right."""


def check_told(told: Told, *, clear: bool | None, now: datetime) -> None:
    """Refuse an event that cannot be so. RecordError or TrialError says why.

    clear
        The answer of the foot's safety check that counts so far, if there is one.
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
    match told.what:
        case Doing(did):
            for id_ in (did or frozenset()) - {OTHER}:
                technique(id_)
        case Comparing():
            if not clear:
                raise TrialError(
                    "the safety check comes before a comparison", mend="answer the safety check first"
                )
            check_comparing(told.what)
