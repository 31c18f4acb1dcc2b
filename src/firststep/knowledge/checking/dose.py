"""What of a technique is its dose: change it, and it is another arm."""

from hashlib import sha256

import msgspec

from firststep.knowledge.kinds.technique import Technique

DIGITS = 16


def digest(technique: Technique) -> str:
    """A short digest of what is done, with what, for how long and how often; words are left out."""
    dose = technique.dose
    phases = [
        (
            phase.does,
            phase.stroke,
            phase.seconds,
            phase.times,
            phase.rest,
            phase.pace_seconds,
            phase.cue is not None,
        )
        for phase in technique.phases
    ]
    done = {
        "tools": technique.tools,
        "traits": sorted(technique.traits),
        "posture": technique.posture.kind,
        "at_once": technique.at_once,
        "ceiling": technique.effort.ceiling,
        "often": (dose.a_day, dose.every_days, dose.apart_minutes),
        "phases": phases,
    }
    return sha256(msgspec.json.encode(done)).hexdigest()[:DIGITS]


def seconds(technique: Technique) -> int:
    """How long its phases last on one foot, rests between repeats among them."""
    return sum(phase.times * phase.seconds + (phase.times - 1) * phase.rest for phase in technique.phases)
