"""The messages of a FIT file, only of the kinds that are asked for; the others are stepped over.

A library that makes an object of every second of a run reads about four
thousand messages a second, and an export of some years has millions. Ours
looks at a message only where its kind is asked for: a day's totals need the
summaries, not the seconds. `fitdecode` is the witness in the tests.

Whatever was read before a fault stays read: the fault comes last, as a value,
and whoever reads decides what may honestly be used.
"""

import struct
from array import array
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from sys import byteorder

from firststep.knowledge.said import Said, said

SIGNATURE = b".FIT"
SIGNATURE_AT = 8
HEADERS = (12, 14)  # bytes; the longer one has a check sum of its own
CLOCK = 253  # the field with the time, in every kind of message
MOST_WANTED = 50_000  # messages of the kinds asked for; a day of monitoring has a few thousand
MOST = 1_000_000  # messages of any kind; a day and a night of running, every second, has some ninety thousand
TOO_MANY = said("fit_too_many")

DEFINITION, WITH_DEVELOPER, COMPRESSED = 0x40, 0x20, 0x80

# A base type by its number: its form for `struct`, and the value that says "none".
BASES: dict[int, tuple[str, int]] = {
    0: ("B", 0xFF),
    1: ("b", 0x7F),
    2: ("B", 0xFF),
    3: ("h", 0x7FFF),
    4: ("H", 0xFFFF),
    5: ("i", 0x7FFFFFFF),
    6: ("I", 0xFFFFFFFF),
    10: ("B", 0),
    11: ("H", 0),
    12: ("I", 0),
    13: ("B", 0xFF),
    14: ("q", 0x7FFFFFFFFFFFFFFF),
    15: ("Q", 0xFFFFFFFFFFFFFFFF),
    16: ("Q", 0),
}
BASE = 0x1F  # the bits of a base type that are its number


@dataclass(frozen=True, slots=True)
class Message:
    """One message: its kind, its whole numbers by field, and the time its header tells, if any."""

    kind: int
    numbers: dict[int, int]
    clock: int | None = None


@dataclass(frozen=True, slots=True)
class Fault:
    """Where reading ended early, or what casts doubt on what was read."""

    why: Said
    ended: bool = True


@dataclass(frozen=True, slots=True)
class _Field:
    number: int
    at: int
    reader: struct.Struct
    none: int


@dataclass(frozen=True, slots=True)
class _Shape:
    """How a kind of message lies in the file, until it is defined anew."""

    kind: int
    size: int
    fields: tuple[_Field, ...]
    clock: _Field | None
    wanted: bool

    def message(self, content: bytes, at: int, clock: int | None) -> Message:
        """The message at a place; a field that says none is left out."""
        told = ((field, field.reader.unpack_from(content, at + field.at)[0]) for field in self.fields)
        return Message(self.kind, {field.number: told for field, told in told if told != field.none}, clock)


def is_fit(start: bytes) -> bool:
    """Whether a file that begins so is a FIT file."""
    return len(start) > SIGNATURE_AT and start[0] in HEADERS and start[SIGNATURE_AT:][:4] == SIGNATURE


def messages(content: bytes, wanted: frozenset[int]) -> Iterator[Message | Fault]:
    """The messages of the wanted kinds, of all files that are chained in one; a fault last."""
    at, seen = 0, 0
    while at < len(content):
        if not is_fit(content[at : at + SIGNATURE_AT + 4]):
            yield Fault(said("fit_not_next") if at else said("fit_not"))
            return
        begin = at + content[at]
        told_end = begin + int.from_bytes(content[at + 4 : at + 8], "little")
        end = min(told_end, len(content))
        for message in _part(content, begin, end, wanted):
            seen += 1
            if isinstance(message, Fault) or seen > MOST_WANTED:
                yield (message if isinstance(message, Fault) else Fault(TOO_MANY))
                return
            yield message
        if told_end + 2 > len(content):
            yield Fault(said("fit_short"))
            return
        if checksum(content[at : told_end + 2]):
            yield Fault(said("fit_sum"), ended=False)
        at = told_end + 2


def _part(content: bytes, at: int, end: int, wanted: frozenset[int]) -> Iterator[Message | Fault]:
    """The wanted messages of one of the chained files."""
    shapes: list[_Shape | None] = [None] * 16
    clock: int | None = None
    seen = 0
    while at < end:
        seen += 1
        if seen > MOST:
            yield Fault(TOO_MANY)
            return
        head = content[at]
        at += 1
        if head & DEFINITION and not head & COMPRESSED:
            shape, at = _shape(content, at, end, wanted, developer=bool(head & WITH_DEVELOPER))
            if shape is None:
                yield Fault(said("fit_entry"))
                return
            shapes[head & 0x0F] = shape
            continue
        shape = shapes[(head >> 5) & 0x03 if head & COMPRESSED else head & 0x0F]
        if shape is None or at + shape.size > end:
            yield Fault(said("fit_entry") if shape is None else said("fit_within"))
            return
        told: int | None = None
        if head & COMPRESSED and clock is not None:
            told = clock = clock + ((head - clock) & 0x1F)  # five bits of the time, which never goes back
        elif shape.clock is not None:
            (time,) = shape.clock.reader.unpack_from(content, at + shape.clock.at)
            clock = time if time != shape.clock.none else clock
        if shape.wanted:
            yield shape.message(content, at, told)
        at += shape.size


def _shape(
    content: bytes, at: int, end: int, wanted: frozenset[int], *, developer: bool
) -> tuple[_Shape | None, int]:
    """How messages lie from here on, and where its definition ends; None where it is cut off."""
    if at + 5 > end:
        return None, at
    order = ">" if content[at + 1] else "<"
    (kind,) = struct.unpack_from(f"{order}H", content, at + 2)
    fields_at, count = at + 5, content[at + 4]
    at = fields_at + 3 * count
    size, fields = 0, []
    if at > end:
        return None, at
    for number, length, base in struct.iter_unpack("BBB", content[fields_at:at]):
        form, none = BASES.get(base & BASE, ("", 0))
        if form and struct.calcsize(f"{order}{form}") == length:  # lists and texts tell nothing that we need
            fields.append(_Field(number, size, _reader(order, form), none))
        size += length
    if developer:
        extra = content[at] if at < end else 0
        at += 1 + 3 * extra
        if at > end:
            return None, at
        size += sum(content[at - 3 * extra + 1 : at : 3])
    clock = next((field for field in fields if field.number == CLOCK), None)
    return _Shape(kind, size, tuple(fields), clock, kind in wanted), at


@lru_cache(maxsize=64)
def _reader(order: str, form: str) -> struct.Struct:
    return struct.Struct(order + form)


def checksum(content: bytes) -> int:
    """The CRC-16 of a FIT file; of a file with its own check sum at its end it is 0."""
    words = array("H", content[: len(content) & ~1])
    if byteorder == "big":
        words.byteswap()
    table = _table()
    crc = 0
    for word in words:
        crc = table[crc ^ word]
    if len(content) % 2:
        crc = (crc >> 8) ^ _byte((crc ^ content[-1]) & 0xFF)
    return crc


@lru_cache(maxsize=1)
def _table() -> "array[int]":
    """What two bytes at once do to the check sum."""
    one = [_byte(value) for value in range(256)]
    return array(
        "H", [(one[word & 0xFF] >> 8) ^ one[(one[word & 0xFF] ^ word >> 8) & 0xFF] for word in range(65536)]
    )


def _byte(value: int) -> int:
    for _ in range(8):
        value = value >> 1 ^ (0xA001 if value & 1 else 0)
    return value
