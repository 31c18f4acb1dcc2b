"""How well the engine integrates over the hyperparameters: against 160 times the points.

    python -m bench.accuracy.integration

Made-up diaries of 14 to 200 mornings; four techniques, alike or far apart, acting for a day or for
two weeks. Prints largest and root-mean-square error of an effect's mean (points), largest and
median error of an sd (relative), and the largest error of the chance that all are alike, for the
engine's two lattices and for others.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import numpy as np
from scipy.special import ndtri

from firststep.trial.model import mixture
from firststep.trial.model.exposure import Record
from firststep.trial.model.filter import whiten
from firststep.trial.model.lattice import korobov_normals, kronecker
from firststep.trial.model.mixture import POINTS, SCOUTS, Mixture
from firststep.trial.model.priors import DIMENSIONS, OMEGA, OMEGA_WEIGHT, ROUNDING_VARIANCE, Floats, hyper
from firststep.trial.model.regression import regress

MANY = 40_000
PART = 2_000
TECHNIQUES = 4


@dataclass(frozen=True)
class Summary:
    mean: Floats  # (K,)
    sd: Floats  # (K,)
    alike: float


def diaries() -> Iterator[Record]:
    generator = np.random.default_rng(77)
    for mornings in (14, 40, 84, 200):
        for carry_over in (0.1, 0.5, 0.9):
            for apart in (0.2, 1.2):
                for step in (0.03, 0.25):
                    yield made_up(generator, mornings, carry_over, apart, step)


def made_up(
    generator: np.random.Generator, mornings: int, carry_over: float, apart: float, step: float
) -> Record:
    effects = -0.3 + apart * generator.standard_normal(TECHNIQUES)
    done = np.zeros((mornings, TECHNIQUES))
    drawn = np.repeat(generator.integers(TECHNIQUES, size=mornings), 3)[: mornings - 1]
    done[np.arange(1, mornings), drawn] = 1.0
    exposure, score = np.zeros(TECHNIQUES), np.empty(mornings)
    level = 6.0
    for morning in range(mornings):
        level += -0.02 + step * generator.standard_normal()
        exposure = carry_over * exposure + (1 - carry_over) * done[morning]
        score[morning] = np.round(level + effects @ exposure + 0.8 * generator.standard_normal())
    score[generator.random(mornings) < 0.1] = np.nan
    score = np.clip(score, 1, 9)  # the ends of the scale have a bench of their own
    return Record(
        score,
        done,
        np.zeros(mornings),
        np.full(mornings, ROUNDING_VARIANCE),
        TECHNIQUES,
        np.empty((mornings, 0)),
    )


def summary(found: Mixture) -> Summary:
    mean, covariance = found.effects(TECHNIQUES)
    centre = mean @ found.weight
    second = (np.einsum("iip->ip", covariance) + mean**2) @ found.weight
    return Summary(centre, np.sqrt(second - centre**2), found.alike)


def placed(told: Record) -> tuple[Floats, Floats]:
    """Centre and spread of the fine lattice, from scouts that saw the whole diary."""
    white = whiten(told, hyper(korobov_normals(SCOUTS)))
    evidence = regress(white.gram, white.log_scale, told.techniques)
    return mixture._located(korobov_normals(SCOUTS), mixture._over_omega(evidence))


def weighed(told: Record, steps: Floats, centre: Floats, spread: Floats) -> Summary:
    """The posterior's moments from a lattice of any size, in parts."""
    logs, means, seconds = [], [], []
    for start in range(0, steps.shape[1], PART):
        part = steps[:, start : start + PART]
        z = centre[:, None] + spread @ part
        white = whiten(told, hyper(z))
        evidence = regress(white.gram, white.log_scale, told.techniques)
        mean, covariance = evidence.posterior(np.arange(evidence.factor.shape[2]))
        own = 0.5 * ((part**2).sum(axis=0) - (z**2).sum(axis=0))
        logs.append((evidence.log_density + np.log(OMEGA_WEIGHT)[:, None] + own).reshape(-1))
        means.append(mean[-TECHNIQUES:])
        seconds.append(np.einsum("iip->ip", covariance)[-TECHNIQUES:] + mean[-TECHNIQUES:] ** 2)
    alike = np.concatenate([np.arange(len(log)) < len(log) // len(OMEGA) for log in logs])
    weight = mixture._shares(np.concatenate(logs))
    centre = np.concatenate(means, axis=1) @ weight
    second = np.concatenate(seconds, axis=1) @ weight
    return Summary(centre, np.sqrt(second - centre**2), float(weight[alike].sum()))


def golden(points: int) -> Floats:
    """Standard normals by the golden ratio's sequence, (DIMENSIONS, points)."""
    return np.asarray(ndtri(kronecker(points, DIMENSIONS)))


def main() -> None:
    nowhere = np.zeros(DIMENSIONS), np.eye(DIMENSIONS)
    few = korobov_normals(POINTS)
    random = np.random.default_rng(1).standard_normal((DIMENSIONS, POINTS))
    schemes: dict[str, Callable[[Record], Summary]] = {
        f"over the prior, Korobov, {POINTS}": lambda told: weighed(told, few, *nowhere),
        f"two passes, random points, {POINTS}": lambda told: weighed(told, random, *placed(told)),
        f"the engine: two passes, Korobov, {SCOUTS} and {POINTS}": lambda told: summary(
            mixture.posterior(told)
        ),
    }
    errors: dict[str, list[tuple[float, float, float]]] = {name: [] for name in schemes}
    for told in diaries():
        exact = weighed(told, golden(MANY), *placed(told))
        for name, scheme in schemes.items():
            got = scheme(told)
            errors[name].append(
                (
                    float(np.abs(got.mean - exact.mean).max()),
                    float(np.abs(got.sd / exact.sd - 1).max()),
                    abs(got.alike - exact.alike),
                )
            )
    print("| scheme | effect: largest, rms | sd: largest, median | chance alike: largest |")
    print("|---|---|---|---|")
    for name, rows in errors.items():
        effect, sd, alike = np.array(rows).T
        print(
            f"| {name} | {effect.max():.3f}, {np.sqrt((effect**2).mean()):.4f} "
            f"| {sd.max():.1%}, {np.median(sd):.2%} | {alike.max():.3f} |"
        )


if __name__ == "__main__":
    main()
