"""The reminders as a calendar file (RFC 5545). It holds times and nothing that anybody told."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from icalendar import Alarm, Calendar, Event, vDuration

from firststep.care import Reminding
from firststep.knowledge import phrase

LASTS = timedelta(minutes=5)
ASK_AGAIN = timedelta(hours=6)
"""How often a calendar is asked to fetch the feed anew. Each does as it likes."""


def calendar_file(reminding: Reminding | None, *, feed: str, address: str, now: datetime) -> bytes:
    """A calendar with the reminders; an empty one where there are none, so that old ones go.

    feed
        What tells this feed from others: it stands in the ids of the reminders.
    address
        Where the app is opened.
    """
    calendar = Calendar()
    for name, value in (
        ("prodid", "-//Firststep//Reminders//EN"),
        ("version", "2.0"),
        ("x-wr-calname", phrase("app", "name")),
        ("refresh-interval", vDuration(ASK_AGAIN)),
        ("x-published-ttl", vDuration(ASK_AGAIN)),
    ):
        calendar.add(name, value, parameters={"VALUE": "DURATION"} if name == "refresh-interval" else {})
    if reminding:
        zone = _zone(reminding.zone)
        if zone:
            calendar.add("x-wr-timezone", reminding.zone)
        for part, at in (("first", reminding.first), ("again", reminding.again)):
            if at:
                event = _event(reminding, at.replace(tzinfo=zone), address=address, now=now)
                event.add("uid", f"{part}-{feed}@firststep")
                calendar.add_component(event)
        year = reminding.first.year
        calendar.add_missing_timezones(date(year - 1, 1, 1), date(year + 2, 1, 1))
    content: bytes = calendar.to_ical()
    return content


def _zone(name: str) -> ZoneInfo | None:
    """The time zone of this name; None where it has none, or nobody knows it."""
    try:
        return ZoneInfo(name) if name else None
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return None


def _event(reminding: Reminding, at: datetime, *, address: str, now: datetime) -> Event:
    event = Event()
    event.add("dtstamp", now)
    event.add("dtstart", at)
    event.add("duration", LASTS)
    event.add("rrule", {"freq": "daily", "interval": reminding.every, "count": reminding.times})
    event.add("summary", phrase("reminding", "two_taps"))
    event.add("description", phrase("reminding", "open", address=address))
    event.add("url", address)
    event.add("transp", "TRANSPARENT")
    event.add("class", "PRIVATE")
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", phrase("reminding", "two_taps"))
    alarm.add("trigger", timedelta())
    event.add_component(alarm)
    return event
