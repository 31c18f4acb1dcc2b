"""Files of activity as the page tells of them: what is kept of each source, and what is on its way."""

from collections.abc import Iterable
from typing import Any

from firststep.knowledge import phrase
from firststep.records.activity import ActiveDay
from firststep.records.uploads import State, Upload
from firststep.reports.known.brought import by_source, in_words, passed_over

PERCENT = 100


def kept_by_source(days: Iterable[ActiveDay]) -> list[dict[str, str]]:
    """What is kept of each source, in words."""
    return [{"source": source, "says": in_words(told)} for source, told in by_source(days).items()]


def upload_as_data(upload: Upload) -> dict[str, Any]:
    """A file on its way, ready for JSON: its state, how far it is, and in words what it told."""
    part = PERCENT * upload.done // max(upload.size, 1)
    return {
        "id": str(upload.id),
        "name": upload.name,
        "state": str(upload.state),
        "percent": part,
        "size": upload.size,
        "done": upload.done,
        "title": phrase("active", f"state_{upload.state}", percent=part),
        "says": _of(upload.state, upload.told or {}),
    }


def _of(state: State, told: dict[str, Any]) -> list[str]:
    match state:
        case State.REFUSED:
            return [phrase("refused", "mend", what=told["what"], mend=told["mend"])]
        case State.READ:
            sources = [f"{source}: {in_words(one)}" for source, one in told["sources"].items()]
            return [*sources, *told["notes"], *(passed_over(**line) for line in told["skipped"])]
        case State.KEPT:
            return [phrase("active", "taken", **{name: told[name] for name in ("new", "changed", "same")})]
    return []
