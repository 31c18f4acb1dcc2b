"""Every session that was played, and how it felt."""

from collections.abc import Iterator

from firststep.records import Played
from firststep.reports.fhir.case import Case
from firststep.reports.fhir.codes import PAIN, Code, Json, concept, ours
from firststep.reports.fhir.values import moment, moments, quantity

PROCEDURE = "Procedure"


def sessions(case: Case) -> Iterator[Json]:
    """A procedure a session, and an observation of what was told of how it felt."""
    for event in case.known.standing.sessions:
        if isinstance(event.what, Played):
            yield _session(case, event.what)
            if parts := _felt(event.what):
                yield _feeling(case, event.what, parts)


def _session(case: Case, played: Played) -> Json:
    """`completed` says that it is over, and not that the script came to its end."""
    known = played.technique in case.known.standing.techniques
    return case.resource(
        PROCEDURE,
        _key(played),
        basedOn=[case.to("ServiceRequest", played.technique)] if known else [],
        status="completed",
        code=case.technique(played.technique),
        subject=case.patient(),
        performedPeriod=moments(played.began, played.seconds or 0),
        performer=[{"actor": case.patient()}],
        bodySite=[case.heel()],
    )


def _feeling(case: Case, played: Played, parts: list[Json]) -> Json:
    return case.observation(
        f"{Code.FELT}/{_key(played)}",
        concept(ours(Code.FELT)),
        partOf=[case.to(PROCEDURE, _key(played))],
        effectiveDateTime=moment(played.began),
        component=parts,
    )


def _felt(played: Played) -> list[Json]:
    told = ((Code.BEFORE, played.before), (Code.AFTER, played.after), (Code.COMFORT, played.comfort))
    return [
        {
            "code": concept(*([] if code is Code.COMFORT else [PAIN]), ours(code)),
            "valueQuantity": quantity(score),
        }
        for code, score in told
        if score is not None
    ]


def _key(played: Played) -> str:
    return f"{played.technique}/{played.began.isoformat()}"
