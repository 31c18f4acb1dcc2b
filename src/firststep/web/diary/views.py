"""Today, So far, History and What to compare: the document is kept ready, a script draws it."""

import json
import logging
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.middleware.csrf import get_token
from django.shortcuts import render
from django.utils import timezone
from django.utils.safestring import mark_safe
from django.views.decorators.http import require_GET, require_POST

from firststep.actions.renew import plain_page, renew
from firststep.actions.tell import tell
from firststep.care import standing
from firststep.errors import FirststepError, RecordError
from firststep.knowledge import words
from firststep.records import Foot, SafetyAnswer, Screened, Seen, Setting, Taught, Told
from firststep.records.plain import from_plain
from firststep.reports.screen.at_hand import one_session
from firststep.reports.screen.document import blank, version
from firststep.store import read
from firststep.web.language import speak_with
from firststep.web.offline.version import modules
from firststep.web.refusals import in_words
from firststep.web.who import Request

log = logging.getLogger("firststep.web")

MOST_EVENTS = 500  # told in one request
IN_A_SCRIPT = {ord(sign): f"\\u{ord(sign):04X}" for sign in "<>&"}
JSON = "application/json"
NEEDED_TO_PLAY = (SafetyAnswer, Screened, Taught)


def nothing_told() -> str:
    """The document before anything is told."""
    return json.dumps(blank())


@require_GET
def page(request: Request, page: str) -> HttpResponse:
    """The shell of a page with its document in it."""
    body = _document(request.member.id, None)
    title = words()["app"][page.replace("-", "_")]
    shown = mark_safe(body.translate(IN_A_SCRIPT))  # noqa: S308  (JSON, and no sign that could end the script)
    return render(
        request,
        "diary/page.html",
        {"page": page, "title": title, "document": shown, "member": request.member, "modules": modules()},
    )


@require_GET
def document(request: Request) -> HttpResponse:
    """The document by itself; `?foot=left` asks for that foot, else the last one told about."""
    asked = request.GET.get("foot")
    foot = Foot(asked) if asked in set(Foot) else None
    response = HttpResponse(_document(request.member.id, foot), content_type=JSON)
    response.headers["X-CSRFToken"] = get_token(request)  # kept pages have none, or an old one
    return response


@require_GET
def script(request: Request) -> HttpResponse:
    """The session of one technique, `?do=`, on one foot: for what is not compared, and so in no document.

    `null` for what is not known, or may not be done now.
    """
    asked = request.GET.get("foot")
    foot = Foot(asked) if asked in set(Foot) else Foot.RIGHT
    counts = standing(read.told(request.member.id, kinds=NEEDED_TO_PLAY), foot)
    return JsonResponse(one_session(counts, request.GET.get("do", "")), safe=False)


@require_POST
def tell_events(request: Request) -> HttpResponse:
    """Take down what a page tells: {"events": [...]}. Answers with the new document.

    What was taken down is confirmed even where the document cannot be made.
    """
    try:
        events = _events(request)
        new = tell(request.member.id, events, timezone.now())
        if any(isinstance(event.what, Setting) for event in events):
            speak_with(read.settings(request.member.id))  # it may have been the language
    except FirststepError as fault:
        return JsonResponse({"error": in_words(fault)}, status=400)
    if events and all(isinstance(event.what, Seen) for event in events):
        return JsonResponse({"new": new, "document": None})
    return _renewed(request.member.id, events[-1].foot if events else None, new)


@require_POST
def renew_document(request: Request) -> HttpResponse:
    """Make the document of a foot anew: {"today": the device's day, "foot": the one it shows}."""
    asked = _asked(request)
    foot = Foot(asked["foot"]) if asked.get("foot") in set(Foot) else read.last_told(request.member.id)[1]
    return _renewed(request.member.id, foot, 0, _day(asked.get("today")))


def _renewed(person: UUID, foot: Foot | None, new: int, today: date | None = None) -> HttpResponse:
    body = nothing_told()
    if foot:
        try:
            body = renew(person, foot, timezone.now(), today=today)
        except Exception:
            log.exception("the document could not be made")
            body = "null"
    return HttpResponse(f'{{"new":{new},"document":{body}}}', content_type=JSON)


def _document(person: UUID, foot: Foot | None) -> str:
    """The document as it is kept, or made anew where it is behind.

    Where that fails, one without plan and findings, so that mornings can still be told.
    """
    last, told_about = read.last_told(person, foot)
    foot = foot or told_about
    if foot is None:
        return nothing_told()
    kept = read.page(person, foot)
    if kept and kept.after == last and kept.version == version():
        return kept.body
    try:
        return renew(person, foot, timezone.now())
    except Exception:
        log.exception("the document could not be made")
        return plain_page(person, foot, timezone.now())


def _asked(request: HttpRequest) -> dict[str, Any]:
    try:
        asked = json.loads(request.body)
    except (ValueError, RecursionError):
        return {}
    return asked if isinstance(asked, dict) else {}


def _day(said: object) -> date | None:
    """The day on the device, if it can be the day anywhere on earth."""
    try:
        day = date.fromisoformat(said) if isinstance(said, str) else None
    except ValueError:
        return None
    return day if day and abs(day - timezone.now().date()) <= timedelta(days=1) else None


def _events(request: HttpRequest) -> list[Told]:
    try:
        listed = json.loads(request.body)["events"]
    except (ValueError, KeyError, TypeError, RecursionError) as fault:
        raise RecordError('the request is not {"events": [...]}', mend="send a list of events") from fault
    if not isinstance(listed, list) or len(listed) > MOST_EVENTS:
        raise RecordError(f"at most {MOST_EVENTS} events are taken at once", mend="send fewer")
    return [from_plain(entry, where=f"event {number}") for number, entry in enumerate(listed, start=1)]
