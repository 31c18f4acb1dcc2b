"""What 'Today' says of a day's line in the plan: what to do, and why this one."""

from typing import Any

from firststep.care import PlannedDay
from firststep.knowledge import called, technique
from firststep.reports.content import percent

REST = "Today is a rest day: none of these. Rest days show what the heel does by itself."
RANDOM = "Chance picked it, so that good days and bad days fall on all of them alike."
FREE = "Something else is fine; just tell us."
TURN = "It is its turn on your list. Nothing is compared."


def planned(day: PlannedDay) -> dict[str, Any]:
    """One line of a plan in words, ready for JSON."""
    about = technique(day.technique) if day.technique else None
    return {
        "on": day.on.isoformat(),
        "technique": day.technique,
        "title": about.name[:1].upper() + about.name[1:] if about else None,
        "needs": about.needs if about else None,
        "how": about.how if about else REST,
        "why": _why(day),
    }


def _why(day: PlannedDay) -> list[str]:
    advice = day.advice
    if advice is None:
        return [TURN, FREE]
    place = f"Day {(day.on - advice.block).days + 1} of {advice.days} of this draw."
    if day.technique is None:
        return [place, FREE]
    lines = [RANDOM]
    if len(advice.chances) > 1:
        lines.append(
            f"Its chance in this draw was {percent(advice.chances[day.technique])}: what looks better "
            "comes more often, and all keep a chance."
        )
    if advice.rested:
        left = ", ".join(map(called, advice.rested))
        lines.append(f"Left out for now, as probably worse than the others: {left}.")
    return [*lines, place, FREE]
