"""What every resource of a document says of itself: whose it is, and by which id."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID, uuid5

from firststep.knowledge import called, words
from firststep.reports.fhir.codes import SURVEY, TECHNIQUES, Code, Json, concept, ours
from firststep.reports.visit import Known
from firststep.reports.visit.parts import said
from firststep.trial import OTHER


@dataclass(frozen=True, slots=True)
class Case:
    """One heel of one person, of whom resources are made.

    person
        Every id is made from it, and it cannot be found from them. The same thing has the same id in
        every document of the person, so that whoever takes in a second one gets nothing twice.
    """

    known: Known
    person: UUID

    def id_of(self, kind: str, key: str = "") -> str:
        """The id of a resource; `key` tells it from the others of its kind."""
        return str(uuid5(self.person, f"{kind}/{self.known.standing.foot}/{key}"))

    def patient_id(self) -> str:
        """The id of the person: the same for both heels."""
        return str(uuid5(self.person, "Patient"))

    def patient(self) -> Json:
        """A reference to the person."""
        return {"reference": f"urn:uuid:{self.patient_id()}"}

    def to(self, kind: str, key: str = "") -> Json:
        """A reference to another resource of the document."""
        return {"reference": f"urn:uuid:{self.id_of(kind, key)}"}

    def resource(self, kind: str, key: str = "", **fields: Any) -> Json:
        """A resource; fields with nothing in them are left out."""
        return {"resourceType": kind, "id": self.id_of(kind, key)} | {
            name: value for name, value in fields.items() if value not in (None, [], "")
        }

    def observation(self, key: str, code: Json, on: date | None = None, **fields: Any) -> Json:
        """Something that the person told or that was worked out from it.

        on
            The day that it is about; None where `fields` say it otherwise.
        """
        about = {"effectiveDateTime": on.isoformat()} if on else {}
        usual = {"status": "final", "category": [SURVEY], "code": code, "subject": self.patient()}
        return self.resource(
            "Observation",
            key,
            **(usual | about | {"performer": [self.patient()], "bodySite": self.heel()} | fields),
        )

    def estimate(self, key: str, code: Code, **fields: Any) -> Json:
        """Something that Firststep worked out: every further morning may move it, so it is preliminary."""
        made_by: Json = {"status": "preliminary", "performer": None, "device": self.to("Device")}
        return self.observation(key, concept(ours(code)), **made_by, **fields)

    def heel(self) -> Json:
        """Which heel."""
        foot = str(self.known.standing.foot)
        return concept(ours(f"heel-{foot}"), text=f"{said('foot')}: {said(foot)}")

    def ankle(self) -> Json:
        """Which ankle."""
        return concept(ours(f"ankle-{self.known.standing.foot}"))

    def about(self, technique: str) -> list[Json]:
        """A reference to a technique, be it requested in the document or only named."""
        named = {
            "identifier": {"system": TECHNIQUES, "value": technique},
            "display": self.technique(technique)["text"],
        }
        requested = technique in self.known.standing.techniques
        return [self.to("ServiceRequest", technique) | named if requested else named]

    def technique(self, id_: str) -> Json:
        """A technique by its id, and as it is called."""
        if id_ == OTHER:
            return concept(ours(Code.SOMETHING_ELSE), text=words()["so_far"]["other"])
        name = called(id_, self.known.standing.own)
        return concept({"system": TECHNIQUES, "code": id_, "display": name}, text=name)
