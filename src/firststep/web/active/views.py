"""Files of activity: they come in parts, are looked at, and kept or let go; what is kept of each."""

import json
from typing import Any
from uuid import UUID

from django.conf import settings
from django.http import HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST

from firststep.actions.take_in import forget_source
from firststep.actions.upload import LARGEST_PART, add_part, begin_upload, keep_upload, let_go, look_again
from firststep.errors import FirststepError
from firststep.records import Name
from firststep.reports.known.activity import kept_by_source, upload_as_data
from firststep.reports.known.watched import watched_as_data
from firststep.store import read, read_uploads, read_watched
from firststep.web.refusals import in_words
from firststep.web.who import Request

PAGE = "active"
SHOWN = 10  # files of the watched folder


@require_GET
def page(request: Request) -> HttpResponse:
    """What can be brought in, what is on its way, and what is kept."""
    person = request.member.id
    shown = {
        "page": PAGE,
        "member": request.member,
        "kept": kept_by_source(read.active(person), imperial=_imperial(person)),
        "uploads": _uploads(person),
        "watched": _watched(person),
        "watches": settings.WATCH is not None,
        "part": LARGEST_PART,
    }
    return render(request, "active/page.html", shown)


@require_GET
def uploads(request: Request) -> HttpResponse:
    """What is on its way, for the page that waits for it."""
    return JsonResponse({"uploads": _uploads(request.member.id)})


@require_POST
def begin(request: Request) -> HttpResponse:
    """A file begins to come: {"name": ..., "size": bytes}."""
    try:
        asked = json.loads(request.body)
        name, size = str(asked["name"]), int(asked["size"])
    except (ValueError, TypeError, KeyError):
        return JsonResponse({"error": ""}, status=400)
    return _answer(lambda: {"id": str(begin_upload(request.member.id, name, size, timezone.now()))})


@require_POST
def part(request: Request, id_: UUID) -> HttpResponse:
    """The bytes of a file from `?at=` on; answers how many are here."""
    at = request.GET.get("at", "")
    if not at.isdecimal():
        return JsonResponse({"error": ""}, status=400)
    return _answer(lambda: {"have": add_part(request.member.id, id_, int(at), request.body)})


@require_POST
def settle(request: Request, id_: UUID, what: str) -> HttpResponse:
    """Keep what a file told, or let go of it."""

    def do() -> dict[str, Any]:
        (keep_upload if what == "keep" else let_go)(request.member.id, id_)
        return {"uploads": _uploads(request.member.id)}

    return _answer(do)


@require_POST
def forget(request: Request) -> HttpResponse:
    """Forget all that a source told."""
    forget_source(request.member.id, request.POST.get("source", ""))
    look_again(request.member.id)
    return redirect("active", request.member.id)


def _uploads(person: UUID) -> list[dict[str, Any]]:
    imperial = _imperial(person)
    return [upload_as_data(one, imperial=imperial) for one in read_uploads.uploads_of(person)]


def _watched(person: UUID) -> list[dict[str, Any]]:
    return watched_as_data(read_watched.latest(person, SHOWN))


def _imperial(person: UUID) -> bool:
    return read.settings(person)[Name.UNITS] == "imperial"


def _answer(work: Any) -> HttpResponse:
    try:
        return JsonResponse(work())
    except FirststepError as fault:
        return JsonResponse({"error": in_words(fault)}, status=400)
