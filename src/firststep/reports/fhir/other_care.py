"""Other care of the heel, as the person told it.

What is taken is a statement of medicine, what is worn the use of a device, and the rest a procedure.
"""

from firststep.care.noting import Note
from firststep.knowledge import capital, words
from firststep.records.triggers import CareKind, OtherCare
from firststep.reports.fhir.case import Case
from firststep.reports.fhir.codes import Json, concept, ours
from firststep.reports.fhir.values import period
from firststep.reports.triggers.entries import ONE_DAY, SECTION

WORN = (CareKind.INSOLES, CareKind.SPLINT)
OF_PROCEDURES = {"intended": "preparation", "active": "in-progress"}
"""What R4 calls the same of a procedure."""


def other_care(case: Case) -> list[Json]:
    """A resource an entry, the earliest first, as they are listed on the page."""
    standing = case.known.standing
    notes = [note for note in reversed(standing.book.care()) if note.foot is standing.foot]
    return [_resource(case, note, note.entry) for note in notes if isinstance(note.entry, OtherCare)]


def _resource(case: Case, note: Note, care: OtherCare) -> Json:
    what = concept(ours(f"care-{care.kind}"), text=_called(care))
    if care.kind is CareKind.MEDICINE:
        return _taken(case, note, care, what)
    return _worn(case, note, care, what) if care.kind in WORN else _had(case, note, care, what)


def _taken(case: Case, note: Note, care: OtherCare, what: Json) -> Json:
    return case.resource(
        "MedicationStatement",
        str(note.key),
        status=_so_far(case, care),
        medicationCodeableConcept=what,
        subject=case.patient(),
        effectivePeriod=period(care.since, care.until),
        informationSource=case.patient(),
    )


def _worn(case: Case, note: Note, care: OtherCare, what: Json) -> Json:
    return case.resource(
        "DeviceUseStatement",
        str(note.key),
        contained=[{"resourceType": "Device", "id": "worn", "type": what}],
        status=_so_far(case, care),
        subject=case.patient(),
        timingPeriod=period(care.since, care.until),
        source=case.patient(),
        device={"reference": "#worn"},
        bodySite=case.heel(),
    )


def _had(case: Case, note: Note, care: OtherCare, what: Json) -> Json:
    one_day = str(care.kind) in ONE_DAY and care.until is None
    when = {"performedDateTime": care.since.isoformat()}
    return case.resource(
        "Procedure",
        str(note.key),
        status=OF_PROCEDURES.get(_so_far(case, care), "completed"),
        code=what,
        subject=case.patient(),
        asserter=case.patient(),
        bodySite=[case.heel()],
        **(when if one_day else {"performedPeriod": period(care.since, care.until)}),
    )


def _so_far(case: Case, care: OtherCare) -> str:
    """Where it stands on the day that the page is made on."""
    if care.since > case.known.today:
        return "intended"
    until = care.until or (care.since if str(care.kind) in ONE_DAY else None)
    return "completed" if until and until <= case.known.today else "active"


def _called(care: OtherCare) -> str:
    """What it was, as it was told; when is said beside it."""
    kind = capital(words()[SECTION]["care"][str(care.kind)])
    return f"{kind}: {care.says}" if care.says else kind
