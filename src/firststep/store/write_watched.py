"""Files of watched folders, written. Only `actions` may call it."""

from uuid import UUID

from firststep.records.watched import WatchedFile
from firststep.store.models import Watched

MOST = 40_000  # files of one person; the oldest are forgotten, and would be read again


def settle_watched(person: UUID, file: WatchedFile) -> None:
    """A file was looked at; of its name only this is kept."""
    told = {
        "size": file.stamp.size,
        "changed": file.stamp.changed,
        "digest": file.digest,
        "fate": str(file.fate),
        "told": file.told,
        "at": file.at,
    }
    Watched.objects.update_or_create(person_id=person, name=file.name, defaults=told)
    mine = Watched.objects.filter(person=person)
    if mine.count() > MOST:
        old = mine.order_by("-at", "-id")[MOST:]
        Watched.objects.filter(pk__in=[row.pk for row in old]).delete()
