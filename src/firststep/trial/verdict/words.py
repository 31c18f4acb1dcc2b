"""Which sentences an answer is made of, and never more.

Their templates stand in `sentences.py`. A technique is named by its id: what it is called
is known to whoever shows the answer.
"""

from dataclasses import dataclass

from firststep.trial.series import Series
from firststep.trial.verdict.answers import (
    Better,
    ChoiceKind,
    Contrast,
    Effect,
    HelpsKind,
    MorningsToGo,
)
from firststep.trial.verdict.sentences import Sentence
from firststep.trial.yardsticks import (
    ALIKE_WITHIN,
    FEWEST_AFTER_EACH,
    FEWEST_MORNINGS,
    HORIZON,
    SAME_WITHIN,
    WORTHLESS_ABOVE,
)

EVEN_CHANCE = 0.5
"""Below this chance of being the best, a leader is not called ahead."""

Says = tuple[Sentence, ...]


@dataclass(frozen=True, slots=True)
class Said:
    """What the sentences may speak of.

    named
        Whether whoever asked knows the techniques by other names than their ids.
    """

    series: Series
    better: Better | None
    effects: dict[str, Effect]
    contrasts: tuple[Contrast, ...]
    compared: tuple[str, ...]
    leader: str | None
    ahead: MorningsToGo | None
    named: bool

    @property
    def leading(self) -> str:
        """The leader. There must be one."""
        assert self.leader is not None
        return self.leader


def choice(kind: ChoiceKind, said: Said) -> Says:
    """Whether it matters which technique is done."""
    match kind:
        case ChoiceKind.NOT_ASKED:
            return _not_asked(said)
        case ChoiceKind.TOO_EARLY:
            return _too_early(said)
        case ChoiceKind.FOUND:
            found = Sentence("found", {"leading": said.leading, "within": SAME_WITHIN})
            return (found, _ahead_of_others(said))
        case ChoiceKind.NO_DIFFERENCE:
            alike = Sentence("alike", {"within": ALIKE_WITHIN})
            return (alike, _widest(said), Sentence("by_comfort", {}))
        case ChoiceKind.SAFE_CHOICE:
            safe = Sentence("safe_choice", {"leading": said.leading, "within": SAME_WITHIN})
            return (safe, _ahead_of_others(said))
        case ChoiceKind.LEANING:
            return (_leaning(said), _ahead_of_others(said), _waiting(said))


def helps(kind: HelpsKind, said: Said) -> Says:
    """Whether anything is better than doing none of it."""
    match kind:
        case HelpsKind.NOT_ASKED:
            return (Sentence("helps_no_direction" if said.better is None else "helps_not_told", {}),)
        case HelpsKind.YES:
            return (Sentence("helps", {"leading": said.leading}), _size(said))
        case HelpsKind.NOT_HELPING:
            return (Sentence("not_helping", {"within": WORTHLESS_ABOVE}), _size(said))
        case HelpsKind.CANNOT_TELL:
            return (Sentence("cannot_tell", {}), _size(said))


def _not_asked(said: Said) -> Says:
    if not said.compared:
        return (Sentence("nothing_compared", {}),)
    if len(said.compared) == 1:
        return (Sentence("one_compared", {"one": said.compared[0]}),)
    return (Sentence("no_direction", {}), _widest(said))


def _too_early(said: Said) -> Says:
    scored = said.series.scored
    if scored < FEWEST_MORNINGS:
        return (Sentence("too_early", {"scored": scored, "fewest": FEWEST_MORNINGS}),)
    short = tuple(name for name in said.compared if said.series.scored_after(name) < FEWEST_AFTER_EACH)
    told = Sentence("too_early_after", {"fewest": FEWEST_AFTER_EACH, "techniques": short})
    return (told,) if said.named else (told, Sentence("call_it_other", {}))


def _leaning(said: Said) -> Sentence:
    chance = said.effects[said.leading].chance_best or 0.0
    key = "looks_best" if chance < EVEN_CHANCE else "ahead"
    return Sentence(key, {"leading": said.leading, "chance": chance})


def _waiting(said: Said) -> Sentence:
    low, likely, high = said.ahead or (None, None, None)
    if likely is None:
        return Sentence("not_within", {"most": HORIZON})
    if high is None:
        return Sentence("wait_long", {"likely": likely, "low": low or 0, "most": HORIZON})
    return Sentence("wait", {"likely": likely, "low": low or 0, "high": high})


def _ahead_of_others(said: Said) -> Sentence:
    """The leader against the runner-up: a size with its interval."""
    pairs = [_towards(pair, said.leading) for pair in said.contrasts if said.leading in (pair.a, pair.b)]
    pairs = [pair for pair in pairs if pair[0] in said.compared]
    turn = -1.0 if said.better == "higher" else 1.0
    other, mean, low, high = max(pairs, key=lambda pair: turn * pair[1])
    return Sentence("against_next", {"other": other, "size": (mean, low, high)})


def _widest(said: Said) -> Sentence:
    """The largest of the differences between compared techniques, with its interval."""
    pairs = [pair for pair in said.contrasts if {pair.a, pair.b} <= set(said.compared)]
    pair = max(pairs, key=lambda pair: abs(pair.mean))
    return Sentence("widest", {"one": pair.a, "other": pair.b, "size": (pair.mean, pair.low, pair.high)})


def _towards(pair: Contrast, leader: str) -> tuple[str, float, float, float]:
    if pair.a == leader:
        return pair.b, pair.mean, pair.low, pair.high
    return pair.a, -pair.mean, -pair.high, -pair.low


def _size(said: Said) -> Sentence:
    effect = said.effects[said.leading]
    return Sentence("every_day", {"leading": said.leading, "size": (effect.mean, effect.low, effect.high)})
