"""One virtual person with the engine in the loop, looking every morning."""

from dataclasses import asdict, dataclass, field
from datetime import date, timedelta
from enum import StrEnum
from itertools import combinations
from typing import Any

import numpy as np

from firststep.cohort.believed import believed
from firststep.cohort.kinds import KINDS
from firststep.cohort.life import Day, live, truth
from firststep.cohort.world import Floats, Person, person
from firststep.trial import Done, Series, allocation, untried
from firststep.trial.checks import OTHER
from firststep.trial.findings import ahead
from firststep.trial.model.mixture import Lattices
from firststep.trial.posterior import Posterior
from firststep.trial.verdict.judge import Chances, chances, is_alike, is_found, is_safe, too_early
from firststep.trial.yardsticks import FEWEST_MORNINGS, FOUND_AT, HELPS_AT, NOT_HELPING_AT

NAMES = ("a", "b", "c", "d", "e", "f", "g", "h")
START = date(2026, 1, 5)
WEEK, FORTNIGHT = 7, 14
THRESHOLDS = (0.85, 0.88, 0.90, 0.92, 0.93, 0.94, 0.95, 0.96, 0.97, 0.98, 0.99)
"""Values of c and c2 that are tried on the same lives."""


BELIEVED = "as-believed"
"""The row of people drawn from the engine's priors."""


class Design(StrEnum):
    """Who says what is done each day."""

    OURS = "ours"
    WEEKLY = "weekly"
    """Randomised blocks of a week, each technique once in every round."""


@dataclass(frozen=True, slots=True)
class Row:
    """Virtual people of one sort.

    kind
        One of `KINDS`, or `BELIEVED`: then the effects are drawn from the priors too.
    apart, common
        Sd of the techniques' true effects, and their mean (None: drawn from a wide normal for
        each person), points. `shape` sets them by hand instead.
    usual_days
        Share of usual days.
    first_week
        Whether each technique is tried once before days come in blocks, as on the pages.
    """

    kind: str
    apart: float = 0.6
    common: float | None = -0.3
    techniques: int = 4
    usual_days: float = 0.0
    mornings: int = 84
    shape: tuple[float, ...] = ()
    design: Design = Design.OURS
    first_week: bool = False

    @property
    def name(self) -> str:
        """The row in a few words, the same for the same row."""
        if self.kind == BELIEVED:
            return f"{self.kind}, {self.techniques} techniques"
        said = f"{self.kind}, {self.techniques} techniques, "
        said += f"effects {', '.join(map(str, self.shape))}" if self.shape else f"sd {self.apart:g}"
        if self.common is None:
            said += ", common wide"
        elif self.common != Row("").common:
            said += f", common {self.common:+g}"
        if self.usual_days:
            said += f", {self.usual_days:.0%} rest days"
        if self.mornings != Row("").mornings:
            said += f", {self.mornings} mornings"
        if self.first_week:
            said += ", first week"
        return said if self.design is Design.OURS else f"{said}, {self.design} blocks"


COMMON_SPREAD = 1.0
"""Sd of a common effect drawn widely around 0, points. Wider than the engine's prior."""


def somebody(row: Row, seed: int) -> Person:
    """The person of a row with this seed."""
    generator = np.random.default_rng([seed, *row.kind.encode()])
    if row.kind == BELIEVED:
        return believed(row.techniques, row.mornings, generator)
    common = COMMON_SPREAD * generator.standard_normal() if row.common is None else row.common
    effects = common + row.apart * generator.standard_normal(row.techniques)
    return person(KINDS[row.kind], np.array(row.shape or effects), row.mornings, generator)


@dataclass
class Lived:
    """What became of one person: all that the tables need, ready for JSON.

    effects, avoidable, days
        True effects, points; points times days above the best technique; mornings lived.
    found, helps
        {threshold: (morning, leader)} of the first look at which `found`, or `helps: yes`, holds.
    safe, alike, answer
        First morning of `safe-choice`, of `no-difference`, of any answer; None if never.
    marks
        Fortnightly: morning, leader, chances of being best, intervals of contrasts and effects,
        chances that the first of a pair is better, where the truths lie, and the forecast.
    """

    row: str
    seed: int
    effects: list[float] = field(default_factory=list)
    avoidable: float = 0.0
    days: int = 0
    found: dict[str, tuple[int, int]] = field(default_factory=dict)
    helps: dict[str, int] = field(default_factory=dict)
    not_helping: int | None = None
    safe: int | None = None
    alike: int | None = None
    answer: int | None = None
    asked: bool = False
    marks: list[dict[str, Any]] = field(default_factory=list)

    def as_plain(self) -> dict[str, Any]:
        """As lists and dicts, ready for JSON."""
        return asdict(self)


def lived(row: Row, seed: int, days: list[Day] | None = None) -> Lived:
    """A life under the engine's advice; its days go into the list `days`, if there is one."""
    who = somebody(row, seed)
    loop = _Loop(row, seed, who.effects)
    days = [] if days is None else days
    for day in live(who, loop.advised):
        days.append(day)
        loop.told(day)
    true = truth(who, days)
    out = loop.out
    out.effects = true.tolist()
    out.days = len(days)
    out.avoidable = avoidable(true, days)
    return out


def avoidable(true: Floats, days: list[Day]) -> float:
    """Points times days above the best technique, over the days on which any was done."""
    did = [np.mean([true[k] for k in day.did if k >= 0]) for day in days if any(k >= 0 for k in day.did)]
    return float(np.sum(np.array(did) - true.min()))


