"""When to see whom, from the safety check and from how the mornings went.

The check comes first. After it come the days to look back on, six weeks and three and six months after
the pain began. When that was is seldom told, so they are counted from the first morning in the diary,
at the latest: the pain was there by then.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from statistics import median
from types import MappingProxyType

from firststep.care.comparing.asking_again import paused
from firststep.care.comparing.standing import Standing
from firststep.care.planning.course import checkpoints
from firststep.care.screening.again import Reason
from firststep.care.screening.outcome import Consequence
from firststep.knowledge import Advice, Whom
from firststep.records import Morning
from firststep.records.triggers import Onset
from firststep.trial.yardsticks import FELT_DIFFERENCE

LOOK_KINDS: Mapping[Whom, tuple[str, ...]] = MappingProxyType(
    {
        Whom.EMERGENCY: (),
        Whom.TODAY: (),
        Whom.DOCTOR: ("doctor",),
        Whom.SPECIALIST: ("doctor", "podiatrist", "physical-therapist"),
    }
)
"""Which kinds of professionals are meant. Nobody looks through a list for care that cannot wait."""

BEGINNING = timedelta(days=14)
"""How many days at the beginning, and how many at the end, are held against each other (our own choice)."""

FEWEST = 4  # mornings with a score in each of the two


@dataclass(frozen=True, slots=True)
class Progress:
    """How the first-step pain stands against the beginning, 0 to 10 each.

    since
        The first morning with a score; the day when the pain began, where that was told and is earlier.
    told_onset
        Whether that is the day when it began.
    before, now
        The middle score of the first two weeks, and of the last; None where too few are told.
    """

    since: date
    before: float | None
    now: float | None
    told_onset: bool = False

    @property
    def better(self) -> bool | None:
        """Whether it fell by as much as a person feels; None where that cannot be told."""
        if self.before is None or self.now is None:
            return None
        return self.before - self.now >= FELT_DIFFERENCE


@dataclass(frozen=True, slots=True)
class Look:
    """Somebody to see, and why: a line of the safety check, a day to look back on, or the pain itself.

    progress
        For a day to look back on: how the pain went.
    """

    whom: Whom
    because: Consequence | Advice | Reason
    progress: Progress | None = None


def progress(now: Standing, today: date) -> Progress | None:
    """How the mornings went; None before the first score."""
    scores = {
        on: event.what.pain
        for on, event in now.mornings.items()
        if isinstance(event.what, Morning) and event.what.pain is not None and on <= today
    }
    if not scores:
        return None
    since = min(scores)
    before = [pain for on, pain in scores.items() if on < since + BEGINNING]
    late = [pain for on, pain in scores.items() if on > today - BEGINNING]
    apart = today - since >= 2 * BEGINNING
    onset = min((one.on for one in now.book.of(Onset, now.foot) if not one.flare), default=since)
    return Progress(min(onset, since), _middle(before), _middle(late) if apart else None, onset < since)


def looks(now: Standing, today: date) -> tuple[Look, ...]:
    """Whom to see, the most urgent first; none where nothing asks for it."""
    found = [*_by_check(now), *_by_pause(now, today), *_by_time(now, today)]
    return tuple(sorted(found, key=lambda look: tuple(Whom).index(look.whom)))


def _by_check(now: Standing) -> Iterator[Look]:
    for one in now.screening.consequences if now.screening else ():
        if one.question.whom is not None:
            yield Look(one.question.whom, one)


def _by_pause(now: Standing, today: date) -> Iterator[Look]:
    """The pain rose, or something was numb: the check is to be answered again, and somebody asked."""
    reason = paused(now, today)
    if reason in (Reason.WORSE, Reason.NUMB):
        yield Look(Whom.DOCTOR, reason)


def _by_time(now: Standing, today: date) -> Iterator[Look]:
    """The last day to look back on that has come, unless the pain is clearly better."""
    went = progress(now, today)
    due = [one.advice for one in checkpoints(went.since if went else None, today) if one.due]
    if went and due and due[-1].whom and not went.better:
        yield Look(due[-1].whom, due[-1], went)


def _middle(scores: list[int]) -> float | None:
    return float(median(scores)) if len(scores) >= FEWEST else None
