"""Days that a file tells as a whole, gathered: one row for a day and source, the fullest that was met.

The same day stands in two exports whose ranges overlap, or in one that was
made at noon and one that was made later. They tell the same steps, so they are
never added up; the row with more is the later one.
"""

from dataclasses import dataclass, field
from datetime import date

from firststep.intake.activity.found import Found, Skips
from firststep.knowledge.said import Said
from firststep.records.activity import ActiveDay

MOST_NOTES = 20


@dataclass(slots=True)
class Days:
    """What is gathered of one kind of file."""

    kind: str
    skips: Skips = field(default_factory=Skips)
    _days: dict[tuple[date, str], ActiveDay] = field(default_factory=dict)
    _notes: list[Said] = field(default_factory=list)

    def add(self, day: ActiveDay) -> None:
        """One day; of two of the same day, the fuller one stays."""
        key = (day.on, day.source)
        if key not in self._days or _fullness(day) > _fullness(self._days[key]):
            self._days[key] = day

    def note(self, sentence: Said) -> None:
        """Something the person should know, up to a number of them."""
        if sentence not in self._notes and len(self._notes) < MOST_NOTES:
            self._notes.append(sentence)

    def found(self) -> Found:
        """All of it, in the order of the days."""
        return Found(
            source_kind=self.kind,
            days=tuple(day for _, day in sorted(self._days.items())),
            skipped=self.skips.all(),
            notes=tuple(self._notes),
        )


def _fullness(day: ActiveDay) -> tuple[float, float]:
    return (day.steps if day.steps is not None else -1, (day.walked_s or 0) + (day.ran_s or 0))
