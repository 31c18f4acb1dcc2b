"""Which questions of the safety check are asked, given what was answered so far."""

from collections.abc import Iterable, Iterator

from firststep.knowledge import Card, SafetyQuestion, Technique, every, one, traits
from firststep.records import Answer, Answers


def is_safe(question: SafetyQuestion, answer: Answer | None) -> bool:
    """Whether nothing follows from this answer. "Not sure" and no answer are never safe."""
    return answer is not None and str(answer) == question.safe_if


def is_due(question: SafetyQuestion, answers: Answers, doable: Iterable[Technique]) -> bool:
    """Whether a question has to be asked.

    doable
        The techniques that the person has the tools for: a question about cold is asked of
        those only who could use something cold.
    """
    if question.if_tool and not any(traits(one) & set(question.if_tool) for one in doable):
        return False
    return not question.after or any(_may_be_so(gate, answers) for gate in question.after)


def _may_be_so(gate: str, answers: Answers) -> bool:
    """Whether a question that opens others was answered, and not safely."""
    answer = answers.get(gate)
    return answer is not None and not is_safe(every(SafetyQuestion)[gate], answer)


def cards(answers: Answers, doable: Iterable[Technique]) -> Iterator[tuple[Card, tuple[SafetyQuestion, ...]]]:
    """The cards that are shown, in order, each with its questions."""
    doable = tuple(doable)
    for card in every(Card).values():
        asked = tuple(
            question
            for question in every(SafetyQuestion).values()
            if question.card == card.id and is_due(question, answers, doable)
        )
        if asked:
            yield card, asked


def none_of_it() -> dict[str, Answer]:
    """Every question answered so that nothing follows."""
    return {id_: Answer(question.safe_if) for id_, question in every(SafetyQuestion).items()}


def unanswered(answers: Answers, doable: Iterable[Technique]) -> tuple[SafetyQuestion, ...]:
    """What is still to be asked, in order."""
    return tuple(
        question for _, asked in cards(answers, doable) for question in asked if question.id not in answers
    )


def check_answers(answers: Answers) -> None:
    """Refuse answers to questions that there are not. KnowledgeError says which."""
    for id_ in answers:
        one(SafetyQuestion, id_)
