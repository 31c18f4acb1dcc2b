"""What comfort says of techniques that are practically alike. It stands apart from every pain result."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from firststep.care import FEWEST_FELT, Comfort, Felt, Lead, Standing, felt_to_go_on
from firststep.knowledge import Technique, called, capital, counted, numeral, phrase

Own = Mapping[str, Technique]

SHOWN_DIGITS = 1


def comfort_as_data(now: Standing, today: date) -> dict[str, Any] | None:
    """The choice by comfort among what is compared, ready for JSON; None where there is no choice."""
    felt = felt_to_go_on(now, today)
    if felt is None:
        return None
    return {
        "says": [phrase("after", "alike"), *led_by(felt, now.own)],
        "order": [_row(one, now.own) for one in felt.order],
        "apart": phrase("after", "apart"),
    }


def to_go_on_with(now: Standing, today: date) -> list[str]:
    """What to go on with among what is alike, in words: the most comfortable; none where nothing was told."""
    felt = felt_to_go_on(now, today)
    if felt is None or felt.lead in (Lead.TOO_FEW, Lead.UNTOLD):
        return []
    return [phrase("after", "alike"), *led_by(felt, now.own)]


def led_by(felt: Felt, own: Own) -> list[str]:
    """Which felt best, or why that cannot be said."""
    match felt.lead:
        case Lead.ONE:
            return [_best(felt.order[0], own)]
        case Lead.SEVERAL:
            return [_several(felt, own)]
        case Lead.TOO_FEW:
            return [phrase("after", "too_few", fewest=FEWEST_FELT)]
        case Lead.UNTOLD:
            return [phrase("after", "untold")]


def mean_of(one: Comfort) -> str:
    """The mean of what was told, as a number in words."""
    assert one.mean is not None
    return numeral(f"{float(one.mean):.{SHOWN_DIGITS}f}")


def _several(felt: Felt, own: Own) -> str:
    if len(felt.best) == len(felt.order):
        return phrase("after", "best_all")
    return phrase("after", "best_several", names=", ".join(called(name, own) for name in felt.best))


def _best(one: Comfort, own: Own) -> str:
    name = called(one.technique, own)
    return phrase("after", "best", name=capital(name), mean=mean_of(one), times=_times(one.sessions))


def _row(one: Comfort, own: Own) -> dict[str, Any]:
    name = called(one.technique, own)
    name = capital(name)
    says = phrase("after", "row_none", name=name)
    if one.mean is not None:
        says = phrase("after", "row", name=name, mean=mean_of(one), times=_times(one.sessions))
    return {
        "technique": one.technique,
        "mean": None if one.mean is None else round(float(one.mean), 2),
        "sessions": one.sessions,
        "says": says,
    }


def _times(sessions: int) -> str:
    return counted("after", "times", sessions, n=sessions)
