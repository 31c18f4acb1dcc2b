"""Sessions in XML: each part of a file is listened to by a reader of its own."""

from collections.abc import Callable
from typing import Protocol

from firststep.errors import IntakeError
from firststep.intake.activity.found import Found, Skips
from firststep.intake.activity.parts import Opened, Part
from firststep.intake.activity.xml import damage, listen
from firststep.knowledge.said import Said
from firststep.records.activity import ActiveDay


class Reader(Protocol):
    """What listens to one part: its sessions, and what it noticed and decided."""

    days: list[ActiveDay]
    notes: list[Said]

    def began(self, name: str, attributes: dict[str, str], /) -> None:
        """An element begins."""

    def ended(self, name: str, text: str, /) -> None:
        """An element ends."""

    def finish(self) -> None:
        """The part is at its end, or breaks off."""


def sessions_of(
    file: Opened, reader_of: Callable[[Opened, Part, Skips], Reader], *, kind: str, nothing: IntakeError
) -> Found:
    """The sessions of all parts together; a damaged part as far as it goes.

    nothing
        Raised where no session was found, and none passed over.
    """
    days: list[ActiveDay] = []
    notes: list[Said] = []
    skips = Skips()
    for part in file.parts:
        reader = reader_of(file, part, skips)
        broken = listen(part, reader.began, reader.ended)
        reader.finish()
        days += reader.days
        notes += [damage(part, broken)] if broken is not None else []
        notes += [note for note in reader.notes if note not in notes]
    if not days and not skips.all():
        raise nothing
    return Found(source_kind=kind, days=tuple(days), skipped=skips.all(), notes=tuple(notes))
