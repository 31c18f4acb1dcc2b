"""The words of the screens, for every template."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest

from firststep.knowledge import words as texts
from firststep.reports.screen.wording import WORDS


def words(_request: HttpRequest) -> dict[str, Any]:
    """`{{ words.pair.title }}` in a template is the same sentence everywhere.

    So is `{{ texts.library.title }}`, whose words are kept in the files of knowledge.
    """
    return {"words": WORDS, "texts": texts(), "demo": settings.DEMO}
