"""What the engine believes before the first morning, written down once.

Scores are points on 0-10, time is days. Each prior is weakly informative; its
source stands beside it, and where there is none it says so. The five
hyperparameters are handled as five independent standard normals z:

    sigma   stationary sd of the day-to-day residual      log-normal
    tau     sd of one day's step of the level             log-normal
    rho     carry-over of what was done, per day          log-uniform half-life
    phi     autocorrelation of the residual, lag one day  logit-normal
    omega   sd between the techniques' own effects        half-normal
"""

from dataclasses import dataclass
from math import log

import numpy as np
from numpy.typing import NDArray
from scipy.special import expit, logit, ndtr, ndtri

Floats = NDArray[np.float64]

DIMENSIONS = 5

SIGMA_MEDIAN, SIGMA_LOG_SD = 0.85, 0.45
"""Within-person residual sd 0.6 to 1.2 (borrowed: chronic pain diaries of other sites;
foot first-step pain may vary more). 90% of the prior lies in 0.41 to 1.78."""

TAU_MEDIAN, TAU_LOG_SD = 0.12, 0.7
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

OMEGA_SCALE = 0.7
"""Half-normal: nothing is known about how much techniques differ for one person, so
'all alike' keeps the highest density and 1.5 stays possible. Assumed."""

OMEGA_LEAST = 0.02
"""Floor of omega in points: keeps precisions finite; 'alike' to any purpose."""

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

SLOPE_HALF_LIFE = 28.0
"""Days for the slope to halve. Assumed: early drops are steeper than late ones."""

ROUNDING_VARIANCE = 1.0 / 12.0
"""Variance of rounding to a whole number, points squared (Sheppard)."""

PSEUDO_DAYS = 2.0
"""Weight, in days, of what is believed of a day that was not told about before any day
was: half nothing, half one of the techniques, each equally likely. Assumed."""


@dataclass(frozen=True, slots=True)
class Hyper:
    """Hyperparameters at P points; each array has shape (P,)."""

    sigma: Floats
    tau: Floats
    rho: Floats
    phi: Floats
    omega: Floats

    def at(self, index: NDArray[np.intp]) -> "Hyper":
        """The points with these indices."""
        return Hyper(*(getattr(self, name)[index] for name in self.__slots__))


def slope_path(mornings: int) -> Floats:
    """Points that a first-day slope of 1 has added by each morning; shape (mornings,)."""
    keep = 0.5 ** (1.0 / SLOPE_HALF_LIFE)
    return np.asarray((1.0 - keep ** np.arange(mornings)) / (1.0 - keep))


def hyper(z: Floats) -> Hyper:
    """The hyperparameters at standard-normal coordinates z of shape (5, P)."""
    share = np.clip(ndtr(z), 1e-12, 1.0 - 1e-12)
    return Hyper(
        sigma=np.exp(log(SIGMA_MEDIAN) + SIGMA_LOG_SD * z[0]),
        tau=np.exp(log(TAU_MEDIAN) + TAU_LOG_SD * z[1]),
        rho=0.5 ** (1.0 / (FADE_SHORTEST * (FADE_LONGEST / FADE_SHORTEST) ** share[2])),
        phi=np.asarray(expit(logit(PHI_MEDIAN) + PHI_LOGIT_SD * z[3])),
        omega=np.maximum(OMEGA_SCALE * ndtri(0.5 + 0.5 * share[4]), OMEGA_LEAST),
    )
