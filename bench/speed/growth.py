"""What grows with what: mornings, hyperparameter points, people.

    python -m bench.speed.growth

Lines for docs/explanation/speed.md: each cost beside the one of half the size, in one run.
"""

from datetime import date
from os import cpu_count
from time import perf_counter

import numpy as np

from firststep.cohort.many import over_all_cores
from firststep.trial import Series, find
from firststep.trial.model.exposure import record
from firststep.trial.model.filter import whiten
from firststep.trial.model.lattice import kronecker
from firststep.trial.model.priors import DIMENSIONS, hyper
from firststep.trial.model.regression import regress

NAMES = ("a", "b", "c", "d")
MANY = 10_000


def made_up(seed: int, mornings: int = 84) -> Series:
    """A made-up diary in blocks of three days, a tenth of the mornings missed."""
    generator = np.random.default_rng(seed)
    drawn = np.repeat(generator.integers(4, size=mornings), 3)[: mornings - 1]
    felt = 5.0 + 0.9 * generator.standard_normal(mornings)
    pain = [None if generator.random() < 0.1 else float(np.clip(round(x), 0, 10)) for x in felt]
    did = (None, *(frozenset([NAMES[k]]) for k in drawn), None)
    return Series(NAMES, date(2026, 1, 5), tuple(pain), did)


def one(seed: int) -> float:
    return find(made_up(seed)).effects["a"].mean


def by_mornings(mornings: int) -> float:
    series = made_up(1, mornings)
    find(series)
    start = perf_counter()
    for _ in range(5):
        find(series)
    return (perf_counter() - start) / 5


def by_points(points: int) -> float:
    told, at = record(made_up(1)), hyper(3.0 * kronecker(points, DIMENSIONS) - 1.5)
    start = perf_counter()
    for _ in range(5):
        white = whiten(told, at)
        regress(white.gram, white.log_scale, len(NAMES))
    return (perf_counter() - start) / 5


def by_people(people: int) -> float:
    start = perf_counter()
    assert len(list(over_all_cores(one, range(people)))) == people
    return perf_counter() - start


def lines(what: str, sizes: tuple[int, ...], seconds: list[float], unit: float, name: str) -> list[str]:
    out = [f"| {what} | {name} | against the size before |", "|---|---|---|"]
    for k, (size, taken) in enumerate(zip(sizes, seconds, strict=True)):
        ratio = f"{taken / seconds[k - 1]:.2f} for {size / sizes[k - 1]:.2f} times as many" if k else ""
        out.append(f"| {size:,} | {unit * taken:.1f} | {ratio} |")
    return [*out, ""]


def growth() -> list[str]:
    """The section as lines of Markdown."""
    mornings, points, people = (42, 84, 168, 365, 730, 1095), (251, 502, 1004, 2008, 4016), (1250, 2500, MANY)
    return [
        "What grows with what. Below a few hundred points the steps of the filter cost more than its sums.",
        "",
        *lines("mornings, one analysis", mornings, [by_mornings(n) for n in mornings], 1e3, "ms"),
        *lines(
            "hyperparameter points, filter and regressions", points, [by_points(n) for n in points], 1e3, "ms"
        ),
        *lines(
            f"analyses of 84 mornings, {cpu_count()} cores",
            people,
            [by_people(n) for n in people],
            1.0,
            "seconds",
        ),
        f"The target for {MANY:,} analyses is five minutes on two cores.",
    ]


if __name__ == "__main__":
    print("\n".join(growth()))
