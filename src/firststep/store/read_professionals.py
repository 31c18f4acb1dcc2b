"""The public list of professionals, searched; and those that a person wrote down. Nothing here writes."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from math import asin, cos, radians, sin, sqrt
from uuid import UUID

from django.db.models import QuerySet

from firststep.errors import StoreError
from firststep.records.professional import Candidate, Directory, Listed, Near, Place
from firststep.store import models
from firststep.store.convert_professionals import candidate_of, directory_of, listed_of, place_of

EARTH_MILES = 3958.8
"""The mean radius of the earth."""

DEGREE_MILES = 69.0
"""A little less than any degree of latitude has, so that a box is never too small."""

FARTHEST = 200
"""Miles; beyond them nobody is near."""

PLACED, UNPLACED = [True], [False]
"""For `placed__in`: SQLite looks that up in an index, and not `placed` or `NOT placed` alone."""

FIRST_ZIPS = 8
"""ZIP codes that are looked through at first; then twice as many, until there are enough."""


@dataclass(frozen=True, slots=True)
class Search:
    """What is looked for.

    kinds
        Of these, by their ids.
    miles
        As the crow flies, from the middle of one ZIP code to that of the other.
    most
        So many, the nearest.
    """

    kinds: tuple[str, ...]
    miles: float
    most: int = 20


@dataclass(frozen=True, slots=True)
class Found:
    """Who is near, the nearest first.

    more
        Whether there are others within that distance.
    unplaced
        Of the same area (the first three digits) whose ZIP code nobody knows the place of.
    """

    place: Place
    near: tuple[Near, ...]
    more: bool
    unplaced: tuple[Listed, ...]


def directory() -> Directory | None:
    """What the list was made of; None where no file was ever read to its end."""
    row = models.Directory.objects.filter(here=True).first()
    return directory_of(row) if row else None


def unplaced() -> int:
    """How many NPIs of the list have a ZIP code that nobody knows the place of."""
    entries = models.Entry.objects.filter(directory__here=True, placed=False, gone__isnull=True)
    return entries.values("npi").distinct().count()


def place(zip_: str) -> Place:
    """Where a ZIP code is. StoreError where nobody knows."""
    row = models.Place.objects.filter(pk=zip_).first()
    if row is None:
        raise StoreError(
            f"nobody knows where the ZIP code {zip_} is", mend="try the ZIP code of a place nearby"
        )
    return place_of(row)


def has_place(zip_: str) -> bool:
    """Whether anybody knows where a ZIP code is."""
    return models.Place.objects.filter(pk=zip_).exists()


def find(zip_: str, search: Search) -> Found:
    """Who is near a ZIP code of five digits. StoreError where it has no place, or there is no list."""
    row = models.Directory.objects.filter(here=True).first()
    if row is None:
        raise StoreError("there is no list of professionals here", mend="firststep professionals import FILE")
    here = place(zip_)
    entries = models.Entry.objects.filter(directory=row, kind__in=search.kinds, gone__isnull=True)
    found: dict[str, Near] = {}
    for zips in _growing(_zips_near(here, search.miles)):
        far = dict(zips)
        rows = [
            (far[one.zip], one.name, one.npi, one)
            for one in entries.filter(placed__in=PLACED, zip__in=list(far))
        ]
        for miles, _, npi, entry in sorted(rows, key=lambda one: one[:3]):
            found.setdefault(npi, Near(listed_of(entry), miles))
        if len(found) > search.most:
            break
    nearest = tuple(found.values())
    return Found(
        here, nearest[: search.most], len(found) > search.most, _unplaced(entries, here, search.most)
    )


def one_listed(npi: str) -> tuple[Listed, date | None] | None:
    """(the entry of an NPI, the day on which it was given up); None where the list has none."""
    row = models.Entry.objects.filter(directory__here=True, npi=npi).first()
    return (listed_of(row), row.gone) if row else None


def candidates(person: UUID) -> tuple[Candidate, ...]:
    """Those whom a person wrote down, in the order of being written down."""
    rows = models.Candidate.objects.filter(person=person).order_by("added", "id")
    return tuple(candidate_of(row) for row in rows)


def candidate(person: UUID, id_: UUID) -> Candidate:
    """One of them. StoreError where there is none."""
    row = models.Candidate.objects.filter(person=person, pk=id_).first()
    if row is None:
        raise StoreError("this professional is not on the list any more", mend="go back to the list")
    return candidate_of(row)


def _zips_near(here: Place, miles: float) -> list[tuple[str, float]]:
    """(ZIP code, miles) of every place within a distance, the nearest first."""
    north = miles / DEGREE_MILES
    east = north / max(cos(radians(min(abs(here.lat) + north, 89.0))), 0.01)
    box = models.Place.objects.filter(
        lat__range=(here.lat - north, here.lat + north), lon__range=(here.lon - east, here.lon + east)
    )
    middles = box.values_list("zip", "lat", "lon")
    far = ((zip_, miles_between(here.lat, here.lon, lat, lon)) for zip_, lat, lon in middles)
    return sorted((pair for pair in far if pair[1] <= miles), key=lambda pair: (pair[1], pair[0]))


def miles_between(lat: float, lon: float, other_lat: float, other_lon: float) -> float:
    """Miles along the earth between two points in degrees (haversine)."""
    up, along = radians(other_lat - lat), radians(other_lon - lon)
    half = sin(up / 2) ** 2 + cos(radians(lat)) * cos(radians(other_lat)) * sin(along / 2) ** 2
    return 2 * EARTH_MILES * asin(min(1.0, sqrt(half)))


def _growing(zips: Sequence[tuple[str, float]]) -> Iterator[Sequence[tuple[str, float]]]:
    """The list in parts, each twice as long as the one before; what is as far stays together."""
    at, size = 0, FIRST_ZIPS
    while at < len(zips):
        end = min(at + size, len(zips))
        while end < len(zips) and zips[end][1] == zips[end - 1][1]:
            end += 1
        yield zips[at:end]
        at, size = end, size * 2


def _unplaced(entries: QuerySet[models.Entry], here: Place, most: int) -> tuple[Listed, ...]:
    area = here.zip[:3]
    rows = entries.filter(zip__gte=f"{area}00", zip__lte=f"{area}99", placed__in=UNPLACED).order_by(
        "name", "npi"
    )
    return _once(listed_of(row) for row in rows[: most * 2])[:most]


def _once(listed: Iterable[Listed]) -> tuple[Listed, ...]:
    return tuple({one.npi: one for one in listed}.values())
