"""The page for a clinician in each of its formats, as bytes."""

from collections.abc import Collection
from datetime import date, datetime
from enum import StrEnum
from importlib import import_module
from uuid import UUID

from firststep.errors import MissingExtraError
from firststep.reports.fhir import fhir_as_json
from firststep.reports.visit.content import Known, Section, Visit, visit
from firststep.reports.visit.html import visit_as_html
from firststep.reports.visit.text import visit_as_text


class Format(StrEnum):
    """How the page is said."""

    PDF = "pdf"
    HTML = "html"
    TEXT = "text"
    FHIR = "fhir"
    """For the programs of clinics: FHIR R4."""


class Paper(StrEnum):
    """What a PDF is printed on."""

    A4 = "a4"
    LETTER = "us-letter"


TYPES = {
    Format.PDF: "application/pdf",
    Format.HTML: "text/html; charset=utf-8",
    Format.TEXT: "text/plain; charset=utf-8",
    Format.FHIR: "application/fhir+json",
}
ENDINGS = {Format.PDF: "pdf", Format.HTML: "html", Format.TEXT: "txt", Format.FHIR: "fhir.json"}


def file_of(
    known: Known,
    sections: Collection[Section],
    format_: Format,
    *,
    person: UUID,
    made: datetime,
    paper: Paper = Paper.A4,
) -> bytes:
    """The page of what is known, in a format. MissingExtraError where what it needs is not installed.

    person, made
        Whose it is, and when it was made: FHIR has both.
    """
    if format_ is Format.FHIR:
        return fhir_as_json(known, sections, person=person, made=made).encode()
    return visit_as(visit(known, sections), format_, on=known.today, paper=paper)


def visit_as(page: Visit, format_: Format, *, on: date, paper: Paper = Paper.A4) -> bytes:
    """The page in a format that people read. MissingExtraError where what it needs is not installed.

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
