"""How well the engine integrates over the hyperparameters: against sixty times the points.

    python -m bench.accuracy.integration

Made-up diaries of 14 to 200 mornings; four techniques, alike or far apart, acting for a day or for
two weeks. Prints largest, root-mean-square and median error of an effect's mean (points), of
a contrast, and of an sd (relative), for the engine's scheme and for others.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from scipy.special import ndtri

from firststep.trial.model.exposure import Record
from firststep.trial.model.lattice import korobov_normals, kronecker
from firststep.trial.model.mixture import SCOUTS, _evidence, _located, _scouted, _shares, posterior
from firststep.trial.model.priors import Floats, hyper

MANY = 60_000
PART = 6_000
PAIRS = np.array([[1, -1, 0, 0], [1, 0, -1, 0], [1, 0, 0, -1], [0, 1, -1, 0], [0, 1, 0, -1], [0, 0, 1, -1.0]])


@dataclass(frozen=True)
class Summary:
    mean: Floats  # (K,)
    sd: Floats  # (K,)


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
    effects = -0.3 + apart * generator.standard_normal(4)
    done = np.zeros((mornings, 4))
    done[np.arange(1, mornings), np.repeat(generator.integers(4, size=mornings), 3)[: mornings - 1]] = 1.0
    exposure, score = np.zeros(4), np.empty(mornings)
    level = 6.0
    for morning in range(mornings):
        level += -0.02 + step * generator.standard_normal()
        exposure = carry_over * exposure + (1 - carry_over) * done[morning]
        score[morning] = np.round(
            np.clip(level + effects @ exposure + 0.8 * generator.standard_normal(), 0, 10)
        )
    score[generator.random(mornings) < 0.1] = np.nan
    return Record(score, done, np.zeros(mornings), 4)


def weighed(told: Record, fine: Floats, log_own: Floats) -> Summary:
    """The posterior's moments from points `fine` (5, P) whose own log density is `log_own`."""
    logs, means, seconds = [], [], []
    for start in range(0, fine.shape[1], PART):
        part = fine[:, start : start + PART]
        evidence = _evidence(told, hyper(part))
        mean, covariance = evidence.posterior(np.arange(part.shape[1]))
        logs.append(evidence.log_density - 0.5 * (part**2).sum(axis=0) - log_own[start : start + PART])
        means.append(mean[2:])
        seconds.append(np.einsum("iip->ip", covariance)[2:] + mean[2:] ** 2)
    weight = _shares(np.concatenate(logs))
    centre = np.concatenate(means, axis=1) @ weight
    return Summary(centre, np.sqrt(np.concatenate(seconds, axis=1) @ weight - centre**2))


def engine(told: Record) -> Summary:
    mixture = posterior(told)
    mean, covariance = mixture.effects(4)
    centre = mean @ mixture.weight
    second = (np.einsum("iip->ip", covariance) + mean**2) @ mixture.weight
    return Summary(centre, np.sqrt(second - centre**2))


def in_two_passes(told: Record, steps: Floats) -> Summary:
    centre, spread = _located(*_scouted(told))
    return weighed(told, centre[:, None] + spread @ steps, -0.5 * (steps**2).sum(axis=0))


def over_the_prior(told: Record, steps: Floats) -> Summary:
    return weighed(told, steps, -0.5 * (steps**2).sum(axis=0))


def golden(points: int) -> Floats:
    return np.asarray(ndtri(kronecker(points, 5)))


def main() -> None:
    schemes = {
        "golden-ratio points over the prior, 1,024": lambda told: over_the_prior(told, golden(1024)),
        "two passes, golden-ratio points, 1,024": lambda told: in_two_passes(told, golden(1024)),
        "two passes, random points, 1,024": lambda told: in_two_passes(
            told, np.random.default_rng(1).standard_normal((5, 1024))
        ),
        f"two passes, Korobov, {SCOUTS}": lambda told: in_two_passes(told, korobov_normals(SCOUTS)),
        "the engine: two passes, Korobov, 1,024": engine,
    }
    errors: dict[str, list[tuple[float, float, float]]] = {name: [] for name in schemes}
    for told in diaries():
        exact = in_two_passes(told, golden(MANY))
        for name, scheme in schemes.items():
            got = scheme(told)
            apart = got.mean - exact.mean
            errors[name].append(
                (
                    float(np.abs(apart).max()),
                    float(np.abs(PAIRS @ apart).max()),
                    float(np.abs(got.sd / exact.sd - 1).max()),
                )
            )
    print("| scheme | effect: largest, rms, median | contrast: largest | sd: largest, median |")
    print("|---|---|---|---|")
    for name, rows in errors.items():
        effect, contrast, sd = np.array(rows).T
        print(
            f"| {name} | {effect.max():.3f}, {np.sqrt((effect**2).mean()):.4f}, {np.median(effect):.4f} "
            f"| {contrast.max():.3f} | {sd.max():.1%}, {np.median(sd):.2%} |"
        )


if __name__ == "__main__":
    main()
