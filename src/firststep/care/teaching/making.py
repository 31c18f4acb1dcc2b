"""From a form to the technique that it tells of, through the same reader as any file."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, cast

import msgspec

from firststep.care.teaching.follows import NOT_FIRST, at_hand, does, family, not_with, places, reaches
from firststep.care.teaching.form import DOES, HANDS, OTHER, STRETCHES, TaughtForm, TaughtStep
from firststep.care.teaching.shape import Wrong, lasts, shape, whole
from firststep.knowledge import (
    Basis,
    Claim,
    Fault,
    Grade,
    Phase,
    Posture,
    Review,
    Technique,
    Tool,
    every,
    one,
    own_technique,
    phrase,
    technique_faults,
    technique_text,
)
from firststep.knowledge.kinds.parts import NOBODY
from firststep.knowledge.kinds.technique import Dose, Effort, Evidence, Held, Trait

APART, COLD_APART = 60, 120
"""Minutes between two sessions where nobody said how many; twice as many after cold (our own choice)."""

LONGEST_FILE = 20_000
"""Signs of a file that can be kept."""

WORKS = frozenset({"massage", *STRETCHES, "exercise", "load"})
"""What a technique does at least one of."""

FIELDS = {"effort.ceiling": "ceiling", "dose.apart_minutes": "apart", "dose.every_days": "every"}
OF_A_PHASE = {"seconds": "minutes", "does": "does"}
IN_PHASES = re.compile(r"phases\[(?P<number>\d+)\]\.?(?P<part>\w*)")


@dataclass(frozen=True, slots=True)
class Written:
    """What came of a form: the technique and the text of its file, or what is wrong with the form."""

    technique: Technique | None = None
    text: str = ""
    wrong: tuple[Wrong, ...] = ()


def written(form: TaughtForm, *, again: date, before: Technique | None = None) -> Written:
    """The technique that a form tells of, as its file has it; or all that is to be mended.

    again
        By when somebody should look at it again.
    before
        What it was made from: of one's own, what the form does not ask for stays as it was; of the
        library, only what it must not be used with.
    """
    wrong = tuple(shape(form))
    if wrong:
        return Written(wrong=wrong)
    made = _technique(filled(form), again, before)
    wrong = (*_meant(form), *(_said(fault) for fault in technique_faults(made)))
    text = technique_text(made)
    if not wrong and len(text) > LONGEST_FILE:
        wrong = (Wrong("all", "all"),)
    if wrong:
        return Written(wrong=wrong)
    return Written(technique=own_technique(text, name="form"), text=text)


def _meant(form: TaughtForm) -> Iterator[Wrong]:
    """What the rules for files do not ask: what it does, and where, since the safety check goes by it."""
    told = does(form)
    if not told & WORKS:
        yield Wrong("does", "does")
    if "massage" in told and not places(form):
        yield Wrong("stroke-0", "where")


def filled(form: TaughtForm) -> TaughtForm:
    """The form with the usual words and numbers where nothing was typed, and with what follows ticked."""
    told = does(form)
    usual = COLD_APART if "cold" in at_hand(form) else APART
    return replace(
        form,
        needs=form.needs or usual_needs(form),
        does=tuple(trait for trait in DOES if trait in told),
        steps=tuple(map(_filled, form.steps)),
        every=form.every or "1",
        times=form.times or "1",
        ceiling=form.ceiling or "0",
        apart=form.apart or str(usual),
        stop=form.stop or _words("usual_stop"),
        how=form.how or _words("usual_how"),
    )


def _filled(step: TaughtStep) -> TaughtStep:
    return replace(
        step,
        title=step.title or _words(f"title_{step.does}"),
        say=step.say or _words(f"say_{step.does}"),
        times=step.times or "1",
    )


def usual_needs(form: TaughtForm) -> str:
    """What has to be at hand, in the words of the tools that were ticked."""
    named = [one(Tool, id_).needs for id_ in form.tools if id_ in every(Tool)]
    hands = [_words("usual_hands")] if HANDS in form.tools else []
    return ", ".join([*named, *hands]) or _words(f"usual_{form.posture}")


def _technique(form: TaughtForm, again: date, before: Technique | None) -> Technique:
    told, where = frozenset(form.does), places(form)
    shown = Claim(says=_words("usual_why"), basis=Basis.OURS)
    traits = [*form.does, *form.like, *(one for one in (HANDS, OTHER) if one in form.tools)]
    made = Technique(
        id="own",
        review=Review(by=NOBODY, again=again),
        version=1,
        taught_by=form.by,
        name=form.name,
        family=family(told, where),
        needs=form.needs,
        how=form.how,
        tools=tuple(id_ for id_ in form.tools if id_ in every(Tool)),
        reaches=reaches(told, where) or reaches(frozenset({"exercise"}), where),
        traits=cast("tuple[Trait, ...]", tuple(traits)),
        posture=Held(kind=Posture(form.posture), why=shown),
        dose=Dose(
            a_day=int(form.times), every_days=int(form.every), apart_minutes=int(form.apart), why=shown
        ),
        phases=tuple(map(_phase, form.steps)),
        effort=Effort(ceiling=int(form.ceiling), why=shown),
        stop_for=tuple(form.stop.splitlines()),
        evidence=Evidence(grade=Grade.UNTESTED, claim=Claim(says=_words("usual_evidence"), basis=Basis.OURS)),
        not_with=tuple(not_with(told)),
        at_once=form.both,
        first=not NOT_FIRST & {*told, *at_hand(form)},
    )
    return _with(made, before) if before else made


def _phase(step: TaughtStep) -> Phase:
    return Phase(
        does=cast("Any", step.does),
        seconds=lasts(step),
        title=step.title,
        say=step.say,
        cue=step.cue or None,
        stroke=step.stroke or None,
        moves=cast("Any", step.moves or None),
        pace_seconds=whole(step.pace, 0) or None,
        times=whole(step.times, 1),
        rest=whole(step.rest, 0),
    )


def _with(made: Technique, before: Technique) -> Technique:
    """With what the form does not ask for, as it was."""
    made = msgspec.structs.replace(made, not_with=tuple(dict.fromkeys([*before.not_with, *made.not_with])))
    if before.taught_by is None:
        return made
    posture = msgspec.structs.replace(made.posture, why=before.posture.why, later=before.posture.later)
    return msgspec.structs.replace(
        made,
        review=before.review,
        order=before.order,
        steady=before.steady,
        evidence=before.evidence,
        posture=posture,
        dose=msgspec.structs.replace(made.dose, why=before.dose.why),
        effort=msgspec.structs.replace(made.effort, why=before.effort.why),
    )


def _said(fault: Fault) -> Wrong:
    """A fault of a file, at the field of the form that it came from."""
    blanks = dict(
        zip(("long", "least", "most") if fault.key == "time" else ("limit",), fault.limits, strict=False)
    )
    if not fault.key:
        return Wrong("all", "file", {"what": fault.what, "mend": fault.mend})
    if phase := IN_PHASES.match(fault.path):
        return Wrong(f"{OF_A_PHASE.get(phase['part'], 'stroke')}-{phase['number']}", fault.key, blanks)
    if fault.key == "by_what":
        return Wrong("tools", fault.key)
    return Wrong(FIELDS.get(fault.path, "steps"), fault.key, blanks)


def _words(key: str) -> str:
    return phrase("teaching", key)
