"""A report as data, in the shape that docs/reference/json.md lays down."""

from dataclasses import asdict
from typing import Any

from firststep.care import ArmOf, View
from firststep.records import Diary
from firststep.trial import Findings


def as_data(people: list[tuple[Diary, Findings]], arm_of: ArmOf, view: View = View.AS_DONE) -> dict[str, Any]:
    """The findings of several people as text, numbers, lists and dicts, ready for JSON."""
    return {
        "engine": people[0][1].engine,
        "arm_of": str(arm_of),
        "view": str(view),
        "people": [person_as_data(diary, findings) for diary, findings in people],
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
        "effects": {name: asdict(effect) for name, effect in findings.effects.items()},
        "contrasts": [
            {"a": pair.a, "b": pair.b} | {k: v for k, v in asdict(pair).items() if k not in ("a", "b")}
            for pair in findings.contrasts
        ],
        "choice": asdict(findings.choice),
        "helps": asdict(findings.helps),
        "level": {
            end: {"mean": float(level.mean[k]), "low": float(level.low[k]), "high": float(level.high[k])}
            for end, k in (("first", 0), ("last", -1))
        },
        "rhythm": asdict(findings.rhythm),
        "notes": list(diary.notes),
    }
