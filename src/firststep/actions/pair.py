"""Pair a browser by a code, make such a code, and take a pairing back."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.db import transaction

from firststep.actions import codes
from firststep.store import read, write

MINUTES = 15
"""How long a code that was made in a browser is good for."""

DAYS_AT_START = 1
"""How long a code that was printed at the start is good for, unless a later start makes another."""


@dataclass(frozen=True, slots=True)
class Opened:
    """What a code opened: somebody's pages; or, without a person, a place for a new one.

    invitation
        What a new person joins by, once: the code's hash.
    """

    person: UUID | None
    invitation: str


def make_code(person: UUID | None, now: datetime) -> str:
    """A one-time code that pairs with a person; without one, a new person joins by it."""
    write.drop_codes(now, at_start=False)
    code = codes.one_time()
    write.add_code(codes.hashed(code), person, until=now + timedelta(minutes=MINUTES), at_start=False)
    return code


def codes_at_start(now: datetime) -> list[tuple[str, str]]:
    """(whose, code) for everybody here, for whoever starts the program; '' is a new person."""
    write.drop_codes(now, at_start=True)
    listed: list[tuple[str, UUID | None]] = [(one.name, one.id) for one in read.members()]
    made = []
    for name, person in listed or [("", None)]:
        code = codes.one_time()
        until = now + timedelta(days=DAYS_AT_START)
        write.add_code(codes.hashed(code), person, until=until, at_start=True)
        made.append((name, code))
    return made


def pair(browser: UUID, typed: str, browser_name: str, now: datetime) -> Opened | None:
    """Use a code, one-time or recovery, and pair the browser. None where the code is no good.

    A code for a new person is not used up yet: joining does that.
    """
    hash_ = codes.hashed(typed)
    with transaction.atomic():
        owner = read.with_recovery(hash_)
        found = (owner.id,) if owner else read.code(hash_, now)
        if found is None:
            return None
        (person,) = found
        if person:
            if not owner and not write.use_code(hash_):
                return None
            write.add_browser(browser, browser_name, now)
            write.pair(browser, person, now)
    return Opened(person, hash_)


def unpair(browser: UUID, person: UUID) -> None:
    """A browser may open a person's pages no more, nor by a code that it may have seen."""
    with transaction.atomic():
        write.unpair(browser, person)
        write.drop_codes_of(person)
        write.set_recovery(person, "")


def leave(browser: UUID, person: UUID) -> None:
    """Close a person's diary in the browser that they sit at; their codes stay good."""
    write.unpair(browser, person)
