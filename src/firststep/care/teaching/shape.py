"""What can be wrong with a form before anybody asks what it means: something missing, too long, no number."""

import dataclasses
from collections.abc import Iterator, Mapping

from firststep.care.teaching.form import HANDS, MOST_STEPS, MOVES, OTHER, STEP_DOES, TaughtForm, TaughtStep
from firststep.knowledge import Posture, Stroke, Tool, every, phrase

SHORTEST_NAME, LONGEST_NAME, LONGEST_BY, LONGEST_LINE, LONGEST_TEXT = 2, 40, 80, 140, 600
LONGEST_SECONDS, MINUTE = 600, 60

NUMBERS: Mapping[str, tuple[int, int]] = {
    "ceiling": (0, 10),
    "times": (1, 6),
    "every": (1, 7),
    "apart": (0, 720),
}
NUMBERS_OF_STEP: Mapping[str, tuple[int, int]] = {
    "minutes": (0, 10),
    "seconds": (0, LONGEST_SECONDS),
    "times": (1, 30),
    "rest": (0, 180),
    "pace": (1, 30),
}
"""From the least to the most that a number may be; as the kinds of knowledge have it."""


@dataclasses.dataclass(frozen=True, slots=True)
class Wrong:
    """Something to mend: in which field, in which words. `steps` and `all` are no field, but all of them."""

    field: str
    key: str
    blanks: Mapping[str, object] = dataclasses.field(default_factory=dict)

    @property
    def says(self) -> str:
        """What is wrong and how to mend it, in the language that is spoken."""
        return phrase("teaching", f"wrong_{self.key}", **self.blanks)


def shape(form: TaughtForm) -> Iterator[Wrong]:
    """All that is wrong with the shape of a form, from its top to its end."""
    yield from _text("by", form.by, least=SHORTEST_NAME, most=LONGEST_BY, missing="by")
    yield from _text("name", form.name, least=SHORTEST_NAME, most=LONGEST_NAME, missing="name")
    if not {*form.tools} <= {*every(Tool), HANDS, OTHER}:
        yield Wrong("tools", "choice")
    if OTHER in form.tools and not form.needs:
        yield Wrong("needs", "needs")
    yield from _text("needs", form.needs, most=LONGEST_TEXT)
    for number, step in enumerate(form.steps):
        yield from _step(step, number)
    if not 1 <= len(form.steps) <= MOST_STEPS:
        yield Wrong("steps", "steps", {"most": MOST_STEPS})
    if form.posture not in set(Posture):
        yield Wrong("posture", "choice")
    for name, (low, high) in NUMBERS.items():
        yield from _number(name, getattr(form, name), low, high)
    for line in form.stop.splitlines():
        yield from _text("stop", line, most=LONGEST_LINE)
    yield from _text("how", form.how, most=LONGEST_TEXT)


def _step(step: TaughtStep, number: int) -> Iterator[Wrong]:
    if step.does not in STEP_DOES:
        yield Wrong(f"does-{number}", "choice")
    if step.stroke and step.stroke not in every(Stroke):
        yield Wrong(f"stroke-{number}", "choice")
    if step.moves and step.moves not in MOVES:
        yield Wrong(f"moves-{number}", "choice")
    found = [
        wrong
        for name, (low, high) in NUMBERS_OF_STEP.items()
        for wrong in _number(f"{name}-{number}", getattr(step, name), low, high)
    ]
    yield from found
    if not found and not 1 <= lasts(step) <= LONGEST_SECONDS:
        yield Wrong(f"minutes-{number}", "long")
    yield from _text(f"title-{number}", step.title, most=LONGEST_NAME)
    yield from _text(f"say-{number}", step.say, most=LONGEST_LINE)
    yield from _text(f"cue-{number}", step.cue, most=LONGEST_LINE)


def lasts(step: TaughtStep) -> int:
    """How many seconds a step lasts, once."""
    return MINUTE * whole(step.minutes, 0) + whole(step.seconds, 0)


def whole(text: str, usual: int) -> int:
    """The number that was typed, or the usual one where nothing was. ValueError where it is none."""
    if not text:
        return usual
    if not (text.isascii() and text.isdecimal()):
        raise ValueError(text)
    return int(text)


def _number(name: str, text: str, low: int, high: int) -> Iterator[Wrong]:
    try:
        fits = low <= whole(text, low) <= high
    except ValueError:
        fits = False
    if not fits:
        yield Wrong(name, "number", {"low": low, "high": high})


def _text(name: str, text: str, *, most: int, least: int = 0, missing: str = "") -> Iterator[Wrong]:
    if len(text) < least:
        yield Wrong(name, missing)
    if len(text) > most:
        yield Wrong(name, "text", {"most": most, "count": len(text)})
