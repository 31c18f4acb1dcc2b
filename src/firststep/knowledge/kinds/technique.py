"""A technique: one thing that a person can do for the heel, in full."""

from enum import StrEnum
from typing import Annotated, Literal

from msgspec import Meta

from firststep.knowledge.kinds.parts import Claim, Id, Score, Seconds, Strict, Text, Thing


class Family(StrEnum):
    """What sort of thing it is, in the order in which a list shows it."""

    SOLE = "sole"
    CALF = "calf"
    THIGH = "thigh"
    STRETCH = "stretch"
    ACTIVE = "active"
    STRENGTH = "strength"
    COMBINED = "combined"


class Posture(StrEnum):
    """How the body is held."""

    SEATED = "seated"
    FLOOR = "floor"
    """Seated on the floor, hands behind."""

    LYING = "lying"
    STANDING = "standing"


class Grade(StrEnum):
    """What kind of evidence there is for heel pain."""

    UNTESTED = "untested"
    """Nobody has tested it for heel pain."""

    INDIRECT = "indirect"
    """Something like it was tested."""

    SMALL = "small"
    """One small trial, or single sessions."""

    MIXED = "mixed"
    """Trials disagree."""

    TRIALS = "trials"
    """Several trials point the same way."""


Trait = Literal[
    "massage",
    "hands",
    "deep",
    "stretch-sole",
    "stretch-calf",
    "stretch-thigh",
    "exercise",
    "load",
    "standing",
    "tool",
    "cold",
    "hard",
    "spiky",
    "vibrates",
    "rolls-leg",
    "heel",
]
"""What a technique does to the leg. A warning bars by trait; tools and strokes add theirs.

A massage says by what: "hands", a tool of tools/, or for a tool that has no file the traits
of the tool. "heel" is pressure on the heel itself.
"""


Moves = Literal["point-flex", "circle", "circle-back", "curl", "arch", "raise", "toes-back", "foot-back"]
"""How the foot moves: for the pictures."""


class Held(Strict, frozen=True, kw_only=True):
    """The posture, and why this one.

    later
        Another posture that is an option later on, and when; left out where there is none.
    """

    kind: Posture
    why: Claim
    later: Text | None = None


class Dose(Strict, frozen=True, kw_only=True):
    """How often, beside what the phases say of how long.

    a_day
        Sessions a day at most.
    every_days
        1 for every day, 2 for every second day.
    apart_minutes
        Minutes that have to pass between two sessions.
    """

    a_day: Annotated[int, Meta(ge=1, le=6)]
    every_days: Annotated[int, Meta(ge=1, le=7)] = 1
    apart_minutes: Annotated[int, Meta(ge=0, le=720)] = 60
    why: Claim


class Phase(Strict, frozen=True, kw_only=True):
    """One timed step of a session.

    does
        "stroke" follows a path; "hold" keeps still; "move" is active; "rest" and "breathe" pause.
    stroke
        The path to follow; needed for "stroke". For "hold", the path on which the place lies.
    times
        How often the step is done; with `rest` seconds between.
    say
        What to do, said as the step begins: one that can be spoken in under ten seconds.
    cue
        What the foot does meanwhile, as point and flex.
    moves
        The same for the pictures; left out where the foot keeps still.
    """

    does: Literal["stroke", "hold", "move", "rest", "breathe"]
    seconds: Seconds
    title: Annotated[str, Meta(min_length=1, max_length=40, extra={"read by people": True})]
    say: Annotated[str, Meta(min_length=1, max_length=140, extra={"read by people": True})]
    cue: Annotated[str, Meta(min_length=1, max_length=140, extra={"read by people": True})] | None = None
    stroke: Id | None = None
    moves: Moves | None = None
    pace_seconds: Annotated[int, Meta(ge=1, le=30)] | None = None
    times: Annotated[int, Meta(ge=1, le=30)] = 1
    rest: Annotated[int, Meta(ge=0, le=180)] = 0


class Effort(Strict, frozen=True, kw_only=True):
    """How hard: the highest pain while it is done, 0-10; by next morning it is back to what it was."""

    ceiling: Score
    why: Claim


class Evidence(Strict, frozen=True, kw_only=True):
    """What is known of it for heel pain, in one honest sentence, and what else was found."""

    grade: Grade
    claim: Claim
    more: tuple[Claim, ...] = ()


class Technique(Thing, frozen=True, kw_only=True):
    """One thing that can be done for the heel.

    version
        From 1. A changed dose is a new arm: a new file `<id>@2.toml`, and the old one is retired.
    name
        What it is called in the middle of a sentence.
    how
        What to do, in a sentence or two.
    needs
        What must be at hand, in words; `tools` in ids.
    reaches
        Structures that it works on.
    not_with
        Screening questions that bar it, beside those that bar one of its traits.
    stop_for
        What to stop for while it is done.
    at_once
        Whether both legs work at the same time, so that there is no other side to do after.
    first
        Whether it may be the first thing that somebody tries.
    steady
        Whether it may be a background that is the same every day, beside what is compared.
    retired
        Whether it is no longer offered; what was done with it stays readable.
    taught_by
        Who taught it; for a person's own techniques only.
    """

    version: Annotated[int, Meta(ge=1, le=9)]
    name: Annotated[str, Meta(min_length=2, max_length=40, extra={"read by people": True})]
    family: Family
    order: Annotated[int, Meta(ge=0, le=999)] = 500
    needs: Text
    how: Text
    tools: tuple[Id, ...]
    reaches: Annotated[tuple[Id, ...], Meta(min_length=1)]
    traits: Annotated[tuple[Trait, ...], Meta(min_length=1)]
    posture: Held
    dose: Dose
    phases: Annotated[tuple[Phase, ...], Meta(min_length=1, max_length=30)]
    effort: Effort
    stop_for: Annotated[tuple[Text, ...], Meta(min_length=1)]
    evidence: Evidence
    not_with: tuple[Id, ...] = ()
    at_once: bool = False
    first: bool = True
    steady: bool = False
    retired: bool = False
    taught_by: Annotated[str, Meta(min_length=2, max_length=80)] | None = None
