"""The page for a clinician as HTML: a file that stands by itself, or its inside for a page of the app."""

from html import escape

from firststep.knowledge import words
from firststep.reports.visit.content import Visit
from firststep.reports.visit.drawing import WIDTH, course_as_svg
from firststep.reports.visit.parts import Part, Table

STYLE = """
body { max-width: 46rem; margin: 1.5rem auto; padding: 0 1rem; color: #1c2b2d;
  font: 1rem/1.45 "Libertinus Serif", Georgia, serif; }
h1, h2 { color: #0b5d5a; line-height: 1.2; }
h2 { margin: 1.2rem 0 .4rem; border-bottom: 1px solid #c9d4d2; font-size: 1.15rem; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .2rem .8rem; margin: 0; }
dt, .note { color: #52605f; } dd { margin: 0; font-weight: 600; } p { margin: .3rem 0; }
svg { width: 100%; height: auto; } table { width: 100%; border-collapse: collapse; }
th, td { padding: .25rem .4rem; border-bottom: 1px solid #c9d4d2; text-align: end; font-weight: 400; }
th:first-child { text-align: start; } ul, ol { margin: .3rem 0; padding-inline-start: 1.3rem; }
@page { margin: 14mm; } @media print { body { margin: 0; font-size: 10pt; } section { break-inside: avoid; } }
"""


def visit_as_html(page: Visit) -> str:
    """A file that stands by itself and asks nobody else for anything."""
    direction = words()["language"]["direction"]
    return (
        f'<!doctype html>\n<html lang="{page.language}" dir="{direction}">\n<head><meta charset="utf-8">'
        f'<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{escape(page.title)}</title><style>{STYLE}</style></head>\n"
        f"<body>\n<main>\n{visit_inside(page)}</main>\n</body>\n</html>\n"
    )


def visit_inside(page: Visit, *, width: float = WIDTH) -> str:
    """What the page says, marked up; without any look of its own.

    width
        Of the picture, as `course_as_svg` takes it.
    """
    who = "".join(f"<dt>{escape(label)}</dt><dd dir='auto'>{escape(value)}</dd>" for label, value in page.who)
    parts = "".join(_part(part, width) for part in page.parts)
    method = escape(" ".join(page.method))
    return (
        f"<h1>{escape(page.title)}</h1>\n<dl>{who}</dl>\n{parts}"
        f'<div class="method"><p class="note">{method}</p><p class="note">{escape(page.made_on)}</p></div>\n'
    )


def _part(part: Part, width: float) -> str:
    made = "".join(f"<p><strong>{escape(label)}:</strong> {escape(says)}</p>" for label, says in part.pairs)
    if part.course:
        alt = escape(part.course.alt, quote=True)
        picture = course_as_svg(part.course, width).replace(
            "<svg ", f'<svg role="img" aria-label="{alt}" ', 1
        )
        made += f"<figure>{picture}</figure><p>{escape(part.course.level_says)}</p>"
        made += f'<p class="note">{escape(part.course.legend)}</p>'
    made += _table(part.table, part.title) if part.table else ""
    if part.listed:
        tag = "ol" if part.numbered else "ul"
        made += f"<{tag}>{''.join(f'<li>{escape(one)}</li>' for one in part.listed)}</{tag}>"
    made += "".join(f'<p class="note">{escape(one)}</p>' for one in part.says)
    return f'<section id="{part.id}"><h2>{escape(part.title)}</h2>{made}</section>\n'


def _table(table: Table, title: str) -> str:
    """A wide table scrolls by itself, by keyboard too."""
    head = "".join(f'<th scope="col">{escape(name)}</th>' for name in table.columns)
    rows = "".join(f"<tr>{_row(row)}</tr>" for row in table.rows)
    return (
        f'<div class="scrolling" tabindex="0" role="region" aria-label="{escape(title, quote=True)}">'
        f"<table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table></div>"
    )


def _row(row: tuple[str, ...]) -> str:
    cells = "".join(f"<td>{escape(cell)}</td>" for cell in row[1:])
    return f'<th scope="row">{escape(row[0])}</th>{cells}'
