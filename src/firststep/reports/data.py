"""A report as data, in the shape that docs/reference/json.md lays down."""

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from firststep.care import ArmOf, View
from firststep.records import Diary
from firststep.trial import Findings, SecondLook


def as_data(
    people: list[tuple[Diary, Findings]],
    arm_of: ArmOf,
    view: View = View.AS_DONE,
    *,
    seconds: Sequence[SecondLook | None] | None = None,
) -> dict[str, Any]:
    """The findings of several people as text, numbers, lists and dicts, ready for JSON.

    seconds
        A second look a person; left out, none.
    """
    looks = seconds if seconds is not None else [None] * len(people)
    return {
        "engine": people[0][1].engine,
        "arm_of": str(arm_of),
        "view": str(view),
        "people": [
            person_as_data(diary, findings) | {"with_load": second_as_data(look)}
            for (diary, findings), look in zip(people, looks, strict=True)
        ],
    }


def person_as_data(diary: Diary, findings: Findings) -> dict[str, Any]:
    """The findings of one person, ready for JSON."""
    level = findings.level
    return {
        "person": diary.person,
        "score": diary.score,
        "mornings": findings.mornings,
        "missing": findings.missing,
        "better": findings.better,
        **_answers(findings),
        "level": {
            end: {"mean": float(level.mean[k]), "low": float(level.low[k]), "high": float(level.high[k])}
            for end, k in (("first", 0), ("last", -1))
        },
        "rhythm": asdict(findings.rhythm),
        "notes": list(diary.notes),
    }


def second_as_data(look: SecondLook | None) -> dict[str, Any] | None:
    """A second look, ready for JSON; None where no load is known."""
    if look is None:
        return None
    found = look.findings
    loads = {
        name: asdict(effect) | {"line": (line := look.lines[name]) and asdict(line)}
        for name, effect in (found.loads if found else {}).items()
    }
    lacking = {
        name: {"why": str(missing), "known": look.known[name]} for name, missing in look.lacking.items()
    }
    of_all = {"loads": loads, "lacking": lacking, "moved": list(look.moved)}
    return of_all | (_answers(found) if found else {})


def _answers(findings: Findings) -> dict[str, Any]:
    """Effects, contrasts and both answers."""
    return {
        "effects": {name: asdict(effect) for name, effect in findings.effects.items()},
        "contrasts": [
            {"a": pair.a, "b": pair.b} | {k: v for k, v in asdict(pair).items() if k not in ("a", "b")}
            for pair in findings.contrasts
        ],
        "choice": asdict(findings.choice),
        "helps": asdict(findings.helps),
    }
