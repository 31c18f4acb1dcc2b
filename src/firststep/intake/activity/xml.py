"""Hostile XML: a streaming parser that refuses entities, depth and long texts, in bounded room."""

from collections.abc import Callable
from xml.parsers import expat

from firststep.errors import IntakeError
from firststep.intake.activity.parts import Part
from firststep.intake.activity.streams import BrokenOffError
from firststep.knowledge.said import Said, said

PIECE = 1 << 16
DEEPEST = 60
LONGEST_TAG = 4_000_000  # bytes; the parser keeps a tag in memory until it ends
LONGEST_TEXT = 200  # signs of a text that is listened to; the rest of a longer one is left out

Began = Callable[[str, dict[str, str]], None]
Ended = Callable[[str, str], None]


def plain(name: str) -> str:
    """The name of an element without its prefix."""
    return name.rpartition(":")[2]


def check_tag(parser: expat.XMLParserType, fed: int, where: str) -> None:
    """Refuse a tag without end: bytes that were fed, and that the parser has not come to the end of."""
    if fed - parser.CurrentByteIndex > LONGEST_TAG:
        raise IntakeError("a tag in this file has no end", where=where, mend="export it again")


class _Listener:
    """Gives each element's name without prefix, and at its end the text right before its end tag."""

    def __init__(self, part: Part, began: Began, ended: Ended) -> None:
        self._where, self._began, self._ended = part.name, began, ended
        self._depth, self._text = 0, ""

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """An element begins."""
        self._depth += 1
        if self._depth > DEEPEST:
            raise IntakeError("the file is nested too deep", where=self._where, mend="export it again")
        self._text = ""
        self._began(plain(name), attributes)

    def text(self, some: str) -> None:
        """Some text comes."""
        if len(self._text) < LONGEST_TEXT:
            self._text += some[:LONGEST_TEXT]

    def end(self, name: str) -> None:
        """An element ends."""
        self._depth -= 1
        self._ended(plain(name), self._text.strip())
        self._text = ""

    def entity(self, *_: object) -> None:
        """An entity is defined: no track has one, and a bomb is made of them."""
        raise IntakeError(
            "this file defines entities, which no recorded track does",
            where=self._where,
            mend="export it again",
        )


def listen(part: Part, began: Began, ended: Ended) -> int | None:
    """Read a part; the line from which on it is damaged, or None where it is sound."""
    listener = _Listener(part, began, ended)
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartElementHandler = listener.start
    parser.EndElementHandler = listener.end
    parser.CharacterDataHandler = listener.text
    parser.EntityDeclHandler = listener.entity
    try:
        with part.open() as stream:
            fed = 0
            while some := stream.read(PIECE):
                parser.Parse(some, False)
                fed += len(some)
                check_tag(parser, fed, part.name)
        parser.Parse(b"", True)
    except (expat.ExpatError, BrokenOffError, LookupError, ValueError) as fault:
        if isinstance(fault, IntakeError) and not isinstance(fault, BrokenOffError):
            raise
        return parser.CurrentLineNumber
    return None


def damage(part: Part, line: int) -> Said:
    """The sentence for a part that is damaged from a line on."""
    return said("broke_at", name=part.name, line=line)
