"""The techniques that can be compared: a small built-in list.

Diaries refer to an id for ever. An id is never changed and never used for something
else; what is no longer offered is marked `retired` and can still be read. A changed
technique gets a new version.
"""

from dataclasses import dataclass

from firststep.errors import TrialError

KNOWLEDGE_VERSION = "1"
"""Changes with any technique; kept beside whatever was told or planned by these ids."""


@dataclass(frozen=True, slots=True)
class Technique:
    """One thing that can be done for the heel.

    id, version
        What diaries refer to, and which wording of it this is, from 1.
    name
        What it is called in the middle of a sentence.
    needs
        What must be at hand.
    how
        What to do, in a sentence or two.
    retired
        No longer offered; what was done with it stays readable.
    """

    id: str
    version: int
    name: str
    needs: str
    how: str
    retired: bool = False


_LISTED = (
    Technique(
        "frozen-bottle",
        1,
        "frozen bottle",
        "a water bottle from the freezer, and a sock",
        "Sit. Keep the sock on. Roll the bottle under the arch, slowly, from heel to forefoot.",
    ),
    Technique(
        "tennis-ball",
        1,
        "tennis ball",
        "a tennis ball",
        "Sit. Roll the ball under the arch, slowly, from heel to forefoot.",
    ),
    Technique(
        "massage-ball",
        1,
        "smooth massage ball",
        "a smooth, firm massage ball",
        "Sit. Roll the ball under the arch, slowly, from heel to forefoot.",
    ),
    Technique(
        "wooden-roller",
        1,
        "wooden foot roller",
        "a wooden foot roller",
        "Sit. Roll the whole sole back and forth, slowly.",
    ),
    Technique(
        "hands",
        1,
        "hands on the arch",
        "your hands",
        "Sit with the foot on the other knee. Stroke along the arch with both thumbs, slowly.",
    ),
    Technique(
        "calf-stick",
        1,
        "stick on the calf",
        "a massage stick or a rolling pin",
        "Sit. Roll the stick up and down the back of the lower leg, slowly.",
    ),
    Technique(
        "calf-roller",
        1,
        "foam roller under the calf",
        "a foam roller",
        "Sit on the floor with the calf on the roller. Let the foot point and flex as you roll.",
    ),
    Technique(
        "fascia-stretch",
        1,
        "sole stretch by hand",
        "your hands",
        "Sit with the foot on the other knee. Pull the toes back until the arch feels tight.",
    ),
)

_BY_ID = {listed.id: listed for listed in _LISTED}


def offered() -> tuple[Technique, ...]:
    """What can be chosen today, in the order in which it is shown."""
    return tuple(listed for listed in _LISTED if not listed.retired)


def technique(id_: str) -> Technique:
    """The technique with this id, retired or not. TrialError where there is none."""
    if id_ not in _BY_ID:
        raise TrialError(
            f"there is no technique '{id_[:40]}'", mend=f"use one of: {', '.join(t.id for t in offered())}"
        )
    return _BY_ID[id_]


def called(id_: str) -> str:
    """What a technique is called in a sentence; an id that nobody here knows calls itself."""
    return _BY_ID[id_].name if id_ in _BY_ID else id_
