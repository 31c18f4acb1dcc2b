"""The feed of reminders, which a calendar fetches without a cookie."""

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from firststep.actions.remind import hash_of
from firststep.care import every_asked, reminding, settings_of
from firststep.records import Foot
from firststep.reports.calendar import calendar_file
from firststep.store import read
from firststep.web.language import speak_with
from firststep.web.who import open_to_all

SHOWN_OF_HASH = 16


@open_to_all
@require_safe
def calendar(request: HttpRequest, secret: str) -> HttpResponse:
    """The reminders of whoever's secret this is. It tells times, and nothing else."""
    hash_ = hash_of(secret)
    member = read.with_calendar(hash_)
    if member is None:
        raise Http404
    speak_with(read.settings(member.id))
    now, told = timezone.now(), read.told(member.id)
    speak_with(settings_of(told))
    every = every_asked(told, {foot: read.verdicts(member.id, foot) for foot in Foot}, now)
    content = calendar_file(
        reminding(told, now, every=every),
        feed=hash_[:SHOWN_OF_HASH],
        address=request.build_absolute_uri(reverse("home")),
        now=now,
    )
    response = HttpResponse(content, content_type="text/calendar; charset=utf-8")
    response.headers["Content-Disposition"] = 'inline; filename="firststep.ics"'
    return response
