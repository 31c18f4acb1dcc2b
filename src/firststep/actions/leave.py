"""Delete everything of one person."""

from uuid import UUID

from firststep.store import write


def delete_everything(person: UUID) -> None:
    """Delete a person and all that is kept of them. Backups that were made before keep it."""
    write.delete_person(person)
