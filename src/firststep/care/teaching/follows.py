"""What follows from what was told: traits that need not be ticked, the family, what it reaches.

A trait is never taken away here, only added: the safety check bars by them.
"""

from collections.abc import Iterator

from firststep.care.teaching.form import HANDS, OTHER, STRETCHES, TaughtForm
from firststep.knowledge import Family, Posture, Stroke, Tool, every

REACHED = {
    "sole": ("plantar-fascia", "flexor-digitorum-brevis", "abductor-hallucis"),
    "calf": ("gastrocnemius", "soleus"),
    "thigh": ("biceps-femoris", "semitendinosus", "semimembranosus"),
    "heel": ("heel-pad",),
    "stretch-sole": ("plantar-fascia", "flexor-digitorum-brevis"),
    "stretch-calf": ("gastrocnemius", "soleus", "heel-cord"),
    "stretch-thigh": ("biceps-femoris", "semitendinosus", "semimembranosus"),
    "exercise": ("flexor-digitorum-brevis", "abductor-hallucis"),
    "load": ("plantar-fascia", "gastrocnemius", "soleus", "heel-cord"),
}
"""What is reached, by place or trait: as the techniques of the library have it."""

NOT_FIRST = frozenset({"spiky", "deep", "load", "standing", "heel"})
"""What nobody should begin with."""

NOT_WITH = {"stretch-calf": "back-of-heel", "exercise": "skin-foot"}
"""Questions that bar a technique of the library with this trait, beside those that bar by trait."""


def does(form: TaughtForm) -> frozenset[str]:
    """What was ticked, and what follows from it."""
    told = set(form.does)
    steps = {step.does for step in form.steps}
    if _presses(form):
        told.add("massage")
    if form.posture == Posture.STANDING:
        told.add("standing")
    if "move" in steps:
        told.add("exercise")
    if {"standing", "exercise"} <= told:
        told.add("load")
    if OTHER in form.tools and {"calf", "thigh"} & places(form):
        told.add("rolls-leg")
    return frozenset(told)


def _presses(form: TaughtForm) -> bool:
    """Whether something is rubbed, rolled or pressed: on a path, or with a thing for just that."""
    other = {*STRETCHES, "exercise", "load"} & {*form.does}
    return bool(places(form)) or (not other and bool({OTHER, HANDS} & at_hand(form)))


def at_hand(form: TaughtForm) -> frozenset[str]:
    """The traits of all that is at hand."""
    of_tools = {str(trait) for id_ in form.tools if id_ in every(Tool) for trait in every(Tool)[id_].traits}
    return frozenset({*of_tools, *form.like, *({HANDS, OTHER} & {*form.tools})})


def places(form: TaughtForm) -> frozenset[str]:
    """Where it goes: "sole", "calf" and "thigh"."""
    strokes = [every(Stroke)[step.stroke] for step in form.steps if step.stroke in every(Stroke)]
    zones = {str(zone) for stroke in strokes for zone in stroke.zones if stroke.map == "leg"}
    return frozenset({*zones, *({"sole"} if any(stroke.map == "sole" for stroke in strokes) else ())})


def family(told: frozenset[str], where: frozenset[str]) -> Family:
    """What sort of thing it is."""
    if "load" in told:
        return Family.STRENGTH
    if "massage" not in told:
        return Family.STRETCH if {*STRETCHES} & told else Family.ACTIVE
    return Family(*where) if len(where) == 1 else Family.COMBINED


def reaches(told: frozenset[str], where: frozenset[str]) -> tuple[str, ...]:
    """Ids of the structures that it reaches."""
    named = (id_ for part, ids in REACHED.items() if part in told | where for id_ in ids)
    return tuple(dict.fromkeys(named))


def not_with(told: frozenset[str]) -> Iterator[str]:
    """Ids of questions that bar it, beside those that bar by trait."""
    return (question for trait, question in NOT_WITH.items() if trait in told)
