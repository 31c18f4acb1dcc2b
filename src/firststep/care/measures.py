"""What answers add up to, and what a change from one time to another may be called.

A change is never called more than the numbers of its measure allow. One below the
measurement error is no change, and where nobody knows which difference matters, none is
said to. What a change came from, two measurements cannot say: pain eases by itself.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from math import floor
from statistics import fmean, median

from firststep.errors import RecordError
from firststep.knowledge.kinds.evidence import Measure, Number, Scale
from firststep.knowledge.kinds.parts import Basis
from firststep.knowledge.numerals import numeral
from firststep.knowledge.words import counted, phrase

EQUAL_WITHIN = 1e-6
"""Halves and tenths do not add up exactly; below this two numbers are the same."""

DECIMALS = 2
"""Of a size in a sentence: enough that none reads as the number that it just misses."""

INCH, CM_AN_INCH = "inch", 2.54

UNITS = {
    "0-10": ("point", "lower", "higher"),
    "-7 to 7": ("point", "lower", "higher"),
    "cm": ("cm", "less", "more"),
    INCH: ("inch", "less", "more"),
    "deg": ("degree", "less", "more"),
}
"""Of each unit the keys of its words: so many of it, and the two ways that it can go."""


class ChangeKind(StrEnum):
    """What a change may be called."""

    WITHIN_ERROR = "within-error"
    """Below the measurement error: not called a change."""

    SMALL = "small"
    """Below what matters to people, and not known to be error."""

    MATTERS = "matters"
    """At least what matters to people."""

    UNKNOWN = "unknown"
    """Nobody knows which difference matters, and no known error explains this one."""


@dataclass(frozen=True, slots=True)
class Change:
    """What lies between two scores of one measure.

    difference
        After minus before, in the unit of the measure.
    better
        Whether it is for the better; None where it is not called a change.
    words
        The same in a few short sentences, with what is not known of it.
    """

    difference: float
    better: bool | None
    kind: ChangeKind
    words: str


def score(measure: Measure, answers: Sequence[float]) -> float:
    """What the answers add up to, in the unit of the measure: the one, their mean, or the middle one.

    RecordError where they are too few or too many, off the scale, or between two of its steps.
    """
    _check_count(measure, len(answers))
    for number, answer in enumerate(answers, start=1):
        where = measure.name if len(answers) == 1 else f"{measure.name}, answer {number}"
        _check_on_scale(measure.scale, answer, where)
        _check_on_step(measure.scale, answer, where)
    match measure.scoring:
        case "as-is":
            return float(answers[0])
        case "mean":
            return fmean(answers)
        case "median":
            return float(median(answers))


def change(measure: Measure, before: float, after: float, *, imperial: bool = False) -> Change:
    """What a change between two scores may be called, and the sentences that say so.

    imperial
        Whether lengths are told in inches; scores are in the unit of the measure all the same.

    RecordError where a score is off the scale. It may lie between two steps, as means do.
    """
    for answer, time in ((before, "before"), (after, "after")):
        _check_on_scale(measure.scale, answer, f"{measure.name}, {time}")
    difference = after - before
    if abs(difference) < EQUAL_WITHIN:
        difference = 0.0
    kind = _kind(measure, abs(difference))
    moved = difference != 0.0 and kind is not ChangeKind.WITHIN_ERROR
    better = (difference > 0) == (measure.scale.better == "higher") if moved else None
    said = _words(measure, difference, kind, better=better, unit=_unit(measure, imperial=imperial))
    return Change(difference, better, kind, said)


def sized(measure: Measure, size: float, *, imperial: bool = False) -> str:
    """A size in the unit of the measure, as a sentence says it: "1.9 cm", "0.75 inches"."""
    return _amount(size, _unit(measure, imperial=imperial))


def _unit(measure: Measure, *, imperial: bool) -> str:
    """The key of the unit that is told."""
    unit = measure.scale.unit
    return INCH if imperial and unit == "cm" else unit


def _check_count(measure: Measure, count: int) -> None:
    fewest, most = measure.fewest, measure.most
    if fewest <= count <= most:
        return
    needed = f"{fewest}" if fewest == most else f"{fewest} to {most}"
    raise RecordError(
        f"this takes {needed} {'answer' if most == 1 else 'answers'}, and {count} came",
        where=measure.name,
        mend=f"give {fewest - count} more" if count < fewest else f"leave {count - most} out",
    )


def _check_on_scale(scale: Scale, answer: float, where: str) -> None:
    """Refuse what is off the scale, and what is no number at all."""
    if not scale.lowest - EQUAL_WITHIN <= answer <= scale.highest + EQUAL_WITHIN:
        raise RecordError(
            f"{answer:g} is not on the scale",
            where=where,
            mend=f"give a number from {scale.lowest:g} to {scale.highest:g}",
        )


def _check_on_step(scale: Scale, answer: float, where: str) -> None:
    steps = (answer - scale.lowest) / scale.step
    if abs(steps - round(steps)) > EQUAL_WITHIN:
        below, above = (scale.lowest + count * scale.step for count in (floor(steps), floor(steps) + 1))
        raise RecordError(
            f"{answer:g} lies between two steps of the scale",
            where=where,
            mend=f"give {below:g} or {above:g}",
        )


def _kind(measure: Measure, size: float) -> ChangeKind:
    if measure.error and _below(size, measure.error):
        return ChangeKind.WITHIN_ERROR
    if measure.important is None:
        return ChangeKind.UNKNOWN
    return ChangeKind.SMALL if _below(size, measure.important) else ChangeKind.MATTERS


def _below(size: float, number: Number) -> bool:
    return size < number.value - EQUAL_WITHIN


def _words(measure: Measure, difference: float, kind: ChangeKind, *, better: bool | None, unit: str) -> str:
    if difference == 0.0:
        return _said("same")
    size = abs(difference)
    _, less, more = UNITS[unit]
    moved = _said("moved", size=_amount(size, unit), way=_said(more if difference > 0 else less))
    if kind is ChangeKind.WITHIN_ERROR:
        assert measure.error is not None
        return _said("no_change", moved=moved, error=_error(measure.error, unit))
    sentences = (
        _said("which", moved=moved, better=_said("better" if better else "worse")),
        _against_important(measure.important, size, unit),
        _against_error(measure.error, unit),
        _said("no_cause"),
    )
    return " ".join(sentences)


def _against_important(important: Number | None, size: float, unit: str) -> str:
    """Whether it matters, with the range of what does; a size within that range is a close call."""
    if important is None:
        return _said("matters_unknown")
    low, high = important.low, important.high
    about, unsure = _amount(important.value, unit), _unsure(important)
    if low is None or high is None:
        matters = _said("matters", size=about, unsure=unsure)
    else:
        matters = _said(
            "matters_range", size=about, unsure=unsure, low=_plain(low, unit), high=_plain(high, unit)
        )
    said = _said("matters_less" if _below(size, important) else "matters_enough", matters=matters)
    close = low is not None and high is not None and low - EQUAL_WITHIN <= size <= high + EQUAL_WITHIN
    return f"{said} {_said('close')}" if close else said


def _against_error(error: Number | None, unit: str) -> str:
    """Reached only by a size that the error does not explain; tells for whom the error holds."""
    if error is None:
        return _said("error_unknown")
    return _said("error_less", error=_error(error, unit), about=error.about)


def _error(error: Number, unit: str) -> str:
    return _said("error", size=_amount(error.value, unit), unsure=_unsure(error))


def _unsure(number: Number) -> str:
    """Nothing where the number was read; otherwise that it was not."""
    return "" if number.basis is Basis.READ else _said("unsure")


def _amount(size: float, unit: str) -> str:
    """A size with its unit: '1 point', '1.9 cm'."""
    key, *_ = UNITS[unit]
    shown = _shown(size, unit)
    return counted("measures", key, shown, size=numeral(f"{shown:g}"))


def _plain(value: float, unit: str) -> str:
    return numeral(f"{_shown(value, unit):g}")


def _shown(size: float, unit: str) -> float:
    """A size in the unit that is told; lengths are kept in centimetres."""
    return round(size / CM_AN_INCH if unit == INCH else size, DECIMALS)


def _said(key: str, **blanks: str) -> str:
    return phrase("measures", key, **blanks)
