"""From posterior draws to the two kinds of answer.

Everything is in 'gain': an effect turned so that less is better, whichever way the
score runs. The first rule that holds wins; the thresholds are in `yardsticks`.
"""

from dataclasses import dataclass

import numpy as np

from firststep.trial.model.priors import Floats
from firststep.trial.verdict.answers import ChoiceKind, Estimate, HelpsKind, LineKind
from firststep.trial.yardsticks import (
    ALIKE_WITHIN,
    FEWEST_AFTER_EACH,
    FEWEST_MORNINGS,
    FOUND_AT,
    HELPS_AT,
    LOAD_AT,
    NO_DIFFERENCE_AT,
    NOT_HELPING_AT,
    REST_WORSE_BY,
    SAFE_AT,
    SAME_WITHIN,
    WORTHLESS_ABOVE,
)


@dataclass(frozen=True, slots=True)
class Chances:
    """What the rules look at, for the techniques still compared.

    leader
        Index of the technique with the best mean effect.
    best
        (K,) chance that each is the best.
    near_best, beats_others, alike
        P(leader within SAME_WITHIN of the best), P(leader beats the mean of the others),
        P(largest minus smallest effect < ALIKE_WITHIN).
    leader_helps, none_helps
        P(leader better than nothing), P(no effect takes WORTHLESS_ABOVE off).
    """

    leader: int
    best: Floats
    near_best: float
    beats_others: float
    alike: float
    leader_helps: float
    none_helps: float


def chances(draws: Floats, mean: Floats) -> Chances:
    """The chances behind the rules, from draws (N, K) and means (K,), less being better."""
    count = draws.shape[1]
    leader = int(np.argmin(mean))
    least, most = draws.min(axis=1), draws.max(axis=1)
    own = draws[:, leader]
    others = (draws.sum(axis=1) - own) / max(count - 1, 1)
    return Chances(
        leader=leader,
        best=np.bincount(draws.argmin(axis=1), minlength=count) / len(draws),
        near_best=float((own - least < SAME_WITHIN).mean()),
        beats_others=float((own < others).mean()) if count > 1 else 1.0,
        alike=float((most - least < ALIKE_WITHIN).mean()),
        leader_helps=float((own < 0.0).mean()),
        none_helps=float((least > -WORTHLESS_ABOVE).mean()),
    )


def too_early(scored: int, scored_after_each: list[int]) -> bool:
    """Whether there are too few mornings to say anything about the choice."""
    return scored < FEWEST_MORNINGS or min(scored_after_each, default=0) < FEWEST_AFTER_EACH


def is_safe(seen: Chances) -> bool:
    """Whether nothing else is likely to be SAME_WITHIN better than the leader."""
    return seen.near_best >= SAFE_AT


def is_found(seen: Chances, found_at: float = FOUND_AT) -> bool:
    """Whether the leader is safe and beats the others taken together."""
    return is_safe(seen) and seen.beats_others >= found_at


def is_alike(seen: Chances) -> bool:
    """Whether the techniques are practically alike."""
    return seen.alike >= NO_DIFFERENCE_AT


def choice_kind(seen: Chances, found_at: float = FOUND_AT) -> ChoiceKind:
    """Which answer these chances allow, once it is not too early."""
    if is_found(seen, found_at):
        return ChoiceKind.FOUND
    if is_alike(seen):
        return ChoiceKind.NO_DIFFERENCE
    return ChoiceKind.SAFE_CHOICE if is_safe(seen) else ChoiceKind.LEANING


def helps_kind(seen: Chances, helps_at: float = HELPS_AT) -> HelpsKind:
    """Which answer about doing nothing these chances allow, once it may be asked."""
    if seen.leader_helps >= helps_at:
        return HelpsKind.YES
    if seen.none_helps >= NOT_HELPING_AT:
        return HelpsKind.NOT_HELPING
    return HelpsKind.CANNOT_TELL


def line_kind(difference: Estimate, chance: float) -> LineKind:
    """Whether scores after long days differ from the others, by the difference and P(it is above nought)."""
    if chance >= LOAD_AT:
        return LineKind.HIGHER
    if chance <= 1.0 - LOAD_AT:
        return LineKind.LOWER
    if difference.low > -SAME_WITHIN and difference.high < SAME_WITHIN:
        return LineKind.ALIKE
    return LineKind.CANNOT_TELL


def worse(draws: Floats) -> Floats:
    """P(each is worse than the mean of the others by more than REST_WORSE_BY), (K,)."""
    count = draws.shape[1]
    if count <= 1:
        return np.zeros(count)
    others = (draws.sum(axis=1, keepdims=True) - draws) / (count - 1)
    return np.asarray((draws - others > REST_WORSE_BY).mean(axis=0))
