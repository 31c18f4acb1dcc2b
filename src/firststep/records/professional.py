"""People who may look at a heel: as a public list has them, and as a person wrote them down."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from uuid import UUID

MILE_KM = 1.609344
NPI_DIGITS = 10
NPI_PREFIX = "80840"
"""What stands before an NPI when its check digit is worked out."""

LONGEST_NAME, LONGEST_PLACE, LONGEST_PHONE = 150, 200, 30
LONGEST_NOTE = 600


@dataclass(frozen=True, slots=True)
class Listed:
    """An entry of the public list of NPIs, with the place of practice.

    kinds
        What they are, by the ids of `knowledge/data/professions/`: that of the primary code first.
    codes
        Every code of these kinds that they gave, in that order.
    organisation
        A practice or a clinic rather than a person.
    zip
        Five digits, or "" where none can be read.
    """

    npi: str
    organisation: bool
    name: str
    credential: str
    kinds: tuple[str, ...]
    codes: tuple[str, ...]
    street: str
    city: str
    state: str
    zip: str
    phone: str


@dataclass(frozen=True, slots=True)
class Gone:
    """An NPI that is not to be shown: given up on a day, or, without one, of none of our kinds."""

    npi: str
    on: date | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """The middle of the area of a ZIP code, in degrees."""

    zip: str
    lat: float
    lon: float
    city: str
    state: str


@dataclass(frozen=True, slots=True)
class Near:
    """An entry and how far it is, in miles; None where nobody knows where its ZIP code is."""

    listed: Listed
    miles: float | None


@dataclass(frozen=True, slots=True)
class Directory:
    """What the list on this computer was made of.

    first, until
        The days that the last file tells of.
    count
        How many NPIs are in it.
    """

    first: date
    until: date
    count: int


@dataclass(frozen=True, slots=True)
class Answered:
    """What a professional answered to a question of the sheet.

    said
        "yes", "no" or "unsure"; or a whole number as digits; or "" where only the note says something.
    """

    said: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Candidate:
    """Somebody whom a person may see, with what was answered; typed in by hand or taken from the list.

    kind
        By the ids of `knowledge/data/professions/`.
    state
        Two letters; "" where it was not told.
    answers
        By the ids of `knowledge/data/asking/`.
    """

    id: UUID
    kind: str
    name: str
    added: datetime
    npi: str = ""
    place: str = ""
    state: str = ""
    phone: str = ""
    answers: Mapping[str, Answered] = field(default_factory=dict)


def is_npi(text: str) -> bool:
    """Whether ten digits can be an NPI: the last one checks the others (Luhn, after 80840)."""
    if len(text) != NPI_DIGITS or not (text.isascii() and text.isdigit()):
        return False
    total = 0
    for place, digit in enumerate(reversed(NPI_PREFIX + text)):
        value = int(digit) * (2 if place % 2 else 1)
        total += value - 9 if value > 9 else value  # noqa: PLR2004 - two digits, added up
    return total % 10 == 0


def zip5(text: str) -> str:
    """The five digits of a ZIP code, with or without the four that may follow; "" for anything else."""
    digits = text.strip().replace("-", "").replace(" ", "")
    sound = digits.isascii() and digits.isdigit() and len(digits) in (5, 9)
    return digits[:5] if sound else ""
