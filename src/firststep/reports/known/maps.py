"""The maps of foot and leg as data: for every picture that is drawn of them."""

from typing import Any

from firststep.knowledge import Map, every


def maps_as_data() -> dict[str, dict[str, Any]]:
    """Each map by id, ready for JSON: its shapes as SVG paths in a square of 100, for a right foot."""
    return {id_: _map(one) for id_, one in every(Map).items()}


def _map(one: Map) -> dict[str, Any]:
    return {
        "name": one.name,
        "says": one.says,
        "parts": [{"id": limb.id, "shape": limb.shape, "joint": limb.joint} for limb in one.parts],
        "lines": list(one.lines),
        "zones": [
            {
                "id": zone.id,
                "name": zone.name,
                "box": list(zone.box),
                "border": zone.border,
                "never": zone.never,
            }
            for zone in one.zones
        ],
    }
