"""Where the first thresholds and the first policy come from: a small simulation.

Virtual people live 84 mornings, advised by the engine or by randomised weekly blocks.
Every third morning the engine's chances are noted, so that every threshold can be
tried on the same lives. Worlds (all parameters assumed, within clinical borrowings):

    plain    recovery 0.03 a day, AR(1) 0.4, carry-over 0.3, residual sd 0.8
    drift    recovery 0.06 a day, level steps of 0.2 a day, residual sd 0.9
    build-up as plain, with effects that build up over two weeks (carry-over 0.88)

    python bench/accuracy/first_thresholds.py [people per row, 300]
"""

import sys
from dataclasses import dataclass
from datetime import date, timedelta
from math import sqrt
from multiprocessing import Pool, cpu_count

import numpy as np

from firststep.trial import Series, allocation
from firststep.trial.posterior import Posterior
from firststep.trial.verdict.judge import Chances, chances
from firststep.trial.yardsticks import FEWEST_AFTER_EACH, FEWEST_MORNINGS, NO_DIFFERENCE_AT, SAFE_AT

NAMES = ("a", "b", "c", "d")
START = date(2026, 1, 1)
MORNINGS = 84
LOOK_EVERY = 3


@dataclass(frozen=True)
class World:
    carry_over: float = 0.3
    autocorrelation: float = 0.4
    residual: float = 0.8
    step: float = 0.05
    slope: float = -0.03
    level: float = 6.5
    missed: float = 0.1


WORLDS = {
    "plain": World(),
    "drift": World(autocorrelation=0.3, residual=0.9, step=0.2, slope=-0.06),
    "build-up": World(carry_over=0.88),
}


@dataclass(frozen=True)
class Row:
    world: str
    apart: float  # sd of the techniques' true effects
    policy: str  # "ours" or "weekly"
    usual_days: float
    common: float  # mean of the true effects


ROWS = (
    Row("plain", 0.0, "ours", 0.0, -0.3),
    Row("plain", 0.6, "ours", 0.0, -0.3),
    Row("plain", 0.6, "weekly", 0.0, -0.3),
    Row("plain", 1.0, "ours", 0.0, -0.3),
    Row("plain", 1.0, "weekly", 0.0, -0.3),
    Row("drift", 0.0, "ours", 0.0, -0.3),
    Row("build-up", 0.0, "ours", 0.0, -0.3),
    Row("build-up", 0.6, "ours", 0.0, -0.3),
    Row("plain", 0.0, "ours", 1 / 7, 0.0),
    Row("plain", 0.0, "ours", 1 / 7, -1.5),
)


@dataclass(frozen=True)
class Look:
    morning: int
    early: bool
    seen: Chances
    asked: bool


@dataclass(frozen=True)
class Life:
    effects: tuple[float, ...]
    avoidable: float  # points a day above the best technique, summed
    looks: tuple[Look, ...]

    def regret(self, look: Look) -> float:
        return self.effects[look.seen.leader] - min(self.effects)

    def first(self, found_at: float) -> Look | None:
        """The first look at which `found` holds with this threshold."""
        return next((look for look in self.looks if found(look, found_at)), None)


def found(look: Look, found_at: float) -> bool:
    return not look.early and look.seen.near_best >= SAFE_AT and look.seen.beats_others >= found_at


def answered(look: Look) -> bool:
    return not look.early and (look.seen.near_best >= SAFE_AT or look.seen.alike >= NO_DIFFERENCE_AT)


