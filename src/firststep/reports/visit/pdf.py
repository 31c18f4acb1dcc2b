"""The page for a clinician as a tagged PDF (PDF/UA-1), typeset by Typst.

Needs typst, the extra `pdf`.
"""

import json
import re
from collections.abc import Sequence
from datetime import date
from functools import cache
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


UNSHOWN = "\ufffd"
"""What stands for a sign that no font here can draw."""

BEYOND_LATIN = re.compile("[^\x00-\u024f\u2000-\u206f]")


def visit_as_pdf(page: Visit, *, on: date, paper: str = "a4") -> bytes:
    """The page as PDF: on one sheet where it fits; the same content gives the same bytes.

    A page that can be read aloud may hold no sign without a drawing. One that the fonts of Typst
    lack is drawn by a font of this computer that has it; where none has, `UNSHOWN` stands for it.

    on
        The day that it is dated.
    paper
        One of `PAPERS`.
    """
    texts = {size: json.dumps(_data(page, size, paper), ensure_ascii=False) for size in SIZES}
    try:
        return _typeset(texts, on, own_fonts=True)
    except typst.TypstError:
        drawn = {size: BEYOND_LATIN.sub(_drawn, text) for size, text in texts.items()}
    try:
        return _typeset(drawn, on, own_fonts=False)
    except typst.TypstError:  # signs that can be drawn, but not beside each other
        latin = {size: BEYOND_LATIN.sub(UNSHOWN, text) for size, text in texts.items()}
    return _typeset(latin, on, own_fonts=True)


def _drawn(sign: re.Match[str]) -> str:
    return sign[0] if _can_draw(sign[0]) else UNSHOWN


@cache
def _can_draw(sign: str) -> bool:
    """Whether a font of this computer, or one of Typst's own, has the sign."""
    page = b'#set document(title: "A sign")\n#sys.inputs.sign'
    try:
        typst.compile(page, sys_inputs={"sign": sign}, format="pdf", pdf_standards=STANDARD)
    except typst.TypstError:
        return False
    return True


def _typeset(texts: dict[float, str], on: date, *, own_fonts: bool) -> bytes:
    """The page in the first size that fits one sheet, or in the first of all; `texts` by size."""
    fits = (text for text in texts.values() if _sheets(text, own_fonts=own_fonts) == 1)
    made = typst.compile(
        TEMPLATE.read_bytes(),
        sys_inputs={"data": next(fits, texts[SIZES[0]])},
        format="pdf",
        pdf_standards=STANDARD,
        ignore_system_fonts=own_fonts,
        timestamp=(on - date(1970, 1, 1)).days * 86_400,
    )
    assert isinstance(made, bytes)
    return made


def _sheets(text: str, *, own_fonts: bool) -> int:
    """How many sheets it takes."""
    found = typst.query(
        TEMPLATE.read_bytes(),
        "<sheets>",
        field="value",
        one=True,
        sys_inputs={"data": text},
        ignore_system_fonts=own_fonts,
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
