"""What 'Today' says of a day's line in the plan: what to do, and why this one; and of what rests."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from firststep.care import Cause, PlannedDay, Resting, Standing, resting
from firststep.knowledge import Technique, called, phrase, technique, words
from firststep.reports.content import percent
from firststep.reports.known.library import in_short
from firststep.trial import Advice

UNEVEN = 0.01  # chances closer than this are called the same


def planned(day: PlannedDay, own: Mapping[str, Technique], *, between: bool = False) -> dict[str, Any]:
    """One line of a plan in words, ready for JSON.

    own
        The person's own techniques, by id.
    between
        Whether its technique rests that day, as it is not done every day: then nothing is to be done.
    """
    if between:
        name = called(str(day.technique), own)
        title = phrase("today", "between", name=name[:1].upper() + name[1:])
        line = {"on": day.on.isoformat(), "technique": None, "title": title, "needs": None, "about": None}
        return line | {"how": phrase("today", "between_how"), "why": _why(day, own)}
    about = technique(day.technique, own) if day.technique else None
    return {
        "on": day.on.isoformat(),
        "technique": day.technique,
        "title": about.name[:1].upper() + about.name[1:] if about else None,
        "needs": about.needs if about else None,
        "how": about.how if about else phrase("today", "none_of_these"),
        "about": in_short(about) if about else None,
        "why": _why(day, own),
    }


def rests(now: Standing, today: date) -> list[dict[str, Any]]:
    """The techniques of the comparison that rest today, ready for JSON: what rests, and why.

    A sentence keeps its blank {day}: the page names a day as its language does. What the
    safety check leaves out cannot be taken up again by a tap.
    """
    return [
        {
            "technique": one.technique,
            "cause": str(one.cause),
            "on": one.on.isoformat() if one.on else None,
            "says": _rests(one, called(one.technique, now.own)),
            "may_go_on": one.cause is not Cause.CHECK,
        }
        for one in resting(now, today).values()
    ]


def _rests(one: Resting, name: str) -> list[str]:
    said, why = words()["plan"]["rests"], words()["safety"]["resting"]
    lines = [said[str(one.cause)].replace("{name}", name[:1].upper() + name[1:])]
    if one.why:
        lines.append(why[str(one.why)])
    if one.question:
        lines.append(why["asks"].format(asks=one.question.asks))
    return lines


def _why(day: PlannedDay, own: Mapping[str, Technique]) -> list[str]:
    advice, said = day.advice, words()["today"]
    if advice is None:
        return [said["when"], said["turn"], said["free"]]
    block = phrase("today", "block", days=advice.days, day=(day.on - advice.block).days + 1)
    if day.technique is None:
        return [said["random_rest"], block, said["free"]]
    alone = len(advice.chances) == 1
    lines = [
        said["when"],
        said["random_rest"] if alone else f"{said['random']} {_chance(day.technique, advice)}",
    ]
    if advice.rested:
        names = ", ".join(called(id_, own) for id_ in advice.rested)
        lines.append(phrase("today", "left_out", names=names))
    return [*lines, block, said["free"]]


def _chance(technique: str, advice: Advice) -> str:
    if max(advice.chances.values()) - min(advice.chances.values()) < UNEVEN:
        return phrase("today", "even")
    return phrase("today", "uneven", chance=percent(advice.chances[technique]))
