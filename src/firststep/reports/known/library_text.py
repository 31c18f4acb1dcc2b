"""The library on pages of plain text."""

from typing import Any

import msgspec

from firststep.knowledge import Thing, capital, claims_of, words
from firststep.knowledge.checking.claims import parts_of
from firststep.reports.known.page import DEEPER, listed, paragraph, section
from firststep.reports.known.safety import ground, reviewed

ID_WIDTH = 22


def library_as_text(data: dict[str, Any]) -> list[str]:
    """What `library_as_data` says: every technique on a line, by family."""
    lines: list[str] = []
    for family in data["families"]:
        lines += section(
            family["title"],
            (
                line
                for one in family["techniques"]
                for line in paragraph(
                    f"{one['title']}, {one['about']}",
                    first=f"{one['id']:{ID_WIDTH}} ",
                    indent=" " * (ID_WIDTH + 1),
                )
            ),
        )
    return lines


def technique_as_text(data: dict[str, Any]) -> list[str]:
    """What `technique_as_data` says, on a page."""
    said = words()["library"]
    lines = [data["title"], *paragraph(data["how"])]
    lines += paragraph(data["taught"]) if data["taught"] else []
    lines += section(said["need"], paragraph(capital(data["needs"])), _tools(data["tools"]))
    posture = data["posture"]
    lines += section(
        posture["title"], paragraph(posture["says"]), _claims([posture["why"]]), _plain(posture["later"])
    )
    lines += section(
        said["steps"], paragraph(data["steps"]), (line for one in data["phases"] for line in _phase(one))
    )
    lines += section(said["hard"], paragraph(data["effort"]["says"]), _claims([data["effort"]["why"]]))
    lines += section(said["often"], paragraph(data["dose"]["says"]), _claims([data["dose"]["why"]]))
    lines += section(said["stop"], listed(data["stop_for"]))
    some = [question["asks"] for question in data["not_with"] if not question["all"]]
    all_ = [question["asks"] for question in data["not_with"] if question["all"]]
    lines += section(said["not_with"], paragraph(said["not_with_lead"]), listed(some)) if some else []
    lines += section(said["nothing_with"], paragraph(said["nothing_with_lead"]), listed(all_))
    lines += section(said["reaches"], listed(map(_structure, data["reaches"])))
    lines += section(said["known"], paragraph(data["evidence_title"]), _claims(data["evidence"]))
    return [*lines, "", *paragraph(data["reviewed"])]


def sayings_as_text(data: list[dict[str, Any]]) -> list[str]:
    """What is said, what is known: one after the other."""
    lines: list[str] = []
    for saying in data:
        lines += ["", *paragraph(f'"{saying["said"]}"'), *_claims([saying["who"], *saying["known"]])]
        lines += paragraph(saying["so"], first=DEEPER, indent=DEEPER)
    return lines[1:]


def thing_as_text(thing: Thing) -> list[str]:
    """Any other thing: each of its texts by its place in the file, claims with their ground."""
    lines = [thing.id]
    claims = dict(claims_of(thing))
    for path, part in parts_of(thing):
        if path in claims:
            says = claims[path]
            text = getattr(says, "says", None) or getattr(says, "about", "")
            lines += paragraph(f"{path}: {text} [{ground(says)}]", indent=DEEPER)
        elif isinstance(part, str | int | float) and path and not _within(path, claims) and _told(path, part):
            lines += paragraph(f"{path}: {part}", indent=DEEPER)
    return [*lines, "", *paragraph(reviewed(thing.review))]


def thing_as_data(thing: Thing) -> dict[str, Any]:
    """Any thing as its file has it, with its id; ready for JSON."""
    data: dict[str, Any] = msgspec.to_builtins(thing)
    return data


def _within(path: str, claims: dict[str, Any]) -> bool:
    return any(path.startswith((f"{claim}.", f"{claim}[")) and not path.endswith(NUMBERS) for claim in claims)


NUMBERS = (".value", ".low", ".high")
"""Of a number with its ground, what is said beside its words."""


def _told(path: str, part: object) -> bool:
    return path != "id" and not path.startswith("review") and part is not None


def _tools(tools: list[dict[str, Any]]) -> list[str]:
    lines: list[str] = []
    for tool in tools:
        lines += _plain(tool["instead"])
        lines += _claims(tool["care"])
    return lines


def _claims(claims: list[dict[str, str]]) -> list[str]:
    return [line for claim in claims for line in listed([f"{claim['says']} [{claim['ground']}]"])]


def _plain(text: str | None) -> list[str]:
    return listed([text]) if text else []


def _phase(phase: dict[str, Any]) -> list[str]:
    parts = (phase["says"], phase["path"], phase["pace"], phase["cue"])
    head = f"{phase['title']}, {phase['lasts']}: "
    return listed([head + " ".join(part for part in parts if part)])


def _structure(structure: dict[str, Any]) -> str:
    codes = "; ".join(code["says"] for code in structure["codes"])
    return f"{structure['name']} ({structure['latin']}). {structure['what']}" + (
        f" {codes}." if codes else ""
    )
