"""What 'Today' says of a day's line in the plan: what to do, and why this one."""

from typing import Any

from firststep.care import PlannedDay
from firststep.knowledge import called, technique
from firststep.reports.content import percent
from firststep.trial import Advice

REST = "None of these today, everything else as usual. Rest days show what the heel does by itself."
RANDOM = "Chance picked it, so that good days and bad days fall on all of them alike."
RANDOM_REST = "Chance picks the rest days, so that good days and bad days fall on both kinds alike."
EVEN = "Each of them had the same chance."
WHEN = "Any time today. Press only as hard as is comfortable. Stop if it hurts more."
FREE = "Something else is fine; just tell us."
TURN = "It is its turn on your list. Nothing is compared."
UNEVEN = 0.01  # chances closer than this are called the same


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
        return [WHEN, TURN, FREE]
    block = f"The same for {advice.days} days; this is day {(day.on - advice.block).days + 1}."
    if day.technique is None:
        return [RANDOM_REST, block, FREE]
    lines = [WHEN, RANDOM_REST if len(advice.chances) == 1 else f"{RANDOM} {_chance(day.technique, advice)}"]
    if advice.rested:
        left = ", ".join(map(called, advice.rested))
        lines.append(f"Left out for now, as probably worse than the others: {left}.")
    return [*lines, block, FREE]


def _chance(technique: str, advice: Advice) -> str:
    if max(advice.chances.values()) - min(advice.chances.values()) < UNEVEN:
        return EVEN
    return (
        f"Its chance was {percent(advice.chances[technique])}: what looks better comes more often, and all "
        "keep a chance."
    )
