"""When it began and what went before: as told, an association at most, and nobody's diagnosis."""

from firststep.knowledge import days_said
from firststep.records.triggers import Onset
from firststep.reports.fhir.case import Case
from firststep.reports.fhir.codes import Code, Json, concept, ours
from firststep.reports.fhir.values import DAY, component, quantity
from firststep.reports.triggers.data import triggers_as_data
from firststep.reports.visit.parts import said


def onset(case: Case) -> list[Json]:
    """Since when, as told. An observation: a condition is what somebody found, and nobody looked."""
    standing = case.known.standing
    onsets = [one for one in standing.book.of(Onset, standing.foot) if not one.flare]
    if not onsets:
        return []
    first = min(onsets, key=lambda one: one.on)
    about = [component(Code.EITHER_WAY, valueQuantity=quantity(first.within, DAY))] if first.within else []
    told = {"valueDateTime": first.on.isoformat(), "component": about}
    return [case.observation(Code.ONSET, concept(ours(Code.ONSET)), first.on, **told)]


def set_off(case: Case) -> list[Json]:
    """Around each onset or flare: the answer, what stands out, and what was told, in the page's words."""
    return [
        case.estimate(
            f"{Code.SET_OFF}/{number}",
            Code.SET_OFF,
            effectiveDateTime=one["onset"]["on"],
            valueCodeableConcept=concept(ours(f"before-{one['answer']}"), text=_answer(one)),
            component=[
                *(_line(f"rose-{trigger['kind']}", trigger["says"]) for trigger in one["ranked"]),
                *(_line(Code.TOLD, row["says"]) for row in one["told"]),
            ],
            note=[{"text": said("set_off_note")}],
        )
        for number, one in enumerate(triggers_as_data(case.known.around))
    ]


def _answer(one: Json) -> str:
    return days_said(f"{one['title']}: {one['says']}")


def _line(code: str, says: str) -> Json:
    return component(code, valueString=days_said(says))
