"""When it is too much: after some days without it, less is offered, once and without a word of blame.

Three days of the last seven that were put off, or on which nothing was done though something was
drawn and shown. A day between is none of them: then nothing is to be done.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from firststep.care.comparing.asking_again import paused
from firststep.care.comparing.comparison import FEWEST
from firststep.care.comparing.resting import resting
from firststep.care.comparing.standing import Standing
from firststep.care.drawing.between import is_too_soon, last_done
from firststep.care.sessions import script
from firststep.knowledge import Technique, offered, technique
from firststep.records import Doing, Name, SetAside

DAYS_WITHOUT = 3
"""So many of them, and less is offered: one or two are a busy week (our own choice)."""

WITHIN = timedelta(days=7)

QUIET = timedelta(days=14)
"""Not offered again so soon after it was answered, or after what is compared was changed."""

WORTH_SAVING = 60
"""Seconds of a session below which another technique is not called shorter (our own choice)."""

ON = "on"


class Less(StrEnum):
    """What may be offered."""

    SHORTER = "shorter"
    """Another technique, whose session is shorter."""

    FEWER = "fewer"
    """To compare fewer of them."""

    NONE = "none"
    """Mornings only, and nothing drawn."""


@dataclass(frozen=True, slots=True)
class Offer:
    """What is offered.

    shorter
        (the longest technique of the list, a shorter one that could take its place); None where
        there is none.
    """

    choices: tuple[Less, ...]
    shorter: tuple[str, str] | None


def offer(standing: Standing, drawn: Mapping[date, str | None], today: date) -> Offer | None:
    """What is offered today; None where nothing is.

    It is answered by a new list, by the same list chosen again, or by putting a technique aside.
    Warning signs come first: while one is open, nothing is offered.

    drawn
        {day: technique} of the lines that were shown, None on a rest day.
    """
    comparing = standing.comparison
    if comparing is None or not standing.clear or paused(standing, today):
        return None
    out = resting(standing, today)
    listed = tuple(name for name in comparing.techniques if name not in out)
    quiet = (on for on in _answered(standing) if today - QUIET < on <= today)
    if not listed or standing.settings[Name.TAPER] == ON or any(quiet):
        return None
    if len(days_without(standing, drawn, today)) < DAYS_WITHOUT:
        return None
    shorter = _shorter(standing, listed, out)
    choices = [
        *([Less.SHORTER] if shorter else []),
        *([Less.FEWER] if len(listed) > FEWEST[comparing.question] else []),
        Less.NONE,
    ]
    return Offer(tuple(choices), shorter)


def days_without(standing: Standing, drawn: Mapping[date, str | None], today: date) -> tuple[date, ...]:
    """The days of the last seven that went without what was drawn, oldest first."""
    days = (today - timedelta(days=ago) for ago in reversed(range(WITHIN.days)))
    return tuple(on for on in days if _went_without(standing, drawn.get(on), on))


def _went_without(standing: Standing, technique_: str | None, on: date) -> bool:
    """Whether a day was put off, or nothing was done of what was drawn; what was done all the same counts."""
    event = standing.doings.get(on)
    did = event.what.did if event and isinstance(event.what, Doing) else None
    if did or (did is None and on not in standing.skips):
        return False
    if on in standing.skips:
        return True
    return technique_ is not None and not is_too_soon(
        technique_, on, last_done(standing, before=on), standing
    )


def _answered(standing: Standing) -> Iterable[date]:
    """The days on which what is compared was changed; the first choice of all is no change."""
    aside = (event.on for event in standing.stops if isinstance(event.what, SetAside))
    return [*standing.compared_from[1:], *aside]


def _shorter(standing: Standing, listed: Iterable[str], out: Collection[str]) -> tuple[str, str] | None:
    """The longest technique of the list, and the shortest that may be begun with, if it saves enough."""
    mine = {name: _seconds(technique(name, standing.own), standing) for name in listed}
    longest = max(mine, key=lambda name: mine[name])
    able = {
        one.id: _seconds(one, standing)
        for one in offered()
        if one.first and not one.steady and one.id not in {*mine, *out} and not _is_barred(one, standing)
    }
    shortest = min(able, key=lambda name: able[name], default=None)
    if shortest is None or able[shortest] > mine[longest] - WORTH_SAVING:
        return None
    return longest, shortest


def _is_barred(one: Technique, standing: Standing) -> bool:
    return standing.screening is not None and bool(standing.screening.bars(one))


def _seconds(one: Technique, standing: Standing) -> int:
    return script(one, str(standing.foot)).seconds
