"""A small file with what a person tells of the time before the pain: shoes, standing, events, flares.

[[shoes]]
name = "blue trainers"
kind = "running"
since = 2026-03-01
"""

import tomllib
from datetime import date
from pathlib import Path
from typing import Any

from firststep.errors import IntakeError, RecordError
from firststep.intake.small_text import small_text
from firststep.records.triggers import Told
from firststep.records.triggers_plain import told_from_plain


def read_told(path: Path) -> Told:
    """What the file tells. IntakeError says what is wrong and where."""
    try:
        plain = tomllib.loads(small_text(path))
        return told_from_plain(_days_as_text(plain), where=path.name)
    except tomllib.TOMLDecodeError as fault:
        raise IntakeError(
            f"this is not TOML: {fault}",
            where=str(path),
            mend="see docs/how-to/triggers.md for the form",
        ) from None
    except RecordError as fault:
        raise IntakeError(fault.what, where=fault.where, mend=fault.mend) from None


def _days_as_text(value: Any) -> Any:
    """The same with days as they stand in JSON."""
    match value:
        case dict():
            return {key: _days_as_text(part) for key, part in value.items()}
        case list():
            return [_days_as_text(part) for part in value]
        case date():
            return value.isoformat()
    return value
