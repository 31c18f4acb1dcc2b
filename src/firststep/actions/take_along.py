"""Take everything along: export it, and bring it in elsewhere."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from firststep.actions.join import accept
from firststep.actions.renew import renew
from firststep.errors import RecordError
from firststep.intake.export_zip import read_export
from firststep.records import Foot
from firststep.records.household import Member
from firststep.reports.export import export_zip
from firststep.store import read, write


def export_everything(person: UUID) -> bytes:
    """The zip file of all that is kept of a person, as one state of the store."""
    with transaction.atomic():
        write.lock(person)
        kept = read.everything(person)
        shown = {foot: read.shown(person, foot) for foot in Foot}
    return export_zip(kept, shown)


def bring_in(content: bytes, now: datetime) -> Member:
    """Keep all that a zip file of ours holds. Nothing is kept where any of it is wrong."""
    kept = read_export(content)
    with transaction.atomic():
        write.bring_in(kept)
        try:
            _show(kept.member.id, now)
        except Exception as fault:
            raise RecordError("what it holds cannot be shown", mend="export it again") from fault
    return kept.member


def _show(person: UUID, now: datetime) -> None:
    """Make the pages once, and keep nothing of it: what cannot be shown must not be kept."""
    with transaction.atomic():
        for foot in Foot:
            renew(person, foot, now)
        transaction.set_rollback(True)


def bring_in_here(content: bytes, browser: UUID, browser_name: str, now: datetime, invitation: str) -> Member:
    """The same, by the invitation of a new person; the browser that it came with is paired."""
    with transaction.atomic():
        accept(invitation, now)
        member = bring_in(content, now)
        write.add_browser(browser, browser_name, now)
        write.pair(browser, member.id, now)
    return member
