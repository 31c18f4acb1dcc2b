"""The safety check: what was asked, what was answered, and what follows."""

from typing import Any

from firststep.knowledge import KNOWLEDGE_VERSION
from firststep.records import Answer
from firststep.reports.fhir.case import Case
from firststep.reports.fhir.codes import SAFETY_CHECK, Code, Json, concept, ours
from firststep.reports.fhir.values import moment
from firststep.reports.screen.safety import safety as safety_of

QUESTIONNAIRE, RESPONSE = "Questionnaire", "QuestionnaireResponse"


def safety(case: Case) -> list[Json]:
    """The questions, the answers and the outcome; nothing where it was not answered in full form."""
    shown = safety_of(case.known.standing, case.known.today)
    event, result = case.known.standing.safety, shown["result"]
    if event is None or result is None:
        return []
    response = case.resource(
        RESPONSE,
        questionnaire=SAFETY_CHECK,
        status="in-progress" if result["unanswered"] else "completed",
        subject=case.patient(),
        authored=moment(event.happened),
        author=case.patient(),
        source=case.patient(),
        item=_answered(shown["cards"], shown["answers"]),
    )
    outcome = case.observation(
        Code.SAFETY,
        concept(ours(Code.SAFETY)),
        event.on,
        derivedFrom=[case.to(RESPONSE)],
        valueCodeableConcept=concept(ours(f"safety-{result['outcome']}"), text=result["title"]),
    )
    return [response, _questions(case, shown["cards"]), outcome]


def _questions(case: Case, cards: list[dict[str, Any]]) -> Json:
    return case.resource(
        QUESTIONNAIRE,
        url=SAFETY_CHECK,
        version=KNOWLEDGE_VERSION,
        status="active",
        subjectType=["Patient"],
        item=[
            _group(card) | {"type": "group", "item": [_choice(asked) for asked in card["questions"]]}
            for card in cards
        ],
    )


def _choice(asked: dict[str, Any]) -> Json:
    options = [{"valueCoding": ours(f"answer-{answer}")} for answer in Answer]
    return {"linkId": asked["id"], "text": asked["asks"], "type": "choice", "answerOption": options}


def _group(card: dict[str, Any]) -> Json:
    return {"linkId": f"card-{card['id']}", "text": card["title"]}


def _answered(cards: list[dict[str, Any]], answers: dict[str, str]) -> list[Json]:
    """The answers under the cards that ask for them; what was not answered is left out."""
    groups = []
    for card in cards:
        items = [
            {
                "linkId": asked["id"],
                "text": asked["asks"],
                "answer": [{"valueCoding": ours(f"answer-{answers[asked['id']]}")}],
            }
            for asked in card["questions"]
            if asked["id"] in answers
        ]
        groups += [_group(card) | {"item": items}] if items else []
    return groups
