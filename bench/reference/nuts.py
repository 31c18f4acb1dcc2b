"""Makes tests/reference/nuts.json: what long NUTS runs say of a few fixed diaries.

    python -m bench.reference.nuts

The diaries in tests/reference/diaries/ are made up; they are read, never written, here.
"""

import json
from pathlib import Path

import numpy as np

from bench.reference.model import effects_given, problem
from bench.reference.samplers import in_numpyro
from firststep.care import series_of
from firststep.intake import read_diary

FOLDER = Path(__file__).parents[2] / "tests" / "reference"
DRAWS = 2_000  # a chain; the effects are averaged exactly given each
REPEATS = 5  # draws of the effects for each draw of the hyperparameters


def summary(path: Path) -> dict[str, object]:
    p = problem(series_of(read_diary(path)))
    run = in_numpyro(p, DRAWS, timed=False)
    mean, variance, drawn = effects_given(p, run.draws, np.random.default_rng(1), REPEATS)
    best = np.bincount(drawn.argmin(axis=1), minlength=p.techniques) / len(drawn)
    return {
        "draws": len(mean),
        "divergences": run.divergences,
        "mean": mean.mean(axis=0).tolist(),
        "sd": np.sqrt(variance.mean(axis=0) + mean.var(axis=0)).tolist(),
        "chance_best": best.tolist(),
    }


def main() -> None:
    found = {}
    for path in sorted((FOLDER / "diaries").glob("*.csv")):
        found[path.stem] = summary(path)
        print(path.stem, found[path.stem], flush=True)
    (FOLDER / "nuts.json").write_text(json.dumps(found, indent=1) + "\n")


if __name__ == "__main__":
    main()
