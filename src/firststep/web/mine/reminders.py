"""What the card says: how the reminders stand, and the address where it is shown."""

from collections.abc import Mapping
from typing import Any
from urllib.parse import urlsplit, urlunsplit

from firststep.care import QUIET_AFTER
from firststep.knowledge import phrase
from firststep.records import Name

USUAL = "06:30"
"""What stands in an empty field (our own choice)."""

OFF = "off"


def card(settings: Mapping[Name, str], *, link: str = "", has_link: bool) -> dict[str, Any]:
    """What the template shows.

    link
        The whole address of the feed, right after it was made; "" at other times: only its hash is kept.
    """
    at, zone = settings[Name.REMIND_AT], settings[Name.ZONE]
    days = QUIET_AFTER.days
    return {
        "now": phrase("reminding", "is_off") if at == OFF else phrase("reminding", "is_on", at=at),
        "at": USUAL if at == OFF else at,
        "at_set": at != OFF,
        "again": settings[Name.REMIND_AGAIN] == "on",
        "zone_name": zone,
        "zone": phrase("reminding", "in_zone", zone=zone) if zone and at != OFF else "",
        "stops": phrase("reminding", "stops", days=days),
        "download_help": phrase("reminding", "download_help", days=days),
        "link": link,
        "subscribe": urlunsplit(urlsplit(link)._replace(scheme="webcal")) if link else "",
        "has_link": has_link,
    }
