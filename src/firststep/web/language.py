"""Which language a page speaks: what the person set, else what the browser asks for, else English."""

from collections.abc import Callable, Mapping

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.utils.cache import patch_vary_headers

from firststep.knowledge import best_of, language, languages, speaking, turn_to
from firststep.records import Name

LONGEST = 500
"""Signs of what a browser asks for that are looked at."""


class Speaks:
    """Middleware that speaks the language that the browser asks for; see `speak_as` for a person's own."""

    def __init__(self, answer: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Answer in one language, and say which."""
        with speaking(best_of(wanted(request.headers.get("Accept-Language", "")))):
            response = self.answer(request)
            if not request.path.startswith("/static/"):
                response.headers.setdefault("Content-Language", language())
                patch_vary_headers(response, ["Accept-Language"])
        return response


def speak_with(settings: Mapping[Name, str]) -> None:
    """From here on, the language that the person set, if they set one that is spoken."""
    if settings[Name.LANGUAGE] in languages():
        turn_to(settings[Name.LANGUAGE])


def wanted(header: str) -> list[str]:
    """The languages of an Accept-Language header, the best liked first; "*" and what is refused left out."""
    asked: list[tuple[float, str]] = []
    for part in header[:LONGEST].split(","):
        code, _, weight = part.partition(";")
        try:
            liked = float(weight.strip().removeprefix("q=")) if weight else 1.0
        except ValueError:
            continue
        if liked > 0 and code.strip() not in ("", "*"):
            asked.append((-liked, code.strip()))
    return [code for _, code in sorted(asked, key=lambda pair: pair[0])]
