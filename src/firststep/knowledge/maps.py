"""The maps that strokes are drawn on: which part of the foot or leg lies where."""

from collections.abc import Iterator

from firststep.knowledge.kinds.body import Map, Stroke, Zone

TOES, BACK_OF_KNEE, HEEL_CORD = "toes", "back of the knee", "heel cord"

BANDS: dict[Map, tuple[tuple[str, int, int], ...]] = {
    "sole": ((TOES, 0, 18), (Zone.FOREFOOT, 18, 38), (Zone.ARCH, 38, 72), (Zone.HEEL, 72, 101)),
    "leg": (
        (Zone.THIGH, 0, 42),
        (BACK_OF_KNEE, 42, 52),
        (Zone.CALF, 52, 86),
        (HEEL_CORD, 86, 101),
    ),
}
"""Each map from top to bottom in hundredths of its height: [from, to) of every band."""

INNER_FROM, OUTER_TO = 58, 42
"""On the sole of a right foot seen from below the inner border is right of this x, the outer left."""

NEVER = (BACK_OF_KNEE,)
"""Where no stroke may go: vessels and nerves lie bare there."""

STEPS = 20  # points looked at between two of a path


def places(stroke: Stroke) -> Iterator[tuple[float, float]]:
    """Points (x, y) all along a path."""
    for (x0, y0), (x1, y1) in zip(stroke.path, stroke.path[1:], strict=False):
        for step in range(STEPS + 1):
            share = step / STEPS
            yield x0 + share * (x1 - x0), y0 + share * (y1 - y0)


def crossed(stroke: Stroke) -> frozenset[str]:
    """The bands that a path crosses, and the border that it keeps to, if it keeps to one."""
    points = list(places(stroke))
    bands = {name for _, y in points for name, top, end in BANDS[stroke.map] if top <= y < end}
    if stroke.map == "sole" and all(x >= INNER_FROM for x, _ in points):
        bands.add(Zone.INNER)
    if stroke.map == "sole" and all(x <= OUTER_TO for x, _ in points):
        bands.add(Zone.OUTER)
    return frozenset(bands)
