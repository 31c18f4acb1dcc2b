"""Tell something: a morning, what was done, what to compare, the safety check, what was shown.

Pages send what they have kept as often as they like; each event counts once.
"""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from firststep.care import check_told, standing
from firststep.errors import RecordError
from firststep.records import Foot, SafetyAnswer, Screened, Seen, Taught, Told
from firststep.store import read, write


def tell(person: UUID, events: Sequence[Told], now: datetime) -> int:
    """Check and take down what a person told. Returns how many events were new.

    All of them or none: RecordError, TrialError, KnowledgeError or StoreError says which is wrong.
    """
    before = read.told(person)
    known = {event.id for event in before}
    new = [event for event in events if event.id not in known]
    counts = {foot: standing(before, foot) for foot in Foot}
    for number, event in enumerate(new):
        check_told(event, standing=counts[event.foot], now=now)
        if isinstance(event.what, SafetyAnswer | Screened | Taught):  # what later events are checked by
            counts = {foot: standing([*before, *new[: number + 1]], foot) for foot in Foot}
        if isinstance(event.what, Seen) and not read.has_line(person, event.foot, event.what.plan, event.on):
            raise RecordError(
                "no plan with this day was handed out here",
                where=f"day {event.on}",
                mend="load the page anew",
            )
    return write.tell(person, events, now)
