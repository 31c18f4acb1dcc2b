"""Function and the bend of the ankle, each time that they were told or measured."""

from firststep.care import taken
from firststep.care.measuring import FUNCTION, KNEE, SHIN, scored
from firststep.reports.fhir.case import Case
from firststep.reports.fhir.codes import Code, Json, concept, ours
from firststep.reports.fhir.values import ANGLE, DIGITS_MEASURED, LENGTH, quantity, rounded

ANKLE = ((KNEE, Code.KNEE, LENGTH), (SHIN, Code.SHIN, ANGLE))


def function(case: Case) -> list[Json]:
    """What the heel makes hard, in the words of the person; a part for each thing."""
    return [
        case.observation(
            f"{Code.FUNCTION}/{time.on}",
            concept(ours(Code.FUNCTION)),
            time.on,
            component=[
                {"code": concept(text=thing), "valueQuantity": quantity(int(score))}
                for thing, score in time.answers
            ],
        )
        for time in taken(case.known.standing, FUNCTION)
    ]


def ankle(case: Case) -> list[Json]:
    """How far the ankle bends: the middle one of three readings, as on the page.

    Lengths are in centimetres, as they are kept, also for whoever reads inches.
    """
    return [
        case.observation(
            f"{code}/{time.on}",
            concept(ours(code)),
            time.on,
            bodySite=case.ankle(),
            valueQuantity=quantity(rounded(scored(name, time), DIGITS_MEASURED), unit),
            method=concept(ours(f"read-by-{time.answers[0][0]}")) if time.answers[0][0] else None,
        )
        for name, code, unit in ANKLE
        for time in taken(case.known.standing, name)
    ]
