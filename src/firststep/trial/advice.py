"""An advice as it is given and stored: the technique, and all that made it."""

from dataclasses import dataclass
from datetime import date, timedelta

from firststep.trial.yardsticks import REST_WORSE_BY

ONE_DAY = 1
"""Days of a draw by which a technique is tried for the first time; every block is longer."""


@dataclass(frozen=True, slots=True)
class Advice:
    """What today's draw says.

    technique
        The technique of the day; None on a usual day.
    on
        The day that the advice is for.
    chances
        {technique: chance} that the draw was made with, over what was allowed and not
        rested; they sum to one. On a usual day they are what the draw would have been.
    usual_days
        The share of days that are usual days, 0 to 0.5: the chance of one, ahead of time. There is
        none among the days on which a technique is tried.
    allowed
        What was allowed that day.
    rested
        Left out because probably worse than the others; the person is told.
    block, days, cut_off
        First day of the block, how many days it lasts, and the last morning whose score
        was used.
    engine, seed
        What the draw can be made again with.
    """

    technique: str | None
    on: date
    chances: dict[str, float]
    usual_days: float
    allowed: tuple[str, ...]
    rested: tuple[str, ...]
    block: date
    days: int
    cut_off: date
    engine: str
    seed: int

    def covers(self, day: date) -> bool:
        """Whether a day belongs to the block of this advice."""
        return self.block <= day < self.block + timedelta(days=self.days)

    @property
    def trying(self) -> bool:
        """Whether this is the draw of one day, on which a technique is tried, and not of a block."""
        return self.days == ONE_DAY

    @property
    def did(self) -> tuple[str, ...]:
        """What to tell the next morning if the advice was followed; empty on a usual day."""
        return () if self.technique is None else (self.technique,)

    @property
    def words(self) -> str:
        """Why this one, and what was left out."""
        if self.technique is None:
            said = "Today is a rest day: none of the compared techniques."
        elif len(self.chances) == 1:
            said = f"Today: {self.technique}."
        else:
            said = f"Today's draw from the list: {self.technique}."
        if self.rested:
            said += (
                f" Left out, because probably more than {REST_WORSE_BY:g} points worse than the mean "
                f"of the others: {', '.join(self.rested)}."
            )
        return said
