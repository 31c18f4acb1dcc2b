"""The course as an SVG picture: dots on rising, the level with its band, numbered marks of other care."""

from collections.abc import Callable, Iterable
from datetime import timedelta

from firststep.knowledge import said_day
from firststep.reports.visit.course import Course

WIDTH, NARROW, HEIGHT = 640.0, 340.0, 190.0
LEFT, RIGHT, TOP, BOTTOM = 26.0, 8.0, 16.0, 24.0
HIGHEST = 10
DATE = 140.0
"""Room that a date takes."""

LINES = (0, 2, 4, 6, 8, 10)
MOST_DAYS = 400
"""Days that are drawn: the last ones, where there are more."""

INK, QUIET, BAND, DOT, PAPER = "#1c2b2d", "#5c6b6d", "#d5e3e1", "#0b5d5a", "#e4e8e6"
FONT = "font-family='Libertinus Serif, Georgia, serif' font-size='12'"

Scale = Callable[[float], float]


def course_as_svg(course: Course, width: float = WIDTH) -> str:
    """The picture; what it shows has to be said beside it for whoever does not see it.

    width
        In its own units, of which a letter takes 12: `NARROW` for a phone.
    """
    first = max(0, len(course.pain) - MOST_DAYS)
    days = range(first, len(course.pain))
    step = (width - LEFT - RIGHT) / max(len(days), 1)

    def x(place: float) -> float:
        return LEFT + (place - first + 0.5) * step

    def y(pain: float) -> float:
        held = min(max(pain, 0.0), float(HIGHEST))
        return TOP + (1 - held / HIGHEST) * (HEIGHT - TOP - BOTTOM)

    parts = [
        *_grid(y, width),
        *_dates(course, days, x, width),
        _band(course, days, x, y),
        _line(course, days, x, y),
        *_dots(course, days, x, y),
        *_care(course, days, x),
    ]
    return (
        f"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 {width:g} {HEIGHT:g}' "
        f"width='{width:g}' height='{HEIGHT:g}'>{''.join(parts)}</svg>"
    )


def _grid(y: Scale, width: float) -> Iterable[str]:
    for pain in LINES:
        yield (
            f"<line x1='{LEFT:g}' x2='{width - RIGHT:g}' y1='{y(pain):.1f}' y2='{y(pain):.1f}' "
            f"stroke='{PAPER}' stroke-width='1'/>"
        )
        yield _text(LEFT - 6, y(pain) + 4, str(pain), "end")


def _dates(course: Course, days: range, x: Scale, width: float) -> Iterable[str]:
    """The first and the last day, and the middle one where all three have room."""
    if not days:
        return
    places = [(days[0], "start")]
    if len(days) > 1:
        places.append((days[-1], "end"))
    if len(days) > 2 and width >= 3 * DATE:  # noqa: PLR2004 - one between two
        places.append((days[len(days) // 2], "middle"))
    for place, anchor in places:
        yield _text(x(place), HEIGHT - 6, said_day(course.start + timedelta(days=place)), anchor)


def _text(at_x: float, at_y: float, text: str, anchor: str) -> str:
    return f"<text x='{at_x:.1f}' y='{at_y:.1f}' text-anchor='{anchor}' fill='{QUIET}' {FONT}>{text}</text>"


def _band(course: Course, days: range, x: Scale, y: Scale) -> str:
    there = [f"{x(at):.1f},{y(course.high[at]):.1f}" for at in days]
    back = [f"{x(at):.1f},{y(course.low[at]):.1f}" for at in reversed(days)]
    return f"<polygon points='{' '.join([*there, *back])}' fill='{BAND}'/>"


def _line(course: Course, days: range, x: Scale, y: Scale) -> str:
    points = " ".join(f"{x(at):.1f},{y(course.mean[at]):.1f}" for at in days)
    return f"<polyline points='{points}' fill='none' stroke='{INK}' stroke-width='1.6'/>"


def _dots(course: Course, days: range, x: Scale, y: Scale) -> Iterable[str]:
    for at in days:
        pain = course.pain[at]
        if pain is not None:
            yield f"<circle cx='{x(at):.1f}' cy='{y(pain):.1f}' r='2.6' fill='{DOT}'/>"


def _care(course: Course, days: range, x: Scale) -> Iterable[str]:
    for place, number in course.care:
        if place in days:
            yield (
                f"<line x1='{x(place):.1f}' x2='{x(place):.1f}' y1='{TOP:g}' y2='{HEIGHT - BOTTOM:g}' "
                f"stroke='{QUIET}' stroke-dasharray='3 3'/>"
            )
            yield _text(x(place), TOP - 5, str(number), "middle")
