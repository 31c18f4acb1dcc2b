"""The service worker, the empty shell of a person's pages, and what a phone needs to install them."""

import json

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.middleware.csrf import get_token
from django.shortcuts import render
from django.templatetags.static import static
from django.views.decorators.http import require_GET

from firststep.knowledge import language, words
from firststep.web.offline.version import WORKER, files, modules, version
from firststep.web.who import Request, open_to_all

PAPER, MAIN = "#faf7f2", "#0b5d5a"
"""The colours of the paper and of what can be tapped, as app.css has them."""


@open_to_all
@require_GET
def worker(_request: HttpRequest) -> HttpResponse:
    """The service worker of this version; a browser asks for it again by itself."""
    listed = [static(name) for name in files()]
    head = f"const VERSION = {json.dumps(version())};\nconst FILES = {json.dumps(listed)};\n"
    return HttpResponse(head + WORKER.read_text("utf-8"), content_type="text/javascript; charset=utf-8")


@open_to_all
@require_GET
def away(request: HttpRequest) -> HttpResponse:
    """What is said where a page is not at hand and the server cannot be reached."""
    return render(request, "offline/away.html")


@require_GET
def shell(request: Request) -> HttpResponse:
    """A person's page with nothing in it; the script finds what it shows in the browser."""
    shown = {"page": "", "title": words()["app"]["name"], "document": "null", "member": request.member}
    return render(request, "diary/page.html", shown | {"modules": modules()})


@require_GET
def token(request: Request) -> HttpResponse:
    """A new token for telling, for a page that was kept for long."""
    response = JsonResponse({})
    response.headers["X-CSRFToken"] = get_token(request)
    return response


@require_GET
def manifest(request: Request) -> HttpResponse:
    """What a phone shows and opens once these pages stand on its home screen."""
    said, person = words()["app"], request.member.id
    return JsonResponse(
        {
            "id": f"/{person}/",
            "lang": language(),
            "dir": words()["language"]["direction"],
            "name": said["name"],
            "short_name": said["name"],
            "description": said["about"],
            "start_url": f"/{person}/today/",
            "scope": "/",
            "display": "standalone",
            "background_color": PAPER,
            "theme_color": MAIN,
            "icons": [
                {"src": static(f"firststep/icon-{size}.png"), "sizes": f"{size}x{size}", "type": "image/png"}
                for size in (192, 512)
            ]
            + [{"src": static("firststep/icon.svg"), "sizes": "any", "type": "image/svg+xml"}],
        },
        content_type="application/manifest+json",
    )
