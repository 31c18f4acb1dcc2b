"""The weeks before, as shapes to draw: a bar a week for each amount, over the range that is usual."""

from collections.abc import Iterable
from typing import Any

WIDTH, HEIGHT = 320.0, 84.0
"""Of the picture of one amount, in its own units."""

TOP, BOTTOM = 6.0, 4.0
GAP = 0.2
"""How much of a week's room is left empty."""


def pictures(weeks: dict[str, Any]) -> list[dict[str, Any]]:
    """A picture for each amount of `triggers_as_data`'s `weeks` of which anything is known.

    `bars` are `x`, `y`, `width`, `height`, what it `says`, and whether it is the `last` week; `usual`
    is `y` and `height` of the range that eight in ten of the person's own weeks lie in, or None;
    `rows` are the same weeks for a table.
    """
    drawn = [_picture(weeks["begins"], amount) for amount in weeks["amounts"]]
    return [picture for picture in drawn if picture["bars"]]


def _picture(begins: list[str], amount: dict[str, Any]) -> dict[str, Any]:
    top = _most([*amount["values"], *(amount["usual"] or ())])
    step = WIDTH / len(begins)
    bars = [
        _bar(place * step + step * GAP / 2, step * (1 - GAP), value / top)
        | {"says": f"{day}: {shown}", "last": place == len(begins) - 1}
        for place, (day, value, shown) in enumerate(
            zip(begins, amount["values"], amount["shown"], strict=True)
        )
        if value is not None
    ]
    low, high = amount["usual"] or (0, 0)
    return {
        "title": amount["title"],
        "bars": bars,
        "usual": {"y": _y(high / top), "height": _round(_y(low / top) - _y(high / top))}
        if amount["usual"]
        else None,
        "base": _y(0),
        "rows": list(zip(begins, amount["shown"], strict=True)),
    }


def _bar(x: float, width: float, part: float) -> dict[str, Any]:
    return {"x": _round(x), "y": _y(part), "width": _round(width), "height": _round(_y(0) - _y(part))}


def _y(part: float) -> float:
    return _round(HEIGHT - BOTTOM - part * (HEIGHT - TOP - BOTTOM))


def _most(values: Iterable[float | None]) -> float:
    """The highest value, for the scale; one where all are nought."""
    return max((value for value in values if value), default=1.0)


def _round(number: float) -> float:
    return round(number, 1)
