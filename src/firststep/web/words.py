"""The words of the screens, for every template."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest

from firststep.knowledge import language
from firststep.knowledge import words as every_word


def words(_request: HttpRequest) -> dict[str, Any]:
    """`{{ words.pair.title }}` in a template is the same sentence everywhere."""
    return {"words": every_word(), "language": language(), "demo": settings.DEMO}
