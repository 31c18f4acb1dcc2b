"""A plain timer, for those who roll while they read or watch television."""

from collections.abc import Iterator

from firststep.care.sessions.around import closing, count_step, plain_step, posture_step, said
from firststep.care.sessions.pictures import BALL, Body, Close, Picture
from firststep.care.sessions.script import READY_SECONDS, in_turn, side_of, sides
from firststep.care.sessions.steps import Feet, Kind, Session, Step
from firststep.errors import KnowledgeError
from firststep.knowledge.kinds.technique import Posture

TIMER = "timer"
"""The id of its session; no technique has it."""

MINUTE = 60
MOST_MINUTES = 10
"""On one side. Ours: nobody has looked for the right amount, and everybody advises few."""

SHOWS = Picture(Body.SEATED, Close.TOOL, tool=BALL)

CEILING = 4
"""Of 10. Ours, as for every massage: no study gives a limit for heel pain."""


def timer(minutes: int, feet: Feet | str) -> Session:
    """A session without a technique: whole minutes on each side, with a soft mark at each.

    minutes
        On each side, 1 to 30. KnowledgeError for any other number.
    """
    side = side_of(feet)
    if not 1 <= minutes <= MOST_MINUTES:
        raise KnowledgeError(
            f"the timer cannot run for {minutes} minutes", mend=f"choose 1 to {MOST_MINUTES}"
        )
    order = sides(side)
    return Session(
        technique=TIMER,
        version=1,
        name=said("timer_name"),
        feet=side,
        posture=str(Posture.SEATED),
        ceiling=CEILING,
        apart_minutes=0,
        cold=False,
        how_hard=said("how_hard", ceiling=CEILING),
        stop=(said("stop_pain", ceiling=CEILING), said("stop_tingling"), said("timer_stop_numb")),
        steps=(
            plain_step(Kind.READY, "timer_needs", side=side, notes=(said("timer_needs_note"),)),
            posture_step(
                Posture.SEATED,
                side=side,
                why=said("timer_why"),
                shows=SHOWS,
                how_hard=said("how_hard", ceiling=CEILING),
            ),
            count_step(READY_SECONDS, side=order[0], shows=SHOWS),
            *in_turn({on: tuple(_minutes(minutes, on)) for on in order}, shows=SHOWS),
            *closing(Posture.SEATED, side=side, cold=False, tools=(said("timer_tool"),)),
        ),
    )


def _minutes(minutes: int, side: Feet) -> Iterator[Step]:
    what = said("timer_minute_what")
    for number in range(1, minutes + 1):
        yield Step(
            kind=Kind.TIME,
            seconds=MINUTE,
            side=side,
            title=said("timer_minute_title", number=number),
            what=what,
            say=what if number == 1 else "",
            number=number,
            times=minutes,
            shows=SHOWS,
        )
