"""The page about links: the form, the link that was made just now, and those that were made before."""

from collections.abc import Mapping
from datetime import datetime, timedelta, tzinfo
from typing import Any

from django.conf import settings
from django.http import QueryDict
from django.utils import timezone
from django.utils.safestring import mark_safe

from firststep.actions.share import TRIES, Shared, new_passcode
from firststep.errors import FirststepError
from firststep.knowledge import counted, phrase, said_day, words
from firststep.nearby.door import PHONES
from firststep.nearby.phones import Phones
from firststep.nearby.qr import as_svg
from firststep.records.links import Link, LinkState
from firststep.reports.visit import Section
from firststep.store import read, read_links
from firststep.web.visit.asked import foot_asked, sections_asked
from firststep.web.who import Request

LENGTHS = {
    "hour": timedelta(hours=1),
    "day": timedelta(days=1),
    "week": timedelta(days=7),
    "month": timedelta(days=30),
}
USUAL = "day"
CORRECTION = "m"  # the specification's advice for such a code


def share_page(request: Request, *, typed: Mapping[str, str] | None = None, **shown: Any) -> dict[str, Any]:
    """What the page shows.

    typed
        `label`, `lasts` and `passcode` as they were sent.
    shown
        `fault`: why no link was made. `shut`: that one was shut just now.
    """
    typed, zone = typed or {}, read.zone(request.member.id)
    query = request.POST if request.method == "POST" else request.GET
    sections, foot = _sections(query), foot_asked(query)
    chosen, now = typed.get("lasts", USUAL), timezone.now()
    return {
        "member": request.member,
        "page": "share",
        "reach": words()["share"]["reach"][reach(request)],
        "lengths": [
            {"id": name, "label": words()["share"]["lengths"][name], "on": name == chosen} for name in LENGTHS
        ],
        "sections": [(str(one), words()["visit"]["sections"][str(one)]) for one in sections],
        "foot": foot and str(foot),
        "goes": phrase("share", "goes_all" if len(sections) == len(Section) else "goes"),
        "label": typed.get("label", ""),
        "passcode": typed["passcode"] if "passcode" in typed else new_passcode(),
        "passcode_help": phrase("share", "passcode_help", count=TRIES),
        "links": [_listed(one, now, zone) for one in read_links.links_of(request.member.id)],
    } | shown


def _sections(query: QueryDict) -> tuple[Section, ...]:
    try:
        return sections_asked(query)
    except FirststepError:  # why is said beside the form, and no link is made
        return tuple(Section)


def just_made(made: Shared, passcode: str, zone: tzinfo | None) -> dict[str, Any]:
    """The link that was made just now, as text and as a QR code; nobody can show it again."""
    return {
        "text": made.text,
        "qr": mark_safe(as_svg(made.text, level=CORRECTION)),  # noqa: S308  (we drew it)
        "until": phrase("share", "until", until=moment(made.link.until, zone)),
        "passcode": phrase("share", "with_passcode", passcode=passcode) if passcode else "",
    }


def address_of(request: Request) -> str:
    """Where whoever gets a link reaches this installation."""
    phones: Phones | None = request.META.get(PHONES)
    nearby = phones.address if phones and phones.host else ""
    return settings.ORIGIN or nearby or request.build_absolute_uri("/").rstrip("/")


def reach(request: Request) -> str:
    """From how far a link can be opened: 'far', 'home' or 'here'."""
    if settings.ORIGIN:
        return "far"
    phones: Phones | None = request.META.get(PHONES)
    return "home" if phones and phones.host else "here"


def moment(when: datetime, zone: tzinfo | None) -> str:
    """A day and a time, by the person's own clock: "3 March 2026, 14:05"."""
    local = when.astimezone(zone)
    return phrase("share", "moment", day=said_day(local.date()), time=f"{local:%H:%M}")


def _listed(link: Link, now: datetime, zone: tzinfo | None) -> dict[str, Any]:
    state = link.state(now)
    until = {"until": moment(link.until, zone)} if state in (LinkState.OPEN, LinkState.EXPIRED) else {}
    opened = phrase("share", "never_opened")
    if link.last_opened:
        last = moment(link.last_opened, zone)
        opened = counted("share", "opened", link.opened, count=link.opened, last=last)
    return {
        "id": link.id,
        "title": link.label or phrase("share", "no_label"),
        "made": phrase("share", "made", made=moment(link.made, zone)),
        "state": phrase("share", f"state_{state}", **until),
        "opened": opened,
        "asks": link.asks,
        "open": state is LinkState.OPEN,
    }
