"""Files of watched folders, read as records."""

from uuid import UUID

from firststep.records.watched import Fate, Stamp, WatchedFile
from firststep.store.models import Watched


def settled(person: UUID) -> dict[str, Stamp]:
    """Every file of a person's folder that was looked at, by its name."""
    rows = Watched.objects.filter(person=person).values_list("name", "size", "changed")
    return {name: Stamp(size, changed) for name, size, changed in rows}


def is_kept(person: UUID, digest: str) -> bool:
    """Whether a file with this content was read and kept."""
    return Watched.objects.filter(person=person, digest=digest, fate=str(Fate.KEPT)).exists()


def latest(person: UUID, most: int) -> list[WatchedFile]:
    """The files that were looked at last, the newest first."""
    rows = Watched.objects.filter(person=person).order_by("-at", "-id")[:most]
    return [_watched(row) for row in rows]


def _watched(row: Watched) -> WatchedFile:
    return WatchedFile(
        name=row.name,
        stamp=Stamp(row.size, row.changed),
        digest=row.digest,
        fate=Fate(row.fate),
        told=row.told,
        at=row.at,
    )
