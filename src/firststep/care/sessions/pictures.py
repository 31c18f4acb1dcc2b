"""What the picture of a step shows: how the body is held, how the foot moves, and with what."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from firststep.knowledge.kinds.body import Stroke, Tool
from firststep.knowledge.kinds.technique import Phase, Posture, Technique
from firststep.knowledge.library import one
from firststep.knowledge.traits import traits

BALL = "ball"
"""What is drawn for a tool that has no file."""


class Body(StrEnum):
    """How the whole body is held."""

    SEATED = "seated"
    """On a chair, both feet down, the foot on the tool where there is one."""

    KNEE = "knee"
    """On a chair, the foot on the other knee, in both hands."""

    LAP = "lap"
    """On a chair, the hands or a stick at the calf."""

    STOOL = "stool"
    """On a chair, the calf on a tool that lies on a stool."""

    CHAIR = "chair"
    """On a chair, the tool under the thigh."""

    TOWEL = "towel"
    """The leg long, a towel round the forefoot."""

    FLOOR = "floor"
    """On the floor, the hands behind, the calf on a roller."""

    LYING = "lying"
    STANDING = "standing"


class Close(StrEnum):
    """The foot from near by, from the side."""

    TOOL = "tool"
    """On what it rolls on."""

    FLAT = "flat"
    """On the floor."""

    FREE = "free"
    """In the air."""

    HAND = "hand"
    """The toes in one hand."""

    PULLED = "pulled"
    """The forefoot in a towel."""

    RAISED = "raised"
    """Standing on the forefoot, the toes on a rolled towel."""


CLOSE_OF = {
    "curl": Close.FLAT,
    "arch": Close.FLAT,
    "raise": Close.RAISED,
    "toes-back": Close.HAND,
    "foot-back": Close.PULLED,
}
"""How a movement is seen from near by; all others are seen in the air."""

BODY_OF = {Posture.FLOOR: Body.FLOOR, Posture.LYING: Body.LYING, Posture.STANDING: Body.STANDING}


@dataclass(frozen=True, slots=True)
class Picture:
    """What a picture shows.

    foot
        The foot from near by; None where the whole body says more.
    moves
        How the foot moves; None where it keeps still.
    tool
        The shape of what is used; None for nothing but hands, or nothing at all.
    """

    body: Body
    foot: Close | None = None
    moves: str | None = None
    tool: str | None = None


def picture(technique: Technique, phase: Phase) -> Picture:
    """The picture of a phase; of a rest, how the body is held for what comes after it."""
    tool = _tool(technique)
    if phase.does in ("rest", "breathe"):
        if technique.posture.kind is Posture.STANDING and phase is not technique.phases[0]:
            return Picture(Body.SEATED)  # who has worked standing sits down
        return Picture(_body(technique, _after(technique, phase)), tool=tool)
    body = _body(technique, phase)
    return Picture(body, _close(phase, body, tool), phase.moves, tool)


def picture_first(technique: Technique) -> Picture:
    """How the body is held as a session begins."""
    return Picture(_body(technique, _worked(technique.phases)), tool=_tool(technique))


def _after(technique: Technique, rest: Phase) -> Phase:
    """The phase for which a rest gets ready; at the end, the last that was done."""
    at = next(number for number, phase in enumerate(technique.phases) if phase is rest)
    later = [phase for phase in technique.phases[at:] if phase.does not in ("rest", "breathe")]
    return later[0] if later else _worked(technique.phases[::-1])


def _worked(phases: Sequence[Phase]) -> Phase:
    """The first that is no rest."""
    return next((phase for phase in phases if phase.does not in ("rest", "breathe")), phases[0])


def _tool(technique: Technique) -> str | None:
    if technique.tools:
        return one(Tool, technique.tools[0]).shape
    does = traits(technique)
    return BALL if "massage" in does and "hands" not in does else None


def _body(technique: Technique, phase: Phase) -> Body:
    held = BODY_OF.get(technique.posture.kind)
    if held:
        return held
    if phase.moves == "foot-back":
        return Body.TOWEL
    if phase.moves == "toes-back":
        return Body.KNEE
    tool = _tool(technique)
    stroke = one(Stroke, phase.stroke) if phase.stroke else None
    if stroke is None or stroke.map == "sole":
        return Body.KNEE if stroke and tool is None else Body.SEATED
    if "thigh" in stroke.zones:
        return Body.CHAIR
    return Body.LAP if tool in (None, "stick") else Body.STOOL


def _close(phase: Phase, body: Body, tool: str | None) -> Close | None:
    on_sole = phase.stroke is not None and one(Stroke, phase.stroke).map == "sole"
    if on_sole and tool and body in (Body.SEATED, Body.STANDING):
        return Close.TOOL
    if phase.moves is None:
        return None
    return Close.FREE if body is Body.LYING else CLOSE_OF.get(phase.moves, Close.FREE)
