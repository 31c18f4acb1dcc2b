"""Delete everything of one person, and look whether it is gone."""

from uuid import UUID

from firststep.actions.upload import sweep
from firststep.records.household import Gone
from firststep.store import erase


def delete_everything(person: UUID) -> Gone:
    """Delete a person and all that is kept of them, files on their way in too, and look for it afterwards.

    Backups and exports that were made before keep it.
    """
    rows = erase.rows_of(person)
    erase.erase(person)
    sweep()
    return Gone(
        rows=rows,
        left=sum(erase.rows_of(person).values()),
        in_files=erase.is_in_files(person),
        backups=tuple(file.name for file in erase.backups_with(person)),
    )
