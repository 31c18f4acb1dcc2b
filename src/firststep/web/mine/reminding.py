"""Set when the calendar reminds, and make the address that it fetches the reminders from."""

from django.http import HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from firststep.actions.adjust import adjust
from firststep.actions.remind import new_calendar_secret
from firststep.errors import FirststepError
from firststep.knowledge import words
from firststep.records import Name
from firststep.store import read
from firststep.web.mine.page import saved, settings_page
from firststep.web.mine.reminders import OFF
from firststep.web.who import Request

CLOCK = len("06:30")  # some browsers send seconds too


@require_POST
def remind(request: Request) -> HttpResponse:
    """Set the time; the first time that one is set, the address of the feed is made and shown."""
    at = request.POST.get("at", "")[:CLOCK]
    values = {Name.REMIND_AT: at}
    if at != OFF:
        values |= {Name.REMIND_AGAIN: request.POST.get("again", OFF), Name.ZONE: request.POST.get("zone", "")}
    try:
        adjust(request.member.id, values, timezone.now())
    except FirststepError:
        return settings_page(request, error=words()["reminding"]["no_clock"], status=400)
    if at == OFF or read.has_calendar(request.member.id):
        return saved(request, "reminders")
    request.settings = read.settings(request.member.id)  # as they are now: the page says so
    return new_link(request)


@require_POST
def new_link(request: Request) -> HttpResponse:
    """A new address of the feed, shown this once; the one before is useless from now on."""
    secret = new_calendar_secret(request.member.id)
    return settings_page(request, link=request.build_absolute_uri(reverse("calendar", args=[secret])))
