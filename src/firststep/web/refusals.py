"""How a request is refused: in words, as a page or as data."""

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render

from firststep.knowledge import words


def not_yours(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:  # noqa: ARG001
    """The page belongs to somebody else, or to nobody: the answer is the same."""
    return _refuse(request, 403, "title", "text")


def missing(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:  # noqa: ARG001
    """There is no such page."""
    return _refuse(request, 404, "missing", "missing_text")


def broken(request: HttpRequest) -> HttpResponse:
    """A fault of ours."""
    return _refuse(request, 500, "broken", "broken_text")


def stale(request: HttpRequest, reason: str = "") -> HttpResponse:  # noqa: ARG001
    """A form without its token: most often one that was open for too long."""
    return _refuse(request, 403, "stale", "stale_text")


def _refuse(request: HttpRequest, status: int, title: str, text: str) -> HttpResponse:
    said = words()["refused"]
    if "text/html" not in request.headers.get("Accept", ""):
        return JsonResponse({"error": f"{said[title]}. {said[text]}"}, status=status)
    return render(request, "shell/refused.html", {"title": said[title], "text": said[text]}, status=status)
