"""The kinds of virtual people: one the engine is made for, and those that break its model."""

from types import MappingProxyType

from firststep.cohort.world import Acting, Course, World

KINDS = MappingProxyType(
    {
        "plain": World(),
        "textbook": World(
            level=(6.5, 6.5),
            recovery=(0.03, 0.03),
            residual=(0.8, 0.8),
            autocorrelation=(0.4, 0.4),
            wander=(0.0, 0.0),
            carry_over=(0.3, 0.3),
        ),
        "flares": World(flares=0.04),
        "weekly": World(rhythm=(0.4, 0.9)),
        "heavy-tails": World(tails=3),
        "no-recovery": World(course=Course.NONE),
        "exponential": World(course=Course.EXPONENTIAL),
        "step": World(course=Course.STEP),
        "drop-out": World(stays=(28.0, 70.0)),
        "missed-low": World(missed=0.25, missed_by_pain=-0.8),
        "missed-high": World(missed=0.25, missed_by_pain=0.8),
        "near-0": World(level=(1.0, 2.5), recovery=(0.0, 0.01)),
        "near-10": World(level=(9.0, 10.5), recovery=(0.0, 0.01)),
        "non-adherence": World(followed=0.65, other=0.08, several=0.08, untold=0.12),
        "build-up": World(acting=Acting.BUILDING),
        "slow": World(carry_over=(0.8, 0.9)),
        "wearing-off": World(acting=Acting.WEARING_OFF),
        "all-at-once": World(
            flares=0.03,
            rhythm=(0.2, 0.6),
            tails=4,
            carry_over=(0.2, 0.8),
            missed=0.2,
            missed_by_pain=-0.4,
            followed=0.75,
            other=0.05,
            several=0.05,
            untold=0.1,
        ),
    }
)
"""Kind -> the world that its people are drawn from."""
