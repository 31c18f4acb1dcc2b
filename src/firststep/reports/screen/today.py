"""What 'Today' says of a day's line in the plan: what to do, and why this one; and of what rests."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from firststep.care import Cause, Line, Resting, Shown, Standing, resting, resting_besides
from firststep.knowledge import Technique, called, capital, phrase, technique, words
from firststep.reports.content import percent
from firststep.reports.known.library import in_short
from firststep.trial import Advice

UNEVEN = 0.01  # chances closer than this are called the same


def planned(shown: Shown, own: Mapping[str, Technique]) -> dict[str, Any]:
    """One line of a plan in words, ready for JSON.

    own
        The person's own techniques, by id.
    """
    line = shown.line
    day = line.day
    said = {"on": day.on.isoformat(), "skipped": line.skipped, "swapped": line.swapped}
    if shown.between:
        name = called(str(day.technique), own)
        said |= _no_technique(phrase("today", "between_how"))
        said["title"] = phrase("today", "between", name=capital(name))
        return said | {"why": _why(shown, own), "swap": None}
    swap = _about(line.swap.technique, own) if line.swap else None
    return said | _about(day.technique, own) | {"why": _why(shown, own), "swap": swap}


def _about(id_: str | None, own: Mapping[str, Technique]) -> dict[str, Any]:
    """What to do, what it needs and how; None is a rest day."""
    if id_ is None:
        return _no_technique(phrase("today", "none_of_these"))
    one = technique(id_, own)
    said = {"technique": id_, "title": capital(one.name), "needs": one.needs, "how": one.how}
    return said | {"about": in_short(one)}


def _no_technique(how: str) -> dict[str, Any]:
    return {"technique": None, "title": None, "needs": None, "how": how, "about": None}


def rests(now: Standing, today: date) -> list[dict[str, Any]]:
    """What rests today, ready for JSON, and why: of the comparison, and what was tried besides it.

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
        for one in (resting(now, today) | resting_besides(now)).values()
    ]


def _rests(one: Resting, name: str) -> list[str]:
    said, why = words()["plan"]["rests"], words()["safety"]["resting"]
    lines = [said[str(one.cause)].replace("{name}", capital(name))]
    if one.why:
        lines.append(why[str(one.why)])
    if one.question:
        lines.append(why["asks"].format(asks=one.question.asks))
    return lines


def _why(shown: Shown, own: Mapping[str, Technique]) -> list[str]:
    """Why this one: whether it was asked for in the place of another, and by what chance it came."""
    line, said = shown.line, words()["today"]
    advice = line.day.advice
    first = [said["why_put_off"]] if line.skipped else []
    if advice is None:
        return [*first, said["when"], said["why_swapped_turn" if line.swapped else "turn"], said["free"]]
    if line.day.technique is None:
        return [*first, said["random_rest"], *_block(shown), said["free"]]
    left_out = []
    if advice.rested:
        names = ", ".join(called(id_, own) for id_ in advice.rested)
        left_out = [phrase("today", "left_out", names=names)]
    return [*first, said["when"], _drawn(line, advice), *left_out, *_block(shown), said["free"]]


def _drawn(line: Line, advice: Advice) -> str:
    """How chance came to it, with its chance where it had rivals."""
    said = words()["today"]
    alone = len(advice.chances) == 1
    if line.swapped:
        return said["why_swapped"] if alone else f"{said['why_swapped']} {_chance(advice)}"
    if advice.trying:
        return said["why_trying"] if alone else f"{said['why_trying']} {said['even']}"
    return said["random_rest"] if alone else f"{said['random']} {_chance(advice)}"


def _block(shown: Shown) -> list[str]:
    """Which day of its block it is, where it has a block of more than a day."""
    if len(shown.block) <= 1:
        return []
    day = shown.block.index(shown.line.day.on) + 1
    return [phrase("today", "block", days=len(shown.block), day=day)]


def _chance(advice: Advice) -> str:
    if max(advice.chances.values()) - min(advice.chances.values()) < UNEVEN:
        return phrase("today", "even")
    return phrase("today", "uneven", chance=percent(advice.chances[str(advice.technique)]))
