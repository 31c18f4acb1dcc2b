"""The two answers, as values. What they mean is in docs/explanation/answers.md."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Literal

from firststep.trial.verdict.sentences import Sentence

Better = Literal["lower", "higher"]
"""Which way a score is better: pain is lower, sleep quality is higher."""


class ChoiceKind(StrEnum):
    """Does it matter which? The kinds of answer."""

    TOO_EARLY = "too-early"
    FOUND = "found"
    NO_DIFFERENCE = "no-difference"
    SAFE_CHOICE = "safe-choice"
    LEANING = "leaning"
    NOT_ASKED = "not-asked"


class HelpsKind(StrEnum):
    """Is anything better than doing none of it? The kinds of answer."""

    NOT_ASKED = "not-asked"
    YES = "yes"
    NOT_HELPING = "not-helping"
    CANNOT_TELL = "cannot-tell"


@dataclass(frozen=True, slots=True)
class Estimate:
    """A posterior in four numbers: mean, sd, and an interval of mass `INTERVAL`."""

    mean: float
    sd: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Effect(Estimate):
    """What a technique does: steady-state points when done every day, minus doing nothing.

    chance_best
        P(best of the techniques still compared); None where no direction is better or
        the technique is rested.
    chance_helps
        P(better than doing nothing); None while `helps` is `not-asked`.
    days
        Days on which it was done, as told.
    """

    chance_best: float | None
    chance_helps: float | None
    days: int


@dataclass(frozen=True, slots=True)
class Contrast(Estimate):
    """Effect of `a` minus effect of `b`, in points.

    chance
        P(a is better than b); None where no direction is better.
    """

    a: str
    b: str
    chance: float | None


class LineKind(StrEnum):
    """Do mornings after long days differ from the others? The kinds of answer."""

    HIGHER = "higher"
    LOWER = "lower"
    ALIKE = "alike"
    CANNOT_TELL = "cannot-tell"


@dataclass(frozen=True, slots=True)
class LoadEffect(Estimate):
    """What one sd more of a load goes with: points of the score right after it. Never a cause.

    chance
        P(above nought): that more of it goes with a higher score.
    middle, typical
        Mean and sd of the load over the days known, in its own unit.
    known
        Scored mornings right after a day whose load is known.
    """

    chance: float
    middle: float
    typical: float
    known: int

    def of(self, amount: float) -> Estimate:
        """What so much more of the load goes with, in its own unit; the amount is above nought."""
        share = amount / self.typical
        return Estimate(self.mean * share, self.sd * share, self.low * share, self.high * share)


@dataclass(frozen=True, slots=True)
class Line(Estimate):
    """Scores right after days with more of a load than `above`, minus those after the other days.

    above
        LOAD_LINE of the days known, rounded to what is whole, or lower where too few lie above that;
        in the load's own unit.
    chance
        P(above nought): that scores are higher after more of it.
    days, others
        Scored mornings right after a day above the line, and after another one.
    """

    kind: LineKind
    above: float
    chance: float
    days: int
    others: int


MorningsToGo = tuple[int | None, int | None, int | None]
"""Low, likely and high mornings until an answer: the median and the ends of an interval of
mass FORECAST_INTERVAL. None: not within HORIZON."""


@dataclass(frozen=True, slots=True)
class Choice:
    """Whether it matters which technique is done.

    technique
        The leader, the compared technique with the best mean effect; None when it is too
        early or nothing is asked. With `no-difference` it is ahead by too little to feel.
    certainty
        The probability that the kind rests on, 0 to 1: of being within SAME_WITHIN of the
        best (`found`, `safe-choice`), of practical equality (`no-difference`), of being
        the best (`leaning`).
    words, says
        The answer in English, and the same sentences as data, to be said in any language.
    """

    kind: ChoiceKind
    technique: str | None
    certainty: float | None
    mornings_to_go: MorningsToGo | None
    words: str
    says: tuple[Sentence, ...]


@dataclass(frozen=True, slots=True)
class Helps:
    """Whether anything is better than doing none of it; `words` and `says` as in `Choice`."""

    kind: HelpsKind
    words: str
    says: tuple[Sentence, ...]


@dataclass(frozen=True, slots=True)
class Rhythm:
    """How the score moves by itself.

    residual_sd, level_sd
        Points: from day to day around the level, and of one day's step of the level.
    autocorrelation, carry_over
        Per day, 0 to 1.
    effect_sd
        Points: how much the techniques differ from each other.
    """

    residual_sd: Estimate
    level_sd: Estimate
    autocorrelation: Estimate
    carry_over: Estimate
    effect_sd: Estimate
