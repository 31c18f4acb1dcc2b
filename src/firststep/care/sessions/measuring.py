"""How far the ankle bends, step by step: the knee to the wall, or the lean of the shin.

No step has a clock. Each of the three times waits for its number, and nothing hurries
whoever stands in a lunge.
"""

from collections.abc import Iterator

from firststep.care.sessions.around import done_step, needs_step, plain_step, said
from firststep.care.sessions.script import side_of
from firststep.care.sessions.steps import Feet, Kind, Session, Step
from firststep.errors import KnowledgeError
from firststep.knowledge.kinds.evidence import Measure
from firststep.knowledge.kinds.technique import Posture
from firststep.knowledge.library import one

KNEE, SHIN = "knee-to-wall", "shin-angle"
"""The measures that have a session, by the names of their files."""

KEYS = {KNEE: "knee", SHIN: "shin"}
"""Of each the beginning of the keys of its words."""

CEILING = 4
"""Of 10. Ours, as for every stretch and massage: no study gives a limit for heel pain."""


def measuring(measure: str, feet: Feet | str) -> Session:
    """The session of a measurement, on one side.

    measure
        "knee-to-wall" or "shin-angle".

    KnowledgeError for any other, and for both sides at once: each is measured by itself.
    """
    side = side_of(feet)
    if measure not in KEYS or side is Feet.BOTH:
        raise KnowledgeError(
            f"there is no way to measure '{measure[:40]}' on '{side}'",
            mend=f"use one of {', '.join(KEYS)}, on the left or on the right",
        )
    known = one(Measure, measure)
    return Session(
        technique=measure,
        version=1,
        name=known.name,
        feet=side,
        posture=str(Posture.STANDING),
        ceiling=CEILING,
        apart_minutes=0,
        cold=False,
        how_hard=said("how_hard", ceiling=CEILING),
        stop=tuple(_stop()),
        steps=(
            *_ready(measure, side),
            *(_time(measure, side, number, known.most) for number in range(1, known.most + 1)),
            done_step(said("lunge_end_title"), said("lunge_end_what"), side=side),
        ),
    )


def _stop() -> Iterator[str]:
    yield said("stop_pain", ceiling=CEILING)
    yield said("lunge_stop_pinch")
    yield said("stop_tingling")
    yield said("lunge_stop_unsteady")


def _ready(measure: str, side: Feet) -> Iterator[Step]:
    """What is needed, where the phone goes where it measures, and how to stand."""
    key = KEYS[measure]
    notes = (said(f"{key}_needs_note"), said("lunge_when"))
    yield needs_step(said(f"{key}_needs"), side=side, notes=notes)
    if measure == SHIN:
        yield plain_step(Kind.READY, "shin_place", side=side, notes=(said("shin_place_note"),))
    stand = said("lunge_stand_what", side=said(side))
    yield plain_step(Kind.READY, "lunge_stand", what=stand, side=side, notes=(said("lunge_stand_note"),))


def _time(measure: str, side: Feet, number: int, times: int) -> Step:
    """One of the repeats. `skip` does not leave it out: the middle of two is another number."""
    key = KEYS[measure]
    title, what = said("lunge_time_title", number=number, times=times), said(f"{key}_time_what")
    return Step(
        kind=Kind.MEASURE,
        seconds=0,
        side=side,
        title=title,
        what=what,
        say=what if number == 1 else said("lunge_again", number=number, times=times),
        notes=(said(f"{key}_time_note"),),
        number=number,
        times=times,
        skippable=False,
    )
