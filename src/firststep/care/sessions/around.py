"""What stands around every session: getting ready before it, standing up safely after it."""

from collections.abc import Sequence
from typing import Any

from firststep.care.sessions.pictures import Body, Picture
from firststep.care.sessions.steps import Feet, Kind, Step
from firststep.knowledge.words import phrase

LONGEST_SAID = 140
"""Signs of what is spoken: under ten seconds."""

FEEL_SECONDS, FEEL_COLD_SECONDS = 10, 60
"""To feel the foot again, at least. Nobody has measured how long it takes; ours, and longer after cold."""

DRY_SECONDS, AWAY_SECONDS, SWITCH_SECONDS = 15, 15, 15
"""Ours: what it takes without hurry. Standing up itself has no clock, so that nothing hurries it."""


def said(key: str, **blanks: object) -> str:
    """A text of `words/session.toml`."""
    return phrase("session", key, **blanks)


def spoken(text: str, otherwise: str) -> str:
    """The text, or another where it is too long to be spoken."""
    return text if len(text) <= LONGEST_SAID else otherwise


def plain_step(
    kind: Kind, key: str, *, side: Feet, seconds: int = 0, what: str | None = None, **more: Any
) -> Step:
    """A step that speaks what it says, its texts under one key; without seconds it waits.

    what
        Where it has blanks to be filled in first.
    """
    what = what or said(f"{key}_what")
    return Step(
        kind=kind, seconds=seconds, side=side, title=said(f"{key}_title"), what=what, say=what, **more
    )


def needs_step(needs: str, *, side: Feet, notes: Sequence[str]) -> Step:
    """What to get, and how to take care of it. It waits: nobody knows how far the freezer is."""
    return Step(
        kind=Kind.READY,
        seconds=0,
        side=side,
        title=said("needs_title"),
        what=said("needs_what", needs=needs),
        say=spoken(said("needs_say", needs=needs), said("needs_say_short")),
        notes=tuple(notes),
    )


SEATS = {Body.KNEE: "knee", Body.STOOL: "stool", Body.TOWEL: "towel", Body.TOWEL_BENT: "towel"}
"""What is said of sitting where the foot is not on the floor."""


def posture_step(
    posture: str, *, side: Feet, why: str, shows: Picture | None = None, how_hard: str | None = None
) -> Step:
    """How to sit, lie or stand, why, and how hard it may be. It waits until the person has settled."""
    held = SEATS.get(shows.body, posture) if shows else posture
    return plain_step(Kind.READY, f"sit_{held}", side=side, cue=how_hard, notes=(why,), shows=shows)


def count_step(seconds: int, *, side: Feet, shows: Picture | None = None) -> Step:
    """The few seconds before it begins."""
    if side is Feet.BOTH:
        what = said("count_at_once", seconds=seconds)
    else:
        what = said("count_what", side=said(side), seconds=seconds)
    return plain_step(Kind.COUNT, "count", what=what, side=side, seconds=seconds, shows=shows)


def switch_step(to: Feet, *, shows: Picture | None = None) -> Step:
    """Over to the other side."""
    what = said("switch_what", side=said(to))
    return plain_step(Kind.SWITCH, "switch", what=what, side=to, seconds=SWITCH_SECONDS, shows=shows)


def closing(posture: str, *, side: Feet, cold: bool, tools: Sequence[str]) -> tuple[Step, ...]:
    """Feel the foot, dry it after cold, put away what rolls, stand up.

    tools
        What the things are called that have to be put away; empty where nothing lies about.
    """
    if cold:
        dry = plain_step(Kind.DRY, "dry", side=side, seconds=DRY_SECONDS)
        steps = [_feel_cold(side), _all_felt(side), dry]
    else:
        steps = [plain_step(Kind.FEEL, "feel", side=side, seconds=FEEL_SECONDS)]
    if tools:
        steps.append(away_step(tools, side=side))
    stand = said(f"stand_{posture}")
    return (*steps, done_step(said("stand_title"), stand, side=side))


def done_step(title: str, what: str, *, side: Feet) -> Step:
    """The last step: it waits, so that nothing hurries whoever stands up."""
    note = said("stand_note")
    return Step(kind=Kind.DONE, seconds=0, side=side, title=title, what=what, say=what, notes=(note,))


def away_step(tools: Sequence[str], *, side: Feet) -> Step:
    """What rolls or trips goes where nobody steps on it."""
    *others, last = tools
    named = said("and", first=", ".join(others), last=last) if others else last
    what = said("away_what_more" if others else "away_what", tools=named)
    return Step(
        kind=Kind.AWAY,
        seconds=AWAY_SECONDS,
        side=side,
        title=said("away_title"),
        what=what,
        say=spoken(what, said("away_what_short")),
    )


def _feel_cold(side: Feet) -> Step:
    """Cold numbs: who stands up on a foot that does not feel the floor may fall."""
    return plain_step(Kind.FEEL, "feel_cold", side=side, seconds=FEEL_COLD_SECONDS, skippable=False)


def _all_felt(side: Feet) -> Step:
    """It waits: no clock knows when feeling is back."""
    return plain_step(Kind.FEEL, "feel_all", side=side, notes=(said("feel_all_note"),))
