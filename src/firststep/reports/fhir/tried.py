"""What was tried: the plan with its techniques, and what is known of each."""

from collections.abc import Iterator
from typing import Any

from firststep.care import Each, each, is_rest_asked, resting, sessions_of, stops_of
from firststep.knowledge import technique, words
from firststep.reports.fhir.case import Case
from firststep.reports.fhir.codes import NOT_YET, Code, Json, concept, ours
from firststep.reports.fhir.values import component, interval, period, quantity, rounded
from firststep.reports.visit.parts import said
from firststep.trial import Estimate

PLAN, REQUEST = "CarePlan", "ServiceRequest"


def tried(case: Case) -> list[Json]:
    """All of it; where nothing can be compared, only the days on which something was done."""
    standing, findings = case.known.standing, case.known.findings
    if not (findings and standing.compared):
        return [*_requests(case), *_done(case), *_stops(case)]
    compared = _compared(case) if each(standing, findings) else _done(case)
    return [_plan(case), *_requests(case), *compared, *_stops(case)]


def _plan(case: Case) -> Json:
    """The person's own plan: `plan` intends something, and neither orders nor advises it."""
    standing = case.known.standing
    return case.resource(
        PLAN,
        status="active",
        intent="plan",
        title=words()["visit"]["sections"]["tried"],
        description=said("method_says"),
        subject=case.patient(),
        period=period(standing.began) if standing.began else None,
        author=case.patient(),
        activity=[{"reference": case.to(REQUEST, name)} for name in standing.compared],
    )


def _requests(case: Case) -> list[Json]:
    """A request of the person to themselves for each technique that was ever compared."""
    standing = case.known.standing
    rest = resting(standing, case.known.today)
    return [
        case.resource(
            REQUEST,
            name,
            status=_status(name in standing.compared, name in rest),
            intent="plan",
            basedOn=[case.to(PLAN)] if case.known.findings and name in standing.compared else [],
            code=case.technique(name),
            subject=case.patient(),
            requester=case.patient(),
            performer=[case.patient()],
            bodySite=[case.heel()],
            note=_taught(case, name),
        )
        for name in standing.techniques
    ]


def _status(is_compared: bool, rests: bool) -> str:
    """`revoked` is what the person took off their list: a comparison has no end of its own."""
    return "revoked" if not is_compared else "on-hold" if rests else "active"


def _taught(case: Case, name: str) -> list[Json]:
    standing = case.known.standing
    one = technique(name, standing.own) if name in standing.own else None
    return [{"text": said("taught", who=one.taught_by, name=one.name)}] if one and one.taught_by else []


def _compared(case: Case) -> Iterator[Json]:
    """Of each technique: how often and how it felt, and its effects; `too few` where the page says so."""
    standing, findings = case.known.standing, case.known.findings
    assert findings is not None
    for one in each(standing, findings):
        yield _how_often(case, one)
        yield _effect(case, Code.OTHERS, one.technique, one.others)
        if is_rest_asked(standing):
            yield _effect(case, Code.REST, one.technique, one.rest)


def _how_often(case: Case, one: Each) -> Json:
    played = {row.technique: row for row in sessions_of(case.known.standing)}.get(one.technique)
    felt = played.comfort.mean if played else None
    counts = [(Code.DONE, one.days), (Code.SESSIONS, played.count if played else 0)]
    parts = [component(code, valueInteger=count) for code, count in counts]
    if felt is not None:
        parts.append(component(Code.COMFORT, valueQuantity=quantity(rounded(float(felt)))))
    return _about(case, one.technique, Code.TRIED, component=parts)


def _effect(case: Case, code: Code, name: str, estimate: Estimate | None) -> Json:
    if estimate is None:
        return _about(case, name, code, dataAbsentReason=concept(NOT_YET, text=said("too_few")))
    value = quantity(rounded(estimate.mean))
    return _about(case, name, code, valueQuantity=value, component=interval(estimate))


def _about(case: Case, name: str, code: Code, **fields: Any) -> Json:
    """An estimate of a technique over the whole diary."""
    diary = case.known.diary
    assert diary is not None
    days = period(diary.days[0].on, diary.days[-1].on)
    return case.estimate(f"{code}/{name}", code, focus=case.about(name), effectivePeriod=days, **fields)


def _done(case: Case) -> Iterator[Json]:
    """The days on which each was done, where nothing is compared."""
    for name, days in sorted(case.known.standing.days_done.items()):
        yield _about(case, name, Code.TRIED, component=[component(Code.DONE, valueInteger=days)])


def _stops(case: Case) -> list[Json]:
    """Every stop because it hurt."""
    why_said = words()["safety"]["resting"]
    return [
        case.observation(
            f"{Code.STOPPED}/{number}/{on}/{name}",
            concept(ours(Code.STOPPED)),
            on,
            focus=case.about(name),
            valueCodeableConcept=concept(ours(f"stopped-{why}"), text=why_said[str(why)]),
        )
        for number, (on, name, why) in enumerate(stops_of(case.known.standing))
    ]
