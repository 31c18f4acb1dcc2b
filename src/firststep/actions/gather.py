"""Gather all that the page for a clinician is made of."""

from datetime import datetime
from uuid import UUID

from firststep.care.load import load_days
from firststep.errors import RecordError
from firststep.records import Foot
from firststep.reports.visit import Known, known_of
from firststep.store import read


def gather(person: UUID, now: datetime, foot: Foot | None = None) -> Known:
    """What is known of a heel; of the last one that was told about, where none is named.

    RecordError where no heel was chosen yet.
    """
    foot = foot or read.last_told(person)[1]
    if foot is None:
        raise RecordError("no heel was chosen yet", mend="open 'What to compare' and choose one first")
    days = load_days(read.active(person))
    return known_of(read.member(person).name, read.told(person), foot, now=now, days=days)
