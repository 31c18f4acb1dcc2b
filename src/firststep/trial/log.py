"""What happened in a trial, in order: the record that a trial can be made again from."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from firststep.errors import TrialError
from firststep.trial.advice import Advice
from firststep.trial.series import Done


@dataclass(frozen=True, slots=True)
class Recorded:
    """A morning was recorded, or recorded again."""

    on: date
    pain: float | None
    did: Done


@dataclass(frozen=True, slots=True)
class Added:
    """A technique joined the comparison."""

    technique: str


@dataclass(frozen=True, slots=True)
class Rested:
    """A technique left the comparison."""

    technique: str


Event = Recorded | Added | Rested | Advice

_KINDS: dict[str, type[Event]] = {
    "morning": Recorded,
    "add": Added,
    "rest": Rested,
    "advice": Advice,
}
_DATES = ("on", "block", "cut_off")


def as_plain(event: Event) -> dict[str, Any]:
    """An event as text, numbers, lists and dicts, ready for JSON."""
    kind = next(name for name, type_ in _KINDS.items() if isinstance(event, type_))
    plain = {"kind": kind, **asdict(event)}
    for name, value in plain.items():
        if isinstance(value, date):
            plain[name] = value.isoformat()
        elif isinstance(value, frozenset):
            plain[name] = sorted(value)
        elif isinstance(value, tuple):
            plain[name] = list(value)
    return plain


def from_plain(plain: Mapping[str, Any], *, where: str) -> Event:
    """The event that `as_plain` wrote. TrialError, with `where`, if it did not write this."""
    try:
        values = dict(plain)
        kind = _KINDS[values.pop("kind")]
        for name in _DATES:
            if name in values:
                values[name] = date.fromisoformat(values[name])
        if kind is Recorded and values["did"] is not None:
            values["did"] = frozenset(values["did"])
        if kind is Advice:
            values |= {name: tuple(values[name]) for name in ("allowed", "rested")}
        return kind(**values)
    except (KeyError, TypeError, ValueError) as fault:
        raise TrialError(
            "this is not an event that a trial has stored",
            where=where,
            mend="restore the stored trial from a copy that was not changed",
        ) from fault
