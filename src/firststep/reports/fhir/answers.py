"""Both answers, with the sentences of the page."""

from firststep.care import spoken
from firststep.knowledge import called, capital
from firststep.reports.fhir.case import Case
from firststep.reports.fhir.codes import Code, Json, concept, ours
from firststep.trial import ChoiceKind, HelpsKind


def answers(case: Case) -> list[Json]:
    """What was asked and is answered, be it by "too early"; none where nothing was compared."""
    standing, findings = case.known.standing, case.known.findings
    if findings is None:
        return []
    names = {name: called(name, standing.own) for name in findings.techniques}
    choice, helps = findings.choice, findings.helps
    found = []
    if choice.kind is not ChoiceKind.NOT_ASKED:
        found.append(_answer(case, Code.CHOICE, str(choice.kind), spoken(choice.says, names)))
    if helps.kind is not HelpsKind.NOT_ASKED and standing.compared:
        found.append(_answer(case, Code.HELPS, str(helps.kind), spoken(helps.says, names)))
    return found


def _answer(case: Case, code: Code, kind: str, says: str) -> Json:
    assert case.known.diary is not None
    return case.estimate(
        code,
        code,
        effectiveDateTime=case.known.diary.days[-1].on.isoformat(),
        valueCodeableConcept=concept(ours(f"{code}-{kind}"), text=capital(says)),
    )
