"""Rows of professionals to records and back."""

from collections.abc import Collection, Iterator
from datetime import date
from uuid import UUID

from firststep.records.professional import Candidate, Directory, Listed, Place
from firststep.records.professional_plain import candidate_as_plain, candidate_from_plain
from firststep.store import models

SAME = ("npi", "organisation", "name", "credential", "street", "city", "state", "zip", "phone")
"""What an entry of the list and its rows have alike."""


def rows_of(
    listed: Listed, directory: int, known: Collection[str], gone: date | None = None
) -> Iterator[models.Entry]:
    """The rows that hold an entry, one for each of its kinds, not saved yet.

    known
        The ZIP codes that have a place.
    """
    told = {name: getattr(listed, name) for name in SAME}
    for kind in listed.kinds:
        yield models.Entry(
            directory_id=directory,
            kind=kind,
            kinds=" ".join(listed.kinds),
            codes=" ".join(listed.codes),
            placed=listed.zip in known,
            gone=gone,
            **told,
        )


def listed_of(row: models.Entry) -> Listed:
    """The entry that a row is part of."""
    told = {name: getattr(row, name) for name in SAME}
    return Listed(kinds=tuple(row.kinds.split()), codes=tuple(row.codes.split()), **told)


def place_of(row: models.Place) -> Place:
    """The place that a row holds."""
    return Place(row.zip, row.lat, row.lon, row.city, row.state)


def directory_of(row: models.Directory) -> Directory:
    """What the list was made of."""
    return Directory(row.first, row.until, row.count)


def candidate_of(row: models.Candidate) -> Candidate:
    """The candidate that a row holds."""
    plain = {
        name: getattr(row, name) for name in ("kind", "name", "npi", "place", "state", "phone", "answers")
    }
    told = {"id": str(row.id), "added": row.added.isoformat()}
    return candidate_from_plain(plain | told, where="a professional")


def candidate_row(one: Candidate, person: UUID) -> models.Candidate:
    """The row that holds a candidate, not saved yet."""
    told = candidate_as_plain(one) | {"id": one.id, "added": one.added}
    return models.Candidate(person_id=person, **told)
