"""Makes tests/reference/ends.json: what data augmentation says of diaries at the ends of the scale.

    python -m bench.reference.ends

The engine's model without its approximation of the ends: a score of 0 or 10 is an unknown number
at or beyond the cut. A Gibbs sampler (Tanner and Wong 1987) draws these numbers, each given all others
from its truncated normal, and the posterior given the numbers, with no end among them, in turn. Only
the priors and the exact filter are shared with what is tested.
"""

import json
from dataclasses import replace
from pathlib import Path
from unittest.mock import patch

import numpy as np
from scipy.special import ndtr, ndtri

from bench.reference.model import Problem, parts
from firststep.care import series_of
from firststep.intake import read_diary
from firststep.trial.model import ends, mixture
from firststep.trial.model.exposure import Record, record
from firststep.trial.model.priors import LEVEL_CENTRE, Floats

FOLDER = Path(__file__).parents[2] / "tests" / "reference"
DRAWS, BURN, SWEEPS = 2_000, 200, 3
KNOWN = 1e-4  # variance of a drawn number about what was felt
LEAST = 1e-300


def without_ends(told: Record) -> mixture.Mixture:
    """The posterior of a record whose scores are all taken as they are."""

    class AsTheyAre(ends.Ends):
        def said(self, record: Record) -> Record:
            return record

    with patch.object(mixture, "Ends", AsTheyAre):
        return mixture.posterior(told)


def redrawn(
    p: Problem, z: Floats, at_end: Floats, coefficients: Floats, point: list[float], spin: np.random.Generator
) -> Floats:
    """Draw the numbers behind the scores at the ends anew, one after the other."""
    sigma, tau, rho, phi, omega = point
    design, _, noise = parts(p, sigma, tau, rho, phi, omega)
    noise = noise - np.diag(np.where(at_end != 0, 1 / 12 - KNOWN, 0.0))
    precision, centre = np.linalg.inv(noise), design @ coefficients
    z = z.copy()
    for _ in range(SWEEPS):
        for k in np.flatnonzero(at_end):
            variance = 1.0 / precision[k, k]
            mean = z[k] - variance * (precision[k] @ (z - centre))
            side, sd = at_end[k], np.sqrt(variance)  # side: -1 for a 0, 1 for a 10
            cut = side * (10.0 - 0.5 - LEVEL_CENTRE)
            within = spin.random() * ndtr(side * (mean - cut) / sd)
            z[k] = mean - side * sd * ndtri(max(within, LEAST))
    return z


def sampled(told: Record, seed: int = 1) -> Floats:
    """Draws of the effects, (DRAWS, K), with their conditional means: (2, DRAWS, K)."""
    spin = np.random.default_rng(seed)
    day = np.flatnonzero(~np.isnan(told.score))
    score = told.score[day]
    at_end = np.where(score == 0, -1.0, np.where(score == 10, 1.0, 0.0))
    p = Problem(score - LEVEL_CENTRE, day, told.expected, told.untold, told.techniques)
    spread = told.spread.copy()
    spread[day] = np.where(at_end != 0, KNOWN, told.spread[day])
    z, out = score - LEVEL_CENTRE, []
    for step in range(DRAWS + BURN):
        filled = told.score.copy()
        filled[day] = z + LEVEL_CENTRE
        found = without_ends(replace(told, score=filled, spread=spread))
        k = spin.choice(len(found.weight), p=found.weight)
        mean, covariance = found.whole()
        drawn = spin.multivariate_normal(mean[:, k], covariance[:, :, k], method="cholesky")
        at = found.at
        point = [float(value[k]) for value in (at.sigma, at.tau, at.rho, at.phi, found.omega)]
        z = redrawn(p, z, at_end, drawn, point, spin)
        if step >= BURN:
            out.append((found.effects(told.techniques)[0] @ found.weight, drawn[-told.expected.shape[1] :]))
    return np.array(out).transpose(1, 0, 2)[:, :, : told.techniques]


def main() -> None:
    said = {}
    for path in sorted((FOLDER / "ends").glob("*.csv")):
        means, draws = sampled(record(series_of(read_diary(path))))
        said[path.stem] = {"mean": means.mean(axis=0).tolist(), "sd": draws.std(axis=0).tolist()}
        print(path.stem, said[path.stem], flush=True)
    (FOLDER / "ends.json").write_text(json.dumps(said, indent=1) + "\n")


if __name__ == "__main__":
    main()
