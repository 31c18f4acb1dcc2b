"""Goes through every file of knowledge and says all that is wrong with it."""

import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from firststep.errors import KnowledgeError
from firststep.knowledge.checking.dose import digest
from firststep.knowledge.checking.professionals import asking_faults, profession_faults
from firststep.knowledge.checking.rules import (
    Fault,
    claim_faults,
    question_faults,
    stroke_faults,
    technique_faults,
)
from firststep.knowledge.kinds.body import Stroke
from firststep.knowledge.kinds.parts import Thing
from firststep.knowledge.kinds.professional import Asking, Profession
from firststep.knowledge.kinds.screening import SafetyQuestion
from firststep.knowledge.kinds.technique import Technique
from firststep.knowledge.library import DATA, FOLDERS, texts
from firststep.knowledge.reading.read import Text, read

LOCK = "ids.toml"
"""Every id that was ever given, and the dose of each technique."""


@dataclass(frozen=True, slots=True)
class Problem:
    """Something wrong in one file; `overdue` where it is only time to look at it again."""

    where: str
    what: str
    mend: str
    overdue: bool = False

    def __str__(self) -> str:
        return f"{self.where}: {self.what}. To mend it: {self.mend}."


def problems(today: date) -> tuple[Problem, ...]:
    """All that is wrong in the files, in their order.

    today
        What reviews are overdue by.
    """
    found: list[Problem] = []
    things: list[tuple[Thing, Text]] = []
    for kind in FOLDERS:
        for file in texts(kind):
            try:
                things.append((read(kind, file), file))
            except KnowledgeError as fault:
                found.append(
                    Problem(fault.where or file.name, fault.what, fault.mend or "see the other files")
                )
    if found:  # what refers to a broken file cannot be looked at
        return tuple(found)
    for thing, file in things:
        found += (Problem(file.at(fault.path), fault.what, fault.mend) for fault in faults(thing))
        found += _review(thing, file, today)
    return (*found, *_lock(thing for thing, _ in things))


def faults(thing: Thing) -> Iterator[Fault]:
    """What a thing must not say."""
    if isinstance(thing, Technique):
        yield from technique_faults(thing)
        yield from _named(thing)
        return
    yield from claim_faults(thing)
    if isinstance(thing, Stroke):
        yield from stroke_faults(thing)
    if isinstance(thing, SafetyQuestion):
        yield from question_faults(thing)
    if isinstance(thing, Asking):
        yield from asking_faults(thing)
    if isinstance(thing, Profession):
        yield from profession_faults(thing)


def _named(technique: Technique) -> Iterator[Fault]:
    """The version in the name of the file, and nothing of one person's own."""
    _, _, version = technique.id.partition("@")
    if technique.version != int(version or 1):
        yield Fault(
            "version", "the version is not the one in the file's name", "a changed dose is a file <id>@2.toml"
        )
    if technique.taught_by:
        yield Fault("taught_by", "this is for a person's own techniques", "leave it out")


def _review(thing: Thing, file: Text, today: date) -> Iterator[Problem]:
    review = thing.review
    if review.done != (review.on is not None):
        yield Problem(
            file.at("review"),
            "a review has a name and a day, and what nobody reviewed has neither",
            'write by and on, or by = "nobody yet" and no on',
        )
    if review.again < today:
        yield Problem(
            file.at("review.again"),
            f"it was to be looked at again by {review.again}",
            "review it",
            overdue=True,
        )


def _lock(things: Iterable[Thing]) -> Iterator[Problem]:
    """Ids are for ever: none goes, none comes unlocked, and no dose changes under its name."""
    locked = tomllib.loads((DATA / LOCK).read_text(encoding="utf-8"))
    there = ids_of(things)
    for folder in FOLDERS.values():
        had, have = locked.get(folder, {}), there.get(folder, {})
        for id_ in had.keys() - have.keys():
            yield Problem(
                f"{folder}/{id_}.toml",
                "this file is gone, and diaries may refer to it",
                "bring it back, retired",
            )
        for id_ in have.keys() - had.keys():
            yield Problem(f"{folder}/{id_}.toml", f"this id is not in {LOCK}", "run 'make ids'")
        for id_ in have.keys() & had.keys():
            if have[id_] != had[id_]:
                yield Problem(
                    f"{folder}/{id_}.toml",
                    "its dose changed under the same id",
                    "leave it as it was, retire it, and write the new dose into a file <id>@2.toml",
                )


def ids_of(things: Iterable[Thing]) -> dict[str, dict[str, str]]:
    """{folder: {id: digest of the dose, or ""}}: what the lock holds."""
    found: dict[str, dict[str, str]] = {}
    for thing in things:
        dose = digest(thing) if isinstance(thing, Technique) else ""
        found.setdefault(FOLDERS[type(thing)], {})[thing.id] = dose
    return found
