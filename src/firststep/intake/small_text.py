"""The text of a small file that a person wrote."""

from pathlib import Path

from firststep.errors import IntakeError

MOST_BYTES = 100_000
"""Far more than any such file has."""


def small_text(path: Path) -> str:
    """The text of a file of at most 100 kB. IntakeError where there is none, or no text in it."""
    try:
        if path.stat().st_size > MOST_BYTES:
            raise IntakeError("this file is too long", where=str(path), mend="check the name of the file")
        return path.read_text(encoding="utf-8")
    except OSError as fault:
        reason = (fault.strerror or "it cannot be opened").lower()
        raise IntakeError(reason, where=str(path), mend="check the name of the file") from None
    except UnicodeDecodeError:
        raise IntakeError("this is not text", where=str(path), mend="save it as UTF-8") from None
