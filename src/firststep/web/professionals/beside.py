"""Candidates side by side, question by question: what each answered, in words."""

from collections.abc import Sequence
from typing import Any

from firststep.care.professionals import HOURS, Cell, CellKind, compare
from firststep.knowledge import Asking, numeral, phrase, words
from firststep.records.professional import Candidate
from firststep.reports.known.professionals import called
from firststep.reports.known.safety import claim_as_data

QUIET = (CellKind.MISSING, CellKind.NOT_ASKED)


def beside(candidates: Sequence[Candidate]) -> list[dict[str, Any]]:
    """Each question with what everybody answered; `open` where nobody answered it."""
    return [
        {
            "open": all(cell.kind in QUIET and not cell.answer.said for cell in row.cells),
            "name": row.question.name,
            "asks": row.question.asks,
            "cells": [
                _cell(row.question, cell, one) for cell, one in zip(row.cells, candidates, strict=True)
            ],
        }
        for row in compare(candidates)
    ]


def _cell(question: Asking, cell: Cell, one: Candidate) -> dict[str, Any]:
    warns = cell.kind is CellKind.WARNING
    return {
        "name": one.name,
        "says": _says(question, cell, one),
        "note": cell.answer.note,
        "quiet": cell.kind in QUIET,
        "warning": words()["finding"]["warning"] if warns else "",
        "warns": question.warns if warns and cell.answer.said == question.warns_if else "",
        "requires": _requires(question, cell),
        "grounds": [claim_as_data(claim)["ground"] for claim in cell.state.known] if cell.state else [],
    }


def _says(question: Asking, cell: Cell, one: Candidate) -> str:
    said = words()["finding"]
    if cell.kind is CellKind.NOT_ASKED:
        return phrase("finding", "not_asked", kind=called((one.kind,)))
    if cell.answer.said.isdigit():
        return " ".join(filter(None, (numeral(f"{int(cell.answer.said):,}"), question.unit)))
    if cell.answer.said:
        return str(words()["safety"][cell.answer.said])
    return "" if cell.answer.note else str(said["missing"])


def _requires(question: Asking, cell: Cell) -> str:
    """What the state asks for, beside the hours; where that was not read, it is said."""
    if question.id != HOURS or cell.kind is CellKind.NOT_ASKED:
        return ""
    if cell.state is None:
        return "" if cell.kind is CellKind.MISSING else str(words()["finding"]["requires_unknown"])
    return phrase("finding", "requires", hours=numeral(f"{cell.state.hours:,}"))
