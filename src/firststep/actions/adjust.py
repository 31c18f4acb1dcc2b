"""Set something: how the pages look, when the calendar reminds, and the like."""

from collections.abc import Mapping
from datetime import datetime
from uuid import UUID, uuid4

from firststep.actions.tell import tell
from firststep.records import Foot, Name, Told
from firststep.records.what_plain import what_from_plain
from firststep.store import read


def adjust(person: UUID, values: Mapping[Name, str], now: datetime) -> int:
    """Set what differs from how it stands. Returns how many settings that were.

    RecordError for a value that a setting cannot have; then nothing is set.
    """
    stands = read.settings(person)
    whats = [
        what_from_plain("setting", {"name": str(name), "value": value}, where="settings")
        for name, value in values.items()
        if stands[name] != value
    ]
    moment = now.astimezone(read.zone(person) or now.tzinfo)
    foot = read.last_told(person)[1] or Foot.RIGHT  # a setting is about no foot
    return tell(person, [Told(uuid4(), foot, moment.date(), moment, what) for what in whats], now)
