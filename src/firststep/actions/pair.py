"""Pair a browser by a code, make such a code, and take a pairing back."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from firststep.actions import codes
from firststep.store import read, write

MINUTES = 15
"""How long a code that was made in a browser is good for."""

DAYS_AT_START = 30
"""How long a code that was printed at the start is good for, unless a later start makes another."""


@dataclass(frozen=True, slots=True)
class Opened:
    """What a code opened: somebody's pages, or, without a person, a place for a new one."""

    person: UUID | None


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
    """Use a code, one-time or recovery, and pair the browser. None where the code is no good."""
    hash_ = codes.hashed(typed)
    owner = read.with_recovery(hash_)
    good, person = (True, owner.id) if owner else write.use_code(hash_, now)
    if not good:
        return None
    if person:
        write.add_browser(browser, browser_name, now)
        write.pair(browser, person, now)
    return Opened(person)


def unpair(browser: UUID, person: UUID) -> None:
    """A browser may open a person's pages no more."""
    write.unpair(browser, person)
