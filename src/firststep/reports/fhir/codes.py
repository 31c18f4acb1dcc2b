"""The codes of the document: few of others', each one read, and for the rest our own.

A public code stands here only where its source was read (docs/decisions/0028-fhir.md). Everything else
has a code of ours, which every document explains: the code system travels with it. What a code
displays is English in every language, as in the code systems of others: it is for machines. What
people read are the words of the page, as the text of a section or of a value.
"""

from collections.abc import Iterable
from enum import StrEnum
from typing import Any

from firststep.care.triggers import Answer as Triggered
from firststep.care.triggers import Kind
from firststep.knowledge import Outcome
from firststep.records import Answer, By, Foot, Why
from firststep.records.triggers import CareKind
from firststep.reports.visit import Section
from firststep.trial import ChoiceKind, HelpsKind

Json = dict[str, Any]

OURS = "urn:uuid:4e28cf96-2e36-416d-8415-0309e9b46d17"
TECHNIQUES = "urn:uuid:994c35ec-4b11-4a9e-9754-d0bcd7856a50"
SAFETY_CHECK = "urn:uuid:2498432b-7426-408a-b921-2afae94b8577"
"""Our code systems and the questionnaire: names that stand for nothing but themselves, at no address."""

LOINC, UCUM = "http://loinc.org", "http://unitsofmeasure.org"
CATEGORY = "http://terminology.hl7.org/CodeSystem/observation-category"
ABSENT = "http://terminology.hl7.org/CodeSystem/data-absent-reason"
ROLE = "http://terminology.hl7.org/CodeSystem/provenance-participant-type"

PAIN = {
    "system": LOINC,
    "code": "72514-3",
    "display": "Pain severity - 0-10 verbal numeric rating [Score] - Reported",
}
SURVEY = {"coding": [{"system": CATEGORY, "code": "survey", "display": "Survey"}]}
NOT_YET = {"system": ABSENT, "code": "temp-unknown", "display": "Temporarily Unknown"}


class Code(StrEnum):
    """What is told, by a code of ours."""

    PAGE = "visit-page"
    FIRST_STEP = "first-step-pain"
    WORST = "worst-pain-of-seven-days"
    DIARY = "diary"
    SCORED = "mornings-with-a-score"
    DAYS = "days"
    LEVEL = "level"
    LEVELS = "level-each-morning"
    LOW = "interval-low"
    HIGH = "interval-high"
    CHOICE = "choice"
    HELPS = "helps"
    TRIED = "technique-tried"
    DONE = "days-done"
    SESSIONS = "sessions"
    COMFORT = "comfort"
    OTHERS = "effect-against-the-others"
    REST = "effect-against-rest-days"
    FELT = "session-felt"
    BEFORE = "pain-before-session"
    AFTER = "pain-after-session"
    STOPPED = "stopped-because-it-hurt"
    SOMETHING_ELSE = "something-else"
    FUNCTION = "function"
    KNEE = "knee-to-wall"
    SHIN = "shin-angle"
    ONSET = "onset"
    EITHER_WAY = "days-either-way"
    SET_OFF = "what-went-before"
    TOLD = "told-before"
    SAFETY = "safety-check"


MEANS: dict[str, str] = {
    Code.PAGE: "Heel pain diary: a page for the visit",
    Code.FIRST_STEP: "Pain of the first steps on rising, 0 to 10",
    Code.WORST: "Worst pain of the last seven days, 0 to 10",
    Code.DIARY: "The time that a diary was kept",
    Code.SCORED: "Mornings with a score",
    Code.DAYS: "Days from the first morning to the last",
    Code.LEVEL: "Estimated first-step pain with none of what was tried",
    Code.LEVELS: "The same each morning: mean, and both ends of its interval",
    Code.LOW: "Low end of the interval that holds with 90 in 100 chance",
    Code.HIGH: "High end of the interval that holds with 90 in 100 chance",
    Code.CHOICE: "Whether it matters which technique is done",
    Code.HELPS: "Whether anything is better than doing none of it",
    Code.TRIED: "How a technique was tried",
    Code.DONE: "Days on which it was done",
    Code.SESSIONS: "Sessions that were played",
    Code.COMFORT: "How it felt: 1 very unpleasant to 5 very pleasant",
    Code.OTHERS: "Points against the mean of the other techniques; below 0 is less pain",
    Code.REST: "Points against rest days; below 0 is less pain",
    Code.FELT: "How a session felt",
    Code.BEFORE: "Pain right before a session, 0 to 10",
    Code.AFTER: "Pain right after a session, 0 to 10",
    Code.STOPPED: "A session was stopped because it hurt",
    Code.SOMETHING_ELSE: "Something that is not on the list",
    Code.FUNCTION: "What the heel makes hard: 0 not at all, 10 as well as before",
    Code.KNEE: "Farthest distance of the big toe from the wall with the knee at it",
    Code.SHIN: "Farthest lean of the shin from upright with the heel on the floor",
    Code.ONSET: "First morning of the pain, as told",
    Code.EITHER_WAY: "It may have been so many days earlier or later",
    Code.SET_OFF: "What stood out before an onset or a flare: an association, and no cause",
    Code.TOLD: "Told of the six weeks before",
    Code.SAFETY: "What follows from the safety check",
}
"""{code of ours: what it means}, with what `_all_of` adds."""

UNFINISHED = "unfinished"


def _all_of(about: str, names: Iterable[str]) -> dict[str, str]:
    return {f"{about}-{name}": f"{about}: {name}".replace("-", " ").capitalize() for name in map(str, names)}


MEANS |= (
    _all_of("section", (*Section, "since", "method"))
    | _all_of("choice", ChoiceKind)
    | _all_of("helps", HelpsKind)
    | _all_of("answer", Answer)
    | _all_of("safety", (*Outcome, UNFINISHED))
    | _all_of("stopped", Why)
    | _all_of("read-by", By)
    | _all_of("care", CareKind)
    | _all_of("heel", Foot)
    | _all_of("ankle", Foot)
    | _all_of("before", Triggered)
    | _all_of("rose", Kind)
)


def ours(code: str) -> Json:
    """A coding of ours. KeyError where no document would explain it."""
    return {"system": OURS, "code": str(code), "display": MEANS[code]}


def concept(*codings: Json, text: str = "") -> Json:
    """What something is, by codes, in words, or both."""
    return ({"coding": list(codings)} if codings else {}) | ({"text": text} if text else {})


def code_system(id_: str) -> Json:
    """Our codes, as the resource that explains them to whoever gets a document."""
    return {
        "resourceType": "CodeSystem",
        "id": id_,
        "url": OURS,
        "name": "Firststep",
        "title": "What Firststep tells",
        "status": "active",
        "caseSensitive": True,
        "content": "complete",
        "concept": [{"code": str(code), "display": display} for code, display in MEANS.items()],
    }
