"""From a technique back to the form, to be changed or to start from."""

from dataclasses import replace

from firststep.care.teaching.form import DOES, HANDS, LIKE, OTHER, TaughtForm, TaughtStep
from firststep.care.teaching.making import usual_needs
from firststep.knowledge import Phase, Technique

MINUTE = 60


def form_of(technique: Technique) -> TaughtForm:
    """The form that tells of this technique."""
    traits, dose = set(technique.traits), technique.dose
    form = TaughtForm(
        by=technique.taught_by or "",
        name=technique.name,
        tools=(*technique.tools, *(one for one in (HANDS, OTHER) if one in traits)),
        like=tuple(one for one in LIKE if one in traits),
        does=tuple(one for one in DOES if one in traits),
        posture=str(technique.posture.kind),
        both=technique.at_once,
        steps=tuple(map(_step, technique.phases)),
        ceiling=str(technique.effort.ceiling),
        times=str(dose.a_day),
        every=str(dose.every_days),
        apart=str(dose.apart_minutes),
        stop="\n".join(technique.stop_for),
        how=technique.how,
    )
    # the words of its tools are not typed: with another tool they are others
    needs = "" if OTHER not in form.tools and technique.needs == usual_needs(form) else technique.needs
    return replace(form, needs=needs)


def copied(technique: Technique) -> TaughtForm:
    """A technique of the library to start from, without a name and without who taught it."""
    return replace(form_of(technique), by="", name="")


def _step(phase: Phase) -> TaughtStep:
    minutes, seconds = divmod(phase.seconds, MINUTE)
    return TaughtStep(
        does=phase.does,
        stroke=phase.stroke or "",
        minutes=str(minutes or ""),
        seconds=str(seconds or ""),
        times=str(phase.times),
        rest=str(phase.rest or ""),
        pace=str(phase.pace_seconds or ""),
        title=phase.title,
        say=phase.say,
        cue=phase.cue or "",
        moves=phase.moves or "",
    )
