"""What happens to files: bytes that change, go missing, come twice, or were put there to do harm."""

import gzip
from random import Random

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from bench.fuzz.seeds import seeds, zipped

MOST_EDITS = 3
LONGEST = 12  # bytes of an edit
WAYS = ("change", "change", "change", "harm", "harm", "cut", "twice", "put", "put", "end")
PACKED = (
    *["not"] * 7,
    "zip",
    "zip in a zip",
    "gzip",
    "zip, damaged",
    "zip in a zip, damaged",
    "gzip, damaged",
)
HARMFUL = (
    b"\0",
    b"\xff\xff\xff\xff",
    b"\x00\x00\x00\x00",
    b"\xff\xfe",
    b'"',
    b'""""',
    b"'",
    b",",
    b"\n",
    b"\r",
    b";",
    b"-1",
    b"0",
    b"NaN",
    b"Infinity",
    b"1e999",
    b"9" * 30,
    b"0.0000001",
    b"9999-12-31",
    b"0001-01-01",
    b"2026-02-30",
    b"[[[[[[[[",
    b'{"a":' * 50,
    b"]",
    b"}",
    b"<",
    b">",
    b"</HealthData>",
    b'<!ENTITY a "aaaaaaaaaa">',
    b"&a;",
    b"<![CDATA[",
    b"../../etc/passwd",
    b"\x1b[2J",
    "\u202e\u0301\u0000".encode(),
    b"PK\x03\x04",
    b"SQLite format 3\0",
    b".FIT",
)


@st.composite
def damaged(draw: DrawFn, kind: str) -> bytes:
    """A file of a kind with some edits, now and then with none; some packed, before or after the harm."""
    content = draw(st.sampled_from(seeds()[kind]))
    packed = draw(st.sampled_from(PACKED))
    if packed.endswith("damaged"):
        return _several(draw, _pack(content, packed))
    return _pack(_several(draw, content), packed)


def _several(draw: DrawFn, content: bytes) -> bytes:
    for _ in range(draw(st.integers(0, MOST_EDITS))):
        content = _edited(draw, content)
    return content


def _pack(content: bytes, packed: str) -> bytes:
    if packed.startswith("zip in a zip"):
        return zipped(zipped(content), ending=".zip")
    if packed.startswith("zip"):
        return zipped(content)
    return gzip.compress(content, mtime=0) if packed.startswith("gzip") else content


def _edited(draw: DrawFn, content: bytes) -> bytes:
    # Hypothesis likes small numbers, and a place drawn by it would mostly be the first bytes.
    chance = Random(draw(st.integers(0, 2**64 - 1)))
    at, length = chance.randrange(len(content) or 1), chance.randint(0, LONGEST)
    what = draw(st.sampled_from(WAYS))
    before, span, after = content[:at], content[at : at + length], content[at + length :]
    edited = {
        "change": lambda: before + draw(_bytes(len(span))) + after,
        "harm": lambda: before + draw(st.sampled_from(HARMFUL)) + after,
        "cut": lambda: before + after,
        "twice": lambda: before + span * draw(st.integers(2, 50)) + after,
        "end": lambda: before,
        "put": lambda: before + draw(_bytes(length)) + span + after,
    }
    return edited[what]()


def _bytes(length: int) -> SearchStrategy[bytes]:
    """Mostly signs that tables and lists are made of: any byte at all is soon no text."""
    signs = st.text("0123456789,.;:-+eE\"'\n<>/=[]{} aAñ", min_size=length, max_size=length)
    return st.one_of(st.binary(min_size=length, max_size=length), *([signs.map(str.encode)] * 3))
