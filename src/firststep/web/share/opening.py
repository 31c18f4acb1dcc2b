"""What a viewer asks for: the manifest of a link, and its file. Open to all; the secret is the key to both.

By "SMART Health Cards and Links" (HL7, STU 1), "SMART Health Link Manifest Request". Viewers are pages
of other sites, so these routes, and no others, answer to every origin; cookies play no part.
"""

import json
from datetime import datetime
from typing import Any
from uuid import UUID

from django.core.cache import cache
from django.core.exceptions import RequestDataTooBig
from django.core.signing import BadSignature, Signer
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt

from firststep.actions.share import Handed, Wrong, fetch, open_link
from firststep.errors import RecordError
from firststep.knowledge import words
from firststep.reports.health_link import JOSE, manifest
from firststep.web.who import open_to_all

ASKED = "links-asked"
MOST_ASKED, MINUTE = 60, 60  # requests for a manifest that are heard in a minute, for the whole installation
FILE_SECONDS = 10 * 60  # that the address of a file is good for; the specification allows an hour
TICKETS = Signer(salt="firststep.link-file")
POLICY = "default-src 'none'; frame-ancestors 'none'"


@csrf_exempt
@open_to_all
def opened(request: HttpRequest, secret: str) -> HttpResponse:
    """The manifest of a link; 404 for one that opens nothing, 401 for a wrong passcode."""
    if request.method != "POST":
        return _other(request, "POST")
    if _too_often():
        return _said("too_often", 429, {"Retry-After": str(MINUTE)})
    now = timezone.now()
    try:
        passcode, most = _asked(request)
    except RecordError:
        return _said("not_asked_so", 400)
    found = open_link(secret, passcode, now)
    if isinstance(found, Wrong):
        return _open(JsonResponse({"remainingAttempts": found.left}, status=401))
    return _manifest(request, found, most, now) if found else _said("opens_nothing", 404)


@csrf_exempt
@open_to_all
def file(request: HttpRequest, ticket: str) -> HttpResponse:
    """The encrypted file of a link, for a few minutes after its manifest was read."""
    if request.method != "GET":
        return _other(request, "GET")
    now = timezone.now()
    try:
        told = TICKETS.unsign_object(ticket)
    except (BadSignature, ValueError):
        return _said("opens_nothing", 404)
    content = fetch(UUID(told["link"]), now) if now.timestamp() < told["until"] else None
    return _open(HttpResponse(content, content_type=JOSE)) if content else _said("opens_nothing", 404)


def _asked(request: HttpRequest) -> tuple[str, int | None]:
    """The passcode and the longest embedded content. RecordError where it is no such request."""
    try:
        body: Any = json.loads(request.body)
    except (ValueError, RecursionError, RequestDataTooBig) as fault:
        raise RecordError("this is no JSON") from fault
    if not isinstance(body, dict) or not isinstance(body.get("recipient"), str):
        raise RecordError("it does not say who asks")
    passcode, most = body.get("passcode", ""), body.get("embeddedLengthMax")
    whole = most is None or (isinstance(most, int) and not isinstance(most, bool))
    if not isinstance(passcode, str) or not whole:
        raise RecordError("a field is of another kind")
    return passcode, most


def _manifest(request: HttpRequest, found: Handed, most: int | None, now: datetime) -> HttpResponse:
    until = int(now.timestamp()) + FILE_SECONDS
    ticket = TICKETS.sign_object({"link": str(found.link.id), "until": until})
    location = request.build_absolute_uri(reverse("link-file", args=[ticket]))
    return _open(JsonResponse(manifest(found.content, made=found.link.made, most=most, location=location)))


def _too_often() -> bool:
    asked = int(cache.get(ASKED, 0))
    if not cache.add(ASKED, 1, MINUTE):
        cache.set(ASKED, asked + 1, MINUTE)
    return asked >= MOST_ASKED


def _other(request: HttpRequest, method: str) -> HttpResponse:
    """Another method: what a browser asks before it lets a page of another site ask, or a refusal."""
    methods = f"{method}, OPTIONS"
    if request.method != "OPTIONS":
        return _said("not_asked_so", 405, {"Allow": methods})
    allowed = {
        "Access-Control-Allow-Methods": methods,
        "Access-Control-Allow-Headers": "content-type",
        "Access-Control-Max-Age": "600",
    }
    return _open(HttpResponse(status=204, headers=allowed))


def _said(why: str, status: int, headers: dict[str, str] | None = None) -> HttpResponse:
    return _open(JsonResponse({"error": words()["share"][why]}, status=status, headers=headers))


def _open(response: HttpResponse) -> HttpResponse:
    """Any page may read the answer; it is no page itself, and stands in none."""
    response.headers["Access-Control-Allow-Origin"] = "*"
    response.headers["Content-Security-Policy"] = POLICY
    return response
