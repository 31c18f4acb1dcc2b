"""Candidates side by side: what is known of each, what is missing, what is a warning sign. No score.

A score would need a weight for each answer, and nobody knows one.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from firststep.errors import RecordError
from firststep.knowledge import Asking, Profession, State, every, one
from firststep.records.professional import Answered, Candidate

HOURS = "hours"
"""The question whose answer stands beside what the state asks for."""

CHOICES = ("yes", "no", "unsure")


class CellKind(StrEnum):
    """How an answer stands."""

    KNOWN = "known"
    MISSING = "missing"
    WARNING = "warning"
    NOT_ASKED = "not-asked"
    """A question for another kind of professional."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One answer of one candidate.

    state
        For hours of training: what their state asks for, where that was read.
    """

    kind: CellKind
    answer: Answered
    state: State | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """One question, and a cell for each candidate."""

    question: Asking
    cells: tuple[Cell, ...]


def asked_of(kind: str) -> tuple[Asking, ...]:
    """The questions for a kind of professional, in order."""
    return tuple(question for question in every(Asking).values() if not question.of or kind in question.of)


def compare(candidates: Iterable[Candidate]) -> tuple[Row, ...]:
    """Every question that is asked of any of them, in order."""
    listed = tuple(candidates)
    rows = (
        Row(question, tuple(_cell(question, one_) for one_ in listed)) for question in every(Asking).values()
    )
    return tuple(row for row in rows if any(cell.kind is not CellKind.NOT_ASKED for cell in row.cells))


def _cell(question: Asking, candidate: Candidate) -> Cell:
    if question.of and candidate.kind not in question.of:
        return Cell(CellKind.NOT_ASKED, Answered())
    answer = candidate.answers.get(question.id, Answered())
    state = every(State).get(candidate.state.lower()) if question.id == HOURS else None
    return Cell(_stands(question, answer, state), answer, state)


def _stands(question: Asking, answer: Answered, state: State | None) -> CellKind:
    """An answer that is "not sure" is as good as none; fewer hours than the state asks for warn."""
    if question.warns_if is not None and answer.said == question.warns_if:
        return CellKind.WARNING
    if state is not None and answer.said.isdigit() and int(answer.said) < state.hours:
        return CellKind.WARNING
    told = answer.said not in ("", "unsure") or (not answer.said and answer.note.strip())
    return CellKind.KNOWN if told else CellKind.MISSING


def told_wrong(kind: str, answers: Mapping[str, Answered]) -> None:
    """Refuse what is no kind of professional, or no answer to a question. KnowledgeError or RecordError."""
    one(Profession, kind)
    for id_, answer in answers.items():
        question = one(Asking, id_)
        allowed = {
            "yes-no": answer.said in ("", *CHOICES),
            "number": answer.said in ("", "unsure") or answer.said.isdigit(),
            "text": answer.said == "",
        }
        if not allowed[question.answer]:
            raise RecordError(
                f"'{answer.said[:20]}' is no answer to '{id_}'", where="the sheet", mend="answer it again"
            )
