"""What the first page shows: whom to see and when, the person's list, and who is near."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.http import HttpRequest
from django.utils import timezone

from firststep.care import Standing, standing
from firststep.care.professionals import CellKind, compare
from firststep.knowledge import Profession, counted, every, numeral, phrase, words
from firststep.records import Foot
from firststep.records.professional import Candidate, Directory, Near, zip5
from firststep.reports.known.professionals import called, looks_as_data, near_as_data
from firststep.store import read
from firststep.store import read_professionals as listed

MILES = (5, 10, 25, 50, 100)
USUAL_MILES = 10
FIRST, MOST = 20, 200
"""Entries that are shown at first, and at most."""


def heels(person: UUID) -> list[dict[str, Any]]:
    """Whom to see for each heel that anything was told of; for one at least."""
    told, now = read.told(person), timezone.now()
    stands = [standing(told, foot) for foot in Foot]
    last = read.last_told(person)[1] or Foot.RIGHT
    about = [one for one in stands if _has_any(one) or one.foot is last]
    return [looks_as_data(one, one.today(now)) for one in about]


def _has_any(now: Standing) -> bool:
    return now.safety is not None or bool(now.mornings)


def mine(candidates: tuple[Candidate, ...]) -> list[dict[str, Any]]:
    """The person's list: who it is, and how much is told; no score."""
    rows = compare(candidates)
    shown = []
    for place, one in enumerate(candidates):
        kinds = [row.cells[place].kind for row in rows]
        counts = {kind: kinds.count(kind) for kind in CellKind}
        stands = phrase(
            "finding",
            "stands",
            known=counts[CellKind.KNOWN] + counts[CellKind.WARNING],
            missing=counts[CellKind.MISSING],
            warnings=counts[CellKind.WARNING],
        )
        shown.append({"id": one.id, "name": one.name, "called": called((one.kind,)), "stands": stands})
    return shown


@dataclass(frozen=True, slots=True)
class Asked:
    """What was asked for in the address of the page; whatever cannot be is as if it was not asked."""

    zip: str
    miles: int
    kind: str
    most: int

    @property
    def kinds(self) -> tuple[str, ...]:
        """The kinds that are looked for."""
        return (self.kind,) if self.kind else tuple(every(Profession))


def asked_of(request: HttpRequest) -> Asked:
    """What a page is asked for."""
    told = request.GET
    kind = told.get("kind", "")
    return Asked(
        zip=told.get("zip", "")[:20].strip(),
        miles=_one_of(told.get("within", ""), MILES, USUAL_MILES),
        kind=kind if kind in every(Profession) else "",
        most=_one_of(told.get("most", ""), range(1, MOST + 1), FIRST),
    )


def _one_of(text: str, known: Any, usual: int) -> int:
    return int(text) if text.isascii() and text.isdigit() and int(text) in known else usual


def search(asked: Asked, here: Directory | None) -> dict[str, Any]:
    """The form to search by, and who was found. `here` is None where there is no list."""
    shown: dict[str, Any] = {
        "asked": asked,
        "miles": [(far, phrase("finding", "miles", miles=far), far == asked.miles) for far in MILES],
        "kinds": [(one.id, one.name, one.id == asked.kind) for one in every(Profession).values()],
    }
    if here is None:
        return shown
    count = numeral(f"{here.count:,}")
    shown["as_of"] = phrase("finding", "as_of", day=here.until, count=count)
    five = zip5(asked.zip)
    if asked.zip and not five:
        shown["wrong"] = words()["finding"]["zip_wrong"]
    return shown | (_found(five, asked) if five else {})


def _found(five: str, asked: Asked) -> dict[str, Any]:
    if not listed.has_place(five):
        return {"wrong": words()["finding"]["zip_unknown"]}
    found = listed.find(five, listed.Search(asked.kinds, asked.miles, asked.most))
    place = f"{found.place.city}, {found.place.state} {found.place.zip}"
    count = len(found.near)
    told = {"miles": asked.miles, "place": place}
    said = (
        phrase("finding", "found_nearest", count=count, **told)
        if found.more
        else counted("finding", "found", count, count=count, **told)
        if count
        else phrase("finding", "found_nobody", **told)
    )
    return {
        "said": said,
        "near": [near_as_data(one) for one in found.near],
        "more": min(asked.most * 2, MOST) if found.more and asked.most < MOST else 0,
        "others": found.more,
        "unplaced": [near_as_data(Near(one, None)) for one in found.unplaced],
    }
