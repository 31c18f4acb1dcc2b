"""Where a comparison stands: in its first week, gathering, known so far, or answered."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from firststep.care.comparing.resting import left_out
from firststep.care.comparing.standing import Standing
from firststep.care.drawing.trying import is_first_week, to_try
from firststep.trial import ChoiceKind, Findings, HelpsKind

KNOWN_AFTER = timedelta(days=14)
"""After two weeks what is known so far is said, also where that is little (our own choice)."""

ANSWERS = (ChoiceKind.FOUND, ChoiceKind.SAFE_CHOICE, ChoiceKind.NO_DIFFERENCE)
HELP_ANSWERS = (HelpsKind.YES, HelpsKind.NOT_HELPING)


class StageKind(StrEnum):
    """Where a comparison stands."""

    FIRST_WEEK = "first-week"
    GATHERING = "gathering"
    KNOWN_SO_FAR = "known-so-far"
    ANSWER = "answer"


@dataclass(frozen=True, slots=True)
class Stage:
    """Where a comparison stands.

    tried, all
        How many of the techniques were tried, of how many that do not rest.
    """

    kind: StageKind
    tried: int
    all: int


def stage(standing: Standing, findings: Findings, today: date) -> Stage | None:
    """Where the comparison stands today; None where nothing is compared.

    An answer comes first, and the first week lasts until all were tried.
    """
    if standing.began is None:
        return None
    out = left_out(standing)
    listed = [name for name in standing.compared if name not in out]
    left = to_try(standing, listed, {}, on=today + timedelta(days=1))
    return Stage(_kind(standing, findings, today, trying=bool(left)), len(listed) - len(left), len(listed))


def is_answered(findings: Findings) -> bool:
    """Whether either question has an answer."""
    return findings.choice.kind in ANSWERS or findings.helps.kind in HELP_ANSWERS


def _kind(standing: Standing, findings: Findings, today: date, *, trying: bool) -> StageKind:
    assert standing.began is not None
    if is_answered(findings):
        return StageKind.ANSWER
    if trying and is_first_week(standing, today):
        return StageKind.FIRST_WEEK
    known = today - standing.began >= KNOWN_AFTER
    return StageKind.KNOWN_SO_FAR if known else StageKind.GATHERING
