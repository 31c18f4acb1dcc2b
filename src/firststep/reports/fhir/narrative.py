"""The words of a section as the XHTML that FHIR allows: the very parts of the page, and nothing else."""

from collections.abc import Iterable
from datetime import timedelta
from html import escape

from firststep.knowledge import numeral, said_day, words
from firststep.reports.fhir.codes import Json
from firststep.reports.visit import Visit
from firststep.reports.visit.course import Course
from firststep.reports.visit.parts import Part, Table

WEEK = 7
MISSED = "·"
XHTML = "http://www.w3.org/1999/xhtml"


def narrative(lines: Iterable[str], language: str) -> Json:
    """What is shown of a resource or a section; `lines` are XHTML."""
    way = words()["language"]["direction"]
    tongue = f'lang="{language}" xml:lang="{language}" dir="{way}"'
    return {"status": "generated", "div": f'<div xmlns="{XHTML}" {tongue}>{"".join(lines)}</div>'}


def of_page(page: Visit) -> list[str]:
    """The head of the page: what it is, who, and when it was made."""
    return [_tag("h1", page.title), _rows(page.who), _tag("p", page.made_on)]


def of_part(part: Part) -> list[str]:
    """A section of the page, in the order in which it is read."""
    return [
        *([_rows(part.pairs)] if part.pairs else []),
        *(_course(part.course) if part.course else []),
        *([_table(part.table)] if part.table else []),
        *([_list(part)] if part.listed else []),
        *paragraphs(part.says),
    ]


def paragraphs(sentences: Iterable[str]) -> list[str]:
    """A paragraph for each."""
    return [_tag("p", sentence) for sentence in sentences]


def _rows(pairs: Iterable[tuple[str, str]]) -> str:
    rows = "".join(f"<tr>{_tag('th', label)}{_tag('td', says)}</tr>" for label, says in pairs)
    return f"<table><tbody>{rows}</tbody></table>"


def _table(table: Table) -> str:
    head = "".join(_tag("th", column) for column in table.columns)
    rows = "".join(f"<tr>{''.join(_tag('td', cell) for cell in row)}</tr>" for row in table.rows)
    return f"<table><tbody><tr>{head}</tr>{rows}</tbody></table>"


def _course(course: Course) -> list[str]:
    """A row a week, with its first day: a score a morning, a dot for none."""
    scores = [MISSED if pain is None else numeral(f"{pain:g}") for pain in course.pain]
    weeks = range(0, len(scores), WEEK)
    rows = "".join(
        f"<tr>{_tag('th', said_day(course.start + timedelta(days=at)))}"
        f"{''.join(_tag('td', score) for score in scores[at : at + WEEK])}</tr>"
        for at in weeks
    )
    return [f"<table><tbody>{rows}</tbody></table>", _tag("p", course.level_says)]


def _list(part: Part) -> str:
    kind = "ol" if part.numbered else "ul"
    return f"<{kind}>{''.join(_tag('li', line) for line in part.listed)}</{kind}>"


def _tag(name: str, text: str) -> str:
    return f"<{name}>{escape(text, quote=False)}</{name}>"
