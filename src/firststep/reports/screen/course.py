"""How a comparison goes on, in words: less of it, and tapering off."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from firststep.care import Less, Offer, Standing, offer
from firststep.care.sessions import script
from firststep.knowledge import called, phrase, technique

MINUTE = 60


def offered_less(now: Standing, drawn: Mapping[date, str | None], today: date) -> dict[str, Any] | None:
    """What is offered after some days without, ready for JSON; None where nothing is.

    drawn
        {day: technique} of the lines that were shown, None on a rest day.
    """
    found = offer(now, drawn, today)
    if found is None:
        return None
    says = [phrase("course", "offer"), phrase("course", "offer_less")]
    says += [_choice(one, found, now) for one in found.choices]
    return {"says": says, "choices": [str(one) for one in found.choices]}


def _choice(one: Less, found: Offer, now: Standing) -> str:
    match one:
        case Less.SHORTER:
            return _shorter(found, now)
        case Less.FEWER:
            return phrase("course", "offer_fewer")
        case Less.NONE:
            return phrase("course", "offer_none")


def _shorter(found: Offer, now: Standing) -> str:
    assert found.shorter is not None
    long, short = found.shorter
    seconds = [script(technique(name, now.own), str(now.foot)).seconds for name in found.shorter]
    names = {"long": called(long, now.own), "short": called(short, now.own)}
    return phrase("course", "offer_shorter", minutes=(seconds[0] - seconds[1]) // MINUTE, **names)
