"""What a file of NPIs tells by its name: since when, until when, and whether it is the whole list."""

import re
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime

WHOLE_SINCE = date(2005, 5, 23)
"""The first day of every file of the whole list: the list began then."""

DAYS = re.compile(r"npidata_pfile_(\d{8})-(\d{8})", re.IGNORECASE)
REPORT = re.compile(r"deactivated.*?(\d{8})", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Told:
    """The days that a file tells of; `whole` where it is the whole list."""

    first: date
    until: date

    @property
    def whole(self) -> bool:
        """Whether it takes the place of all that was there."""
        return self.first == WHOLE_SINCE


def told_by(*names: str) -> Told | None:
    """What the first of these names tells that tells anything; None where none does."""
    for name in names:
        if found := DAYS.search(name):
            first, until = (_day(text) for text in found.groups())
            if first and until and first <= until:
                return Told(first, until)
        if (found := REPORT.search(name)) and (until := _day(found[1])):
            return Told(until, until)
    return None


def _day(text: str) -> date | None:
    with suppress(ValueError):
        return datetime.strptime(text, "%Y%m%d").date()  # noqa: DTZ007  (a day has no zone)
    return None
