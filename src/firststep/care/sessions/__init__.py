"""A session: every step of a technique or of a measurement in time, and where a player is in it."""

from firststep.care.sessions.ceiling import begins_above, rests_after
from firststep.care.sessions.clock import (
    Playing,
    back,
    go_on,
    left,
    pause,
    repeat,
    skip,
    start,
    step_left,
    tick,
)
from firststep.care.sessions.measuring import measuring
from firststep.care.sessions.script import script
from firststep.care.sessions.steps import Feet, Kind, Path, Session, Step, as_plain
from firststep.care.sessions.timer import MOST_MINUTES, TIMER, timer

__all__ = [
    "MOST_MINUTES",
    "TIMER",
    "Feet",
    "Kind",
    "Path",
    "Playing",
    "Session",
    "Step",
    "as_plain",
    "back",
    "begins_above",
    "go_on",
    "left",
    "measuring",
    "pause",
    "repeat",
    "rests_after",
    "script",
    "skip",
    "start",
    "step_left",
    "tick",
    "timer",
]
