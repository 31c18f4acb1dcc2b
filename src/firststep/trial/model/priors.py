"""What the engine believes before the first morning, written down once.

Scores are points on 0-10, time is days. Each prior is weakly informative; its
source stands beside it, and where there is none it says so. The four hyperparameters
of the rhythm are handled as four independent standard normals z, omega at a few nodes:

    sigma   stationary sd of the day-to-day residual      log-normal
    tau     sd of one day's step of the level             log-normal
    rho     carry-over of what was done, per day          log-uniform half-life
    phi     autocorrelation of the residual, lag one day  logit-normal
    omega   sd between the techniques' own effects        alike, or half-normal
"""

from dataclasses import dataclass
from math import cos, log, pi, sin

import numpy as np
from numpy.typing import NDArray
from scipy.special import expit, logit, ndtr

Floats = NDArray[np.float64]

DIMENSIONS = 4

SIGMA_MEDIAN, SIGMA_LOG_SD = 0.85, 0.45
"""Within-person residual sd 0.6 to 1.2 (borrowed: chronic pain diaries of other sites;
foot first-step pain may vary more). 90% of the prior lies in 0.41 to 1.78."""

TAU_MEDIAN, TAU_LOG_SD = 0.09, 0.8
"""Slow drift explains most of a lag-one autocorrelation of about 0.4 in the same
diaries: 0.12 a day is 0.6 points over a month. 90% lies in 0.04 to 0.38."""

FADE_SHORTEST, FADE_LONGEST = 0.3, 6.6
"""Days for an exposure to halve, log-uniform: nothing is known about how long a session
lasts, not even whether hours or a week, and effects that build up over two weeks (rho 0.9)
must be likely enough. As rho: 0.10 to 0.90, a quarter of it above 0.79. Slower fading is
left out: it would keep 'does it help at all?' open for almost everyone. Assumed."""

PHI_MEDIAN, PHI_LOGIT_SD = 0.38, 0.9
"""Day-to-day autocorrelation 0.3 to 0.5 before the slow drift is taken out, about 0.1
after. Borrowed as above. 90% of the prior lies in 0.12 to 0.73."""

ALIKE_CHANCE = 0.25
"""Chance that the techniques are alike before any morning. Assumed: they all rub the same
foot, and trials of one kind of care against another mostly found no difference."""

OMEGA_SCALE = 0.7
"""Half-normal, where they are not alike: nothing is known about how much techniques differ
for one person, so small differences keep the highest density and 1.5 stays possible. Assumed."""

OMEGA_ALIKE = 0.02
"""Omega in points where they are alike: not nought, which keeps precisions finite."""

COMMON_SD = 0.75
"""Sd of the effect that all techniques share, mean 0: trials of active care over sham
give 0 to 1.5 points at 4-8 weeks, and for massage nothing is known."""

LEVEL_CENTRE, LEVEL_SD = 5.0, 3.0
"""Level on the first morning: the middle of the scale, anywhere on it. Symmetric, so
that turning the scale over turns every effect over."""

SLOPE_SD = 0.07
"""Sd of the first day's slope, points a day, mean 0. Without active care pain fell by
about 1.3 points in the first two weeks (Radford 2007): with its decay, a first slope of
1.5 sd."""

WEEK_SD = 0.2
"""Sd of each of the two waves, of a week's length, that days of the week may make, points.
Days of work and days off are walked differently; how much that does is not known. Assumed."""

LEAD_SD = (LEVEL_SD, SLOPE_SD, WEEK_SD, WEEK_SD)
"""Prior sds of the coefficients that come before the effects."""

LOAD_SD = 0.5
"""Sd of what a load goes with, points for one sd of the person's own days, mean 0: more and
less pain are as likely beforehand. Nothing was found on how steps of a day go with the first steps
of the next. It can explain no more than scores move from day to day: at 0.6 it would already make
half of a variance of 0.85 squared. 90% of the prior lies within 0.8 either way. Assumed."""

SLOPE_HALF_LIFE = 28.0
"""Days for the slope to halve. Assumed: early drops are steeper than late ones."""

ROUNDING_VARIANCE = 1.0 / 12.0
"""Variance of rounding to a whole number, points squared (Sheppard)."""

PSEUDO_DAYS = 2.0
"""Weight, in days, of what is believed of a day that was not told about before any day
was: half nothing, half one of the techniques, each equally likely. Assumed."""


def _half_normal_nodes(nodes: int) -> tuple[Floats, Floats]:
    """Gauss's nodes and weights for a standard half-normal.

    Found from the moments of the positive half of a fine grid (Stieltjes' procedure).
    """
    grid = (np.arange(20_000) + 0.5) / 2_000.0
    mass = np.exp(-0.5 * grid**2)
    mass /= mass.sum()
    last, now = np.zeros_like(grid), np.ones_like(grid)
    diagonal, beside, before = [], [], 1.0
    for _ in range(nodes):
        norm = float(mass @ now**2)
        diagonal.append(float(mass @ (grid * now**2)) / norm)
        beside.append(norm / before)
        last, now = now, (grid - diagonal[-1]) * now - beside[-1] * last
        before = norm
    off = np.sqrt(beside[1:])
    values, vectors = np.linalg.eigh(np.diag(diagonal) + np.diag(off, 1) + np.diag(off, -1))
    return values, vectors[0] ** 2


def _omegas() -> tuple[Floats, Floats]:
    nodes, weights = _half_normal_nodes(OMEGA_NODES)
    return np.append(OMEGA_ALIKE, OMEGA_SCALE * nodes), np.append(
        ALIKE_CHANCE, (1.0 - ALIKE_CHANCE) * weights
    )


OMEGA_NODES = 5
OMEGA, OMEGA_WEIGHT = _omegas()
"""Nodes of omega, points, and what each weighs: the one where all are alike comes first."""


@dataclass(frozen=True, slots=True)
class Hyper:
    """Hyperparameters at P points; each array has shape (P,)."""

    sigma: Floats
    tau: Floats
    rho: Floats
    phi: Floats

    def at(self, index: NDArray[np.intp]) -> "Hyper":
        """The points with these indices."""
        return Hyper(*(getattr(self, name)[index] for name in self.__slots__))


def drift(day: float) -> float:
    """Points that a first-day slope of 1 has added after so many days."""
    keep = 0.5 ** (1.0 / SLOPE_HALF_LIFE)
    return float((1.0 - keep**day) / (1.0 - keep))


def lead(day: float) -> tuple[float, ...]:
    """What a day makes of the leading coefficients: level, slope, and the week's two waves."""
    turn = 2.0 * pi * day / 7.0
    return 1.0, drift(day), cos(turn), sin(turn)


def slope_path(mornings: int) -> Floats:
    """The drift by each morning; shape (mornings,)."""
    return np.array([drift(day) for day in range(mornings)])


def hyper(z: Floats) -> Hyper:
    """The hyperparameters at standard-normal coordinates z of shape (4, P)."""
    share = np.clip(ndtr(z[2]), 1e-12, 1.0 - 1e-12)
    return Hyper(
        sigma=np.exp(log(SIGMA_MEDIAN) + SIGMA_LOG_SD * z[0]),
        tau=np.exp(log(TAU_MEDIAN) + TAU_LOG_SD * z[1]),
        rho=0.5 ** (1.0 / (FADE_SHORTEST * (FADE_LONGEST / FADE_SHORTEST) ** share)),
        phi=np.asarray(expit(logit(PHI_MEDIAN) + PHI_LOGIT_SD * z[3])),
    )
