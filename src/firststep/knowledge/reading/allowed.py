"""What may stand at a place of a file, in words: for errors that say how to mend."""

import re
from collections.abc import Iterator

import msgspec
from msgspec import inspect

PART = re.compile(r"\.?([\w-]+)|\[\d*\.*\]")

PLAIN: dict[type[inspect.Type], str] = {
    inspect.IntType: "a whole number, as 4",
    inspect.FloatType: "a number, as 1.9",
    inspect.StrType: 'text in quotes, as "text"',
    inspect.BoolType: "true or false",
    inspect.DateType: "a day, as 2026-11-24",
    inspect.StructType: "a table of its own, as [name]",
}


def allowed_at(kind: type[msgspec.Struct], path: str) -> str | None:
    """What may stand at a path such as `posture.kind`; None where that cannot be told."""
    place: inspect.Type | None = inspect.type_info(kind)
    for part in PART.finditer(path):
        place = _within(place, part[1]) if place else None
    said = map(_plain, _choices(place)) if place else ()
    return " or ".join(text for text in said if text) or None


def _within(place: inspect.Type, name: str | None) -> inspect.Type | None:
    """The type of a field, or of the entries of a list where there is no name."""
    for one in _choices(place):
        if name is None and isinstance(one, inspect.VarTupleType):
            return one.item_type
        if name and isinstance(one, inspect.StructType):
            return next((field.type for field in one.fields if field.encode_name == name), None)
        if name and isinstance(one, inspect.DictType):
            return one.value_type
    return None


def _choices(place: inspect.Type) -> Iterator[inspect.Type]:
    """The types that a place may have, without the wrapping."""
    if isinstance(place, inspect.Metadata):
        yield from _choices(place.type)
    elif isinstance(place, inspect.UnionType):
        for one in place.types:
            yield from _choices(one)
    elif not isinstance(place, inspect.NoneType):
        yield place


def _plain(place: inspect.Type) -> str | None:
    if isinstance(place, inspect.EnumType):
        return f"one of: {', '.join(str(value) for value in place.cls)}"
    if isinstance(place, inspect.LiteralType):
        return f"one of: {', '.join(str(value) for value in place.values)}"
    if isinstance(place, inspect.VarTupleType):
        return _plain_list(place)
    if isinstance(place, inspect.DictType):
        each = next((_plain(one) for one in _choices(place.value_type)), None)
        return f"for each, in quotes, {each}" if each else None
    text = PLAIN.get(type(place))
    low, high = getattr(place, "ge", None), getattr(place, "le", None)
    if isinstance(place, inspect.IntType) and low is not None and high is not None:
        return f"a whole number from {low} to {high}"
    long = getattr(place, "max_length", None)
    return f"{text}, of at most {long} signs" if isinstance(place, inspect.StrType) and long else text


def _plain_list(place: inspect.VarTupleType) -> str:
    for entry in _choices(place.item_type):
        if isinstance(entry, inspect.StructType):
            return "tables, each as [[name]]"
        if isinstance(entry, inspect.EnumType | inspect.LiteralType):
            return f"a list of any {_plain(entry)}"
        if isinstance(entry, inspect.VarTupleType):
            return "a list of points, as [[52, 70], [54, 52]]"
    return 'a list, as ["one", "two"]'
