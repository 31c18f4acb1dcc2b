"""What a technique does to the foot and leg, for the rules that bar it."""

from firststep.knowledge.kinds.body import Stroke, Tool
from firststep.knowledge.kinds.technique import Technique
from firststep.knowledge.library import one


def traits(technique: Technique) -> frozenset[str]:
    """Its own traits, those of its tools, the zones that it massages, and "sole" for any of the sole."""
    strokes = [one(Stroke, phase.stroke) for phase in technique.phases if phase.stroke]
    of_tools = {str(trait) for id_ in technique.tools for trait in one(Tool, id_).traits}
    zones = {str(zone) for stroke in strokes for zone in stroke.zones}
    sole = {"sole"} if any(stroke.map == "sole" for stroke in strokes) else set[str]()
    return frozenset({*technique.traits, *of_tools, *zones, *sole})
