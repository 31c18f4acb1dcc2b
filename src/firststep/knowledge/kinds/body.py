"""Tools, structures of the foot and leg, the maps of them, and the paths that a tool takes."""

from enum import StrEnum
from typing import Annotated, Literal

from msgspec import Meta

from firststep.knowledge.kinds.parts import Basis, Claim, Id, Strict, Text, Thing


class Zone(StrEnum):
    """A part of the foot or leg that a path crosses."""

    HEEL = "heel"
    ARCH = "arch"
    FOREFOOT = "forefoot"
    INNER = "inner"
    OUTER = "outer"
    CALF = "calf"
    THIGH = "thigh"


MapName = Literal["sole", "side", "leg"]
"""The sole of a foot seen from below, foot and leg from the side, or the back of the leg."""

Place = Annotated[int, Meta(ge=0, le=100)]
MOST_STOPS = 6
"""Numbers on a still picture; more cannot be read."""

Called = Annotated[str, Meta(min_length=2, max_length=60, extra={"read by people": True})]
Drawn = Annotated[str, Meta(pattern=r"^[MLHVCSQTAZmlhvcsqtaz0-9 ,.-]+$", max_length=1500)]
"""A shape as SVG writes a path."""

ToolTrait = Literal["tool", "cold", "hard", "spiky", "vibrates", "rolls-leg"]


ToolShape = Literal["ball", "spiky", "roller", "bottle", "stick", "towel"]
"""How a picture draws a tool."""


class Tool(Thing, frozen=True, kw_only=True):
    """Something that people have at hand.

    shape
        How a picture draws it.
    instead
        What else will do.
    care
        How to get it ready, use it and put it away.
    """

    name: Annotated[str, Meta(min_length=2, max_length=40, extra={"read by people": True})]
    needs: Text
    traits: tuple[ToolTrait, ...]
    shape: ToolShape
    instead: Text | None = None
    care: tuple[Claim, ...] = ()


class Code(Strict, frozen=True, kw_only=True):
    """The code of a structure in a terminology."""

    system: Literal["TA98", "FMA"]
    code: Annotated[str, Meta(min_length=4, max_length=20)]
    basis: Basis


class Structure(Thing, frozen=True, kw_only=True):
    """A part of the body that a technique reaches.

    name
        As a person says it; `latin` as a professional does.
    """

    name: Annotated[str, Meta(min_length=2, max_length=60, extra={"read by people": True})]
    latin: str
    what: Text
    codes: tuple[Code, ...] = ()


class Limb(Strict, frozen=True, kw_only=True):
    """A part of a map that can move by itself.

    joint
        The point (x, y) that it turns around; left out for what stands still.
    """

    id: Id
    shape: Drawn
    joint: tuple[Place, Place] | None = None


class Area(Strict, frozen=True, kw_only=True):
    """A zone of a map: what its parts have within a box.

    box
        Left, top, right and bottom, in hundredths of the map.
    border
        Whether only a path that keeps to it is said to be in it.
    never
        Whether no path may cross it.
    """

    id: Id
    name: Called
    box: tuple[Place, Place, Annotated[int, Meta(ge=0, le=101)], Annotated[int, Meta(ge=0, le=101)]]
    border: bool = False
    never: bool = False


class Map(Thing, frozen=True, kw_only=True):
    """A picture that paths are drawn on: of a right foot or leg; a left one is its mirror.

    says
        What it shows, in words.
    parts
        The shapes, those behind first.
    lines
        Fine lines that make it easier to know, as SVG paths.
    zones
        Which part of the body lies where.
    """

    name: Called
    says: Text
    parts: Annotated[tuple[Limb, ...], Meta(min_length=1)]
    lines: tuple[Drawn, ...] = ()
    zones: Annotated[tuple[Area, ...], Meta(min_length=1)]


class Stroke(Thing, frozen=True, kw_only=True):
    """A path over the foot or leg.

    name
        What it is called in a list.
    path
        Points (x, y) in hundredths of the map's width and height, y from the toes (or
        the thigh) down to the heel; for a right foot, a left one is mirrored.
    zones
        The parts it crosses, in order.
    spots
        Whether its points are places to stay on, rather than a way.
    stops
        What a still picture numbers, in order; left out where the points of the path will do.
    says
        The path in words, for those who do not see it.
    """

    name: Called
    map: MapName
    zones: Annotated[tuple[Zone, ...], Meta(min_length=1)]
    path: Annotated[tuple[tuple[Place, Place], ...], Meta(min_length=2, max_length=60)]
    back: bool
    spots: bool = False
    stops: Annotated[tuple[tuple[Place, Place], ...], Meta(min_length=2, max_length=MOST_STOPS)] | None = None
    says: Text
