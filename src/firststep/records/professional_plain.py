"""A candidate as text and numbers, and back: strictly."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from firststep.errors import RecordError
from firststep.records.fields import LONGEST_ID, moment, object_of, read
from firststep.records.professional import (
    LONGEST_NAME,
    LONGEST_NOTE,
    LONGEST_PHONE,
    LONGEST_PLACE,
    Answered,
    Candidate,
    is_npi,
)

FIELDS = ("id", "kind", "name", "added", "npi", "place", "state", "phone", "answers")
WORDS = ("yes", "no", "unsure", "")
MOST_ANSWERS, MOST_DIGITS, STATE_LETTERS = 60, 6, 2


def candidate_as_plain(one: Candidate) -> dict[str, Any]:
    """A candidate, ready for JSON."""
    told = {name: getattr(one, name) for name in ("kind", "name", "npi", "place", "state", "phone")}
    answers = {id_: {"said": answer.said, "note": answer.note} for id_, answer in sorted(one.answers.items())}
    return {"id": str(one.id), "added": one.added.isoformat(), **told, "answers": answers}


def candidate_from_plain(plain: object, where: str) -> Candidate:
    """What `candidate_as_plain` wrote. RecordError, with `where`, for anything else."""
    values = object_of(plain, FIELDS, where)
    return checked(
        Candidate(
            id=read(UUID, values["id"], "id", where),
            added=moment(values["added"], "added", where),
            answers=answers_from_plain(values["answers"], where),
            **{name: values[name] for name in ("kind", "name", "npi", "place", "state", "phone")},
        ),
        where,
    )


def answers_from_plain(plain: object, where: str) -> dict[str, Answered]:
    """The answers by question."""
    if not isinstance(plain, dict) or len(plain) > MOST_ANSWERS:
        raise _wrong("answers", where)
    return {id_: _answer(value, where) for id_, value in plain.items()}


def checked(one: Candidate, where: str) -> Candidate:
    """The same candidate. RecordError names what cannot be."""
    _text(one.kind, "kind", (1, LONGEST_ID), where)
    _text(one.name, "name", (1, LONGEST_NAME), where)
    _text(one.place, "place", (0, LONGEST_PLACE), where)
    _text(one.phone, "phone", (0, LONGEST_PHONE), where)
    _text(one.state, "state", (0, STATE_LETTERS), where)
    if one.state and not (len(one.state) == STATE_LETTERS and one.state.isascii() and one.state.isupper()):
        raise _wrong("state", where)
    if one.npi != "" and not (isinstance(one.npi, str) and is_npi(one.npi)):
        raise _wrong("npi", where)
    for id_, answer in one.answers.items():
        _text(id_, "answers", (1, LONGEST_ID), where)
        _text(answer.said, "said", (0, MOST_DIGITS), where)
        _text(answer.note, "note", (0, LONGEST_NOTE), where)
    return one


def _answer(plain: object, where: str) -> Answered:
    values: Mapping[str, Any] = object_of(plain, ("said", "note"), where)
    said, note = values["said"], values["note"]
    if not isinstance(said, str) or (said not in WORDS and not (said.isascii() and said.isdigit())):
        raise _wrong("said", where)
    return Answered(said, note)


def _text(value: object, field: str, within: tuple[int, int], where: str) -> str:
    """Text of so many signs; lines may end in it, nothing else that cannot be seen."""
    least, most = within
    if not isinstance(value, str) or not least <= len(value) <= most:
        raise _wrong(field, where)
    if not value.replace("\n", "").isprintable():
        raise _wrong(field, where)
    return value


def _wrong(field: str, where: str) -> RecordError:
    return RecordError(f"'{field}' of a professional cannot be so", where=where, mend=f"check '{field}'")
