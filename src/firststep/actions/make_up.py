"""Make somebody up who has kept a diary for twelve weeks, to show what Firststep shows."""

from datetime import date, datetime, time, timedelta
from uuid import UUID, uuid4

import numpy as np

from firststep.actions.renew import renew
from firststep.actions.tell import tell
from firststep.care import none_of_it
from firststep.care.comparing.made_up import EFFECTS, live
from firststep.care.load.made_up import made_up_days
from firststep.records import Comparing, Doing, Foot, Morning, Noted, Question, Screened, Seen, Told, What
from firststep.records.household import Member
from firststep.records.triggers import CareKind, Entry, Onset, OtherCare, ShoeKind, Shoes
from firststep.store import read, write

DAYS = 84
CHECKED_AGAIN = timedelta(days=10)  # before today
BEGAN = timedelta(days=45)  # before the diary
WALKED = timedelta(days=600)  # of which days are known, before the pain began
FOOT = Foot.RIGHT
SEED = 5
NAME = "Robin (made up)"


class _Diary:
    """The made-up person's app: tells what they tell, and shows them the draw."""

    def __init__(self, person: UUID, now: datetime) -> None:
        self.person = person
        self.zone = now.tzinfo

    def tell(self, on: date, hour: int, *whats: What) -> None:
        moment = datetime.combine(on, time(hour), self.zone)
        tell(self.person, [Told(uuid4(), FOOT, on, moment, what) for what in whats], moment)

    def advised(self, on: date, pain: int | None) -> str | None:
        """The morning is told, and the draw is shown."""
        if pain is not None:
            self.tell(on, 7, Morning(pain))
        renew(self.person, FOOT, datetime.combine(on, time(7), self.zone))
        plan = read.last_plan(self.person, FOOT)
        assert plan is not None
        self.tell(on, 7, Seen(plan.id))
        line = next(line for line in plan.days if line["on"] == on.isoformat())
        technique: str | None = line["technique"]
        return technique


def make_up(now: datetime) -> Member:
    """Somebody made up, with mornings up to yesterday, labelled as such wherever they are shown."""
    first = now.date() - timedelta(days=DAYS)
    member = Member(uuid4(), NAME, SEED, made_up=True, joined=now)
    write.add_person(member)
    diary = _Diary(member.id, now)
    diary.tell(first, 6, _none_of_it())
    diary.tell(first, 6, Comparing(Question.HELPS, tuple(EFFECTS)))
    for on, _, did in live(first, DAYS, diary.advised, np.random.default_rng(SEED)):
        if did is not None:
            diary.tell(on, 20, Doing(frozenset(did)))
    diary.tell(now.date() - CHECKED_AGAIN, 7, _none_of_it())
    onset = first - BEGAN
    diary.tell(now.date(), 6, *(Noted(uuid4(), entry) for entry in _by_hand(onset, first)))
    generator = np.random.default_rng(SEED + 1)
    days = made_up_days(onset - WALKED, now.date() - timedelta(days=1), onset=onset, generator=generator)
    write.keep_active(member.id, days)
    renew(member.id, FOOT, now)
    return member


def _none_of_it() -> Screened:
    """The safety check, with nothing that anything follows from."""
    return Screened(tuple(sorted(none_of_it().items())))


def _by_hand(onset: date, first: date) -> tuple[Entry, ...]:
    """What they remember: a new pair before the pain began, and insoles during the diary."""
    return (
        Onset(on=onset),
        Shoes(name="the grey ones", kind=ShoeKind.RUNNING, since=onset - timedelta(days=12)),
        OtherCare(kind=CareKind.INSOLES, since=first + timedelta(days=30)),
    )
