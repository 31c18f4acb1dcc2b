"""The page for a clinician as plain text."""

from firststep.reports.known.page import listed, paragraph, section
from firststep.reports.visit.content import Visit
from firststep.reports.visit.course import Course
from firststep.reports.visit.parts import Part, Table, said

WEEK = 7
MISSED = "·"
TEN = "X"


def visit_as_text(page: Visit) -> str:
    """Lines of at most 80 signs; a table is one that a wide name makes wider."""
    lines = [page.title.upper()]
    lines += [line for label, value in page.who for line in paragraph(f"{label}: {value}")]
    for part in page.parts:
        lines += section(part.title, _part(part))
    lines += ["", *(line for sentence in page.method for line in paragraph(sentence))]
    return "\n".join([*lines, "", *paragraph(page.made_on)]) + "\n"


def _part(part: Part) -> list[str]:
    lines = [line for label, says in part.pairs for line in paragraph(f"{label}: {says}")]
    lines += _course(part.course) if part.course else []
    lines += _table(part.table) if part.table else []
    if part.numbered:
        lines += [line for n, one in enumerate(part.listed, start=1) for line in paragraph(f"{n}. {one}")]
    else:
        lines += listed(part.listed)
    return lines + [line for sentence in part.says for line in paragraph(sentence)]


def _course(course: Course) -> list[str]:
    """A sign a morning, a week a group: 0 to 9, X for 10, a dot for none."""
    signs = "".join(_sign(pain) for pain in course.pain)
    weeks = [signs[at : at + WEEK] for at in range(0, len(signs), WEEK)]
    return [
        *paragraph(" ".join(weeks)),
        *paragraph(said("course_text")),
        *paragraph(course.level_says),
        *paragraph(course.legend),
    ]


def _sign(pain: float | None) -> str:
    if pain is None:
        return MISSED
    return TEN if pain > 9 else str(int(pain))  # noqa: PLR2004 - the highest with one sign


def _table(table: Table) -> list[str]:
    rows = [table.columns, *table.rows]
    widths = [max(len(row[at]) for row in rows) for at in range(len(table.columns))]
    return [
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows
    ]
