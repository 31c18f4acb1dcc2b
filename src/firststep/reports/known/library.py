"""The library as data: every technique in words, what is said and known, and what was read.

Pages and the command take their words from here.
"""

from collections.abc import Iterable
from typing import Any

from firststep.care import ruled_out_by
from firststep.care.screening.outcome import NOT_BEFORE_SEEN
from firststep.care.sessions import Feet, script
from firststep.knowledge import (
    Basis,
    Claim,
    Family,
    Grade,
    Phase,
    Posture,
    Saying,
    Source,
    Stroke,
    Structure,
    Technique,
    Tool,
    capital,
    counted,
    every,
    offered,
    one,
    phrase,
    seconds,
    words,
)
from firststep.knowledge.kinds.body import Code
from firststep.knowledge.kinds.technique import Dose
from firststep.reports.known.maps import maps_as_data
from firststep.reports.known.safety import NO_AUTHOR, authors, claim_as_data, reviewed

MINUTE = 60
HEADINGS = {Posture.LYING: "lie", Posture.STANDING: "stand"}
"""The key of the heading over a posture; all others sit."""


def library_as_data(own: Iterable[Technique] = ()) -> dict[str, Any]:
    """What is offered, by family in the order of the library, each in a few lines; ready for JSON.

    own
        Techniques of the person's own: `own`, before the families.
    """
    listed = offered()
    return {
        "own": [_in_short(technique) for technique in own],
        "families": [
            {
                "id": str(family),
                "title": _said("family", str(family)),
                "techniques": [_in_short(technique) for technique in listed if technique.family is family],
            }
            for family in Family
            if any(technique.family is family for technique in listed)
        ],
    }


def technique_as_data(technique: Technique) -> dict[str, Any]:
    """All that is known of one technique, every field in words; ready for JSON.

    `seconds` is the time of its phases on one side (on both, where `at_once`). `not_with` are
    the questions that rule it out; `all` marks those that rule out everything. A claim is
    {"says", "ground"}.
    """
    return _in_short(technique) | {
        "version": technique.version,
        "how": technique.how,
        "at_once": technique.at_once,
        "tools": [_tool(one(Tool, id_)) for id_ in technique.tools],
        "posture": _posture(technique),
        "steps": _steps(technique),
        "phases": [_phase(phase) for phase in technique.phases],
        "effort": {
            "ceiling": technique.effort.ceiling,
            "says": phrase("session", "how_hard", ceiling=technique.effort.ceiling),
            "why": _claim(technique.effort.why, technique),
        },
        "dose": _dose(technique),
        "stop_for": _stop_for(technique),
        "not_with": [
            {"id": question.id, "asks": question.asks, "all": question.outcome in NOT_BEFORE_SEEN}
            for question in ruled_out_by(technique)
        ],
        "reaches": [_structure(one(Structure, id_)) for id_ in technique.reaches],
        "evidence": [
            _claim(claim, technique) for claim in (technique.evidence.claim, *technique.evidence.more)
        ],
        "reviewed": reviewed(technique.review),
    }


def sayings_as_data() -> list[dict[str, Any]]:
    """What is commonly said, who says it, what is known, and what Firststep does; in order."""
    return [
        {
            "id": saying.id,
            "said": saying.said,
            "who": claim_as_data(saying.who),
            "known": [claim_as_data(claim) for claim in saying.known],
            "so": saying.so,
            "reviewed": reviewed(saying.review),
        }
        for saying in every(Saying).values()
    ]


def sources_as_data() -> list[dict[str, Any]]:
    """What was read, how much of it (`read`), and what it says in our words; by author and year.

    `at` is where to find it in words: its DOI, or else its number in PubMed Central.
    """
    listed = sorted(every(Source).values(), key=lambda source: (_author(source).lower(), source.year or 0))
    return [
        {
            "id": source.id,
            "title": source.title,
            "authors": authors(source),
            "year": source.year,
            "where": source.where,
            "doi": source.doi,
            "pmcid": source.pmcid,
            "at": phrase("library", "doi", doi=source.doi) if source.doi else source.pmcid,
            "seen": str(source.seen),
            "read": phrase("library", f"read_{source.seen}"),
            "says": source.says,
            "reviewed": reviewed(source.review),
        }
        for source in listed
    ]


def _in_short(technique: Technique) -> dict[str, Any]:
    """What a list says of a technique."""
    return {
        "id": technique.id,
        "name": technique.name,
        "title": capital(technique.name),
        "family": str(technique.family),
        "family_title": _said("family", str(technique.family)),
        "taught": phrase("library", "taught", by=technique.taught_by) if technique.taught_by else None,
        "needs": technique.needs,
        "seconds": seconds(technique),
        "about": in_short(technique),
        "grade": str(technique.evidence.grade),
        "evidence_title": _evidence(technique),
        "known": _claim(technique.evidence.claim, technique),
        "first": technique.first,
        "retired": technique.retired,
    }


def _evidence(technique: Technique) -> str:
    """How much is known: of one's own where nothing was read, nobody here has looked."""
    if technique.taught_by and technique.evidence.grade is Grade.UNTESTED:
        return phrase("teaching", "evidence")
    return _said("grade", str(technique.evidence.grade))


