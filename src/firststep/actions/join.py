"""Begin a diary: a new person of the household, in the browser that they came with."""

import secrets
from datetime import datetime
from uuid import UUID, uuid4

from django.db import transaction

from firststep.errors import StoreError
from firststep.records.household import Member
from firststep.store import read, write

LONGEST_NAME = 40  # signs
SEEDS = 2**31


def join(browser: UUID, name: str, browser_name: str, now: datetime, invitation: str | None = None) -> Member:
    """A new person begins a diary, and their browser is paired. StoreError for no name.

    invitation
        The hash of the code that they join by, used up by joining; without one, whoever
        owns the computer lets them in.
    """
    cleaned = " ".join(name.split())
    if not 0 < len(cleaned) <= LONGEST_NAME or not cleaned.isprintable():
        raise StoreError(f"a name has 1 to {LONGEST_NAME} letters", mend="give another name")
    if any(one.name.casefold() == cleaned.casefold() for one in read.members()):
        raise StoreError("somebody here has this name", mend="give another name")
    member = Member(uuid4(), cleaned, secrets.randbelow(SEEDS), made_up=False, joined=now)
    with transaction.atomic():
        accept(invitation, now)
        write.add_person(member)
        write.add_browser(browser, browser_name, now)
        write.pair(browser, member.id, now)
    return member


def accept(invitation: str | None, now: datetime) -> None:
    """Use an invitation up. StoreError where it was used before, or is too old."""
    if invitation is not None and not (read.code(invitation, now) and write.use_code(invitation)):
        raise StoreError("this code was used before, or is too old", mend="ask for another code")
