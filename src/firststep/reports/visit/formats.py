"""The page for a clinician in each of its formats, as bytes."""

from datetime import date
from enum import StrEnum
from importlib import import_module

from firststep.errors import MissingExtraError
from firststep.reports.visit.content import Visit
from firststep.reports.visit.html import visit_as_html
from firststep.reports.visit.text import visit_as_text


class Format(StrEnum):
    """How the page is said."""

    PDF = "pdf"
    HTML = "html"
    TEXT = "text"


class Paper(StrEnum):
    """What a PDF is printed on."""

    A4 = "a4"
    LETTER = "us-letter"


TYPES = {
    Format.PDF: "application/pdf",
    Format.HTML: "text/html; charset=utf-8",
    Format.TEXT: "text/plain; charset=utf-8",
}
ENDINGS = {Format.PDF: "pdf", Format.HTML: "html", Format.TEXT: "txt"}


def visit_as(page: Visit, format_: Format, *, on: date, paper: Paper = Paper.A4) -> bytes:
    """The page in a format. MissingExtraError where what it needs is not installed.

    on
        The day that it is dated.
    """
    if format_ is Format.TEXT:
        return visit_as_text(page).encode()
    if format_ is Format.HTML:
        return visit_as_html(page).encode()
    try:
        pdf = import_module("firststep.reports.visit.pdf")
    except ImportError as fault:
        raise MissingExtraError(
            "a PDF needs the pdf extra, which is not installed",
            mend="pip install 'firststep[pdf]', or print the HTML",
        ) from fault
    made: bytes = pdf.visit_as_pdf(page, on=on, paper=str(paper))
    return made
