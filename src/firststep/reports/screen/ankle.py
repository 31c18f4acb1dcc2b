"""What the pages need to measure how far the ankle bends: the script, and what may be said of it."""

from datetime import date
from typing import Any

from firststep.care import Standing
from firststep.care.measures import sized
from firststep.care.measuring import lunge_barred, may_lunge, measure_of
from firststep.care.sessions import as_plain, measuring
from firststep.knowledge import Measure, phrase
from firststep.records import Name
from firststep.reports.known.safety import cited


def ankle(now: Standing, name: str, today: date) -> dict[str, Any]:
    """The rest of one of the two ways, ready for JSON.

    There is no script where the safety check bars a lunge.
    """
    about, may = measure_of(name), may_lunge(now, today)
    return {
        "script": as_plain(measuring(name, str(now.foot))) if may else None,
        "because": [question.asks for question in lunge_barred(now)],
        "highest": about.scale.highest,
        "error": measurement_error(about, imperial=is_imperial(now)),
        "note": about.note.says,
    }


def is_imperial(now: Standing) -> bool:
    """Whether lengths are told in inches."""
    return now.settings[Name.UNITS] == "imperial"


def measurement_error(about: Measure, *, imperial: bool) -> str:
    """The measurement error, where it was read, and for whom it holds."""
    error = about.error
    assert error is not None
    sources = "; ".join(cited(id_) for id_ in error.sources)
    size = sized(about, error.value, imperial=imperial)
    return f"{phrase('ankle', 'error', size=size, sources=sources)} {error.about}"