def live(task: tuple[Row, int]) -> Life:
    row, seed = task
    world, generator = WORLDS[row.world], np.random.default_rng([seed, 7])
    effects = row.common + row.apart * generator.standard_normal(len(NAMES))
    weekly = np.concatenate([generator.permutation(len(NAMES)) for _ in range(MORNINGS // 28 + 1)])
    level, residual = world.level, world.residual * generator.standard_normal()
    exposure = np.zeros(len(NAMES))
    pain: list[float | None] = []
    did: list[frozenset[str] | None] = [frozenset()]
    looks: list[Look] = []
    avoidable = 0.0
    drawn: str | None = None
    plans: dict[date, allocation.Plan] = {}
    for morning in range(MORNINGS):
        if morning:
            level += world.slope + world.step * generator.standard_normal()
            fresh = sqrt(1 - world.autocorrelation**2) * world.residual
            residual = world.autocorrelation * residual + fresh * generator.standard_normal()
        done = np.array([name in (did[morning] or ()) for name in NAMES], dtype=float)
        exposure = world.carry_over * exposure + (1 - world.carry_over) * done
        score = float(np.round(np.clip(level + effects @ exposure + residual, 0, 10)))
        pain.append(None if generator.random() < world.missed else score)
        series = Series(NAMES, START, tuple(pain), (*did, None))
        if row.policy == "weekly":
            drawn = NAMES[weekly[morning // 7]]
        else:
            drawn = draw(series, morning, seed, row.usual_days, plans)
        did.append(frozenset() if drawn is None else frozenset([drawn]))
        if drawn is not None:
            avoidable += float(effects[NAMES.index(drawn)] - effects.min())
        if morning % LOOK_EVERY == LOOK_EVERY - 1 and morning > FEWEST_MORNINGS - 2:
            looks.append(look_at(series, morning))
    return Life(tuple(effects), avoidable, tuple(looks))


def draw(
    series: Series, morning: int, seed: int, usual_days: float, plans: dict[date, allocation.Plan]
) -> str | None:
    """The draw of a morning; plans made before are kept in `plans`."""

    def plan_from(first_day: date) -> allocation.Plan:
        if first_day not in plans:
            plans[first_day] = allocation.plan(
                Posterior(series),
                first_day=first_day,
                active=NAMES,
                better="lower",
                seed=seed,
                usual_days=usual_days,
            )
        return plans[first_day]

    plan = allocation.plan_of(START, START + timedelta(days=morning), plan_from)
    return None if plan.usual else allocation.draw(plan.weights, seed, plan.first_day)


def look_at(series: Series, morning: int) -> Look:
    posterior = Posterior(series)
    after = min(series.scored_after(name) for name in NAMES)
    early = series.scored < FEWEST_MORNINGS or after < FEWEST_AFTER_EACH
    seen = chances(*posterior.oriented(NAMES, 1.0))
    return Look(morning + 1, early, seen, posterior.knows_about_nothing())


def share(flags: list[bool]) -> str:
    return f"{sum(flags) / len(flags):.3f}" if flags else "-"


def report(row: Row, lives: list[Life]) -> None:
    final = [life.regret(life.looks[-1]) for life in lives]
    first = [next((x.morning for x in life.looks if answered(x)), MORNINGS + 1) for life in lives]
    print(
        f"{row.world:9} apart {row.apart:.1f} {row.policy:6}"
        f" usual {row.usual_days:.2f} common {row.common:+.1f}"
        f" | avoidable {np.mean([life.avoidable for life in lives]):5.1f}"
        f" final regret {np.mean(final):.3f} median morning of any answer {np.median(first):.0f}"
    )
    for at in (0.95, 0.97, 0.98, 0.99):
        hits = [(life, life.first(at)) for life in lives]
        right = [life.regret(look) <= 0.5 for life, look in hits if look]
        print(f"    c  {at:.2f}: found {share([look is not None for _, look in hits])}, right {share(right)}")
    if row.usual_days:
        print(f"    helps asked by the end: {share([life.looks[-1].asked for life in lives])}")
        for at in (0.95, 0.97, 0.98, 0.99):
            yes = [any(x.asked and x.seen.leader_helps >= at for x in life.looks) for life in lives]
            print(f"    c2 {at:.2f}: yes at some look {share(yes)}")


def main() -> None:
    people = int(sys.argv[1]) if len(sys.argv) > 1 else 300
    with Pool(cpu_count()) as pool:
        for row in ROWS:
            report(row, pool.map(live, [(row, seed) for seed in range(people)], chunksize=4))
            sys.stdout.flush()


if __name__ == "__main__":
    main()
