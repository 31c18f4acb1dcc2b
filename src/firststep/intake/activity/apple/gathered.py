"""All that is taken down while an Apple Health export is read."""

from dataclasses import dataclass, field

from firststep.intake.activity.apple.quarters import Quarters
from firststep.intake.activity.apple.sessions import DISTANCE, METRES, Sessions
from firststep.intake.activity.found import Skips

STEPS = "HKQuantityTypeIdentifierStepCount"
KINDS = {STEPS: {"count": 1.0}, DISTANCE: METRES}
"""The kinds of records that are read, each with its units as steps or metres."""


@dataclass(slots=True)
class Gathered:
    """Steps, distances and sessions of an export, what was passed over, and where it broke off."""

    skips: Skips = field(default_factory=Skips)
    broken_at: int | None = None
    """The line from which on nothing could be read."""
    quarters: dict[str, Quarters] = field(init=False)
    sessions: Sessions = field(init=False)

    def __post_init__(self) -> None:
        self.quarters = {kind: Quarters(self.skips) for kind in KINDS}
        self.sessions = Sessions(self.skips)
