"""The bytes of a part, as far as they go: a file that broke off is read up to the break."""

from firststep.errors import IntakeError
from firststep.intake.activity.parts import Part
from firststep.intake.activity.streams import BrokenOffError
from firststep.knowledge.said import said

CHUNK = 1 << 18
BROKE_OFF = said("broke_off")


def as_far(part: Part, most: int) -> tuple[bytes, bool]:
    """What can be read of a part, and whether it broke off. IntakeError for more than `most` bytes."""
    chunks: list[bytes] = []
    size = 0
    try:
        with part.open() as stream:
            while some := stream.read(CHUNK):
                chunks.append(some)
                size += len(some)
                if size > most:
                    raise IntakeError(
                        f"the file has more than {most / 1e6:.0f} MB, and none of its kind has",
                        where=part.name,
                        mend="check that this is the right file",
                    )
    except BrokenOffError:
        return b"".join(chunks), True
    return b"".join(chunks), False
