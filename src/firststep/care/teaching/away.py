"""Putting a technique of one's own away, and taking it out again: what is told for it."""

from collections.abc import Iterable, Iterator

import msgspec

from firststep.care.comparing.standing import Standing
from firststep.knowledge import Technique, technique_text
from firststep.records import Foot, GoOn, SetAside, Taught, What


def put_away(technique: Technique, feet: Iterable[Standing]) -> Iterator[tuple[Foot | None, What]]:
    """It is offered no more, and where it is compared it rests. A foot of None is any: it is about both."""
    for foot in _compared(technique, feet):
        yield foot, SetAside(technique.id)
    yield None, _taught(technique, retired=True)


def take_out(technique: Technique, feet: Iterable[Standing]) -> Iterator[tuple[Foot | None, What]]:
    """It is offered again, and goes on where it is still compared."""
    yield None, _taught(technique, retired=False)
    for foot in _compared(technique, feet):
        yield foot, GoOn(technique.id)


def _compared(technique: Technique, feet: Iterable[Standing]) -> list[Foot]:
    return [one.foot for one in feet if one.comparison and technique.id in one.comparison.techniques]


def _taught(technique: Technique, *, retired: bool) -> Taught:
    """The same technique: whether it is offered is no part of its dose, so that its id stays."""
    return Taught(technique_text(msgspec.structs.replace(technique, retired=retired)))
