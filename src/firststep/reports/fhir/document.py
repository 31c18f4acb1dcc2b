"""The page for a clinician as a document of FHIR R4: the words of the page, and the same as values."""

import json
from collections.abc import Callable, Collection, Iterable
from datetime import datetime, timedelta
from hashlib import sha256
from uuid import UUID

from firststep.errors import OutputError
from firststep.reports.fhir import before, measured, mornings
from firststep.reports.fhir.answers import answers
from firststep.reports.fhir.around import device, patient, provenance
from firststep.reports.fhir.case import Case
from firststep.reports.fhir.codes import Code, Json, code_system, concept, ours
from firststep.reports.fhir.narrative import narrative, of_page, of_part, paragraphs
from firststep.reports.fhir.other_care import other_care
from firststep.reports.fhir.safety import safety
from firststep.reports.fhir.sessions import sessions
from firststep.reports.fhir.tried import tried
from firststep.reports.fhir.values import moment
from firststep.reports.visit import Known, Section, Visit, visit
from firststep.reports.visit.parts import Part, said

URI = "urn:ietf:rfc:3986"
MINUTE = timedelta(minutes=1)

MAKERS: dict[Section, tuple[Callable[[Case], Iterable[Json]], ...]] = {
    Section.SHORT: (mornings.levels, mornings.worsts, answers),
    Section.COURSE: (mornings.mornings, mornings.levels, mornings.every_level),
    Section.TRIED: (tried, sessions),
    Section.FUNCTION: (measured.function,),
    Section.ANKLE: (measured.ankle,),
    Section.SET_OFF: (before.set_off,),
    Section.CARE: (other_care,),
    Section.SAFETY: (safety,),
    Section.QUESTIONS: (),
}
"""Of each section of the page what it says as values. A section that is left out leaves nothing behind."""


def fhir_as_json(
    known: Known, sections: Collection[Section] = tuple(Section), *, person: UUID, made: datetime
) -> str:
    """The document as the text of a file; see `bundle_of`."""
    return _text(bundle_of(known, sections, person=person, made=made)) + "\n"


def bundle_of(
    known: Known, sections: Collection[Section] = tuple(Section), *, person: UUID, made: datetime
) -> Json:
    """The document: the same content, language and moment give the same bytes.

    sections
        Those that are wanted, as for the page.
    person
        Every id is made from it; it is in no document itself.
    made
        When the document was made, with a time zone. OutputError without one.
    """
    _check_zone(made)
    case, page = Case(known, person), visit(known, sections)
    parts = [_since(case, page), *(_section(case, page, part) for part in page.parts), _method(case, page)]
    around = [patient(case), device(case), code_system(case.id_of("CodeSystem"))]
    made_of = [one for _, resources in parts for one in resources]
    resources = list({one["id"]: one for one in (*around, *made_of)}.values())
    composition = _composition(case, page, [section for section, _ in parts if section], made)
    mark = sha256(_text([composition, resources]).encode()).hexdigest()
    head = {"resourceType": "Composition", "id": case.id_of("Composition", mark)} | composition
    last = provenance(case, page, head["id"], made)
    return _bundle(case.id_of("Bundle", mark), [head, *resources, last], page.language, made)


def _check_zone(made: datetime) -> None:
    offset = made.utcoffset()
    if offset is None or offset % MINUTE:
        raise OutputError("the moment has no time zone that FHIR can write", mend="give it in UTC")


def _text(plain: object) -> str:
    return json.dumps(plain, ensure_ascii=False, separators=(",", ":"), allow_nan=False)


def _section(case: Case, page: Visit, part: Part) -> tuple[Json, list[Json]]:
    resources = [one for make in MAKERS[Section(part.id)] for one in make(case)]
    return _as_section(part.id, part.title, narrative(of_part(part), page.language), resources), resources


def _since(case: Case, page: Visit) -> tuple[Json, list[Json]]:
    """Since when: it stands at the head of the page, which is no section there."""
    resources = before.onset(case)
    told = [says for label, says in page.who if label == said("since")]
    text = narrative(paragraphs(told), page.language)
    return _as_section("since", said("since"), text, resources) if resources else {}, resources


def _method(case: Case, page: Visit) -> tuple[Json, list[Json]]:
    """How it was made; by the side of it what it was made with."""
    section = _as_section("method", said("method"), narrative(paragraphs(page.method), page.language), [])
    return section | {"entry": [case.to("Device"), case.to("CodeSystem")]}, []


def _as_section(id_: str, title: str, text: Json, resources: list[Json]) -> Json:
    told = dict.fromkeys(one["id"] for one in resources)
    entry = [{"reference": f"urn:uuid:{one}"} for one in told]
    section = {"title": title, "code": concept(ours(f"section-{id_}")), "text": text}
    return section | ({"entry": entry} if entry else {})


def _composition(case: Case, page: Visit, sections: list[Json], made: datetime) -> Json:
    return {
        "language": page.language,
        "text": narrative(of_page(page), page.language),
        "status": "final",
        "type": concept(ours(Code.PAGE), text=page.title),
        "subject": case.patient(),
        "date": moment(made),
        "author": [case.patient(), case.to("Device")],
        "title": page.title,
        "section": sections,
    }


def _bundle(id_: str, resources: list[Json], language: str, made: datetime) -> Json:
    return {
        "resourceType": "Bundle",
        "id": id_,
        "language": language,
        "identifier": {"system": URI, "value": f"urn:uuid:{id_}"},
        "type": "document",
        "timestamp": moment(made),
        "entry": [{"fullUrl": f"urn:uuid:{one['id']}", "resource": one} for one in resources],
    }
