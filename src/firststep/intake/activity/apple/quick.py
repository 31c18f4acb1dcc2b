"""An Apple Health export in the plain form that Apple writes, read by looking for what matters.

Most of an export is heart beats and energy. Between two elements of a sound file without comments
every '<' begins a tag, so that a search for the records of steps finds them all. Wherever
something is not as Apple writes it, this reader gives up, and the strict one reads from the
beginning: another order of attributes, a comment, a record that does not match, a bracket too few.
A law in the tests holds that both give the same.
"""

import re
from xml.parsers import expat

import numpy as np

from firststep.intake.activity.apple.gathered import KINDS, Gathered
from firststep.intake.activity.apple.opening import first_bytes
from firststep.intake.activity.apple.quarters import Records
from firststep.intake.activity.apple.stamps import STAMP
from firststep.intake.activity.apple.strict import read_sessions, text_of
from firststep.intake.activity.parts import Part
from firststep.intake.activity.streams import BrokenOffError

PIECE = 1 << 19  # bytes read at a time: what stays near the processor
LONGEST_PIECE = 1 << 23  # bytes of one session with all that is in it
MOST_NAMES = 1000
LESS, MORE, MARK, ASK = b"<>!?"
PLAIN = (
    r'<Record type="{kind}" sourceName="([^"<]*)"(?: sourceVersion="[^"<]*")?(?: device="[^"<]*")?'
    r' unit="({units})"(?: creationDate="[^"<]*")? startDate="({stamp})" endDate="({stamp})"'
    r' value="(\d+(?:\.\d*)?(?:[eE][+-]?\d\d?\d?)?)" ?/?>'
)
PATTERNS = {
    kind: re.compile(PLAIN.format(kind=kind, units="|".join(units), stamp=STAMP).encode())
    for kind, units in KINDS.items()
}
SCALES = {unit.encode(): scale for units in KINDS.values() for unit, scale in units.items()}
SESSION = re.compile(
    rb"<Workout(?:\s+[\w:.-]+\s*=\s*(?:\"[^\"<]*\"|'[^'<]*'))*\s*(?:/>|>.*?</Workout\s*>)", re.DOTALL
)
SESSION_BEGINS = re.compile(rb"<Workout[\s/>]")
WRITTEN_TYPE = re.compile(rb"<(?:Record|Workout\w*)\s[^<]*?type\s*=\s*(?:\"[^\"<]*&|'[^'<]*&)", re.IGNORECASE)
THE_END = re.compile(rb"</HealthData\s*>\s*")


class OddError(Exception):
    """Something is not as Apple writes it."""


def read_quickly(part: Part, gathered: Gathered) -> bool:
    """Take down a whole export; False where it is not in the plain form, and must be read strictly."""
    try:
        with part.open() as stream:
            rest, _ = first_bytes(stream, part.name)
            reader = _Reader(gathered)
            while some := stream.read(PIECE):
                rest = reader.take(rest + some)
        reader.finish(rest)
    except (OddError, expat.ExpatError, BrokenOffError):
        return False
    return True


class _Reader:
    """Reads piece by piece; what is not complete yet is handed back, to come again with more."""

    def __init__(self, gathered: Gathered) -> None:
        self._gathered = gathered
        self._names: dict[bytes, str] = {}

    def take(self, piece: bytes) -> bytes:
        """Take down what is complete in a piece; what is left of it."""
        cut = piece.rfind(b"<")
        ended = self._sessions(piece, cut)
        cut = min(cut, ended)
        if cut <= 0:
            if len(piece) > LONGEST_PIECE:
                raise OddError
            return piece
        done = piece[:cut]
        _check(done)
        for kind in KINDS:
            self._records(done, kind)
        return piece[cut:]

    def finish(self, rest: bytes) -> None:
        """The file is at its end: nothing may be left but its last tag."""
        if not THE_END.fullmatch(self.take(rest)):
            raise OddError

    def _sessions(self, piece: bytes, cut: int) -> int:
        """Take down the sessions that are complete; where the first one begins that is not."""
        at = 0
        if b"<Workout" not in piece:
            return cut
        while begins := SESSION_BEGINS.search(piece, at):
            whole = SESSION.match(piece, begins.start())
            if whole is None or whole.end() > cut:
                return begins.start()
            read_sessions(whole[0], self._gathered)
            at = whole.end()
        return cut

    def _records(self, piece: bytes, kind: str) -> None:
        named = piece.count(kind.encode())
        if not named:
            return
        rows = PATTERNS[kind].findall(piece)
        if named != len(rows) and named != len(rows) + piece.count(
            b'<WorkoutStatistics type="' + kind.encode() + b'"'
        ):
            raise OddError
        if not rows:
            return
        sources, units, starts, ends, values = zip(*rows, strict=True)
        amounts = np.array(list(map(float, values)))
        amounts *= [SCALES[unit] for unit in units]
        names = [self._names.get(raw) or self._name(raw) for raw in sources]
        self._gathered.quarters[kind].add(Records(names, starts, ends, amounts))

    def _name(self, raw: bytes) -> str:
        if len(self._names) > MOST_NAMES:
            raise OddError
        name = self._names[raw] = text_of(raw)
        return name


def _check(piece: bytes) -> None:
    """Refuse a piece in which a search could be misled."""
    signs = np.frombuffer(piece, np.uint8)
    begins = np.flatnonzero(signs == LESS)
    after = signs[begins + 1]
    if (after == MARK).any() or (after == ASK).any():
        raise OddError
    if len(begins) != np.count_nonzero(signs == MORE):
        raise OddError
    if not piece.isascii():
        _decoded(piece)
    if b"&#" in piece and WRITTEN_TYPE.search(piece):
        raise OddError


def _decoded(piece: bytes) -> None:
    try:
        piece.decode()
    except UnicodeDecodeError as fault:
        raise OddError from fault
