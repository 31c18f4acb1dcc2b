"""People drawn from the engine's own priors: for calibration by simulation.

If a method is right, and right about the priors, then over such people its 90% intervals
hold 90% of the truths and its chances come true as often as they say, whatever the draws
depend on (simulation-based calibration, Talts 2018).
"""

import numpy as np

from firststep.cohort.world import Acting, Person, World
from firststep.trial.model.priors import (
    ALIKE_CHANCE,
    COMMON_SD,
    DIMENSIONS,
    LEVEL_CENTRE,
    LEVEL_SD,
    OMEGA_ALIKE,
    OMEGA_SCALE,
    SLOPE_SD,
    hyper,
    slope_path,
)

WORLD = World(acting=Acting.FADING)
"""Only its missed mornings and its obedience are used."""


def believed(techniques: int, days: int, generator: np.random.Generator) -> Person:
    """Somebody drawn from the priors, for so many days."""
    at = hyper(generator.standard_normal((DIMENSIONS, 1)))
    sigma, tau, rho, phi = (float(value[0]) for value in (at.sigma, at.tau, at.rho, at.phi))
    alike = generator.random() < ALIKE_CHANCE
    omega = OMEGA_ALIKE if alike else OMEGA_SCALE * abs(generator.standard_normal())
    effects = COMMON_SD * generator.standard_normal() + omega * generator.standard_normal(techniques)
    steps = tau * generator.standard_normal(days)
    residual = np.empty(days)
    residual[0] = sigma * generator.standard_normal()
    for day in range(1, days):
        shock = sigma * np.sqrt(1.0 - phi**2) * generator.standard_normal()
        residual[day] = phi * residual[day - 1] + shock
    level = LEVEL_CENTRE + LEVEL_SD * generator.standard_normal()
    slope = SLOPE_SD * generator.standard_normal()
    return Person(
        world=WORLD,
        effects=effects,
        own_pain=level + slope * slope_path(days) + np.cumsum(steps) - steps[0] + residual,
        missing=generator.random(days),
        fate=generator.random((days, 3)),
        carry_over=rho,
        wears_off=1.0,
        other_effect=0.0,
        last=days,
    )
