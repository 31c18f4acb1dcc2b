"""Goes through the texts of a thing that people read, and tells the same thing in other words."""

from collections.abc import Callable
from typing import Any, TypeVar

import msgspec
from msgspec import inspect

READ = "read by people"
"""How a class marks a field whose text people read."""

T = TypeVar("T", bound=msgspec.Struct)

Telling = Callable[[str, str], str]
"""From the path of a text (`phases[0].say`) and its English to what stands in its place."""


def retold(thing: T, tell: Telling) -> T:
    """The same thing, each of its texts told otherwise."""
    told: T = _retold(thing, inspect.type_info(type(thing)), "", tell)
    return told


def _retold(value: Any, kind: inspect.Type, path: str, tell: Telling) -> Any:
    match kind:
        case inspect.Metadata(inner, _, extra):
            return tell(path, value) if extra and extra.get(READ) else _retold(value, inner, path, tell)
        case inspect.StructType():
            fields = {
                field.name: _retold(
                    getattr(value, field.name),
                    field.type,
                    f"{path}.{field.name}" if path else field.name,
                    tell,
                )
                for field in kind.fields
            }
            return type(value)(**fields)
        case inspect.VarTupleType():
            return tuple(
                _retold(part, kind.item_type, f"{path}[{number}]", tell) for number, part in enumerate(value)
            )
        case inspect.UnionType() if value is not None:
            for one in kind.types:
                value = _retold(value, one, path, tell)
    return value
