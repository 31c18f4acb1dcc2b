"""A second witness, which trusts no model: whether the draws and the mornings go together.

It tests one sharp statement, that which technique was drawn made no difference to any
morning. Under it the mornings are what they are, and only the draws are chance: the
technique of a block was drawn with the chances stored with it, whatever came before and
whatever the scores are. So a bet on each block's draw, made from all scores and the draws
before it but not from the draw itself, has an expected pay of 1, and so has the product of
all bets so far (a test martingale; Ville 1939, Shafer and Vovk 2019). It ever reaches
1 / alpha with a probability of at most alpha: with trends and flares, with chances that
depend on earlier draws, and looked at every day.

The bet on a technique is how well it would have foretold the block's mornings, by the
engine's filter at one fixed point. A poor filter makes poor bets, never a false alarm.
What counts is what was drawn, not what was done.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from itertools import takewhile

import numpy as np
from numpy.typing import NDArray

from firststep.errors import TrialError
from firststep.trial.advice import Advice
from firststep.trial.model.exposure import record
from firststep.trial.model.filter import LEADING, Whitening
from firststep.trial.model.priors import DIMENSIONS, OMEGA_SCALE, Floats, hyper
from firststep.trial.model.regression import regress
from firststep.trial.series import Series
from firststep.trial.verdict.sentences import Sentence, say

AGREES_AT = 0.05
"""Largest p with which the witness is said to agree that the draw matters. Ours: the
customary one; nothing is decided by it."""

RAREST = 1000
"""Diaries: nothing rarer than one in so many is put into words."""

OWN = ""
"""In the role of a day: the technique of the block that is bet on, whichever it is."""

Roles = Mapping[int, str]
"""Gap before a morning -> the technique drawn for the day before it, or OWN."""


@dataclass(frozen=True, slots=True)
class Witness:
    """What the draws alone say.

    evidence, highest
        The product of all bets so far, and the largest that it has been; 1 before the first.
    p
        min(1, 1 / highest): an anytime-valid p of the sharp null.
    blocks
        How many draws were bet on: those with a choice whose mornings have all come.
    words, says
        What that means, in English, and the same as data, to be said in any language.
    """

    evidence: float
    highest: float
    p: float
    blocks: int
    words: str
    says: tuple[Sentence, ...]


@dataclass(frozen=True, slots=True)
class _Draw:
    """The draw of one block, with what was known right before it.

    until
        Mornings that have come by the first on which the next block's doing could act.
    roles
        What was drawn for each day as far as it was known then, its own days as OWN.
    """

    technique: str
    chances: Mapping[str, float]
    until: int
    roles: Roles


def witness(series: Series, advices: Iterable[Advice]) -> Witness:
    """The witness's say. TrialError where an advice is not among its own chances.

    series
        The mornings. What was done is not looked at, and a score that was corrected counts
        as if it had always been there.
    advices
        All that were given, in the order of being given.
    """
    made = _draws(series, advices)
    settled = list(takewhile(lambda one: one.until <= len(series), made))
    pays = _log_pays(series, settled) if settled else np.zeros(0)
    path = np.concatenate([[0.0], np.cumsum(pays)])
    evidence, highest = float(np.exp(path[-1])), float(np.exp(path.max()))
    p = min(1.0, 1.0 / highest)
    says = (_says(p, len(settled)),)
    return Witness(evidence, highest, p, len(settled), say(says, {}), says)


def _draws(series: Series, advices: Iterable[Advice]) -> list[_Draw]:
    """The first draw with a choice of each block, in the order of being given.

    Whoever asks again within a block, with another allowed set, may do so because of what
    was drawn. So such an advice is no bet, and does not change the days of the bet on its
    block; bets on later blocks take its day for what it says. A day on which one was tried is a
    block of its own, also where the block that goes on after it has begun before.
    """
    known: dict[int, str] = {}
    begun, draws = set(), []
    for advice in advices:
        if advice.technique is None:
            continue
        if advice.technique not in advice.chances:
            raise TrialError(
                f"'{advice.technique}' was drawn, but is not among the chances of its draw",
                where=f"advice for {advice.on.isoformat()}",
                mend="restore the stored advices from a copy that was not changed",
            )
        day = (advice.on - series.start).days
        block = advice.block, advice.trying
        if len(advice.chances) > 1 and block not in begun:
            begun.add(block)
            until = (advice.block - series.start).days + advice.days + 1
            own = dict.fromkeys(range(day + 1, until), OWN)
            draws.append(_Draw(advice.technique, advice.chances, until, known | own))
            known |= dict.fromkeys(own, advice.technique)
        else:
            known[day + 1] = advice.technique
    return draws


def _log_pays(series: Series, draws: list[_Draw]) -> Floats:
    """Log of what each bet pays: of the bet on the technique drawn over its chance."""
    foretold = _foretold(series, draws)
    pays = np.empty(len(draws))
    for number, draw in enumerate(draws):
        chance = np.array(list(draw.chances.values()))
        density = np.array([foretold[number, name] for name in draw.chances])
        highest = density.max()
        mean = highest + np.log(chance @ np.exp(density - highest) / chance.sum())
        pays[number] = foretold[number, draw.technique] - mean
    return pays


def _foretold(series: Series, draws: list[_Draw]) -> dict[tuple[int, str], float]:
    """{(number of a draw, technique): log density of the mornings by then, had it been drawn}.

    Days that have the same role in every bet share a column. So the mornings are whitened
    once, and a column is added to that of the technique which it is taken for.
    """
    columns = _columns(len(series), draws)
    whitening, follow = _follow(series, list(columns.values()))
    roles = list(columns)
    seen = dict.fromkeys(name for draw in draws for name in (*draw.chances, *draw.roles.values()))
    names = [name for name in seen if name != OWN]
    grams, scales, keys = [], [], []
    for number in np.argsort([draw.until for draw in draws], kind="stable").tolist():
        follow(draws[number].until)
        gram, scale = whitening.gram[:, :, 0], whitening.log_scale
        merge, known = _merge([role[number] for role in roles], [*names, OWN])
        merged = merge.T @ gram[np.ix_(known, known)] @ merge
        for name in draws[number].chances:
            fold, _ = _merge([*names, name], names)
            grams.append(fold.T @ merged @ fold)
            scales.append(scale)
            keys.append((number, name))
    fit = regress(np.stack(grams, axis=-1), np.concatenate(scales), len(names), np.array([OMEGA_SCALE]))
    return dict(zip(keys, fit.log_density[0].tolist(), strict=True))


def _columns(mornings: int, draws: list[_Draw]) -> dict[tuple[str | None, ...], set[int]]:
    """{the roles of a day in every bet: gaps of the days that have them}, without those of no draw."""
    columns: dict[tuple[str | None, ...], set[int]] = {}
    for gap in range(1, mornings):
        roles = tuple(draw.roles.get(gap) for draw in draws)
        if any(role is not None for role in roles):
            columns.setdefault(roles, set()).add(gap)
    return columns


def _follow(series: Series, columns: list[set[int]]) -> tuple[Whitening, Callable[[int], None]]:
    """A filter at the priors' medians over the mornings, with a column for each set of gaps."""
    names = tuple(f"column {number}" for number in range(len(columns)))
    did = tuple(
        frozenset(name for name, gaps in zip(names, columns, strict=True) if gap in gaps)
        for gap in range(len(series) + 1)
    )
    told = record(replace(series, techniques=names, did=did))
    whitening = Whitening(told, hyper(np.zeros((DIMENSIONS, 1))))
    return whitening, lambda mornings: whitening.take(told, mornings)


def _merge(taken: list[str | None], names: list[str]) -> tuple[Floats, NDArray[np.intp]]:
    """Matrix (C, LEADING + K) that adds each column to that of the name it is taken for.

    Columns that are taken for nothing are left out; with it, the numbers of those that stay.
    """
    known = [*range(LEADING), *(k for k, name in enumerate(taken, start=LEADING) if name is not None)]
    merge = np.zeros((len(known), LEADING + len(names)))
    merge[:LEADING, :LEADING] = np.eye(LEADING)
    for row, column in enumerate(known[LEADING:], start=LEADING):
        merge[row, LEADING + names.index(str(taken[column - LEADING]))] = 1.0
    return merge, np.array(known)


def _says(p: float, blocks: int) -> Sentence:
    if not blocks:
        return Sentence("second_none", {})
    if p > AGREES_AT:
        return Sentence("second_unsure", {})
    return Sentence("second_agrees", {"diaries": min(int(1.0 / p), RAREST)})
