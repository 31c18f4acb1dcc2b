"""A note of where Firststep is served just now, for the other commands of this computer."""

import json
import os
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path

from firststep.nearby.keeping import write

FILE = "serving.json"


@dataclass(frozen=True, slots=True)
class Serving:
    """Where a running server answers.

    here
        The address for this computer: 'http://127.0.0.1:8000'.
    phones
        The address for phones, or '': 'https://192.168.1.5:8443'.
    """

    here: str
    phones: str = ""
    process: int = 0


def note(home: Path, serving: Serving) -> None:
    """Write down where this process serves."""
    write(home / FILE, json.dumps(asdict(serving) | {"process": os.getpid()}).encode())


def noted(home: Path) -> Serving | None:
    """What the last server wrote down, unless it ended well. It may have been killed since."""
    try:
        return Serving(**json.loads((home / FILE).read_text()))
    except (OSError, ValueError, TypeError):
        return None


def forget(home: Path) -> None:
    """Take the note back, if it is this process's own."""
    kept = noted(home)
    if kept and kept.process == os.getpid():
        with suppress(OSError):
            (home / FILE).unlink()
