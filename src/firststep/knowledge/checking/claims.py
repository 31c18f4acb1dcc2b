"""Finds every claim in a thing, with its place in the file."""

from collections.abc import Iterator

from msgspec import Struct

from firststep.knowledge.kinds.evidence import Number
from firststep.knowledge.kinds.parts import Basis, Claim

Grounded = Claim | Number
"""What names its ground: `basis` and `sources`."""


def parts_of(value: object, path: str = "") -> Iterator[tuple[str, object]]:
    """A thing and all its parts, each with its path as `dose.why` or `phases[0].say`."""
    yield path, value
    if isinstance(value, Struct):
        for name in value.__struct_fields__:
            yield from parts_of(getattr(value, name), f"{path}.{name}" if path else name)
    elif isinstance(value, tuple):
        for number, part in enumerate(value):
            yield from parts_of(part, f"{path}[{number}]")


def claims_of(thing: Struct) -> Iterator[tuple[str, Grounded]]:
    """Every claim and number of a thing, each with its path."""
    for path, part in parts_of(thing):
        if isinstance(part, Claim | Number):
            yield path, part


def is_sourced(claim: Grounded) -> bool:
    """Whether a claim may be shown with its sources: it was read there."""
    return claim.basis is Basis.READ
