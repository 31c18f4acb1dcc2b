"""The page for a clinician as a tagged PDF (PDF/UA-1), typeset by Typst.

Needs typst, the extra `pdf`.
"""

import json
from collections.abc import Sequence
from datetime import date
from importlib.resources import files
from typing import Any, Final

import typst

from firststep.reports.visit.content import Visit
from firststep.reports.visit.drawing import course_as_svg
from firststep.reports.visit.parts import Part

TEMPLATE = files("firststep.reports.visit") / "page.typ"
STANDARD: Final = "ua-1"
SIZES = (9.6, 9.2, 8.8, 8.4, 8.0)
"""Points of the text, from what reads best to what still reads; the first that fits one page."""

WIDE = ("short", "course", "tried")
"""Sections over the whole width; the others stand in two columns, in the order of being read."""

PAPERS = ("a4", "us-letter")


def visit_as_pdf(page: Visit, *, on: date, paper: str = "a4") -> bytes:
    """The page as PDF: on one sheet where it fits; the same content gives the same bytes.

    on
        The day that it is dated.
    paper
        One of `PAPERS`.
    """
    size = next((size for size in SIZES if _sheets(_inputs(page, size, paper)) == 1), SIZES[0])
    made = typst.compile(
        TEMPLATE.read_bytes(),
        sys_inputs=_inputs(page, size, paper),
        format="pdf",
        pdf_standards=STANDARD,
        ignore_system_fonts=True,
        timestamp=(on - date(1970, 1, 1)).days * 86_400,
    )
    assert isinstance(made, bytes)
    return made


def _inputs(page: Visit, size: float, paper: str) -> dict[str, str]:
    return {"data": json.dumps(_data(page, size, paper), ensure_ascii=False)}


def _sheets(inputs: dict[str, str]) -> int:
    """How many sheets it takes."""
    found = typst.query(
        TEMPLATE.read_bytes(),
        "<sheets>",
        field="value",
        one=True,
        sys_inputs=inputs,
        ignore_system_fonts=True,
    )
    return int(json.loads(found)[0])


def _data(page: Visit, size: float, paper: str) -> dict[str, Any]:
    narrow = [part for part in page.parts if part.id not in WIDE]
    return {
        "title": page.title,
        "language": page.language,
        "paper": paper,
        "size": size,
        "who": page.who,
        "wide": [_part(part) for part in page.parts if part.id in WIDE],
        "halves": [[_part(part) for part in half] for half in _halves(narrow)],
        "method": page.method,
        "made_on": page.made_on,
    }


def _part(part: Part) -> dict[str, Any]:
    course = part.course
    return {
        "title": part.title,
        "pairs": part.pairs,
        "course": {
            "svg": course_as_svg(course),
            "alt": course.alt,
            "says": course.level_says,
            "legend": course.legend,
        }
        if course
        else None,
        "table": {"columns": part.table.columns, "rows": part.table.rows} if part.table else None,
        "listed": part.listed,
        "numbered": part.numbered,
        "says": part.says,
    }


def _halves(parts: Sequence[Part]) -> list[list[Part]]:
    """Two columns of about the same length, in order."""
    lengths = [_length(part) for part in parts]
    best = min(range(len(parts) + 1), key=lambda at: abs(sum(lengths[:at]) - sum(lengths[at:])), default=0)
    return [half for half in (list(parts[:best]), list(parts[best:])) if half]


def _length(part: Part) -> int:
    """About how many lines a section takes in half the width."""
    return 3 + sum(1 + len(text) // 55 for text in (*part.listed, *part.says, *(b for _, b in part.pairs)))
