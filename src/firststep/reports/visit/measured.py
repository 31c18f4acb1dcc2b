"""Function and the bend of the ankle on the page, with what a change may be called."""

from firststep.care import Standing, Taken, since_first, taken
from firststep.care.measures import sized
from firststep.care.measuring import ANKLE, FUNCTION, KNEE, WORST, measure_of, scored
from firststep.knowledge import numeral, said_day
from firststep.reports.screen.ankle import is_imperial, measurement_error
from firststep.reports.visit.parts import Part, said


def worst(standing: Standing) -> str:
    """The worst pain of the last week that was asked about; empty before."""
    times = taken(standing, WORST)
    if not times:
        return ""
    return said("worst", day=said_day(times[-1].on), pain=numeral(f"{times[-1].answers[0][1]:g}"))


def function(standing: Standing) -> Part | None:
    """What the heel makes hard: each thing now, and the first time that it was asked about."""
    times = taken(standing, FUNCTION)
    if not times:
        return None
    first = next(time for time in times if time.things == times[-1].things)
    before = {thing.casefold(): score for thing, score in first.answers}
    lines = [
        said(
            "function_then" if first is not times[-1] else "function_one",
            thing=thing,
            now=numeral(f"{score:g}"),
            before=numeral(f"{before[thing.casefold()]:g}"),
        )
        for thing, score in times[-1].answers
    ]
    return Part(listed=tuple(lines), says=(*_change(standing, FUNCTION, times), said("function_note")))


def ankle(standing: Standing) -> Part | None:
    """How far it bends, in each way that was measured; a change below the error is not called one."""
    lines: list[str] = []
    says: list[str] = []
    for name in ANKLE:
        times = taken(standing, name)
        if not times:
            continue
        about, imperial = measure_of(name), is_imperial(standing)
        size = sized(about, scored(name, times[-1]), imperial=imperial)
        key = "ankle_knee" if name == KNEE else "ankle_shin"
        lines.append(said(key, day=said_day(times[-1].on), size=size))
        says += [*_change(standing, name, times), measurement_error(about, imperial=imperial)]
    return Part(listed=tuple(lines), says=tuple(says)) if lines else None


def _change(standing: Standing, name: str, times: tuple[Taken, ...]) -> tuple[str, ...]:
    since = since_first(name, times, imperial=is_imperial(standing))
    return (since.change.words,) if since else ()
