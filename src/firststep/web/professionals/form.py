"""What is typed of somebody and of their answers, read; what is to be mended is said beside its field."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any
from uuid import uuid4

from firststep.care.professionals import asked_of
from firststep.knowledge import Asking, Profession, every, words
from firststep.records.professional import (
    LONGEST_NAME,
    LONGEST_NOTE,
    LONGEST_PHONE,
    LONGEST_PLACE,
    Answered,
    Candidate,
    is_npi,
)
from firststep.records.professional_plain import MOST_DIGITS, STATE_LETTERS
from firststep.reports.known.professionals import question_as_data

LONGEST: Mapping[str, int] = {"name": LONGEST_NAME, "place": LONGEST_PLACE, "phone": LONGEST_PHONE}
FIELDS = ("name", "place", "state", "phone", "npi")
CHOICES = ("yes", "no", "unsure")


@dataclass(frozen=True, slots=True)
class Typed:
    """What was typed, and what is wrong with it by field."""

    candidate: Candidate
    wrong: Mapping[str, str]


def blank(now: datetime) -> Candidate:
    """Somebody of whom nothing is told yet."""
    return Candidate(id=uuid4(), kind=next(iter(every(Profession))), name="", added=now)


def details_of(told: Mapping[str, str], before: Candidate) -> Typed:
    """Who somebody is, as it was typed."""
    typed = {name: _line(told.get(name, "")) for name in FIELDS}
    typed["state"] = typed["state"].upper()
    typed["npi"] = typed["npi"].replace(" ", "").replace("-", "")
    kind = told.get("kind", "")
    one = replace(
        before,
        kind=kind if kind in every(Profession) else before.kind,
        name=typed["name"],
        place=typed["place"],
        state=typed["state"],
        phone=typed["phone"],
        npi=typed["npi"],
    )
    said, wrong = words()["finding"], {}
    if not one.name:
        wrong["name"] = said["wrong_name"]
    if one.npi and not is_npi(one.npi):
        wrong["npi"] = said["wrong_npi"]
    if one.state and not (len(one.state) == STATE_LETTERS and one.state.isascii() and one.state.isalpha()):
        wrong["state"] = said["wrong_state"]
    wrong |= {name: said["wrong_long"] for name, most in LONGEST.items() if len(typed[name]) > most}
    return Typed(one, wrong)


def answers_of(told: Mapping[str, str], before: Candidate) -> Typed:
    """What somebody answered, as it was typed; questions for another kind keep what they had."""
    answers, wrong = dict(before.answers), {}
    for question in asked_of(before.kind):
        said = _line(told.get(f"said-{question.id}", ""))
        note = "\n".join(_line(line) for line in told.get(f"note-{question.id}", "").splitlines()).strip()
        answers[question.id] = Answered(said, note)
        if fault := _fault(question, said, note):
            wrong[question.id] = words()["finding"][fault]
    return Typed(replace(before, answers=answers), wrong)


def _fault(question: Asking, said: str, note: str) -> str:
    if len(note) > LONGEST_NOTE:
        return "wrong_long"
    if question.answer == "number":
        sound = not said or (said.isascii() and said.isdigit() and len(said) <= MOST_DIGITS)
        return "" if sound else "wrong_number"
    allowed = ("", *CHOICES) if question.answer == "yes-no" else ("",)
    return "" if said in allowed else "wrong_choice"


def _line(text: str) -> str:
    return " ".join("".join(sign if sign.isprintable() else " " for sign in text).split())


def questions_shown(one: Candidate, wrong: Mapping[str, str]) -> list[dict[str, Any]]:
    """Each question with what was typed, for the page."""
    said = words()["safety"]
    shown = []
    for question in asked_of(one.kind):
        answer = one.answers.get(question.id, Answered())
        options = [(id_, said[id_], answer.said == id_) for id_ in CHOICES]
        shown.append(
            question_as_data(question)
            | {
                "said": answer.said,
                "note": answer.note,
                "options": options,
                "wrong": wrong.get(question.id, ""),
            }
        )
    return shown
