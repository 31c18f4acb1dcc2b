"""The words of the screens, for every template."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest

from firststep.knowledge import language
from firststep.knowledge import words as every_word
from firststep.records import Name

AUTO = "auto"


def words(request: HttpRequest) -> dict[str, Any]:
    """`{{ words.pair.title }}` in a template is the same sentence everywhere."""
    return {
        "words": every_word(),
        "language": language(),
        "demo": settings.DEMO,
        "theme": _theme(request),
    }


def _theme(request: HttpRequest) -> str:
    """How the person wants the pages to look; before they came in, as the device does."""
    chosen = getattr(request, "settings", None)
    return chosen[Name.THEME] if chosen else AUTO
