"""Tell something: a morning, what was done, what to compare, the safety check, what was shown.

Pages send what they have kept as often as they like; each event counts once.
"""

from collections.abc import Iterable, Sequence
from datetime import datetime
from uuid import UUID, uuid4

from firststep.care import check_told, standing
from firststep.errors import RecordError
from firststep.records import Foot, SafetyAnswer, Screened, Seen, Taught, Told, What
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


def tell_now(person: UUID, whats: Iterable[tuple[Foot | None, What]], now: datetime) -> None:
    """Tell it where the person is, so that their day stays theirs; what is about no foot, of the last one.

    RecordError where no heel was chosen yet; and whatever `tell` says.
    """
    _, last = read.last_told(person)
    if last is None:
        raise RecordError("no heel was chosen yet", mend="open 'What to compare' and choose one first")
    moment = now.astimezone(read.zone(person) or now.tzinfo)
    told = [Told(uuid4(), foot or last, moment.date(), moment, what) for foot, what in whats]
    told.sort(key=lambda event: event.foot is last)  # the last one told about stays the last one
    tell(person, told, now)
