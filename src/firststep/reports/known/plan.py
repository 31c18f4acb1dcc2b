"""A plan as data, and on a page of plain text."""

from datetime import date
from typing import Any

from firststep.care.planning.course import Checkpoint, Stage
from firststep.care.planning.plan import Plan
from firststep.care.screening.outcome import NOT_BEFORE_SEEN
from firststep.care.sessions import script
from firststep.knowledge import Advice, Technique, phrase, words
from firststep.records import Question
from firststep.reports.known.page import listed, paragraph, section
from firststep.reports.known.safety import claim_as_data, reviewed, safety_as_data
from firststep.reports.known.safety_text import safety_as_text

MINUTE = 60
ACTIVE = "-active"
"""How the id of the same technique with a moving foot ends."""


def plan_as_data(plan: Plan, today: date) -> dict[str, Any]:
    """A plan, ready for JSON."""
    said, safety = words()["plan"], words()["safety"]
    foot = plan.wishes.foot
    return {
        "made_on": today.isoformat(),
        "foot": foot,
        "safety": safety_as_data(plan.screening, country=plan.wishes.country),
        "ask_again": [safety[f"again_{reason}"] for reason in plan.ask_again],
        "question": str(plan.question) if plan.question else None,
        "compare": [_technique(one, foot) for one in plan.compare],
        "steady": [_technique(one, foot) for one in plan.steady],
        "background": [_advice(advice) for advice in plan.background],
        "others": [_technique(one, foot) for one in plan.others],
        "stage": str(plan.stage),
        "said": [_advice(advice) for advice in plan.said],
        "also": list(plan.wishes.also),
        "reviews": [_checkpoint(point) for point in plan.checkpoints],
        "emergency": said["emergency"],
        "red_flags": said["red_flags"],
        "see": safety["whom"][str(plan.see)] if plan.see else None,
    }


def plan_as_text(plan: Plan, today: date) -> str:
    """A plan on a page of plain text: lines of at most 80 signs."""
    said, data = words()["plan"], plan_as_data(plan, today)
    lines = [said["title"].format(foot=said[data["foot"]]), *paragraph(said["today"].format(day=today))]
    if data["ask_again"]:
        lines += ["", *paragraph(words()["safety"]["again"]), *listed(data["ask_again"])]
    lines += ["", *safety_as_text(data["safety"] | {"left_out": [], "open": []})]
    lines += _compare(plan, data)
    lines += section(
        said["steady"],
        listed(map(_line, data["steady"])),
        listed(f"{one['title']}: {one['says']}" for one in data["background"]),
    )
    lines += section(
        said["others"], paragraph(", ".join(one["name"] for one in data["others"])) if plan.others else []
    )
    lines += _said(plan, data)
    lines += section(
        said["reviews"],
        listed(map(_review, _ahead(data["reviews"]))),
        listed([said["emergency"], said["red_flags"], said["graduation"]]),
    )
    if data["see"] and plan.screening.gravest not in NOT_BEFORE_SEEN:
        lead = said["see_nothing_left" if plan.screening.finished else "see_unfinished"]
        lines += ["", *paragraph(f"{lead} {data['see']}")]
    return "\n".join(lines) + "\n"


def _compare(plan: Plan, data: dict[str, Any]) -> list[str]:
    said = words()["plan"]
    if plan.question is None:
        return ["", *paragraph(_why_none(plan))]
    guide = plan.question is Question.GUIDE
    lead = {Question.GUIDE: "guide_lead", Question.HELPS: "helps_lead", Question.WHICH: "compare_lead"}
    return section(
        said["guide" if guide else "compare"],
        paragraph(said[lead[plan.question]]),
        listed(map(_line, data["compare"])),
        paragraph(said["more_than_enough"]) if plan.question is Question.WHICH else (),
        paragraph(said["active"]) if _has_twin(plan) else (),
    )


def _why_none(plan: Plan) -> str:
    said = words()["plan"]
    if not plan.screening.may_start or plan.ask_again:
        return str(said["none_open"])
    if plan.screening.allowed:
        return str(said["too_short"].format(minutes=plan.wishes.minutes))
    return str(said["nothing"])


def _has_twin(plan: Plan) -> bool:
    """Whether what is compared could also be done with a moving foot."""
    others = {technique.id for technique in plan.others}
    return any(f"{technique.id}{ACTIVE}" in others for technique in plan.compare)


def _said(plan: Plan, data: dict[str, Any]) -> list[str]:
    said = words()["plan"]
    lines: list[str] = []
    if plan.stage is not Stage.UNKNOWN:
        first, *_ = data["said"]
        known = listed(f"{claim['says']} [{claim['ground']}]" for claim in first["known"])
        lines += section(said[f"stage_{plan.stage}"], paragraph(first["says"]), known)
    if plan.wishes.also:
        lines += section(said["also"], paragraph(said["also_said"].format(what=", ".join(plan.wishes.also))))
    return lines


def _technique(technique: Technique, foot: str) -> dict[str, Any]:
    return {
        "id": technique.id,
        "name": technique.name,
        "taught": phrase("library", "taught", by=technique.taught_by) if technique.taught_by else None,
        "needs": technique.needs,
        "seconds": script(technique, foot).seconds,
        "a_day": technique.dose.a_day,
        "every_days": technique.dose.every_days,
        "grade": str(technique.evidence.grade),
        "known": claim_as_data(technique.evidence.claim),
        "reviewed": reviewed(technique.review),
    }


def _line(one: dict[str, Any]) -> str:
    minutes = max(1, round(one["seconds"] / MINUTE))
    line: str = words()["plan"]["line"].format(**one | {"minutes": minutes})
    return " ".join([line, *([one["taught"]] if one["taught"] else []), one["known"]["says"]])


def _advice(advice: Advice) -> dict[str, Any]:
    return {
        "id": advice.id,
        "title": advice.title,
        "says": advice.says,
        "known": [claim_as_data(claim) for claim in advice.known],
        "reviewed": reviewed(advice.review),
    }


def _checkpoint(point: Checkpoint) -> dict[str, Any]:
    return _advice(point.advice) | {"on": point.on.isoformat() if point.on else None, "due": point.due}


def _ahead(points: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The last day that has come, and those ahead."""
    come = [point for point in points if point["due"]]
    return [*come[-1:], *(point for point in points if not point["due"])]


def _review(point: dict[str, Any]) -> str:
    said = words()["plan"]
    key = "review_due" if point["due"] else "review_line" if point["on"] else "review_unknown"
    line: str = said[key].format(**point)
    return line
