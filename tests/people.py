"""A cast of people for the tests, and how they tell things: Anna, Ben, and nobody."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, timezone
from uuid import UUID, uuid4

from django.conf import settings
from django.test import Client

from firststep.actions.join import join
from firststep.actions.renew import renew
from firststep.actions.tell import tell
from firststep.care import none_of_it
from firststep.records import (
    Comparing,
    Doing,
    Foot,
    Morning,
    Question,
    Screened,
    Told,
    What,
)
from firststep.records.household import Member
from firststep.web.who import BROWSER

HERE = timezone(timedelta(hours=1))
NOON = datetime(2026, 11, 23, 12, 0, tzinfo=HERE)
TODAY = NOON.date()
FOUR = ("frozen-bottle", "tennis-ball", "wooden-roller", "calf-stick")

CLEAR = Screened(tuple(sorted(none_of_it().items())))
"""The safety check, with nothing that anything follows from."""


def told(what: What, on: date = TODAY, *, foot=Foot.RIGHT, at=None, id_=None) -> Told:
    return Told(id_ or uuid4(), foot, on, at or datetime.combine(on, NOON.timetz()), what)


@dataclass
class Someone:
    """A person with a paired browser."""

    member: Member
    browser: UUID

    @property
    def id(self) -> UUID:
        return self.member.id

    def client(self) -> Client:
        """Their browser."""
        client = Client(headers={"accept": "text/html"})
        session = client.session
        session[BROWSER] = str(self.browser)
        session.save()
        client.cookies[settings.SESSION_COOKIE_NAME] = session.session_key
        return client

    def tell(self, *whats: What, on: date = TODAY, now: datetime = NOON, at=None) -> list[Told]:
        events = [told(what, on, at=at) for what in whats]
        tell(self.id, events, now)
        return events

    def begin(self, question=Question.HELPS, techniques=FOUR, on: date = TODAY) -> None:
        self.tell(CLEAR, Comparing(question, techniques), on=on)

    def live(self, days: int, *, until: date = TODAY) -> None:
        """So many days up to `until`, a score and a doing each."""
        for back in range(days - 1, -1, -1):
            on = until - timedelta(days=back)
            did = FOUR[(back // 3) % 4]
            self.tell(Morning((back * 7) % 4 + 3), Doing(frozenset([did])), on=on)

    def renew(self, now: datetime = NOON) -> str:
        return renew(self.id, Foot.RIGHT, now)


def arrive(name: str) -> Someone:
    browser = uuid4()
    return Someone(join(browser, name, "A browser", NOON.astimezone(UTC)), browser)
