"""The sessions that were played, technique by technique, and what they did not go well with."""

from dataclasses import dataclass
from datetime import date

from firststep.care.comparing.standing import Standing
from firststep.care.course.comfort import Comfort, comfort
from firststep.care.sessions import rests_after
from firststep.knowledge import technique
from firststep.records import Played, Stopped, Why


@dataclass(frozen=True, slots=True)
class Sessions:
    """The sessions of one technique.

    count, answered
        All that count, and those with pain told after them.
    above
        Those after which the pain was above the technique's ceiling, and more than before.
    """

    technique: str
    count: int
    answered: int
    above: int
    comfort: Comfort


def sessions_of(standing: Standing) -> tuple[Sessions, ...]:
    """A row a technique that was played, in the order of its first session."""
    by: dict[str, list[Played]] = {}
    for event in standing.sessions:
        if isinstance(event.what, Played):
            by.setdefault(event.what.technique, []).append(event.what)
    return tuple(_of(name, played, standing) for name, played in by.items())


def stops_of(standing: Standing) -> tuple[tuple[date, str, Why], ...]:
    """Every stop because it hurt: the day, the technique and why, in the order of being told."""
    stops = ((event.on, event.what) for event in standing.stops)
    return tuple((on, what.technique, what.why) for on, what in stops if isinstance(what, Stopped))


def _of(name: str, played: list[Played], standing: Standing) -> Sessions:
    ceiling = technique(name, standing.own).effort.ceiling
    return Sessions(
        technique=name,
        count=len(played),
        answered=sum(one.after is not None for one in played),
        above=sum(rests_after(one.before, one.after, ceiling) for one in played),
        comfort=comfort(standing, name),
    )
