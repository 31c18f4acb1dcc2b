"""Writes files of NPIs in the form of the public list (NPPES): 330 columns, everybody made up.

Its quirks too: commas in quotes, blank taxonomies, primary codes that do not stand first, practices and
persons, places abroad, given-up NPIs that have lost all but their number, and taken-up ones.
"""

import csv
import random
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

TAXONOMY = (
    "Healthcare Provider Taxonomy Code_{n}",
    "Provider License Number_{n}",
    "Provider License Number State Code_{n}",
    "Healthcare Provider Primary Taxonomy Switch_{n}",
)
OTHER = (
    "Other Provider Identifier_{n}",
    "Other Provider Identifier Type Code_{n}",
    "Other Provider Identifier State_{n}",
    "Other Provider Identifier Issuer_{n}",
)


def _address(kind: str) -> list[str]:
    told = f"Provider Business {kind} Address"
    lines = [f"Provider {line} Line Business {kind} Address" for line in ("First", "Second")]
    parts = ("City Name", "State Name", "Postal Code", "Country Code (If outside U.S.)")
    return [*lines, *(f"{told} {part}" for part in (*parts, "Telephone Number", "Fax Number"))]


HEADER = (
    *("NPI", "Entity Type Code", "Replacement NPI", "Employer Identification Number (EIN)"),
    "Provider Organization Name (Legal Business Name)",
    *("Provider Last Name (Legal Name)", "Provider First Name", "Provider Middle Name"),
    *(f"Provider {part} Text" for part in ("Name Prefix", "Name Suffix", "Credential")),
    *("Provider Other Organization Name", "Provider Other Organization Name Type Code"),
    *(f"Provider Other {part} Name" for part in ("Last", "First", "Middle")),
    *(f"Provider Other {part} Text" for part in ("Name Prefix", "Name Suffix", "Credential")),
    "Provider Other Last Name Type Code",
    *_address("Mailing"),
    *_address("Practice Location"),
    *("Provider Enumeration Date", "Last Update Date", "NPI Deactivation Reason Code"),
    *("NPI Deactivation Date", "NPI Reactivation Date", "Provider Sex Code"),
    *(f"Authorized Official {part} Name" for part in ("Last", "First", "Middle")),
    *("Authorized Official Title or Position", "Authorized Official Telephone Number"),
    *(name.format(n=n) for n in range(1, 16) for name in TAXONOMY),
    *(name.format(n=n) for n in range(1, 51) for name in OTHER),
    *("Is Sole Proprietor", "Is Organization Subpart", "Parent Organization LBN", "Parent Organization TIN"),
    *(f"Authorized Official {part} Text" for part in ("Name Prefix", "Name Suffix", "Credential")),
    *(f"Healthcare Provider Taxonomy Group_{n}" for n in range(1, 16)),
    "Certification Date",
)
PRACTICE = "Provider Business Practice Location Address"
ZIP, COUNTRY = f"{PRACTICE} Postal Code", f"{PRACTICE} Country Code (If outside U.S.)"
OURS = ("225700000X", "225100000X", "2251X0800X", "213E00000X", "213ES0103X", "207XX0004X", "208100000X")
NOT_OURS = ("183500000X", "101YM0800X", "207Q00000X", "363LF0000X", "1041C0700X", "122300000X", "163W00000X")
SHARE_OURS = 0.06
"""Of all NPIs; of the real list some such share is of our kinds."""


def npi(number: int) -> str:
    """The NPI that begins with these nine digits: its last one checks the others."""
    digits = f"80840{number:09}"
    total = sum(
        sum(divmod(int(digit) * 2, 10)) if place % 2 == 0 else int(digit)
        for place, digit in enumerate(reversed(digits))
    )
    return f"{number:09}{-total % 10}"


def row(number: int, *codes: str, primary: int = 0, **told: str) -> dict[str, str]:
    """A person with these codes. `told` has names of columns without what cannot stand in a name."""
    found = {
        "NPI": npi(number),
        "Entity Type Code": "1",
        "Provider Last Name (Legal Name)": f"MADE UP {number}",
        "Provider First Name": "KIM",
        "Provider First Line Business Practice Location Address": "1 MAIN ST",
        f"{PRACTICE} City Name": "NEW YORK",
        f"{PRACTICE} State Name": "NY",
        ZIP: "100010001",
        COUNTRY: "US",
        f"{PRACTICE} Telephone Number": "2125550100",
        "Last Update Date": "11/01/2026",
    }
    for place, code in enumerate(codes, start=1):
        found[f"Healthcare Provider Taxonomy Code_{place}"] = code
        found[f"Healthcare Provider Primary Taxonomy Switch_{place}"] = "Y" if place == primary + 1 else "N"
    return found | {_column(name): value for name, value in told.items()}


def given_up(number: int, day: str = "10/12/2026") -> dict[str, str]:
    """What is left of an NPI that was given up."""
    return {"NPI": npi(number), "NPI Deactivation Date": day}


SHORT = {
    "zip": ZIP,
    "country": COUNTRY,
    "entity": "Entity Type Code",
    "organisation": "Provider Organization Name (Legal Business Name)",
    "last": "Provider Last Name (Legal Name)",
    "first": "Provider First Name",
    "city": f"{PRACTICE} City Name",
    "state": f"{PRACTICE} State Name",
    "gone": "NPI Deactivation Date",
    "back": "NPI Reactivation Date",
    "street": "Provider First Line Business Practice Location Address",
    "credential": "Provider Credential Text",
    "npi": "NPI",
}


def _column(name: str) -> str:
    return SHORT[name]


def write(path: Path, rows: Iterable[Mapping[str, str]]) -> Path:
    """Write rows as the public list does: every field in quotes."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, quoting=csv.QUOTE_ALL, lineterminator="\n")
        writer.writerow(HEADER)
        writer.writerows([told.get(name, "") for name in HEADER] for told in rows)
    return path


def made_up(count: int, zips: list[str], *, seed: int = 1) -> Iterator[dict[str, str]]:
    """So many people and practices, by chance, at these ZIP codes."""
    dice = random.Random(seed)
    for number in range(100_000_000, 100_000_000 + count):
        chance = dice.random()
        if chance < 0.03:
            yield given_up(number)
            continue
        codes = [dice.choice(OURS if dice.random() < SHARE_OURS else NOT_OURS)]
        codes += [dice.choice(NOT_OURS) for _ in range(dice.choice((0, 0, 1, 3)))]
        told = {"zip": f"{dice.choice(zips)}{dice.randrange(10_000):04}"}
        if chance < 0.2:
            told |= {"entity": "2", "organisation": f"MADE UP, {number} & SONS", "last": "", "first": ""}
        if chance > 0.995:
            told |= {"country": "CA", "zip": "K1A0B1", "state": "ON"}
        yield row(number, *codes, primary=dice.randrange(len(codes)), **told)


def write_quickly(path: Path, count: int, zips: list[str]) -> Path:
    """The same as `write(path, made_up(count, zips))`, in less time: blanks are joined, not looked up."""
    places = {name: place for place, name in enumerate(HEADER)}
    empty = [""] * len(HEADER)
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, quoting=csv.QUOTE_ALL, lineterminator="\n")
        writer.writerow(HEADER)
        for told in made_up(count, zips):
            fields = empty.copy()
            for name, value in told.items():
                fields[places[name]] = value
            writer.writerow(fields)
    return path
