"""What a question asks for: people choose a question, not a design."""

from collections.abc import Mapping

from firststep.errors import TrialError
from firststep.knowledge import NONE_OF_ONES_OWN, Technique, called, phrase, technique
from firststep.records import Comparing, Question

REST_DAYS = 1 / 7
"""Share of rest days where the question is whether it helps."""

MOST_COMPARED = 6
"""More than this takes longer to tell apart than most people keep a diary."""

FEWEST = {Question.HELPS: 1, Question.WHICH: 2, Question.GUIDE: 1}
"""Techniques that a question needs."""


def is_compared(comparing: Comparing) -> bool:
    """Whether anything is compared, or the person is only guided."""
    return comparing.question is not Question.GUIDE


def rest_days(question: Question) -> float:
    """The share of rest days that a question needs, 0 to 1."""
    return REST_DAYS if question is Question.HELPS else 0.0


def check_comparing(
    comparing: Comparing, *, retired: bool = False, own: Mapping[str, Technique] = NONE_OF_ONES_OWN
) -> None:
    """Refuse what the question cannot be asked with. TrialError or KnowledgeError says what is missing.

    retired
        Whether techniques that are no longer offered will do: they did, at that time.
    own
        Techniques of the person's own, by id.
    """
    count, fewest = len(comparing.techniques), FEWEST[comparing.question]
    if not fewest <= count <= MOST_COMPARED:
        raise TrialError(
            phrase("telling", "count", fewest=fewest, most=MOST_COMPARED, count=count),
            mend=phrase("telling", "choose_count", fewest=fewest, most=MOST_COMPARED),
        )
    if comparing.expects is not None and comparing.expects not in comparing.techniques:
        raise TrialError(
            phrase("telling", "not_chosen", name=comparing.expects),
            mend=phrase("telling", "choose_it"),
        )
    for id_ in comparing.techniques:
        if technique(id_, own).retired and not retired:
            name = called(id_, own)
            raise TrialError(
                phrase("telling", "retired", name=name), mend=phrase("telling", "choose_offered")
            )
