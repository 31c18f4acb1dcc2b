"""The objects of a list in JSON, one after the other, as far as they are sound.

An export that broke off has a list without an end. What stands before the
break is read, and that it broke off is said.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Any, NoReturn

from firststep.errors import IntakeError
from firststep.intake.activity.as_far import BROKE_OFF, as_far
from firststep.intake.activity.parts import Part
from firststep.knowledge.said import Said, said

MOST_BYTES = 20_000_000  # a year of a Garmin account has some two
MOST_OBJECTS = 50_000
GAPS = " \t\r\n,"
LONGEST_COUNT = 10  # digits


@dataclass(slots=True)
class Listed:
    """The objects in a list; once all were read, `faults` says what ended it early."""

    name: str
    text: str
    faults: list[Said] = field(default_factory=list)

    def objects(self, at: int) -> Iterator[tuple[int, dict[str, Any]]]:
        """Each object of the list that begins at a place, with its number; anything else is left out."""
        number = 0
        at = self._next(at + 1)
        while at < len(self.text) and self.text[at] != "]":
            number += 1
            try:
                value, at = DECODER.raw_decode(self.text, at)
            except (ValueError, RecursionError):
                at = len(self.text)
                break
            if number > MOST_OBJECTS:
                self.faults.append(said("too_many_entries"))
                return
            if isinstance(value, dict):
                yield number, value
            at = self._next(at)
        if at >= len(self.text) and BROKE_OFF not in self.faults:
            self.faults.append(BROKE_OFF)

    def _next(self, at: int) -> int:
        while at < len(self.text) and self.text[at] in GAPS:
            at += 1
        return at


def listed(part: Part) -> Listed:
    """The text of a part, as far as it goes. IntakeError where it is no text."""
    content, broken = as_far(part, MOST_BYTES)
    try:
        text = content.decode("utf-8-sig", errors="ignore" if broken else "strict")
    except UnicodeDecodeError:
        raise IntakeError("this is not text", where=part.name, mend="export it again") from None
    return Listed(part.name, text, [BROKE_OFF] if broken else [])


def _no_number(name: str) -> NoReturn:
    raise ValueError(name)


DECODER = json.JSONDecoder(parse_constant=_no_number)


def count(value: object) -> int | None:
    """A count as JSON has it, as a number or as text; None where it is none."""
    if isinstance(value, str) and value.isascii() and value.isdigit() and len(value) < LONGEST_COUNT:
        return int(value)
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    return int(value) if abs(value) < 10**LONGEST_COUNT and value == int(value) else None


def day_of(value: object) -> date | None:
    """A calendar date as 2026-11-01; None where it is none."""
    try:
        return date.fromisoformat(value) if isinstance(value, str) else None
    except ValueError:
        return None
