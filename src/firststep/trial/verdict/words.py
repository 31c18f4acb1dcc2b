"""The sentences of the engine: what an answer says, and never more.

Neutral words (score, not pain; technique, not ball), always with a size, never a claim
to treat. A technique is called by its id, unless whoever asks knows its name.
"""

from collections.abc import Mapping
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

UNSEEN = 0.05
"""A difference that rounds to nought at one decimal, in points."""


@dataclass(frozen=True, slots=True)
class Said:
    """What the sentences may speak of."""

    series: Series
    better: Better | None
    effects: dict[str, Effect]
    contrasts: tuple[Contrast, ...]
    compared: tuple[str, ...]
    leader: str | None
    ahead: MorningsToGo | None
    names: Mapping[str, str]

    def name(self, technique: str) -> str:
        """What a technique is called in a sentence."""
        return self.names.get(technique, technique)

    @property
    def leading(self) -> str:
        """What the leader is called. There must be one."""
        assert self.leader is not None
        return self.name(self.leader)


def choice(kind: ChoiceKind, said: Said) -> str:
    """Whether it matters which technique is done, in a few short sentences."""
    match kind:
        case ChoiceKind.NOT_ASKED:
            return _not_asked(said)
        case ChoiceKind.TOO_EARLY:
            return _too_early(said)
        case ChoiceKind.FOUND:
            return (
                f"{said.leading} comes out ahead of the others taken together, and nothing else here is "
                f"likely to be more than {SAME_WITHIN:g} points better. {_ahead_of_others(said)}"
            )
        case ChoiceKind.NO_DIFFERENCE:
            return (
                "In practice these are alike: the largest and the smallest effect are "
                f"probably less than {ALIKE_WITHIN:g} point apart. {_widest(said)} Choose by comfort. "
                "What takes weeks to build up may not show yet."
            )
        case ChoiceKind.SAFE_CHOICE:
            return (
                f"{said.leading} is a safe choice: nothing else here is likely to be more "
                f"than {SAME_WITHIN:g} points better. Whether the choice matters cannot be "
                f"told yet. {_ahead_of_others(said)}"
            )
        case ChoiceKind.LEANING:
            return f"{_leaning(said)} {_ahead_of_others(said)} {_waiting(said)}"


def helps(kind: HelpsKind, said: Said) -> str:
    """Whether anything is better than doing none of it, in a few short sentences."""
    match kind:
        case HelpsKind.NOT_ASKED:
            if said.better is None:
                return "Nobody said which way the score is better, so nothing is said about helping."
            return (
                "These mornings cannot yet tell doing none of these from doing one, so nothing "
                "is said about whether they help. More days without any of them would tell."
            )
        case HelpsKind.YES:
            return (
                f"Days with {said.leading} are very probably better than days with none of these. "
                f"{_size(said)}"
            )
        case HelpsKind.NOT_HELPING:
            return (
                "None of these seems to help much: each probably changes the score for the "
                f"better by less than {WORTHLESS_ABOVE:g} point. {_size(said)}"
            )
        case HelpsKind.CANNOT_TELL:
            return f"Whether any of these helps cannot be told yet. {_size(said)}"


def _not_asked(said: Said) -> str:
    if not said.compared:
        return "No technique is compared, so there is no choice to make."
    if len(said.compared) == 1:
        return f"Only {said.name(said.compared[0])} is compared, so there is no choice to make."
    return f"Nobody said which way the score is better, so no technique is called best. {_widest(said)}"


def _too_early(said: Said) -> str:
    scored = said.series.scored
    short = [name for name in said.compared if said.series.scored_after(name) < FEWEST_AFTER_EACH]
    if scored < FEWEST_MORNINGS:
        return (
            f"Too early to say: {scored} scored {_mornings(scored)} so far, "
            f"and {FEWEST_MORNINGS} are the least that could tell anything."
        )
    told = (
        f"Too early to say: fewer than {FEWEST_AFTER_EACH} scored mornings came right after "
        f"{', '.join(map(said.name, short))}."
    )
    return told if said.names else f"{told} What is not meant to be compared is best called 'other'."


def _leaning(said: Said) -> str:
    assert said.leader is not None
    chance = said.effects[said.leader].chance_best or 0.0
    if chance < EVEN_CHANCE:
        return (
            f"Nothing is clearly ahead yet: {said.leading} looks best, with a chance of {_percent(chance)}."
        )
    return f"So far {said.leading} is ahead, with a chance of {_percent(chance)} of being the best."


def _waiting(said: Said) -> str:
    if said.ahead is None or said.ahead[1] is None:
        return f"An answer is not likely within {HORIZON} more mornings."
    low, likely, high = said.ahead[0], said.ahead[1], said.ahead[2]
    upper = f"to {high}" if high is not None else f"to more than {HORIZON}"
    return f"An answer may take about {likely} more {_mornings(likely)} ({low} {upper})."


def _ahead_of_others(said: Said) -> str:
    """The leader against the runner-up: a size with its interval."""
    assert said.leader is not None
    pairs = [_towards(pair, said.leader) for pair in said.contrasts if said.leader in (pair.a, pair.b)]
    pairs = [pair for pair in pairs if pair[0] in said.compared]
    turn = -1.0 if said.better == "higher" else 1.0
    other, mean, low, high = max(pairs, key=lambda pair: turn * pair[1])
    return f"Against {said.name(other)}, which comes next, the score is {_between(mean, low, high)}."


def _widest(said: Said) -> str:
    """The largest of the differences between compared techniques, with its interval."""
    pairs = [pair for pair in said.contrasts if {pair.a, pair.b} <= set(said.compared)]
    pair = max(pairs, key=lambda pair: abs(pair.mean))
    size = _between(pair.mean, pair.low, pair.high)
    return f"After {said.name(pair.a)}, against {said.name(pair.b)}, the score is {size}."


def _towards(pair: Contrast, leader: str) -> tuple[str, float, float, float]:
    if pair.a == leader:
        return pair.b, pair.mean, pair.low, pair.high
    return pair.a, -pair.mean, -pair.high, -pair.low


def _size(said: Said) -> str:
    assert said.leader is not None
    effect = said.effects[said.leader]
    return (
        f"With {said.leading} every day the score would be "
        f"{_between(effect.mean, effect.low, effect.high)} against doing none."
    )


def _between(mean: float, low: float, high: float) -> str:
    """A difference in points with its 90% interval: '0.8 points lower (1.5 lower to 0.1 higher)'."""
    return f"{_points(mean)} ({_way(low)} to {_way(high)})"


def _points(value: float) -> str:
    if abs(value) < UNSEEN:
        return "the same"
    size, _, way = _way(value).partition(" ")
    return f"{size} {'point' if size == '1.0' else 'points'} {way}"


def _way(value: float) -> str:
    if abs(value) < UNSEEN:
        return "no different"
    return f"{abs(value):.1f} {'lower' if value < 0 else 'higher'}"


def _percent(chance: float) -> str:
    """A chance in whole percent, never rounded to certainty."""
    return f"{min(max(round(100 * chance), 1), 99)}%"


def _mornings(count: int) -> str:
    return "morning" if count == 1 else "mornings"
