"""Which part of the foot or leg a path crosses, on the map that it is drawn on."""

from collections.abc import Iterator

from firststep.knowledge.kinds.body import Area, Map, Stroke
from firststep.knowledge.library import one

STEPS = 20  # points looked at between two of a path


def places(stroke: Stroke) -> Iterator[tuple[float, float]]:
    """Points (x, y) all along a path."""
    for (x0, y0), (x1, y1) in zip(stroke.path, stroke.path[1:], strict=False):
        for step in range(STEPS + 1):
            share = step / STEPS
            yield x0 + share * (x1 - x0), y0 + share * (y1 - y0)


def crossed(stroke: Stroke) -> tuple[Area, ...]:
    """The zones of its map that a path crosses, and the borders that it keeps to."""
    points = list(places(stroke))
    zones = one(Map, stroke.map).zones
    return tuple(zone for zone in zones if (all if zone.border else any)(_within(zone, *at) for at in points))


def _within(zone: Area, x: float, y: float) -> bool:
    left, top, right, bottom = zone.box
    if zone.border:
        return left <= x <= right and top <= y <= bottom
    return left <= x < right and top <= y < bottom
