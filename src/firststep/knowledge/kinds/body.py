"""Tools, structures of the foot and leg, and the paths that a tool takes over them."""

from enum import StrEnum
from typing import Annotated, Literal

from msgspec import Meta

from firststep.knowledge.kinds.parts import Basis, Claim, Strict, Text, Thing


class Zone(StrEnum):
    """A part of the foot or leg that a path crosses."""

    HEEL = "heel"
    ARCH = "arch"
    FOREFOOT = "forefoot"
    INNER = "inner"
    OUTER = "outer"
    CALF = "calf"
    THIGH = "thigh"


Map = Literal["sole", "leg"]
"""The sole of a right foot seen from below, or the back of a right leg."""

Place = Annotated[int, Meta(ge=0, le=100)]

ToolTrait = Literal["tool", "cold", "hard", "spiky", "vibrates", "rolls-leg"]


class Tool(Thing, frozen=True, kw_only=True):
    """Something that people have at hand.

    instead
        What else will do.
    care
        How to get it ready, use it and put it away.
    """

    name: Annotated[str, Meta(min_length=2, max_length=40, extra={"read by people": True})]
    needs: Text
    traits: tuple[ToolTrait, ...]
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


class Stroke(Thing, frozen=True, kw_only=True):
    """A path over the foot or leg.

    path
        Points (x, y) in hundredths of the map's width and height, y from the toes (or
        the thigh) down to the heel; for a right foot, a left one is mirrored.
    zones
        The parts it crosses, in order.
    says
        The path in words, for those who do not see it.
    """

    map: Map
    zones: Annotated[tuple[Zone, ...], Meta(min_length=1)]
    path: Annotated[tuple[tuple[Place, Place], ...], Meta(min_length=2, max_length=60)]
    back: bool
    says: Text
