"""How fast the engine is, and how much faster than general samplers at the same model.

    python -m bench.speed.run

One made-up diary of 84 mornings and four techniques. Samplers get the same marginalised
model (five hyperparameters; the coefficients integrated out), two chains on two cores, and
as many draws as bring the Monte Carlo error of every technique's mean effect down to the
engine's own error against 160 times its points, but not below LEAST_ERROR; compiling is
left out of their time. Writes docs/explanation/speed.md.
"""

import argparse
import subprocess
import sys
from collections.abc import Callable
from datetime import timedelta
from math import inf
from pathlib import Path
from time import perf_counter

import numpy as np

from bench.accuracy.integration import MANY, golden, placed, summary, weighed
from bench.reference.model import Floats, effects_given, problem
from bench.reference.samplers import CHAINS, SAMPLERS, WARM_UP
from bench.speed.growth import growth
from firststep import read_diary
from firststep.care import series_of
from firststep.trial import Series, Trial, find
from firststep.trial.model.exposure import record
from firststep.trial.model.mixture import posterior

ROOT = Path(__file__).parents[2]
DIARY = ROOT / "tests" / "reference" / "diaries" / "four-apart.csv"
LEAST_ERROR = 0.005  # points: asking more of a sampler would only make it slower
FIRST_DRAWS, MOST_DRAWS = 1000, 8000
GIVE_UP = 3.0  # times the fastest so far: a sampler this slow need not reach the error too


def median_ms(run: Callable[[], object], times: int = 40) -> float:
    for _ in range(3):
        run()
    taken = []
    for _ in range(times):
        start = perf_counter()
        run()
        taken.append(perf_counter() - start)
    return 1e3 * float(np.median(taken))


def analysis(series: Series) -> float:
    return median_ms(lambda: find(series))


def days(series: Series) -> list[float]:
    """Milliseconds of `record` and `advise` together, each day of the diary's last weeks."""
    trial = Trial(series.techniques, seed=1)
    taken = []
    for k, pain in enumerate(series.pain):
        start = perf_counter()
        trial.record(pain, did=series.did[k], on=series.start + timedelta(days=k))
        trial.advise()
        taken.append(1e3 * (perf_counter() - start))
    return taken[-42:]


def cold_start() -> float:
    """Seconds of `firststep analyse` as a new process, median of seven."""
    command = [sys.executable, "-m", "firststep", "analyse", str(DIARY)]
    taken = []
    for _ in range(7):
        start = perf_counter()
        subprocess.run(command, check=True, capture_output=True)
        taken.append(perf_counter() - start)
    return float(np.median(taken))


def own_error(series: Series) -> float:
    """The engine's largest error of a mean effect on this diary, points."""
    told = record(series)
    exact = weighed(told, golden(MANY), *placed(told))
    return float(np.abs(summary(posterior(told)).mean - exact.mean).max())


def sampler_seconds(name: str, series: Series, wanted: float, best: float) -> tuple[float, float, int, int]:
    """Seconds of sampling, largest Monte Carlo error, draws a chain, divergences."""
    p = problem(series)
    draws = FIRST_DRAWS
    while True:
        run = SAMPLERS[name](p, draws)
        means = effects_given(p, run.draws, np.random.default_rng(1))[0]
        error = float(np.max(batch_error(means)))
        print(f"  {name}: {draws} draws a chain, {run.seconds:.1f} s, error {error:.3f}", flush=True)
        if error <= wanted or draws >= MOST_DRAWS or run.seconds > GIVE_UP * best:
            return run.seconds, error, draws, run.divergences
        draws = min(MOST_DRAWS, int(draws * max(1.5, 1.2 * (error / wanted) ** 2)))


def batch_error(means: Floats) -> Floats:
    """Monte Carlo standard error of each column's mean, by 20 batch means."""
    batches = np.array([part.mean(axis=0) for part in np.array_split(means, 20)])
    return np.asarray(batches.std(axis=0, ddof=1) / np.sqrt(len(batches)))


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    options.add_argument("--write", type=Path, default=ROOT / "docs" / "explanation" / "speed.md")
    target = options.parse_args().write
    series = series_of(read_diary(DIARY))
    ours, both, cold = analysis(series), days(series), cold_start()
    own = own_error(series)
    wanted = max(own, LEAST_ERROR)
    lines = [
        "# Speed",
        "",
        "Written by `make bench-speed`; both sides were measured in one run on one machine.",
        "",
        "| what | measured |",
        "|---|---|",
        f"| one analysis, 84 mornings, 4 techniques, warm | {ours:.1f} ms |",
        (
            "| `record` + `advise`, warm, days 43 to 84: median, mean, largest "
            f"| {np.median(both):.2f}, {np.mean(both):.1f}, {np.max(both):.1f} ms |"
        ),
        f"| `firststep analyse` from a cold start | {cold:.2f} s |",
        "",
        "Targets: 10 ms, 5 ms and 1.5 s. `advise` works out a posterior on the first day of a block and",
        "nothing on the others: its largest time is that of such a day.",
        "",
        f"General samplers, the same model, {CHAINS} chains of {WARM_UP} warm-up steps, until the Monte",
        f"Carlo error of every technique's mean effect is at most {wanted:.3f} points (the engine's own",
        f"error on this diary is {own:.4f}), or three times the fastest sampler's time; without compiling:",
        "",
        "| sampler | draws a chain | error, points | divergences | seconds | times slower |",
        "|---|---|---|---|---|---|",
    ]
    best = inf
    for name in SAMPLERS:
        seconds, error, draws, divergences = sampler_seconds(name, series, wanted, best)
        best = min(best, seconds)
        lines.append(
            f"| {name} | {draws} | {error:.3f} | {divergences} "
            f"| {seconds:.1f} | {1e3 * seconds / ours:,.0f} |"
        )
    text = "\n".join([*lines, "", *growth()]) + "\n"
    target.write_text(text)
    print(text)


if __name__ == "__main__":
    main()
