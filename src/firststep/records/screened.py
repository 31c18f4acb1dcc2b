"""The answers of a safety check."""

from collections.abc import Mapping
from enum import StrEnum


class Answer(StrEnum):
    """One answer. A question without any is unanswered, and that is never a "no"."""

    NO = "no"
    YES = "yes"
    UNSURE = "unsure"


Answers = Mapping[str, Answer]
"""{id of the question: answer}."""
