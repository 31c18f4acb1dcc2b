"""A session that was played, as the person who played it tells of it."""

from dataclasses import dataclass
from datetime import datetime

LEAST_COMFORT, MOST_COMFORT = 1, 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Played:
    """A session, told in full each time: of those of one foot, technique and beginning the last counts.

    version
        Of the technique, as it was played.
    began
        When it began, by the clock and with the time zone of whoever took it down.
    seconds, of
        How long it was really played, and how long the whole script is. `seconds` is None where the
        session is taken back: then nothing else is said of it either.
    before, after
        Pain right before and right after it, 0 to 10; None where it was not told.
    comfort
        How it felt, 1 very unpleasant to 5 very pleasant; None where it was not told. Never a score.
    """

    technique: str
    version: int
    began: datetime
    seconds: int | None
    of: int
    before: int | None = None
    after: int | None = None
    comfort: int | None = None
