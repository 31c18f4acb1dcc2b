"""The feed of reminders, which a calendar fetches without a cookie."""

from datetime import datetime
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from firststep.actions.remind import hash_of
from firststep.care import asked_every, reminding, standing
from firststep.records import Morning, Setting
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
    now = timezone.now()
    content = calendar_file(
        reminding(read.told(member.id, kinds=[Setting, Morning]), now, every=_every(member.id, now)),
        feed=hash_[:SHOWN_OF_HASH],
        address=request.build_absolute_uri(reverse("home")),
        now=now,
    )
    response = HttpResponse(content, content_type="text/calendar; charset=utf-8")
    response.headers["Content-Disposition"] = 'inline; filename="firststep.ics"'
    return response


def _every(person: UUID, now: datetime) -> int:
    """How often a morning is asked for: less and less often, once the person wishes it so."""
    _, foot = read.last_told(person)
    if foot is None:
        return 1
    counts = standing(read.told(person), foot)
    return asked_every(counts, read.verdicts(person, foot), counts.today(now))
