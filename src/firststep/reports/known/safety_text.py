"""The outcome of the safety check on a page of plain text."""

from typing import Any

from firststep.knowledge import SafetyQuestion, one, words
from firststep.reports.known.page import DEEPER, listed, paragraph, section


def safety_as_text(data: dict[str, Any]) -> list[str]:
    """What `safety_as_data` says, as lines of at most 80 signs."""
    said = words()["safety"]
    lines = [data["title"], *paragraph(data["lead"])]
    for reason in data["because"]:
        lines += ["", *paragraph(f'"{reason["asks"]}" {said["you_said_" + reason["answer"]]}')]
        lines += _reason(reason)
    lines += section(
        said["open"], paragraph(", ".join(each["name"] for each in data["open"])) if data["open"] else []
    )
    lines += section(
        said["left_out"],
        listed(f'{each["name"]}: "{each["because"][0]}"' for each in data["left_out"] if each["because"]),
    )
    if data["outcome"] == "unfinished":
        asks = [one(SafetyQuestion, id_).asks for id_ in data["unanswered"]]
        lines += section(words()["plan"]["still_open"], listed(asks))
    lines += section(said["fits"], listed(data["fits"]))
    lines += section(said["does_not_fit"], listed(data["does_not_fit"]))
    return [*lines, "", *paragraph(data["note"])]


def _reason(reason: dict[str, Any]) -> list[str]:
    lines = [line for claim in reason["why"] for line in _claim(claim)]
    for line in (reason["see"], reason["tell"]):
        lines += paragraph(line, first=DEEPER, indent=DEEPER) if line else []
    for claim in reason["otherwise"]:
        lines += _claim(claim)
    return [*lines, *paragraph(reason["reviewed"], first=DEEPER, indent=DEEPER)]


def _claim(claim: dict[str, str]) -> list[str]:
    return paragraph(f"{claim['says']} [{claim['ground']}]", first=DEEPER, indent=DEEPER)
