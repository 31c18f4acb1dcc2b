"""Writes a technique as the file that it would be read from: one key to a line, tables after plain values."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

import msgspec

from firststep.knowledge.kinds.technique import Technique

ESCAPED = {'"': '\\"', "\\": "\\\\", "\b": "\\b", "\t": "\\t", "\n": "\\n", "\f": "\\f", "\r": "\\r"}
DELETE = 0x7F


def technique_text(technique: Technique) -> str:
    """The technique as TOML, without its id and what is as usual. It reads as the same technique."""
    lines = _table(_as_written(technique), "")
    return "\n".join(lines).strip("\n") + "\n"


def _as_written(part: msgspec.Struct) -> dict[str, Any]:
    """The fields of a part by name, without those that have their default."""
    told: dict[str, Any] = {}
    for field in msgspec.structs.fields(part):
        value = getattr(part, field.name)
        if field.name != "id" and (field.required or value != field.default):
            told[field.name] = _plain(value)
    return told


def _plain(value: object) -> Any:
    if isinstance(value, msgspec.Struct):
        return _as_written(value)
    if isinstance(value, tuple):
        return [_plain(one) for one in value]
    return value


def _table(told: Mapping[str, Any], path: str) -> Iterator[str]:
    later = {name: value for name, value in told.items() if _is_table(value)}
    yield from (f"{name} = {_value(value)}" for name, value in told.items() if name not in later)
    for name, value in later.items():
        within = f"{path}.{name}" if path else name
        if isinstance(value, Mapping):
            yield from ("", f"[{within}]", *_table(value, within))
            continue
        for one in value:
            yield from ("", f"[[{within}]]", *_table(one, within))


def _is_table(value: object) -> bool:
    many = isinstance(value, Sequence) and not isinstance(value, str) and bool(value)
    return isinstance(value, Mapping) or (many and isinstance(value[0], Mapping))  # type: ignore[index]


def _value(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return f'"{"".join(map(_sign, value))}"'
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, list):
        return f"[{', '.join(map(_value, value))}]"
    return str(value)


def _sign(sign: str) -> str:
    """A sign of a text in quotes; what cannot stand in one is written by its number."""
    if sign in ESCAPED:
        return ESCAPED[sign]
    return f"\\u{ord(sign):04x}" if sign < " " or ord(sign) == DELETE else sign
