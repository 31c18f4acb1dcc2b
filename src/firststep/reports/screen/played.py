"""The sessions that count, as the pages need them."""

from typing import Any

from firststep.care import Standing
from firststep.records.what_plain import what_as_plain


def played(now: Standing) -> list[dict[str, Any]]:
    """Each as it was told, with its day, in the order of their beginning; ready for JSON."""
    return [{"on": event.on.isoformat(), **what_as_plain(event.what)} for event in now.sessions]
