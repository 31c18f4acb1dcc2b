"""Values of the document, rounded as the page says them: not a digit more, not a digit less."""

from datetime import date, datetime, timedelta

from firststep.reports.fhir.codes import UCUM, Code, Json, concept, ours
from firststep.trial import Estimate

SCORE, DAY, LENGTH, ANGLE = "{score}", "d", "cm", "deg"
"""Units, by their codes in UCUM."""

DIGITS, DIGITS_MEASURED = 1, 2
"""Decimals of a number that was estimated, and of one that was measured."""


def rounded(value: float, digits: int = DIGITS) -> float:
    """The number that a sentence says with so many digits; never -0.0."""
    return float(f"{value:.{digits}f}") + 0.0


def quantity(value: float, unit: str = SCORE) -> Json:
    """A value with its unit, ready to be a `valueQuantity`."""
    return {"value": value, "unit": unit, "system": UCUM, "code": unit}


def component(code: str, **value: object) -> Json:
    """A part of an observation, by a code of ours."""
    return {"code": concept(ours(code)), **value}


def interval(estimate: Estimate) -> list[Json]:
    """Both ends of the interval of an estimate, points."""
    ends = ((Code.LOW, estimate.low), (Code.HIGH, estimate.high))
    return [component(code, valueQuantity=quantity(rounded(end))) for code, end in ends]


def period(since: date, until: date | None = None) -> Json:
    """From a day on, or to the end of another."""
    return {"start": since.isoformat()} | ({"end": until.isoformat()} if until else {})


def moments(since: datetime, seconds: int) -> Json:
    """From a moment on for so many seconds."""
    return {"start": moment(since), "end": moment(since + timedelta(seconds=seconds))}


def moment(at: datetime) -> str:
    """A moment to the second, with its time zone."""
    return at.isoformat(timespec="seconds")
