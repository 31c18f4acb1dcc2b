"""Whose diary a command is about."""

from firststep.errors import StoreError
from firststep.records.household import Member
from firststep.store import read


def whom(name: str | None) -> Member:
    """The person with this name; without one, the only person here. StoreError says who is here."""
    members = read.members()
    if not members:
        raise StoreError("nobody keeps a diary here yet", mend="start with: firststep serve")
    found = [one for one in members if name is None or one.name.casefold() == name.casefold()]
    if len(found) == 1:
        return found[0]
    listed = ", ".join(one.name for one in members)
    if name is None:
        raise StoreError(f"several people keep a diary here: {listed}", mend="say whose with --person NAME")
    said = "several people have this name" if found else f"nobody here has this name; here are: {listed}"
    raise StoreError(said, mend="give another name with --person NAME")
