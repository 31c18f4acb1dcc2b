"""Files on their way in, read as records."""

from uuid import UUID

from firststep.errors import StoreError
from firststep.records.uploads import State, Upload
from firststep.store import models


def uploads_of(person: UUID) -> list[Upload]:
    """A person's files on their way in, the newest first."""
    return [upload_of(row) for row in models.Upload.objects.filter(person=person).order_by("-began", "id")]


def upload(person: UUID, id_: UUID) -> Upload:
    """One of a person's files. StoreError where they have none with this id."""
    row = models.Upload.objects.filter(person=person, pk=id_).first()
    if row is None:
        raise StoreError("this file is not here any more", mend="choose it again")
    return upload_of(row)


def all_ids() -> set[UUID]:
    """The ids of all files of everybody."""
    return set(models.Upload.objects.values_list("id", flat=True))


def upload_of(row: models.Upload) -> Upload:
    """The file that a row tells of."""
    return Upload(
        id=row.id,
        person=row.person_id,
        name=row.name,
        size=row.size,
        done=row.done,
        state=State(row.state),
        told=row.told,
        began=row.began,
    )
