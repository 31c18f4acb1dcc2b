"""Links that people made, read as records."""

from uuid import UUID

from firststep.errors import StoreError
from firststep.records.links import Link, Sealed
from firststep.store import models


def links_of(person: UUID) -> list[Link]:
    """The links of a person, the newest first."""
    return [_link(row) for row in models.Link.objects.filter(person=person).order_by("-made", "id")]


def link(person: UUID, id_: UUID) -> Link:
    """One of a person's links. StoreError where they have none with this id."""
    row = models.Link.objects.filter(person=person, pk=id_).first()
    if row is None:
        raise StoreError("this link is not here any more", mend="look at the list again")
    return _link(row)


def link_at(path: str) -> tuple[Link, Sealed] | None:
    """The link whose address has a secret with this hash, and what is behind it."""
    return _with_content(models.Link.objects.filter(path=path).first())


def link_by_id(id_: UUID) -> tuple[Link, Sealed] | None:
    """A link, whosever it is, and what is behind it."""
    return _with_content(models.Link.objects.filter(pk=id_).first())


def _with_content(row: models.Link | None) -> tuple[Link, Sealed] | None:
    return (_link(row), Sealed(row.path, row.sealed, row.passcode)) if row else None


def _link(row: models.Link) -> Link:
    return Link(
        id=row.id,
        person=row.person_id,
        label=row.label,
        made=row.made,
        until=row.until,
        asks=bool(row.passcode),
        tries=row.tries,
        opened=row.opened,
        last_opened=row.last_opened,
        revoked=row.revoked,
    )
