"""From lives to rates: what the engine got right, for one row of people."""

from dataclasses import dataclass
from statistics import median
from typing import Any

import numpy as np
from scipy.special import chdtrc

from firststep.cohort.lived import pair_rows
from firststep.trial.yardsticks import ALIKE_WITHIN, HORIZON, SAME_WITHIN

Life = dict[str, Any]
RANK_BINS = 10
NEVER = 10_000
"""Stands for a morning that did not come."""


@dataclass(frozen=True, slots=True)
class Rate:
    """So many of so many."""

    hits: int
    of: int

    @property
    def share(self) -> float:
        """Hits per case; nan where there was no case."""
        return self.hits / self.of if self.of else float("nan")

    def __add__(self, other: "Rate") -> "Rate":
        return Rate(self.hits + other.hits, self.of + other.of)


def rate(flags: Any) -> Rate:
    """How many of these are true."""
    listed = [bool(flag) for flag in flags]
    return Rate(sum(listed), len(listed))


def found(lives: list[Life], at: float) -> Rate:
    """`found` at some daily look."""
    return rate(str(at) in life["found"] for life in lives)


def found_right(lives: list[Life], at: float) -> Rate:
    """Of those, a leader within SAME_WITHIN of the best."""
    first = [(life["effects"], life["found"][str(at)][1]) for life in lives if str(at) in life["found"]]
    return rate(effects[leader] - min(effects) <= SAME_WITHIN for effects, leader in first)


def alike_right(lives: list[Life]) -> Rate:
    """Of those told `no-difference`, truly practically alike."""
    told = [life["effects"] for life in lives if life["alike"] is not None]
    return rate(max(effects) - min(effects) < ALIKE_WITHIN for effects in told)


def alike(lives: list[Life]) -> Rate:
    """`no-difference` at some daily look."""
    return rate(life["alike"] is not None for life in lives)


def answer_morning(lives: list[Life]) -> float:
    """Median morning of the first answer; NEVER where most have none."""
    return median(life["answer"] or NEVER for life in lives)


def helps_yes(lives: list[Life], at: float) -> Rate:
    """`helps: yes` at some daily look."""
    return rate(str(at) in life["helps"] for life in lives)


def contrasts_covered(lives: list[Life]) -> Rate:
    """90% intervals of contrasts at the last mark that hold the true contrast."""
    held = []
    for life in lives:
        if life["marks"]:
            true = pair_rows(len(life["effects"])) @ np.array(life["effects"])
            held += [
                low <= x <= high
                for x, (_, _, low, high) in zip(true, life["marks"][-1]["contrasts"], strict=True)
            ]
    return rate(held)


def effects_covered(lives: list[Life]) -> Rate:
    """The same for effects against nothing."""
    return rate(
        low <= x <= high
        for life in lives
        if life["marks"]
        for x, (_, _, low, high) in zip(life["effects"], life["marks"][-1]["effects"], strict=True)
    )


def final_regret(lives: list[Life]) -> float:
    """Mean points by which the last leader is worse than the best."""
    last = [(life["effects"], life["marks"][-1]["leader"]) for life in lives if life["marks"]]
    return float(np.mean([effects[leader] - min(effects) for effects, leader in last]))


def avoidable(lives: list[Life]) -> float:
    """Mean avoidable pain, points times days."""
    return float(np.mean([life["avoidable"] for life in lives]))


def leader_best(lives: list[Life], low: float, high: float) -> Rate:
    """Leaders whose stated chance of being best lay in a range, and that were the best."""
    return rate(
        life["effects"][mark["leader"]] == min(life["effects"])
        for life in lives
        for mark in life["marks"]
        if low <= mark["best"][mark["leader"]] < high
    )


def pair_better(lives: list[Life], low: float, high: float) -> Rate:
    """The likelier better one of a pair, where that chance lay in a range, and was better; ties left out."""
    flags = []
    for life in lives:
        true = pair_rows(len(life["effects"])) @ np.array(life["effects"])
        for mark in life["marks"]:
            for x, p in zip(true, mark["better"], strict=True):
                if x and low <= max(p, 1 - p) < high:
                    flags.append((x < 0) == (p > 1 - p))
    return rate(flags)


def forecasts(lives: list[Life]) -> Rate:
    """80% forecasts of mornings to go, from looks with HORIZON mornings after them, that held."""
    held = []
    for life in lives:
        for mark in life["marks"]:
            if mark["ahead"] is not None and mark["morning"] + HORIZON <= life["days"]:
                to_go = (life["answer"] or NEVER) - mark["morning"]
                if to_go > 0:
                    low, _, high = (NEVER if x is None else x for x in mark["ahead"])
                    held.append(min(low, HORIZON + 1) <= min(to_go, HORIZON + 1) <= min(high, HORIZON + 1))
    return rate(held)


def ranks_even(lives: list[Life], *, contrasts: bool) -> float:
    """Chance that ranks as uneven as these come from a uniform distribution.

    One contrast, or one effect, of each life at its last mark: those of one life are not
    independent. Pearson's chi-squared over RANK_BINS equal bins.
    """
    ranks = []
    for number, life in enumerate(lives):
        count = len(life["effects"])
        pairs = count * (count - 1) // 2
        own = life["marks"][-1]["ranks"]
        ranks.append(own[number % pairs] if contrasts else own[pairs + number % count])
    seen = np.histogram(ranks, RANK_BINS, (0.0, 1.0))[0]
    even = len(ranks) / RANK_BINS
    return float(chdtrc(RANK_BINS - 1, ((seen - even) ** 2 / even).sum()))
