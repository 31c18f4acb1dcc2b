"""What a look at an installation finds."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum


class State(StrEnum):
    """How it stands."""

    WELL = "well"
    NOTE = "note"  # worth knowing; nothing is broken
    WRONG = "wrong"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at: what is so, where, and how to mend it.

    about
        A short name of the check, for programs.
    """

    about: str
    state: State
    says: str
    where: str = ""
    mend: str = ""


def well(about: str, says: str) -> Finding:
    """All is as it should be."""
    return Finding(about, State.WELL, says)


def note(about: str, says: str, *, where: str = "", mend: str = "") -> Finding:
    """Nothing is broken, but it is worth knowing."""
    return Finding(about, State.NOTE, says, where, mend)


def wrong(about: str, says: str, *, where: str = "", mend: str = "") -> Finding:
    """Something that has to be mended."""
    return Finding(about, State.WRONG, says, where, mend)


Check = Callable[[], Iterable[Finding]]


def look(checks: Iterable[Check]) -> Iterator[Finding]:
    """What all of these find. A check that fails is a finding too, by the kind of its fault alone."""
    for check in checks:
        try:
            yield from check()
        except Exception as fault:  # noqa: BLE001  (a broken installation may fail in any way)
            about = check.__name__.replace("_", "-")
            kind = type(fault).__name__
            yield wrong(
                about, f"this could not be looked at ({kind})", mend="mend what else is named, look again"
            )
