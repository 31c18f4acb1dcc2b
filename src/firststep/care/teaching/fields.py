"""What a page sends, as a form: whatever it is, it becomes text that can be shown again."""

import dataclasses
import re
from collections.abc import Iterable, Mapping, Sequence
from unicodedata import category

from firststep.care.teaching.form import DOES, LIKE, TaughtForm, TaughtStep

Fields = Mapping[str, Sequence[str]]

NUMBER = re.compile(r"does-(\d{1,3})")
LONGEST = 2_000
"""Signs that are kept of one field: more than any may have, so that too long is said and not hidden."""

MOST = 40
"""Steps that are kept: more than there may be, so that too many is said and not hidden."""

NO_TEXT = ("Cc", "Cs")
"""Signs that nobody types: controls, and halves of signs."""


def form_from(fields: Fields) -> TaughtForm:
    """The form that these fields hold; `does-0`, `seconds-0` and so on belong to a step. Gaps are closed."""
    numbers = sorted({int(named[1]) for name in fields if (named := NUMBER.fullmatch(name))})
    return TaughtForm(
        by=_line(fields, "by"),
        name=_line(fields, "name"),
        tools=tuple(dict.fromkeys(map(_clean, fields.get("tools", ())))),
        needs=_line(fields, "needs"),
        like=_ticked(fields, "like", LIKE),
        does=_ticked(fields, "does", DOES),
        posture=_line(fields, "posture"),
        both=bool(fields.get("both")),
        steps=tuple(_step(fields, number) for number in numbers[:MOST]),
        ceiling=_line(fields, "ceiling"),
        times=_line(fields, "times"),
        every=_line(fields, "every"),
        apart=_line(fields, "apart"),
        stop="\n".join(filter(None, map(_clean, _last(fields, "stop").splitlines()))),
        how=_line(fields, "how"),
    )


def _step(fields: Fields, number: int) -> TaughtStep:
    names = (field.name for field in dataclasses.fields(TaughtStep))
    return TaughtStep(**{name: _line(fields, f"{name}-{number}") for name in names})


def _ticked(fields: Fields, name: str, known: Iterable[str]) -> tuple[str, ...]:
    sent = set(fields.get(name, ()))
    return tuple(one for one in known if one in sent)


def _line(fields: Fields, name: str) -> str:
    return _clean(_last(fields, name))


def _last(fields: Fields, name: str) -> str:
    return (fields.get(name) or ("",))[-1][:LONGEST]


def _clean(text: str) -> str:
    """On one line, with single spaces."""
    return " ".join("".join(" " if category(sign) in NO_TEXT else sign for sign in text).split())
