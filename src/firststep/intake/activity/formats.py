"""The kinds of files that are known, and which of them the parts of a file are."""

from typing import Protocol

from firststep.intake.activity import (
    fit,
    fitbit,
    garmin_export,
    gpx,
    health_connect,
    plain_csv,
    strava,
    takeout,
    tcx,
)
from firststep.intake.activity.apple import health
from firststep.intake.activity.found import Found
from firststep.intake.activity.parts import Opened, Part, Peek


class Format(Protocol):
    """What a module for a kind of file has.

    KIND
        Its name, as "apple-health".
    WHOLE
        Whether it speaks for the whole zip that it is found in: the export of an account, beside
        which single tracks tell the same again.
    """

    KIND: str
    WHOLE: bool

    def is_mine(self, file: Peek, /) -> bool:
        """Whether a part is of this kind, by its first bytes."""

    def read(self, file: Opened, /) -> Found:
        """What the parts of this kind tell."""


FORMATS: tuple[Format, ...] = (
    health,
    health_connect,
    strava,
    fit,
    gpx,
    tcx,
    garmin_export,
    takeout,
    fitbit,
    plain_csv,
)
"""In the order in which they are asked; those that speak for a whole zip come first."""


def kinds_of(parts: tuple[Part, ...], formats: tuple[Format, ...]) -> list[tuple[Format, list[Part]]]:
    """The formats that are met, in their order, each with its parts; one alone where it speaks for all."""
    met: dict[str, list[Part]] = {}
    for part in parts:
        peek = part.peek()
        for one in formats:
            if one.is_mine(peek):
                met.setdefault(one.KIND, []).append(part)
                break
    listed = [(one, met[one.KIND]) for one in formats if one.KIND in met]
    return next(([pair] for pair in listed if pair[0].WHOLE), listed)
