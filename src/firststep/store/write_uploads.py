"""Files on their way in, written. Only `actions` may call it."""

from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import F

from firststep.records.uploads import State, Upload
from firststep.store import models
from firststep.store.read_uploads import upload_of


def add_upload(person: UUID, name: str, size: int, now: datetime) -> UUID:
    """A file begins to come."""
    row = models.Upload.objects.create(person_id=person, name=name, size=size, state=State.COMING, began=now)
    return row.id


def came(id_: UUID, *, had: int, have: int) -> bool:
    """So many bytes of a file are here now, where as many as `had` were; whether nobody was quicker."""
    rows = models.Upload.objects.filter(pk=id_, state=State.COMING, done=had)
    state = F("state") if not rows.filter(size=have).exists() else State.WAITING
    return bool(rows.update(done=have, state=state))


def take_next() -> Upload | None:
    """The file that waits longest, taken to be read; of two that look, one gets it."""
    with transaction.atomic():
        row = models.Upload.objects.filter(state=State.WAITING).order_by("began", "id").first()
        if row is None:
            return None
        taken = models.Upload.objects.filter(pk=row.pk, state=State.WAITING)
        return upload_of(row) if taken.update(state=State.READING, done=0) else None


def read_so_far(id_: UUID, done: int) -> None:
    """How far the reading is, in bytes."""
    models.Upload.objects.filter(pk=id_, state=State.READING).update(done=done)


def settle(id_: UUID, state: State, told: dict[str, Any]) -> None:
    """It was read, refused or kept, and what there is to say of it."""
    models.Upload.objects.filter(pk=id_).update(state=state, told=told)


def wait_again() -> None:
    """What was being read when the program ended is read from its beginning."""
    models.Upload.objects.filter(state=State.READING).update(state=State.WAITING, done=0)


def drop_upload(person: UUID, id_: UUID) -> None:
    """Let go of a file."""
    models.Upload.objects.filter(person=person, pk=id_).delete()
