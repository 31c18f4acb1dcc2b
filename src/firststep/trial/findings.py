"""What a series of mornings shows: effects, contrasts and both answers, as one value."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from functools import cached_property
from itertools import combinations
from types import MappingProxyType

import numpy as np

from firststep.errors import TrialError
from firststep.trial.checks import check_better, unknown
from firststep.trial.loads import check_enough, scale_of, scored_after_known
from firststep.trial.model.mixture import Lattices
from firststep.trial.model.priors import Floats
from firststep.trial.posterior import LevelPath, Posterior
from firststep.trial.series import Series
from firststep.trial.verdict import words
from firststep.trial.verdict.answers import (
    Better,
    Choice,
    ChoiceKind,
    Contrast,
    Effect,
    Estimate,
    Helps,
    HelpsKind,
    LoadEffect,
    MorningsToGo,
    Rhythm,
)
from firststep.trial.verdict.forecast import Learnt, mornings_to_go
from firststep.trial.verdict.judge import Chances, chances, choice_kind, helps_kind, too_early
from firststep.trial.verdict.sentences import say
from firststep.trial.yardsticks import ENGINE_VERSION, FEWEST_COMPARED


@dataclass(frozen=True)
class Findings:
    """The findings of one series of mornings of one foot.

    techniques
        In the order of `joint`. `rested` ones are no longer compared; their effects stay.
    better
        "lower", "higher", or None where nobody said: then no technique is called best.
    mornings, missing
        Calendar days from the first morning to the last, and those without a score.
    effects, contrasts
        By technique, and for every pair; see `Effect` and `Contrast`.
    loads
        By load of the series; empty where it has none. See `LoadEffect`.
    """

    engine: str
    series: Series
    better: Better | None
    rested: frozenset[str]
    effects: dict[str, Effect]
    contrasts: tuple[Contrast, ...]
    choice: Choice
    helps: Helps
    loads: dict[str, LoadEffect]
    _posterior: Posterior = field(repr=False, compare=False)

    @property
    def techniques(self) -> tuple[str, ...]:
        """The techniques, in the order of `joint`."""
        return self.series.techniques

    @property
    def compared(self) -> tuple[str, ...]:
        """The techniques that are still compared."""
        return tuple(name for name in self.techniques if name not in self.rested)

    @property
    def mornings(self) -> int:
        """Calendar days from the first morning to the last, scored or missed."""
        return len(self.series)

    @property
    def missing(self) -> int:
        """Mornings without a score."""
        return len(self.series) - self.series.scored

    def contrast(self, a: str, b: str) -> Contrast:
        """Effect of `a` minus effect of `b`, points. TrialError where either is unknown."""
        for name in (a, b):
            if name not in self.techniques:
                raise unknown(name, self.techniques)
        return contrasts(self._posterior, self.better, [(a, b)])[0]

    def against_others(self, technique: str) -> Estimate:
        """Effect of one technique minus the mean effect of the others still compared, points.

        TrialError where it is not compared, or nothing else is.
        """
        compared = self.compared
        if technique not in compared:
            raise unknown(technique, compared)
        if len(compared) < FEWEST_COMPARED:
            raise TrialError(f"nothing else is compared with '{technique}'", mend="compare one more")
        others = 1.0 / (len(compared) - 1)
        row = [1.0 if name == technique else -others * (name in compared) for name in self.techniques]
        return self._posterior.estimates(np.array([row]))[0]

    def joint(self, n: int, seed: int) -> Floats:
        """Random posterior draws of the effects, (n, K), in the order of `techniques`.

        n and seed are whole numbers, not negative.
        """
        if n < 0 or seed < 0:
            raise TrialError("the number of draws and their seed must not be negative")
        return self._posterior.random_draws(n, seed)

    @cached_property
    def level(self) -> LevelPath:
        """Where the score stood each morning had nothing been done; worked out when asked."""
        return self._posterior.level()

    @cached_property
    def rhythm(self) -> Rhythm:
        """How the score moves by itself; worked out when asked."""
        return self._posterior.rhythm()


def find(
    series: Series,
    *,
    better: Better | None = "lower",
    rested: frozenset[str] = frozenset(),
    names: Mapping[str, str] = MappingProxyType({}),
    lattices: Lattices | None = None,
    neutral: bool = False,
) -> Findings:
    """The findings of a series. TrialError where `better` is no direction, or a load tells too little.

    names
        {technique: what it is called in the sentences}, where not by its id.
    lattices
        Those that followed the beginning of this series, if any: the same, only sooner.
    neutral
        Whether the neutral prior stands in for the engine's. What may be asked, and the
        mornings to go, stay the engine's own.
    """
    check_better(better)
    check_enough(series.loads, series.pain)
    own = Posterior(series, lattices)
    posterior = own.neutral() if neutral else own
    compared = tuple(name for name in series.techniques if name not in rested)
    seen = chances(*posterior.oriented(compared, sign_of(better))) if compared else None
    asked = better is not None and seen is not None and own.knows_about_nothing()
    effects = _effects(posterior, better, compared, seen, asked)
    pairs = contrasts(posterior, better, list(combinations(series.techniques, 2)))
    helps = helps_kind(seen) if asked and seen is not None else HelpsKind.NOT_ASKED
    kind = _choice_kind(series, compared, better, seen)
    leader = compared[seen.leader] if better and seen else None
    named = None if kind in (ChoiceKind.NOT_ASKED, ChoiceKind.TOO_EARLY) else leader
    to_go = ahead(own, compared, better) if kind is ChoiceKind.LEANING else None
    said = words.Said(series, better, effects, pairs, compared, leader, to_go, bool(names))
    chosen, helped = words.choice(kind, said), words.helps(helps, said)
    return Findings(
        engine=ENGINE_VERSION,
        series=series,
        better=better,
        rested=rested,
        effects=effects,
        contrasts=pairs,
        choice=Choice(kind, named, _certainty(kind, seen), to_go, say(chosen, names), chosen),
        helps=Helps(helps, say(helped, names), helped),
        loads=load_effects(posterior),
        _posterior=posterior,
    )


def contrasts(
    posterior: Posterior, better: Better | None, pairs: list[tuple[str, str]]
) -> tuple[Contrast, ...]:
    """The contrasts of these pairs of techniques."""
    names = posterior.series.techniques
    rows = np.zeros((len(pairs), len(names)))
    for row, (a, b) in zip(rows, pairs, strict=True):
        row[names.index(a)] += 1.0
        row[names.index(b)] -= 1.0
    if not pairs:
        return ()
    chance = posterior.chance_below(sign_of(better) * rows, 0.0)
    return tuple(
        Contrast(**asdict(estimate), a=a, b=b, chance=float(p) if better else None)
        for estimate, (a, b), p in zip(posterior.estimates(rows), pairs, chance, strict=True)
    )


def _effects(
    posterior: Posterior,
    better: Better | None,
    compared: tuple[str, ...],
    seen: Chances | None,
    asked: bool,
) -> dict[str, Effect]:
    names = posterior.series.techniques
    if not names:
        return {}
    rows = np.eye(len(names))
    good = posterior.chance_below(sign_of(better) * rows, 0.0)
    best = dict(zip(compared, seen.best.tolist(), strict=True)) if seen and better else {}
    return {
        name: Effect(
            **asdict(estimate),
            chance_best=best.get(name),
            chance_helps=float(good[k]) if asked else None,
            days=posterior.series.days_of(name),
        )
        for k, (name, estimate) in enumerate(zip(names, posterior.estimates(rows), strict=True))
    }


def load_effects(posterior: Posterior) -> dict[str, LoadEffect]:
    """What each load of the series goes with."""
    series = posterior.series
    out = {}
    for (name, told), estimate, chance in zip(series.loads.items(), *posterior.loads(), strict=True):
        scale = scale_of(told)
        out[name] = LoadEffect(
            **asdict(estimate),
            chance=float(chance),
            middle=scale.middle,
            typical=scale.typical,
            known=scored_after_known(told, series.pain),
        )
    return out


def _choice_kind(
    series: Series,
    compared: tuple[str, ...],
    better: Better | None,
    seen: Chances | None,
) -> ChoiceKind:
    if seen is None or len(compared) <= 1:
        return ChoiceKind.NOT_ASKED
    if too_early(series.scored, [series.scored_after(name) for name in compared]):
        return ChoiceKind.TOO_EARLY
    kind = choice_kind(seen)
    return kind if better or kind is ChoiceKind.NO_DIFFERENCE else ChoiceKind.NOT_ASKED


def _certainty(kind: ChoiceKind, seen: Chances | None) -> float | None:
    if seen is None:
        return None
    return {
        ChoiceKind.FOUND: seen.near_best,
        ChoiceKind.SAFE_CHOICE: seen.near_best,
        ChoiceKind.NO_DIFFERENCE: seen.alike,
        ChoiceKind.LEANING: float(seen.best[seen.leader]),
    }.get(kind)


def ahead(posterior: Posterior, compared: tuple[str, ...], better: Better | None) -> MorningsToGo:
    """How many more mornings until the choice is answered, were nothing answered today."""
    mean, covariance = posterior.where_they_differ()
    own = [posterior.series.techniques.index(name) for name in compared]
    return mornings_to_go(
        Learnt(
            mean=sign_of(better) * mean[own],
            covariance=covariance[np.ix_(own, own)],
            omega=posterior.omegas(),
            scored=posterior.series.scored,
        )
    )


def sign_of(better: Better | None) -> float:
    """What an effect is multiplied by so that less is better."""
    return -1.0 if better == "higher" else 1.0
