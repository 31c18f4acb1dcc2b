"""Take everything along: export it, and bring it in elsewhere."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from firststep.intake.export_zip import read_export
from firststep.records.household import Member
from firststep.reports.export import export_zip
from firststep.store import read, write


def export_everything(person: UUID) -> bytes:
    """The zip file of all that is kept of a person, as one state of the store."""
    with transaction.atomic():
        kept = read.everything(person)
    return export_zip(kept)


def bring_in(content: bytes) -> Member:
    """Keep all that a zip file of ours holds. Nothing is kept where any of it is wrong."""
    kept = read_export(content)
    write.bring_in(kept)
    return kept.member


def bring_in_here(content: bytes, browser: UUID, browser_name: str, now: datetime) -> Member:
    """The same, and the browser that it came with is paired."""
    with transaction.atomic():
        member = bring_in(content)
        write.add_browser(browser, browser_name, now)
        write.pair(browser, member.id, now)
    return member
