"""An Apple Health export by a full XML parser: slower, and right for any form that XML may have."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from xml.parsers import expat

import numpy as np

from firststep.intake.activity.apple.gathered import KINDS, Gathered
from firststep.intake.activity.apple.opening import first_bytes
from firststep.intake.activity.apple.quarters import Records
from firststep.intake.activity.apple.stamps import LENGTH, STAMP
from firststep.intake.activity.found import shown
from firststep.intake.activity.parts import CHUNK, Part
from firststep.intake.activity.streams import BrokenOffError
from firststep.intake.activity.xml import check_tag
from firststep.knowledge.said import said

BATCH = 20_000
IS_STAMP = re.compile(STAMP, re.ASCII)
IS_NUMBER = re.compile(r"\d+(?:\.\d*)?(?:[eE][+-]?\d{1,3})?", re.ASCII)
Attributes = dict[str, str]


@dataclass(slots=True)
class _Handlers:
    """What the parser calls: takes down records and sessions as their elements come."""

    gathered: Gathered
    records: bool = True
    _waiting: dict[str, list[tuple[str, bytes, bytes, float]]] = field(default_factory=dict)
    _workout: Attributes | None = None
    _statistics: dict[str, Attributes] = field(default_factory=dict)

    def start(self, name: str, attributes: Attributes) -> None:
        """An element begins."""
        if name == "Record":
            if self.records and attributes.get("type") in KINDS:
                self._record(attributes)
        elif name == "Workout":
            self._workout, self._statistics = attributes, {}
        elif name == "WorkoutStatistics" and self._workout is not None:
            self._statistics[attributes.get("type", "")] = attributes

    def end(self, name: str) -> None:
        """An element ends."""
        if name == "Workout" and self._workout is not None:
            self.gathered.sessions.add(self._workout, self._statistics)
            self._workout = None

    def _record(self, attributes: Attributes) -> None:
        kind = attributes["type"]
        start, end = attributes.get("startDate", ""), attributes.get("endDate", "")
        value, scale = attributes.get("value", ""), KINDS[kind].get(attributes.get("unit", ""))
        if not IS_STAMP.fullmatch(start) or not IS_STAMP.fullmatch(end):
            self.gathered.skips.add(
                said("at_record", at=shown(start, LENGTH) or said("no_date_told")), said("no_dates")
            )
        elif scale is None or not IS_NUMBER.fullmatch(value):
            self.gathered.skips.add(said("at_record", at=start), said("no_amount"))
        else:
            waiting = self._waiting.setdefault(kind, [])
            source = attributes.get("sourceName", "")
            waiting.append((source, start.encode(), end.encode(), float(value) * scale))
            if len(waiting) >= BATCH:
                self.flush()

    def flush(self) -> None:
        """Hand on what waits."""
        for kind, rows in self._waiting.items():
            sources, starts, ends, amounts = zip(*rows, strict=True)
            self.gathered.quarters[kind].add(Records(sources, starts, ends, np.array(amounts)))
        self._waiting.clear()


def _parser(handlers: _Handlers) -> expat.XMLParserType:
    parser = expat.ParserCreate("utf-8")
    parser.buffer_text = True
    parser.StartElementHandler = handlers.start
    parser.EndElementHandler = handlers.end
    return parser


def read_strictly(part: Part, gathered: Gathered) -> None:
    """Take down a whole export, as far as it is sound."""
    handlers = _Handlers(gathered)
    parser = _parser(handlers)
    before = 0
    try:
        with part.open() as stream:
            begun, before = first_bytes(stream, part.name)
            parser.Parse(begun, False)
            fed = len(begun)
            while some := stream.read(CHUNK):
                parser.Parse(some, False)
                fed += len(some)
                check_tag(parser, fed, part.name)
        parser.Parse(b"", True)
    except (expat.ExpatError, BrokenOffError):
        gathered.broken_at = before + parser.CurrentLineNumber
    handlers.flush()


def read_sessions(text: bytes, gathered: Gathered) -> None:
    """Take down the sessions of a piece of an export; expat.ExpatError where it is not sound."""
    _parser(_Handlers(gathered, records=False)).Parse(b"<a>" + text + b"</a>", True)


def text_of(raw: bytes) -> str:
    """What the raw text between two quotation marks says; expat.ExpatError where it is not sound."""
    said: list[str] = []
    parser = expat.ParserCreate("utf-8")
    take: Callable[[str, Attributes], None] = lambda _, attributes: said.append(attributes["n"])  # noqa: E731
    parser.StartElementHandler = take
    parser.Parse(b'<a n="' + raw + b'"/>', True)
    return said[0]
