"""The protocol of a trial: everything that is settled before the first draw, sealed.

A trial can be trusted when nobody could bend its rules after seeing mornings. So all that
decides is written down first, every constant read from where the engine reads it, and the
whole given a digest: whoever holds the digest can tell whether anything was changed.

The seed is sealed too, not told: the protocol holds a digest of it, and of the design, so
that it can be shown at the end that the draws came from the seed chosen at the start. That
binds and does not hide: whoever tries all seeds can find it.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from hashlib import sha256
from types import ModuleType
from typing import Any, Literal, get_args

from firststep.errors import TrialError
from firststep.trial import allocation, yardsticks
from firststep.trial.checks import check_design, check_name, unknown
from firststep.trial.model import priors
from firststep.trial.model.neutral import NEUTRAL_SD
from firststep.trial.proof.rules import FIRST_WEEK, RULES
from firststep.trial.proof.witness import AGREES_AT
from firststep.trial.verdict.answers import Better
from firststep.trial.yardsticks import ENGINE_VERSION, FEWEST_COMPARED, HIGHEST_SCORE

Question = Literal["helps", "which"]
"""Is anything better than doing none of it? Which is best, and does it matter?"""

OUTCOME = "How much the first steps on rising hurt, a whole number 0 to 10"

FORMAT = "firststep-protocol"
VERSION = 1

Constants = tuple[tuple[str, float], ...]
"""Names and values, in the order of their names."""


@dataclass(frozen=True, slots=True)
class Expectation:
    """What the person expects beforehand; nothing is worked out with it.

    technique
        The one expected to help most.
    points
        How many points better than doing nothing; None where that was not said.
    """

    technique: str
    points: float | None = None


@dataclass(frozen=True, slots=True)
class Protocol:
    """What is settled before the first draw.

    commitment
        Digest of the seed together with the design; see `opens`.
    rules
        (topic, sentence): how draws are made, days counted and answers given.
    yardsticks, schedule, priors, checks
        Every constant behind them, as the engine had it.
    """

    question: Question
    techniques: tuple[str, ...]
    usual_days: float
    better: Better
    outcome: str
    expects: Expectation | None
    commitment: str
    engine: str
    rules: tuple[tuple[str, str], ...]
    yardsticks: Constants
    schedule: Constants
    priors: Constants
    checks: Constants

    @property
    def digest(self) -> str:
        """Sha256, as hexadecimal digits, of the canonical JSON of all that it says."""
        return _digest(self._content())

    def opens(self, seed: int) -> bool:
        """Whether this is the seed that was sealed."""
        return self.commitment == _commitment(
            self.question, self.techniques, self.usual_days, self.better, seed
        )

    def rule(self, topic: str) -> str:
        """The sentence on a topic; empty where it says nothing of it."""
        return dict(self.rules).get(topic, "")

    def as_plain(self) -> dict[str, Any]:
        """The protocol as text, numbers, lists and dicts, ready for JSON, with its digest."""
        return self._content() | {"digest": self.digest}

    @classmethod
    def from_plain(cls, stored: Mapping[str, Any], *, where: str = "protocol") -> "Protocol":
        """The protocol that `as_plain` wrote. TrialError, with `where`, if it was changed since."""
        try:
            read = cls(**{name: _read(name, stored[name]) for name in cls.__slots__})
            sealed, known = stored["digest"], (stored["format"], stored["version"]) == (FORMAT, VERSION)
            whole = known and read.digest == sealed
        except (KeyError, TypeError, AttributeError, ValueError) as fault:
            raise TrialError("this is not a stored protocol", where=where) from fault
        if not whole:
            raise TrialError(
                "this protocol is not as it was sealed: its digest does not fit what it says",
                where=where,
                mend="use the copy that was kept when it was made",
            )
        return read

    def _content(self) -> dict[str, Any]:
        plain: dict[str, Any] = {"format": FORMAT, "version": VERSION}
        for field in fields(self):
            value = getattr(self, field.name)
            plain[field.name] = dict(value) if field.name in _TABLES else value
        plain["techniques"] = list(self.techniques)
        plain["expects"] = self.expects and {
            "technique": self.expects.technique,
            "points": self.expects.points,
        }
        return plain


_TABLES = ("rules", "yardsticks", "schedule", "priors", "checks")


def protocol(
    techniques: Iterable[str],
    *,
    question: Question = "which",
    usual_days: float = 0.0,
    better: Better = "lower",
    seed: int = 0,
    expects: Expectation | None = None,
    outcome: str = OUTCOME,
    first_week: bool = False,
) -> Protocol:
    """The protocol of a trial that is about to begin.

    usual_days, better, seed
        As for `Trial`. The protocol keeps a digest of the seed and not the seed.
    outcome
        What is scored, in words.
    first_week
        Whether each technique is tried once before days come in blocks.

    TrialError for a design that cannot answer the question.
    """
    listed = (techniques,) if isinstance(techniques, str) else tuple(techniques)
    check_design(listed, usual_days, better, seed)
    _check_question(question, listed, usual_days)
    expects = _expectation(expects, listed)
    share = float(usual_days)
    return Protocol(
        question=question,
        techniques=listed,
        usual_days=share,
        better=better,
        outcome=outcome,
        expects=expects,
        commitment=_commitment(question, listed, share, better, seed),
        engine=ENGINE_VERSION,
        rules=(*RULES, FIRST_WEEK) if first_week else RULES,
        yardsticks=_constants(yardsticks),
        schedule=_constants(allocation, without=(yardsticks,)),
        priors=_constants(priors),
        checks=(("AGREES_AT", AGREES_AT), ("NEUTRAL_SD", NEUTRAL_SD)),
    )


def _read(name: str, value: Any) -> Any:
    """A field of a protocol from its plain form."""
    if name in _TABLES:
        return tuple(value.items())
    if name == "techniques":
        return tuple(value)
    if name == "expects" and value is not None:
        return Expectation(value["technique"], value["points"])
    return value


def _constants(module: ModuleType, without: tuple[ModuleType, ...] = ()) -> Constants:
    """The numbers that a module names in capitals, without those that it has from others."""
    elsewhere = {name for other in without for name in vars(other)}
    return tuple(
        (name, value)
        for name, value in sorted(vars(module).items())
        if name.isupper() and type(value) in (int, float) and name not in elsewhere
    )


def _commitment(question: str, techniques: tuple[str, ...], usual_days: float, better: str, seed: int) -> str:
    return _digest(
        {
            "question": question,
            "techniques": list(techniques),
            "usual_days": usual_days,
            "better": better,
            "seed": seed,
        }
    )


def _digest(plain: Mapping[str, Any]) -> str:
    """Sha256 of JSON in the one form that it can have: keys in order, no blanks, no NaN."""
    text = json.dumps(plain, sort_keys=True, separators=(",", ":"), ensure_ascii=False, allow_nan=False)
    return sha256(text.encode()).hexdigest()


def _check_question(question: str, techniques: tuple[str, ...], usual_days: float) -> None:
    if question not in get_args(Question):
        raise TrialError(
            f"the question is {question!r}, but it must be one of {', '.join(get_args(Question))}"
        )
    if question == "helps" and not usual_days:
        raise TrialError(
            "whether it helps cannot be told without usual days, on which none of it is done",
            mend="set usual_days, for example one in seven (0.143), or ask which is best",
        )
    if question == "which" and len(techniques) < FEWEST_COMPARED:
        raise TrialError("one technique alone leaves nothing to choose from", mend="add a technique")


def _expectation(expects: Expectation | None, techniques: tuple[str, ...]) -> Expectation | None:
    """What is expected, checked, in the one form that it can have."""
    if expects is None:
        return None
    check_name(expects.technique)
    if expects.technique not in techniques:
        raise unknown(expects.technique, techniques, where="what is expected")
    if expects.points is not None and not 0 <= expects.points <= HIGHEST_SCORE:
        raise TrialError(
            f"{expects.points:g} points are expected, but the scale has {HIGHEST_SCORE}",
            where="what is expected",
            mend=f"name a size between 0 and {HIGHEST_SCORE} points",
        )
    return Expectation(expects.technique, None if expects.points is None else float(expects.points))
