"""Fixed, evenly spread points: the engine's integrals need no random numbers.

Two classical constructions of quasi-Monte Carlo: Korobov's rank-one lattice in the
four hyperparameter dimensions, and a Kronecker sequence (multiples of powers of the
generalised golden ratio) in any other number of dimensions.
"""

from functools import cache

import numpy as np
from scipy.special import ndtri

from firststep.trial.model.priors import DIMENSIONS, Floats

GENERATORS = {127: 43, 251: 123}
"""Points -> Korobov generator: the best in four dimensions by the P2 figure of merit (the
worst-case error for smooth periodic integrands) of all that share no factor with the
number of points, so that every coordinate takes as many values as there are points."""

SHIFT = 0.123
"""Moves the lattice off the centre and the edges of the cube."""


@cache
def korobov_normals(points: int) -> Floats:
    """Standard normals spread by Korobov's lattice; shape (4, points); read-only."""
    steps = [pow(GENERATORS[points], power, points) for power in range(DIMENSIONS)]
    cube = (np.outer(steps, np.arange(points)) / points + SHIFT) % 1.0
    return _frozen(np.asarray(ndtri(np.clip(cube, 1e-6, 1 - 1e-6))))


@cache
def kronecker(points: int, dimensions: int) -> Floats:
    """Evenly spread points of the open unit cube; shape (dimensions, points); read-only."""
    golden = 1.5
    for _ in range(64):  # the root of x^(d+1) = x + 1, by iteration
        golden = (1.0 + golden) ** (1.0 / (dimensions + 1))
    steps = golden ** -np.arange(1.0, dimensions + 1)
    cube = (0.5 + np.outer(steps, np.arange(1, points + 1))) % 1.0
    return _frozen(np.clip(cube, 1e-6, 1 - 1e-6))


def _frozen(values: Floats) -> Floats:
    values.flags.writeable = False
    return values
