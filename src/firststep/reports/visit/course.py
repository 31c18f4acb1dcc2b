"""The mornings with the level under them: what is needed to draw them, and what it says."""

from dataclasses import dataclass
from datetime import date

from firststep.care import Standing
from firststep.knowledge import phrase
from firststep.records import Diary
from firststep.records.triggers import OtherCare
from firststep.reports.content import spread
from firststep.trial import Findings
from firststep.trial.yardsticks import FEWEST_MORNINGS


@dataclass(frozen=True, slots=True)
class Course:
    """A place a day from the first morning.

    pain
        Scores, 0 to 10; None where a morning was missed.
    mean, low, high
        The level on days without any of it, and its 90% band.
    care
        (place, number) of other care that began in this time, numbered as it is listed.
    level_says
        The level at the start and now, in words; why not, where too few mornings are scored.
    legend
        What its dots, line and marks are, for whoever sees it.
    alt
        What the picture shows, for whoever does not see it.
    """

    start: date
    pain: tuple[float | None, ...]
    mean: tuple[float, ...]
    low: tuple[float, ...]
    high: tuple[float, ...]
    care: tuple[tuple[int, int], ...]
    level_says: str
    legend: str
    alt: str


def course_of(standing: Standing, diary: Diary, findings: Findings) -> Course:
    """The course of one heel."""
    level, start = findings.level, diary.days[0].on
    entries = reversed(standing.book.of(OtherCare, standing.foot))
    places = [((entry.since - start).days, number) for number, entry in enumerate(entries, start=1)]
    care = tuple((place, number) for place, number in places if 0 <= place < len(diary.days))
    legend = phrase("visit", "course_note" if standing.compared else "course_note_guide")
    says = _level(standing, findings)
    return Course(
        start=start,
        pain=tuple(day.pain for day in diary.days),
        mean=tuple(map(float, level.mean)),
        low=tuple(map(float, level.low)),
        high=tuple(map(float, level.high)),
        care=care,
        level_says=says,
        legend=" ".join([legend, phrase("visit", "course_marks")]) if care else legend,
        alt=phrase("visit", "course_alt", level=says),
    )


def _level(standing: Standing, findings: Findings) -> str:
    if findings.mornings - findings.missing < FEWEST_MORNINGS:
        return phrase("so_far", "too_few", mornings=FEWEST_MORNINGS)
    level = findings.level
    first, last = (spread(level.mean[k], level.low[k], level.high[k]) for k in (0, -1))
    if not standing.compared:
        return phrase("visit", "level_guide", first=first, last=last)
    return phrase("so_far", "level_now", first=first, last=last)