class _Loop:
    """The engine beside one person."""

    def __init__(self, row: Row, seed: int, effects: Floats) -> None:
        self.row, self.seed, self._effects = row, seed, effects
        self.names = NAMES[: row.techniques]
        self.out = Lived(row.name, seed)
        self._pain: list[float | None] = []
        self._did: list[frozenset[str] | None] = [None]
        self._lattices = Lattices()
        self._plans: dict[date, allocation.Plan] = {}
        self._tried: dict[date, str | None] = {}
        self._pairs = pair_rows(row.techniques)
        rounds = np.random.default_rng([seed, WEEK]).permuted(
            np.tile(np.arange(row.techniques), (row.mornings // WEEK + 1, 1)), axis=1
        )
        self._weeks = rounds.reshape(-1)

    def told(self, day: Day) -> None:
        """What the diary says of a day's doing."""
        did = None if day.told is None else frozenset(OTHER if k < 0 else self.names[k] for k in day.told)
        self._did.append(did)

    def advised(self, day: int, score: int | None) -> int | None:
        """Look, and give the draw of the day."""
        self._pain.append(score)
        series = Series(self.names, START, tuple(self._pain), (*self._did, None))
        posterior = Posterior(series, self._lattices)
        if day + 1 >= FEWEST_MORNINGS:
            self._look(day + 1, posterior)
        if self.row.design is Design.WEEKLY:
            return int(self._weeks[day // WEEK])
        on = START + timedelta(days=day)
        left = self._to_try(day) if self.row.first_week else ()
        if left:
            self._tried[on] = allocation.draw(dict.fromkeys(left, 1.0), self.seed, on, trying=True)
            return self.names.index(str(self._tried[on]))
        plan = allocation.plan_of(START, on, lambda first: self._plan(first, posterior))
        if plan.usual:
            return None
        return self.names.index(allocation.draw(plan.weights, self.seed, plan.first_day))

    def _to_try(self, day: int) -> tuple[str, ...]:
        """What was not tried yet, within the first week."""
        if day >= allocation.TRYING_DAYS:
            return ()
        did: dict[date, Done] = {START + timedelta(days=k): did for k, did in enumerate(self._did[1:])}
        return untried(self.names, did=did, drawn=self._tried)

    def _plan(self, first: date, posterior: Posterior) -> allocation.Plan:
        """The plan of a block, from the mornings up to its first day, also where it is met later."""
        if first not in self._plans:
            known = min((first - START).days + 1, len(posterior.series))
            met_later = known < len(posterior.series)
            self._plans[first] = allocation.plan(
                Posterior(posterior.series.before(known), self._lattices) if met_later else posterior,
                first_day=first,
                active=self.names,
                better="lower",
                seed=self.seed,
                usual_days=self.row.usual_days,
            )
        return self._plans[first]

    def _look(self, morning: int, posterior: Posterior) -> None:
        series, out = posterior.series, self.out
        seen = chances(*posterior.oriented(self.names, 1.0))
        asked = self.row.usual_days > 0 and posterior.knows_about_nothing()
        if asked:
            for at in THRESHOLDS:
                if seen.leader_helps >= at:
                    out.helps.setdefault(str(at), morning)
            if seen.none_helps >= NOT_HELPING_AT and seen.leader_helps < HELPS_AT:
                out.not_helping = out.not_helping or morning
        out.asked = asked
        early = too_early(series.scored, [series.scored_after(name) for name in self.names])
        answered = not early and self.row.techniques > 1 and self._answer(morning, seen)
        if morning % FORTNIGHT == 0:
            self._mark(morning, posterior, seen, leaning=not early and not answered)

    def _answer(self, morning: int, seen: Chances) -> bool:
        out = self.out
        for at in THRESHOLDS:
            if is_found(seen, at):
                out.found.setdefault(str(at), (morning, seen.leader))
        found, alike, safe = is_found(seen, FOUND_AT), is_alike(seen), is_safe(seen)
        if alike and not found:
            out.alike = out.alike or morning
        elif safe and not found:
            out.safe = out.safe or morning
        if found or alike or safe:
            out.answer = out.answer or morning
        return found or alike or safe

    def _mark(self, morning: int, posterior: Posterior, seen: Chances, *, leaning: bool) -> None:
        pairs = posterior.estimates(self._pairs) if len(self._pairs) else []
        own = posterior.estimates(np.eye(self.row.techniques))
        self.out.marks.append(
            {
                "morning": morning,
                "leader": seen.leader,
                "best": seen.best.tolist(),
                "contrasts": [(e.mean, e.sd, e.low, e.high) for e in pairs],
                "better": posterior.chance_below(self._pairs, 0.0).tolist() if pairs else [],
                "effects": [(e.mean, e.sd, e.low, e.high) for e in own],
                "ranks": self._ranks(posterior),
                "ahead": ahead(posterior, self.names, "lower") if leaning and pairs else None,
            }
        )

    def _ranks(self, posterior: Posterior) -> list[float]:
        """Where the truth lies in what is believed of the contrasts and of the effects, 0 to 1."""
        rows = np.concatenate([self._pairs, np.eye(self.row.techniques)])
        true = rows @ self._effects
        return [float(posterior.chance_below(row[None], x)[0]) for row, x in zip(rows, true, strict=True)]


def pair_rows(techniques: int) -> Floats:
    """The contrast of each pair of techniques, (pairs, K)."""
    rows = np.zeros((techniques * (techniques - 1) // 2, techniques))
    for row, (a, b) in zip(rows, combinations(range(techniques), 2), strict=True):
        row[a], row[b] = 1.0, -1.0
    return rows
