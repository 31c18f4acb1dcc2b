"""What stands around the page: whose it is, what made it, and who told it."""

from datetime import datetime
from importlib.metadata import version

from firststep.knowledge import KNOWLEDGE_VERSION
from firststep.reports.fhir.case import Case
from firststep.reports.fhir.codes import ROLE, Json, concept
from firststep.reports.fhir.values import moment
from firststep.reports.visit import Visit
from firststep.reports.visit.parts import said
from firststep.trial.yardsticks import ENGINE_VERSION


def patient(case: Case) -> Json:
    """The name as it was given, and nothing else: no birth date and no gender was asked for."""
    return {"resourceType": "Patient", "id": case.patient_id(), "name": [{"text": case.known.name}]}


def device(case: Case) -> Json:
    """Firststep, with the versions of what the numbers and the words come from."""
    versions = {"software": version("firststep"), "engine": ENGINE_VERSION, "knowledge": KNOWLEDGE_VERSION}
    return case.resource(
        "Device",
        deviceName=[{"name": "Firststep", "type": "user-friendly-name"}],
        version=[{"type": {"text": kind}, "value": value} for kind, value in versions.items()],
    )


def provenance(case: Case, page: Visit, composition: str, made: datetime) -> Json:
    """The person told it, Firststep put it together, out of the diary that is kept."""
    return case.resource(
        "Provenance",
        composition,
        target=[{"reference": f"urn:uuid:{composition}"}],
        recorded=moment(made),
        agent=[
            {"type": _role("author", "Author"), "who": case.patient()},
            {"type": _role("assembler", "Assembler"), "who": case.to("Device")},
        ],
        entity=[{"role": "source", "what": {"display": dict(page.who).get(said("diary"), page.title)}}],
    )


def _role(code: str, display: str) -> Json:
    return concept({"system": ROLE, "code": code, "display": display})
