"""FIT files made up for tests and benches, by the description of the format and not by what reads them."""

import struct
from datetime import datetime

Fields = dict[int, tuple[str, int]]
"""The number of a field: its form for `struct`, and its value."""

EPOCH = datetime(1989, 12, 31)  # noqa: DTZ001  UTC, or the clock on the wall
SIZES = {"B": 1, "H": 2, "I": 4}
BASES = {"B": 0x02, "H": 0x84, "I": 0x86}
FILE, SPORT, SESSION, LAP, RECORD, ACTIVITY, MONITORING, MONITORING_INFO = 0, 12, 18, 19, 20, 34, 55, 103
RUN, RIDE, WALK, FOOTBALL = 1, 2, 11, 7


def clock(text: str) -> int:
    """A time as FIT counts it."""
    return int((datetime.fromisoformat(text) - EPOCH).total_seconds())


def crc(content: bytes) -> int:
    """CRC-16 bit by bit."""
    value = 0
    for byte in content:
        value ^= byte
        for _ in range(8):
            value = value >> 1 ^ (0xA001 if value & 1 else 0)
    return value


def definition(
    kind: int,
    fields: list[tuple[int, str]],
    *,
    local: int = 0,
    big: bool = False,
    developer: tuple[int, ...] = (),
) -> bytes:
    order = ">" if big else "<"
    head = struct.pack(f"{order}BBBHB", 0x40 | local | (0x20 if developer else 0), 0, big, kind, len(fields))
    body = b"".join(struct.pack("BBB", number, SIZES[form], BASES[form]) for number, form in fields)
    if developer:
        body += bytes([len(developer)]) + b"".join(struct.pack("BBB", 0, size, 0) for size in developer)
    return head + body


def message(
    kind: int, fields: Fields, *, local: int = 0, big: bool = False, developer: tuple[int, ...] = ()
) -> bytes:
    """A definition and one message: fields as number: (form, value)."""
    order = ">" if big else "<"
    shape = [(number, form) for number, (form, _) in fields.items()]
    data = b"".join(struct.pack(order + form, value) for form, value in fields.values())
    more = b"".join(bytes(size) for size in developer)
    return definition(kind, shape, local=local, big=big, developer=developer) + bytes([local]) + data + more


def fit(*messages: bytes, header: int = 14, said: int | None = None, good: bool = True) -> bytes:
    """A file around messages; `said` is the length that it claims."""
    data = b"".join(messages)
    head = struct.pack("<BBHI4s", header, 0x10, 2100, len(data) if said is None else said, b".FIT")
    head += struct.pack("<H", crc(head)) if header == 14 else b""
    return head + data + struct.pack("<H", crc(head + data) ^ (not good))


def file_id(type_: int = 4, maker: int = 1, product: int = 3113) -> bytes:
    return message(FILE, {0: ("B", type_), 1: ("H", maker), 2: ("H", product)})


def session(
    began: str,
    *,
    sport: int = RUN,
    metres: float = 5000,
    seconds: float = 1800,
    sub: int = 0,
    big: bool = False,
    developer: tuple[int, ...] = (),
) -> bytes:
    """A summary, its start in UTC."""
    fields: Fields = {
        253: ("I", clock(began) + int(seconds)),
        2: ("I", clock(began)),
        5: ("B", sport),
        6: ("B", sub),
        7: ("I", round(seconds * 1000)),
        8: ("I", round(seconds * 1000)),
        9: ("I", round(metres * 100)),
    }
    return message(SESSION, fields, local=1, big=big, developer=developer)


def activity(ended: str, *, local: str) -> bytes:
    """The end of an activity: in UTC, and what the clock on the wall showed."""
    return message(ACTIVITY, {253: ("I", clock(ended)), 5: ("I", clock(local))}, local=2)


def record(at: str, metres: float) -> bytes:
    return message(RECORD, {253: ("I", clock(at)), 5: ("I", round(metres * 100))}, local=3)


def info(at: str, local: str) -> bytes:
    return message(MONITORING_INFO, {253: ("I", clock(at)), 0: ("I", clock(local))}, local=4)


def counted(at: str, steps: int, *, moving: int = 6) -> bytes:
    """Steps since midnight: of walking, or of running (1)."""
    return message(MONITORING, {253: ("I", clock(at)), 5: ("B", moving), 3: ("I", steps)}, local=5)


def counted_short(at: str, steps: int, *, moving: int = 6) -> bytes:
    """The same with only sixteen bits of the time, and the way of moving in five."""
    return message(
        MONITORING, {26: ("H", clock(at) & 0xFFFF), 24: ("B", moving | 0x20), 3: ("I", steps)}, local=6
    )


def run(began: str = "2026-11-03T06:30:00", *, metres: float = 5000) -> bytes:
    """A whole file with one run, an hour ahead of UTC."""
    hour = began[:11] + f"{int(began[11:13]) + 1:02}" + began[13:]
    return fit(file_id(), session(began, metres=metres), activity(began, local=hour))
