"""What the engine is told, as one value: mornings in order, one foot, one person.

A morning is a calendar date. What was done is kept in the gap *before* the morning
it can act on first, so the engine never needs to know how a file lined them up.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

from firststep.errors import TrialError
from firststep.trial.checks import OTHER, check_names, unknown
from firststep.trial.loads import Amounts, check_loads

Done = frozenset[str] | None
"""The set of techniques done between two mornings; empty for nothing, None for not told."""


@dataclass(frozen=True, slots=True)
class Series:
    """Mornings of one foot, a calendar day each, none left out.

    techniques
        The compared arms, in the order of every array that the engine gives.
    start
        The date of the first morning.
    pain
        One score per calendar day from `start`, 0 to 10; None for a missed morning.
    did
        One longer than `pain`: `did[i]` happened between morning i-1 and morning i,
        the last entry after the last morning.
    loads
        {name: amounts}, if there are any: as long as `did` and lined up with it, each a number
        of that day in any unit, or None where nobody told.
    """

    techniques: tuple[str, ...]
    start: date
    pain: tuple[float | None, ...]
    did: tuple[Done, ...]
    loads: Mapping[str, Amounts] = field(default_factory=dict, hash=False)

    def __post_init__(self) -> None:
        """Refuse a series that the arrays behind it could not hold."""
        if len(self.did) != len(self.pain) + 1:
            raise TrialError("a series needs one more `did` than it has mornings")
        check_names(self.techniques)
        check_loads(self.loads, len(self.did))
        known = {*self.techniques, OTHER}
        for gap, done in enumerate(self.did):
            for name in sorted((done or frozenset()) - known):
                raise unknown(name, self.techniques, where=f"what was done before {self.day(gap)}")

    def __len__(self) -> int:
        return len(self.pain)

    def day(self, index: int) -> date:
        """The calendar date of a morning."""
        return self.start + timedelta(days=index)

    @property
    def scored(self) -> int:
        """How many mornings have a score."""
        return sum(score is not None for score in self.pain)

    def days_of(self, technique: str) -> int:
        """Days on which a technique was done, as told."""
        return sum(technique in done for done in self.did if done is not None)

    def scored_after(self, technique: str) -> int:
        """Scored mornings that directly follow a day of this technique."""
        pairs = zip(self.pain, self.did, strict=False)
        return sum(pain is not None and done is not None and technique in done for pain, done in pairs)

    @property
    def scored_after_nothing(self) -> int:
        """Scored mornings that directly follow a day on which nothing was done, as told."""
        pairs = zip(self.pain, self.did, strict=False)
        return sum(pain is not None and done == frozenset() for pain, done in pairs)

    def last(self, mornings: int) -> "Series":
        """The last so many mornings, with what was done before the first of them; all if it has fewer."""
        first = max(len(self) - mornings, 0)
        loads = {name: told[first:] for name, told in self.loads.items()}
        return Series(self.techniques, self.day(first), self.pain[first:], self.did[first:], loads)

    def before(self, morning: int) -> "Series":
        """The first mornings only, as many as said, and nothing of what was done after them."""
        loads = {name: (*told[:morning], None) for name, told in self.loads.items()}
        return Series(self.techniques, self.start, self.pain[:morning], (*self.did[:morning], None), loads)
