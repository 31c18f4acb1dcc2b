"""What every file of knowledge has to hold to, beside its form: the safe limits, and honest claims."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from firststep.knowledge import maps
from firststep.knowledge.checking.claims import claims_of
from firststep.knowledge.checking.dose import seconds
from firststep.knowledge.kinds.body import MOST_STOPS, Stroke, Structure, Tool, Zone
from firststep.knowledge.kinds.evidence import Source
from firststep.knowledge.kinds.parts import Basis, Thing
from firststep.knowledge.kinds.screening import Card, Outcome, SafetyQuestion
from firststep.knowledge.kinds.technique import Grade, Posture, Technique
from firststep.knowledge.library import every
from firststep.knowledge.traits import traits

SHORTEST, LONGEST = 60, 600  # seconds of a session on one foot
COLDEST_SHORTEST = 300  # seconds; ice massage is commonly 5 to 10 minutes
COLD_APART = 120  # minutes until the blood flow has come back (our own choice)
APART = 60  # minutes between two sessions of anything
MOST_PAIN_MASSAGE, MOST_PAIN_ELSE = 4, 5  # of 10, while it is done
LONGEST_VIBRATION = 60  # seconds on one spot
LONGEST_HOLD = 120  # seconds of pressure on one spot
BY_WHAT = frozenset(["hands", "tool", "hard", "cold", "spiky", "vibrates", "rolls-leg"])
"""How a massage says by what it is done."""

ON_THE_HARD = frozenset(["heel", "forefoot"])
"""Where nothing hard is rolled."""

LOADED_EVERY = 2  # days: heavy work every second day


@dataclass(frozen=True, slots=True)
class Fault:
    """Something that a file must not say: where in it, what, and how to mend it."""

    path: str
    what: str
    mend: str


def claim_faults(thing: Thing) -> Iterator[Fault]:
    """A claim that was read names where; one that was not names nobody."""
    for path, claim in claims_of(thing):
        if claim.basis is Basis.READ and not claim.sources:
            yield Fault(path, "this claim says that it was read, and names no source", "add sources = [...]")
        if claim.basis is not Basis.READ and claim.sources:
            yield Fault(
                f"{path}.sources",
                f"a claim that is '{claim.basis}' names a source that nobody read for it",
                'leave the sources out, or read them and write basis = "read"',
            )
        for id_ in claim.sources:
            if id_ not in every(Source):
                yield _no_such(f"{path}.sources", id_, "sources")


def technique_faults(technique: Technique) -> Iterator[Fault]:
    """What a technique must not say; for a person's own ones as well."""
    yield from claim_faults(technique)
    unknown = tuple(_unknown(technique))
    yield from unknown
    if unknown:  # what it does cannot be told
        return
    yield from _phases(technique)
    yield from _times(technique)
    yield from _limits(technique)
    if technique.evidence.grade is Grade.UNTESTED and technique.evidence.claim.basis is Basis.READ:
        yield Fault("evidence.grade", "what was read about is not 'untested'", "choose another grade")


def _unknown(technique: Technique) -> Iterator[Fault]:
    named: list[tuple[str, str, Mapping[str, Thing], str]] = [
        *((f"tools[{k}]", id_, every(Tool), "tools") for k, id_ in enumerate(technique.tools)),
        *((f"reaches[{k}]", id_, every(Structure), "structures") for k, id_ in enumerate(technique.reaches)),
        *(
            (f"not_with[{k}]", id_, every(SafetyQuestion), "screening")
            for k, id_ in enumerate(technique.not_with)
        ),
        *(
            (f"phases[{k}].stroke", phase.stroke, every(Stroke), "strokes")
            for k, phase in enumerate(technique.phases)
            if phase.stroke
        ),
    ]
    for path, id_, known, folder in named:
        if id_ not in known:
            yield _no_such(path, id_, folder)


def _phases(technique: Technique) -> Iterator[Fault]:
    for number, phase in enumerate(technique.phases):
        if phase.does == "stroke" and not phase.stroke:
            yield Fault(f"phases[{number}]", "a stroke needs a path", 'add stroke = "...", one of strokes/')
        if phase.does == "hold" and "massage" in technique.traits and not phase.stroke:
            yield Fault(
                f"phases[{number}]",
                "a hold presses on some place",
                'add stroke = "...", where the place lies',
            )
        if phase.does in ("rest", "breathe") and phase.stroke:
            yield Fault(
                f"phases[{number}].stroke", f"a '{phase.does}' follows no path", "leave the stroke out"
            )


