"""How an Apple Health export begins: what stands before its first element is looked at, not believed.

Some versions of iOS wrote a description of the form (DTD) that is itself not well formed. It is left
out. It has no entities; a file whose description has some is no export, and is refused.
"""

from firststep.errors import IntakeError
from firststep.intake.activity.parts import Peek
from firststep.intake.activity.streams import Readable

ROOT = b"<HealthData"
FURTHEST = 1_000_000  # bytes before the first element; Apple writes some 10,000


def is_export(file: Peek) -> bool:
    """Whether a file begins as an Apple Health export does."""
    start = file.start.removeprefix(b"\xef\xbb\xbf").lstrip()
    return start.startswith(b"<") and (ROOT in start or b"<!DOCTYPE HealthData" in start)


def first_bytes(stream: Readable, where: str) -> tuple[bytes, int]:
    """The bytes read so far, from the first element on, and how many lines stand before it."""
    begun = b""
    while ROOT not in begun:
        some = stream.read(65536)
        begun += some
        if not some or len(begun) > FURTHEST:
            raise IntakeError("the export ends before its first record", where=where, mend="export it again")
    at = begun.index(ROOT)
    if b"<!ENTITY" in begun[:at]:
        raise IntakeError(
            "this file defines entities, which no Apple Health export does",
            where=where,
            mend="export it again from the Health app",
        )
    return begun[at:], begun.count(b"\n", 0, at)