def in_short(technique: Technique) -> str:
    """How long it takes on one side, and how the body is held: 'about 4 minutes, seated'."""
    posture = _said("posture", str(technique.posture.kind))
    return phrase("library", "about", minutes=_minutes(technique), posture=posture)


def _claim(claim: Claim, technique: Technique) -> dict[str, str]:
    """A claim and its ground; of a technique of one's own nobody knows more than that it was written down."""
    if technique.taught_by and claim.basis is Basis.OURS:
        return {"says": claim.says, "ground": phrase("library", "written_down")}
    return claim_as_data(claim)


def _minutes(technique: Technique) -> str:
    minutes = max(1, round(seconds(technique) / MINUTE))
    return counted("library", "minutes", minutes, minutes=minutes)


def _stop_for(technique: Technique) -> list[str]:
    """What to stop for; to what somebody taught the usual is added here too, as in a session."""
    return list(script(technique, Feet.RIGHT).stop if technique.taught_by else technique.stop_for)


def _tool(tool: Tool) -> dict[str, Any]:
    return {
        "id": tool.id,
        "name": tool.name,
        "needs": tool.needs,
        "instead": phrase("library", "or_else", instead=tool.instead) if tool.instead else None,
        "care_title": phrase("library", "tool_care", name=tool.name),
        "care": [claim_as_data(claim) for claim in tool.care],
    }


def _posture(technique: Technique) -> dict[str, Any]:
    posture = technique.posture
    return {
        "kind": str(posture.kind),
        "title": phrase("library", HEADINGS.get(posture.kind, "sit")),
        "says": phrase("session", f"sit_{posture.kind}_what"),
        "why": _claim(posture.why, technique),
        "later": posture.later,
    }


def _steps(technique: Technique) -> str:
    key = "at_once" if technique.at_once else "steps_lead"
    return phrase("library", key, minutes=capital(_minutes(technique)))


def _phase(phase: Phase) -> dict[str, Any]:
    key = "once" if phase.times == 1 else "times_rest" if phase.rest else "times"
    stroke = one(Stroke, phase.stroke) if phase.stroke else None
    return {
        "does": phase.does,
        "title": phase.title,
        "seconds": phase.seconds,
        "times": phase.times,
        "rest": phase.rest,
        "lasts": phrase("library", key, seconds=phase.seconds, times=phase.times, rest=phase.rest),
        "says": phase.say,
        "path": phrase("library", "path", path=stroke.says) if stroke else None,
        "drawing": _drawing(stroke) if stroke else None,
        "pace": _pace(phase, stroke),
        "cue": phrase("library", "cue", cue=phase.cue) if phase.cue else None,
    }


def _drawing(stroke: Stroke) -> dict[str, Any]:
    """A still picture of a path: its map, its points as SVG has them, and the numbered places."""
    return {
        "map": maps_as_data()[stroke.map],
        "points": "" if stroke.spots else " ".join(f"{x},{y}" for x, y in stroke.path),
        "stops": [{"number": n, "x": x, "y": y} for n, (x, y) in enumerate(stroke.stops or stroke.path, 1)],
    }


def _pace(phase: Phase, stroke: Stroke | None) -> str | None:
    if phase.pace_seconds is None:
        return None
    key = "pace" if stroke and stroke.back else "pace_one"
    return phrase("library", key, pace=phase.pace_seconds)


def _dose(technique: Technique) -> dict[str, Any]:
    dose = technique.dose
    return {
        "a_day": dose.a_day,
        "every_days": dose.every_days,
        "apart_minutes": dose.apart_minutes,
        "says": _often(dose),
        "why": _claim(dose.why, technique),
    }


def _often(dose: Dose) -> str:
    """How often, as "At most twice a day, every second day. 60 minutes apart or more."."""
    day = {1: "day_1", 2: "day_2"}.get(dose.every_days, "day_more")
    times = {1: "times_1", 2: "times_2"}.get(dose.a_day, "times_more")
    often = phrase(
        "library",
        "often_says",
        times=phrase("library", times, n=dose.a_day),
        days=phrase("library", day, n=dose.every_days),
    )
    apart = phrase("library", "apart", minutes=dose.apart_minutes)
    return f"{often} {apart}" if dose.a_day > 1 else often


def _structure(structure: Structure) -> dict[str, Any]:
    return {
        "id": structure.id,
        "name": structure.name,
        "latin": structure.latin,
        "what": structure.what,
        "codes": [_code(code) for code in structure.codes],
    }


def _code(code: Code) -> dict[str, Any]:
    says = phrase("library", "code", system=code.system, code=code.code)
    confirmed = code.basis is Basis.READ
    return {
        "system": code.system,
        "code": code.code,
        "confirmed": confirmed,
        "says": says if confirmed else phrase("library", "to_confirm", code=says),
    }


def _author(source: Source) -> str:
    return source.title if source.authors == NO_AUTHOR else source.authors


def _said(table: str, key: str) -> str:
    return str(words()["library"][table][key])
