"""Lays a technique out in time: every step of a session, for one side or both."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from firststep.care.sessions.around import (
    closing,
    count_step,
    needs_step,
    posture_step,
    said,
    switch_step,
)
from firststep.care.sessions.pictures import Picture, picture, picture_first
from firststep.care.sessions.steps import Feet, Kind, Path, Session, Step
from firststep.errors import KnowledgeError
from firststep.knowledge.kinds.body import Stroke, Tool
from firststep.knowledge.kinds.technique import Phase, Technique
from firststep.knowledge.library import as_written, one
from firststep.knowledge.traits import traits

READY_SECONDS, MOST_READY = 5, 60
"""The count before it begins, if nothing else is asked for, and at most."""

FIRST = Feet.RIGHT
"""The side that begins where both are done."""

MIRROR = 100
"""The width of a map: x of a left foot is this minus x of a right one."""

Points = tuple[tuple[int, int], ...]

STOPS: Mapping[str, str] = MappingProxyType({"tingl": "stop_tingling", "numb": "stop_numb"})
"""Warnings that belong to a session, by what shows that the technique gives them itself."""


def script(
    technique: Technique, feet: Feet | str, *, ready: int = READY_SECONDS, without_rests: bool = False
) -> Session:
    """The session of a technique.

    feet
        "left", "right" or "both": all of it on one side, a change of sides, all of it on the other;
        once for both where both legs work at once.
    ready
        Seconds of the count before it begins, 0 to 60; 0 leaves the count out.
    without_rests
        Leave out the rests between two times. Those that are steps of their own stay: in
        some of them the skin is felt, the side changed, or breath taken sitting.

    KnowledgeError for another side or count, or a tool or path that nobody knows.
    """
    side = side_of(feet)
    _check_between("count", ready, 0, MOST_READY)
    order = (side,) if technique.at_once else sides(side)
    tools = [one(Tool, id_) for id_ in technique.tools]
    cold = "cold" in traits(technique)
    worked = {on: tuple(_work(technique, on, without_rests=without_rests)) for on in order}
    ceiling, first = technique.effort.ceiling, picture_first(technique)
    return Session(
        technique=technique.id,
        version=technique.version,
        name=technique.name,
        feet=side,
        posture=str(technique.posture.kind),
        ceiling=ceiling,
        apart_minutes=technique.dose.apart_minutes,
        cold=cold,
        how_hard=said("how_hard", ceiling=ceiling),
        stop=_stop(technique, cold=cold),
        steps=(
            needs_step(technique.needs, side=side, notes=[care.says for tool in tools for care in tool.care]),
            posture_step(
                technique.posture.kind,
                side=side,
                why=technique.posture.why.says,
                shows=first,
                how_hard=said("how_hard", ceiling=ceiling),
            ),
            *((count_step(ready, side=order[0], shows=first),) if ready else ()),
            *in_turn(worked, shows=first),
            *closing(technique.posture.kind, side=side, cold=cold, tools=[tool.name for tool in tools]),
        ),
    )


def side_of(feet: Feet | str) -> Feet:
    """The side by its name. KnowledgeError for any other."""
    if feet not in list(Feet):
        raise KnowledgeError(f"there is no side '{feet[:40]}'", mend=f"use one of: {', '.join(Feet)}")
    return Feet(feet)


def sides(feet: Feet) -> tuple[Feet, ...]:
    """The sides in the order of being done."""
    return (FIRST, Feet.LEFT) if feet is Feet.BOTH else (feet,)


def in_turn(worked: Mapping[Feet, tuple[Step, ...]], *, shows: Picture) -> tuple[Step, ...]:
    """The steps of one side after those of the other, with a change between."""
    steps: list[Step] = []
    for number, (on, its) in enumerate(worked.items()):
        steps += [switch_step(on, shows=shows), *its] if number else its
    return tuple(steps)


def _check_between(what: str, value: int, least: int, most: int) -> None:
    if not least <= value <= most:
        raise KnowledgeError(f"the {what} cannot be {value}", mend=f"choose {least} to {most}")


def _work(technique: Technique, side: Feet, *, without_rests: bool) -> Iterator[Step]:
    for phase in technique.phases:
        for number in range(1, phase.times + 1):
            if number > 1 and phase.rest and not without_rests:
                yield _rest_between(phase, side, number, shows=picture(technique, phase))
            yield _step(phase, side, number, shows=picture(technique, phase))


def _step(phase: Phase, side: Feet, number: int, *, shows: Picture) -> Step:
    """One time of a phase. The second and later are announced shortly: the words were just heard."""
    again = said("again", title=phase.title, number=number, times=phase.times)
    return Step(
        kind=Kind(phase.does),
        seconds=phase.seconds,
        side=side,
        title=phase.title,
        what=phase.say,
        say=phase.say if number == 1 else again,
        cue=phase.cue,
        where=_where(phase.stroke, side) if phase.stroke else None,
        pace_seconds=phase.pace_seconds,
        number=number,
        times=phase.times,
        shows=shows,
    )


def _rest_between(phase: Phase, side: Feet, number: int, *, shows: Picture) -> Step:
    what = said("rest_what", number=number, times=phase.times)
    return Step(
        kind=Kind.REST,
        seconds=phase.rest,
        side=side,
        title=said("rest_title"),
        what=what,
        say=what,
        number=number,
        times=phase.times,
        shows=Picture(shows.body, tool=shows.tool),
    )


def _where(id_: str, side: Feet) -> Path:
    """The path of a stroke on this side: files tell it for the right."""
    stroke = one(Stroke, id_)
    return Path(
        stroke=id_,
        map=stroke.map,
        path=_on(side, stroke.path),
        back=stroke.back,
        spots=stroke.spots,
        stops=_on(side, stroke.stops or stroke.path),
        says=stroke.says,
    )


def _on(side: Feet, points: Points) -> Points:
    """Points of a right foot, on this side."""
    return tuple((MIRROR - x if side is Feet.LEFT else x, y) for x, y in points)


def _stop(technique: Technique, *, cold: bool) -> tuple[str, ...]:
    """What the technique says to stop for, and of pain, tingling and numbness what it does not say.

    What it says is looked for in its English. To what somebody taught they are
    always added: its words may say the contrary.
    """
    own = "" if technique.taught_by else " ".join(as_written(technique).stop_for).lower()
    ceiling = technique.effort.ceiling
    pain = () if f"{ceiling} of 10" in own else (said("stop_pain", ceiling=ceiling),)
    more = [said(key) for sign, key in STOPS.items() if sign not in own and (cold or sign != "numb")]
    return (*pain, *technique.stop_for, *more)
