"""Links that people make, written. Only `actions` may call it."""

from datetime import datetime, timedelta
from uuid import UUID

from django.db.models import F

from firststep.records.links import Link, Sealed
from firststep.store import models

KEPT_AFTER = timedelta(days=30)
"""How long a link that ran out stays in the list of whoever made it."""


def add_link(link: Link, sealed: Sealed) -> None:
    """A new link, and what is behind it."""
    models.Link.objects.create(
        id=link.id,
        person_id=link.person,
        path=sealed.path,
        label=link.label,
        sealed=sealed.content,
        passcode=sealed.passcode,
        tries=link.tries,
        made=link.made,
        until=link.until,
    )


def take_try(id_: UUID) -> bool:
    """Use up one try at a passcode, before it is looked at; whether there was one.

    Of many that try at once, no more are looked at than there are tries.
    """
    return bool(models.Link.objects.filter(pk=id_, tries__gt=0).update(tries=F("tries") - 1))


def give_try_back(id_: UUID) -> None:
    """The passcode was right: only wrong ones count."""
    models.Link.objects.filter(pk=id_).update(tries=F("tries") + 1)


def count_opening(id_: UUID, now: datetime) -> bool:
    """What is behind a link is handed out; whether it still may be, at this very moment."""
    rows = models.Link.objects.filter(pk=id_, revoked=None, until__gt=now)
    return bool(rows.update(opened=F("opened") + 1, last_opened=now))


def revoke(person: UUID, id_: UUID, now: datetime) -> bool:
    """Shut one of a person's links, and let go of what is behind it; whether it was open."""
    rows = models.Link.objects.filter(person=person, pk=id_, revoked=None)
    return bool(rows.update(revoked=now, sealed=""))


def let_go(now: datetime) -> None:
    """Let go of what is behind links that ran out; later, of the links themselves.

    Not behind one that hears no more passcodes: a right one may just be looked at, and give its try back.
    """
    models.Link.objects.filter(until__lte=now - KEPT_AFTER).delete()
    models.Link.objects.filter(until__lte=now).exclude(sealed="").update(sealed="")
