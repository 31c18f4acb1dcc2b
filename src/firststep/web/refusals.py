"""How a request is refused: in words, as a page or as data."""

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render

from firststep.errors import FirststepError
from firststep.knowledge import phrase, words


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


def in_words(fault: FirststepError) -> str:
    """A fault as the language that is spoken says it; what was found in a file stays in English."""
    what = phrase("refused", "where", where=fault.where, what=fault.what) if fault.where else fault.what
    return phrase("refused", "mend", what=what, mend=fault.mend) if fault.mend else f"{what}."


def _refuse(request: HttpRequest, status: int, title: str, text: str) -> HttpResponse:
    said = words()["refused"]
    if "text/html" not in request.headers.get("Accept", ""):
        return JsonResponse({"error": f"{said[title]}. {said[text]}"}, status=status)
    return render(request, "shell/refused.html", {"title": said[title], "text": said[text]}, status=status)
