"""The form that a technique of one's own is written down in: what was typed, as it was typed."""

from dataclasses import dataclass, field
from typing import get_args

from firststep.knowledge.kinds.technique import Moves

HANDS, OTHER = "hands", "tool"
"""What may be at hand beside the tools of the library, by the traits that it gives."""

LIKE = ("cold", "hard", "spiky", "vibrates")
"""What a thing may be like, whatever it is: a tennis ball may be frozen."""

DOES = (
    "massage",
    "stretch-sole",
    "stretch-calf",
    "stretch-thigh",
    "exercise",
    "load",
    "standing",
    "deep",
    "heel",
    "rolls-leg",
)
"""What it does to foot and leg. With `HANDS`, `OTHER` and `LIKE` these are all the traits that there are."""

STRETCHES = ("stretch-sole", "stretch-calf", "stretch-thigh")

STEP_DOES = ("stroke", "hold", "move", "rest", "breathe")

MOVES: tuple[str, ...] = get_args(Moves)
"""How the foot may move in a step: for the pictures."""

MOST_STEPS = 12
"""Steps that can be written down here; a session has ten minutes at most."""

USUAL_MINUTES, USUAL_CEILING, USUAL_TIMES = "3", "4", "2"
"""What stands in the form at first, beside who, what and where (our own choice)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TaughtStep:
    """One step. Numbers are text, as they were typed; empty is as usual."""

    does: str = "stroke"
    stroke: str = ""
    minutes: str = ""
    seconds: str = ""
    times: str = "1"
    rest: str = ""
    pace: str = ""
    title: str = ""
    say: str = ""
    cue: str = ""
    moves: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TaughtForm:
    """What was typed and ticked. Nothing in it is known to be sound: `written` says whether it is.

    tools
        Ids of tools at hand, and `HANDS` or `OTHER`.
    needs
        The same in words; empty for the words of the tools.
    like, does
        Traits that were ticked, in the order of `LIKE` and `DOES`.
    both
        Whether both legs work at the same time.
    stop
        What to stop for, a line each.
    times, every, apart
        Sessions a day; every how many days; minutes between two.
    """

    by: str = ""
    name: str = ""
    tools: tuple[str, ...] = ()
    needs: str = ""
    like: tuple[str, ...] = ()
    does: tuple[str, ...] = ()
    posture: str = "seated"
    both: bool = False
    steps: tuple[TaughtStep, ...] = field(default=(TaughtStep(minutes=USUAL_MINUTES),))
    ceiling: str = USUAL_CEILING
    times: str = USUAL_TIMES
    every: str = "1"
    apart: str = ""
    stop: str = ""
    how: str = ""
