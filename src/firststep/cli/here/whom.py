"""Whose diary a command is about."""

from datetime import datetime

from firststep.actions.start import start
from firststep.errors import StoreError
from firststep.records.household import Member
from firststep.store import health, read


def whom(name: str | None) -> Member:
    """The person with this name; without one, the only person here. StoreError says who is here.

    Two people who were brought in with one name are told apart by the start of their ids.
    """
    start(datetime.now().astimezone())
    return _meant(name)


def whom_to_look_for(name: str | None) -> Member | None:
    """Whose days a mere look is about, where that can be known without changing anything here."""
    file = health.file()
    if (file is None or file.exists()) and not health.steps_behind():
        return _meant(name) if name or len(read.members()) == 1 else None
    return None


def _meant(name: str | None) -> Member:
    members = read.members()
    if not members:
        raise StoreError("nobody keeps a diary here yet", mend="start with: firststep serve")
    found = [one for one in members if name is None or name.casefold() in (one.name.casefold(), _id(one))]
    if len(found) == 1:
        return found[0]
    listed = ", ".join(f"{one.name} ({_id(one)})" for one in members)
    what = "several people are meant" if found else "nobody here has this name"
    raise StoreError(f"{what}; here are: {listed}", mend="say whose: --person NAME, or the id")


def _id(member: Member) -> str:
    return str(member.id)[:8]