def _times(technique: Technique) -> Iterator[Fault]:
    """How long, and how far apart."""
    does, long = traits(technique), seconds(technique)
    shortest = COLDEST_SHORTEST if "cold" in does else SHORTEST
    if not shortest <= long <= LONGEST:
        yield Fault("phases", f"the phases last {long} seconds", f"make them {shortest} to {LONGEST}")
    least = COLD_APART if "cold" in does else APART
    if technique.dose.apart_minutes < least:
        yield Fault("dose.apart_minutes", "two sessions follow too closely", f"write at least {least}")
    if "load" in does and technique.dose.every_days < LOADED_EVERY:
        yield Fault("dose.every_days", "heavy work needs a day between", f"write {LOADED_EVERY} or more")
    yield from _spots(technique)


def _spots(technique: Technique) -> Iterator[Fault]:
    """How long on one spot, all times of a phase together."""
    does = traits(technique)
    for number, phase in enumerate(technique.phases):
        long, path = phase.times * phase.seconds, f"phases[{number}].seconds"
        if "vibrates" in does and phase.does in ("stroke", "hold", "move") and long > LONGEST_VIBRATION:
            yield Fault(
                path, "vibration stays too long", f"write at most {LONGEST_VIBRATION}, all times together"
            )
        if "massage" in does and phase.does == "hold" and long > LONGEST_HOLD:
            yield Fault(
                path, "the pressure stays too long", f"write at most {LONGEST_HOLD}, all times together"
            )
        if "cold" in does and phase.does == "hold":
            yield Fault(f"phases[{number}].does", "cold has to keep moving", 'write does = "stroke"')


def _limits(technique: Technique) -> Iterator[Fault]:
    """How hard, where, and for whom."""
    does = traits(technique)
    most = MOST_PAIN_MASSAGE if "massage" in does else MOST_PAIN_ELSE
    if technique.effort.ceiling > most:
        yield Fault("effort.ceiling", "the ceiling of pain is too high", f"write at most {most}")
    if "massage" in does and not does & BY_WHAT:
        yield Fault(
            "traits", "it does not say by what it presses", 'name a tool, or add "hands" to the traits'
        )
    if "hard" in does and does & ON_THE_HARD:
        yield Fault(
            "phases", "something hard is rolled over heel or forefoot", "use a stroke of the arch only"
        )
    if ({"spiky", "deep", "load", "standing", "heel"} & does) and technique.first:
        yield Fault("first", "this is not what anybody should begin with", "write first = false")
    if technique.posture.kind is Posture.STANDING and "standing" not in does:
        yield Fault("traits", "it is done standing, and does not say so", 'add "standing" to the traits')
    if {"standing", "exercise"} <= does and "load" not in does:
        yield Fault("traits", "what is exercised standing carries weight", 'add "load" to the traits')


def stroke_faults(stroke: Stroke) -> Iterator[Fault]:
    """A path goes where its words say, and never over the back of the knee."""
    crossed = maps.crossed(stroke)
    for zone in crossed:
        if zone.never:
            yield Fault("path", f"the path crosses the {zone.name}", "keep it off")
    if stroke.stops is None and len(stroke.path) > MOST_STOPS:
        yield Fault("path", "a still picture cannot number so many points", "add stops = [[x, y], ...]")
    found = {zone.id for zone in crossed}
    if {str(zone) for zone in stroke.zones} != found & {str(zone) for zone in Zone}:
        yield Fault(
            "zones", f"the path crosses {', '.join(sorted(found))}", "write these zones, or change the path"
        )


def question_faults(question: SafetyQuestion) -> Iterator[Fault]:
    """A question leads somewhere, and what is not asked hides nothing grave."""
    if question.card not in every(Card):
        yield _no_such("card", question.card, "cards")
    for gate in question.after:
        if gate not in every(SafetyQuestion):
            yield _no_such("after", gate, "screening")
    if question.outcome is not Outcome.START and not (question.whom and question.tell):
        yield Fault(
            "outcome", "it sends to somebody, and does not say to whom, or what to say", "add whom and tell"
        )
    if question.if_tool and (
        question.outcome is not Outcome.START or not set(question.bars) <= set(question.if_tool)
    ):
        yield Fault(
            "if_tool", "it may stay unasked, and more hangs on it than this tool", "leave if_tool out"
        )
    gates = {gate for other in every(SafetyQuestion).values() for gate in other.after}
    leads = question.bars or question.adapt or question.safe_if == "yes" or question.id in gates
    if question.outcome is Outcome.START and not leads:
        yield Fault("outcome", "nothing follows from it", "add bars or adapt, or take the question away")


def _no_such(path: str, id_: str, folder: str) -> Fault:
    return Fault(
        path, f"there is no '{id_}' in {folder}/", f"write the name of a file in {folder}/, without .toml"
    )
