"""One row of the file, taken apart by the names of its columns."""

import csv
import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime

from firststep.errors import IntakeError
from firststep.intake.nppes.counts import Counts
from firststep.records.professional import (
    LONGEST_NAME,
    LONGEST_PHONE,
    LONGEST_PLACE,
    Gone,
    Listed,
    is_npi,
    zip5,
)

NPI, ENTITY = "NPI", "Entity Type Code"
GIVEN_UP, TAKEN_UP = "NPI Deactivation Date", "NPI Reactivation Date"
ORGANISATION, CREDENTIAL = "Provider Organization Name (Legal Business Name)", "Provider Credential Text"
NAMES = ("Provider Last Name (Legal Name)", "Provider First Name", "Provider Middle Name")
PRACTICE = "Provider Business Practice Location Address"
STREET = ("Provider First Line Business Practice Location Address", f"Provider Second Line {PRACTICE[9:]}")
CITY, STATE, ZIP = f"{PRACTICE} City Name", f"{PRACTICE} State Name", f"{PRACTICE} Postal Code"
COUNTRY, PHONE = f"{PRACTICE} Country Code (If outside U.S.)", f"{PRACTICE} Telephone Number"
TAXONOMIES = tuple(
    (f"Healthcare Provider Taxonomy Code_{n}", f"Healthcare Provider Primary Taxonomy Switch_{n}")
    for n in range(1, 16)
)
NEEDED = (
    *(NPI, ENTITY, GIVEN_UP, TAKEN_UP, ORGANISATION, CREDENTIAL, *NAMES, *STREET),
    *(CITY, STATE, ZIP, COUNTRY, PHONE, *(name for pair in TAXONOMIES for name in pair)),
)
TEN_DIGITS = re.compile(r"[0-9]{10}")
AT_HOME = ("US", "")
LONGEST_CREDENTIAL, LONGEST_CITY, LONGEST_STATE = 40, 60, 40


def fields_of(row: bytes, where: str) -> list[str]:
    """The fields of a row, whatever is quoted in it."""
    try:
        return next(csv.reader([row.decode("utf-8")]), [])
    except csv.Error as fault:
        raise IntakeError(
            f"this row is no CSV ({fault})", where=where, mend="download the file again"
        ) from fault


class Columns:
    """Where each column stands; columns that nobody needs may come and go."""

    def __init__(self, header: Sequence[str], where: str) -> None:
        places = {name.strip(): place for place, name in enumerate(header)}
        missing = [name for name in NEEDED if name not in places]
        if missing:
            more = f" and {len(missing) - 1} more" if len(missing) > 1 else ""
            raise IntakeError(
                f"this is not the file of NPIs: it has no column '{missing[0]}'{more}",
                where=f"{where}, line 1",
                mend="choose the file whose name begins with npidata_pfile",
            )
        self.count = len(header)
        self.place = {name: places[name] for name in NEEDED}

    def of(self, row: bytes, where: str) -> "Row":
        """A row taken apart. IntakeError where it has more or fewer columns than there are."""
        fields = fields_of(row, where)
        if len(fields) != self.count:
            raise IntakeError(
                f"this row has {len(fields)} columns in the place of {self.count}",
                where=where,
                mend="download the file again",
            )
        return Row(fields, self.place)


class Row:
    """The fields of one row, by name."""

    def __init__(self, fields: Sequence[str], place: Mapping[str, int]) -> None:
        self._fields, self._place = fields, place

    def __getitem__(self, name: str) -> str:
        return self._fields[self._place[name]].strip()

    def given_up(self, where: str) -> date | None:
        """The day on which the NPI was given up, unless it was taken up again since."""
        gone, back = _day(self[GIVEN_UP], where), _day(self[TAKEN_UP], where)
        return None if gone is None or (back is not None and back >= gone) else gone

    def codes(self, wanted: Mapping[str, str]) -> list[str]:
        """The codes of our kinds, the primary first."""
        told = [(self[code], self[switch].upper() == "Y") for code, switch in TAXONOMIES]
        found = [(not primary, code) for code, primary in told if code in wanted]
        return list(dict.fromkeys(code for _, code in sorted(found, key=lambda pair: pair[0])))

    def listed(self, codes: Sequence[str], wanted: Mapping[str, str]) -> Listed:
        """The entry, with no more of each text than can be kept."""
        names = (self[ORGANISATION],) if self[ORGANISATION] else tuple(self[name] for name in NAMES)
        return Listed(
            npi=self[NPI],
            organisation=self[ENTITY] == "2",
            name=_clean(_name(names), LONGEST_NAME),
            credential=_clean(self[CREDENTIAL], LONGEST_CREDENTIAL),
            kinds=tuple(dict.fromkeys(wanted[code] for code in codes)),
            codes=tuple(codes),
            street=_clean(" ".join(filter(None, (self[name] for name in STREET))), LONGEST_PLACE),
            city=_clean(self[CITY], LONGEST_CITY),
            state=_clean(self[STATE], LONGEST_STATE),
            zip=zip5(self[ZIP]),
            phone=_clean(self[PHONE], LONGEST_PHONE),
        )


def entries_of(row: Row, wanted: Mapping[str, str], counts: Counts, where: str) -> Iterator[Listed | Gone]:
    """What a row tells: an entry of our kinds, or that its NPI is none, or none any more."""
    npi = row[NPI]
    if not TEN_DIGITS.fullmatch(npi):
        raise IntakeError("this row has no NPI of ten digits", where=where, mend="download the file again")
    if gone := row.given_up(where):
        counts.gone += 1
        yield Gone(npi, gone)
        return
    codes = row.codes(wanted)
    if codes and not is_npi(npi):
        counts.wrong += 1
    elif codes and row[COUNTRY].upper() not in AT_HOME:
        counts.abroad += 1
    elif codes:
        listed = row.listed(codes, wanted)
        counts.entries += 1
        counts.kept.update(listed.kinds)
        yield listed
        return
    yield Gone(npi)


def _name(names: Sequence[str]) -> str:
    """As the list writes it, the last name first: it is how its owner gave it."""
    last, *others = names
    first = " ".join(filter(None, others))
    return ", ".join(filter(None, (last, first)))


def _clean(text: str, longest: int) -> str:
    return " ".join("".join(sign if sign.isprintable() else " " for sign in text).split())[:longest]


def _day(text: str, where: str) -> date | None:
    """A day as the list writes it, "07/27/2026"."""
    try:
        return datetime.strptime(text, "%m/%d/%Y").date() if text else None  # noqa: DTZ007
    except ValueError:
        raise IntakeError(
            f"'{text[:20]}' is not a day as 07/27/2026", where=where, mend="download the file again"
        ) from None
