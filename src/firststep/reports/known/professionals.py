"""What is said of professionals, as data that the pages and the command take their words from."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from firststep.care import Standing
from firststep.care.professionals import (
    LOOK_KINDS,
    Look,
    asked_of,
    code_labels,
    looks,
    progress,
)
from firststep.care.screening.outcome import Consequence
from firststep.knowledge import Advice, Asking, Profession, Whom, every, numeral, phrase, words
from firststep.records.professional import Listed, Near
from firststep.reports.known.safety import claim_as_data, whom

MASSAGE, MASSAGE_NOT_WITH = ("massage", "hands", "calf", "sole"), ()
"""What a massage of calf and sole does, in the traits of techniques."""

PHONE_DIGITS = 10


def professions_as_data() -> list[dict[str, Any]]:
    """Every kind of professional, in the order of a list."""
    return [
        {
            "id": one.id,
            "name": one.name,
            "does": one.does,
            "when": one.when,
            "licence": one.licence,
            "known": [claim_as_data(claim) for claim in one.known],
        }
        for one in every(Profession).values()
    ]


def called(kinds: Iterable[str]) -> str:
    """The names of some kinds, with commas between."""
    known = every(Profession)
    return ", ".join(known[kind].name for kind in kinds if kind in known)


def looks_as_data(now: Standing, today: date) -> dict[str, Any]:
    """Whom to see for one heel, with reasons; what is said where nothing asks for it."""
    clear = now.clear
    massage = now.screening.bars_what(MASSAGE, MASSAGE_NOT_WITH) if now.screening else ()
    went = progress(now, today)
    return {
        "title": phrase("finding", "heel", foot=words()["today"][f"foot_{now.foot}"]),
        "checked": now.safety is not None,
        "looks": [_look(look) for look in looks(now, today)],
        "no_massage": [question.asks for question in massage] if clear is not None else [],
        "progress": _progress(went) if went else "",
    }


def _look(look: Look) -> dict[str, Any]:
    known = every(Profession)
    kinds = [(kind, known[kind].name) for kind in LOOK_KINDS[look.whom]]
    return _because(look) | {"kinds": kinds}


def _because(look: Look) -> dict[str, Any]:
    because = look.because
    said = words()["safety"]
    if isinstance(because, Consequence):
        question = because.question
        return {
            "see": whom(question),
            "because": question.asks,
            "answer": said[f"you_said_{because.answer}"] if because.answer else "",
            "tell": question.tell,
            "why": [claim_as_data(claim) for claim in question.why],
        }
    if isinstance(because, Advice):
        return {
            "see": said["whom"][str(look.whom)],
            "because": because.says,
            "answer": _progress(look.progress) if look.progress else "",
            "tell": None,
            "why": [claim_as_data(claim) for claim in because.known],
        }
    return {
        "see": said["whom"][str(Whom.DOCTOR)],
        "because": said[f"again_{because}"],
        "answer": phrase("finding", "again"),
        "tell": None,
        "why": [],
    }


def _progress(went: Any) -> str:
    counted = phrase("finding", "counted_onset" if went.told_onset else "counted_from", day=went.since)
    if went.before is None or went.now is None:
        return f"{phrase('finding', 'progress_unknown')} {counted}"
    before, now = numeral(f"{went.before:g}"), numeral(f"{went.now:g}")
    return f"{phrase('finding', 'progress_was', before=before, now=now)} {counted}"


def near_as_data(near: Near) -> dict[str, Any]:
    """An entry and how far it is."""
    return listed_as_data(near.listed) | {
        "miles": None if near.miles is None else round(near.miles, 1),
        "away": away(near.miles),
    }


def away(miles: float | None) -> str:
    """How far that is, in words."""
    if miles is None:
        return phrase("finding", "no_place")
    if miles < 1:  # between the middles of two ZIP codes, less says nothing
        return phrase("finding", "close")
    return phrase("finding", "away", miles=numeral(f"{miles:.1f}"))


def listed_as_data(listed: Listed) -> dict[str, Any]:
    """An entry as a page or a program shows it; the names of codes are those of the public list."""
    labels = code_labels()
    return {
        "npi": listed.npi,
        "organisation": listed.organisation,
        "name": ", ".join(filter(None, (listed.name, listed.credential))) or listed.npi,
        "kinds": list(listed.kinds),
        "called": called(listed.kinds),
        "codes": list(listed.codes),
        "listed_as": [labels[code] for code in listed.codes if code in labels],
        "street": listed.street,
        "city": listed.city,
        "state": listed.state,
        "zip": listed.zip,
        "place": ", ".join(
            filter(None, (listed.street, listed.city, f"{listed.state} {listed.zip}".strip()))
        ),
        "phone": phone(listed.phone),
    }


def phone(digits: str) -> str:
    """A number as people read it: "(212) 555-0100"; one of another length as it is."""
    if len(digits) != PHONE_DIGITS or not digits.isdigit():
        return digits
    return f"({digits[:3]}) {digits[3:6]}-{digits[6:]}"


def sheet_as_data(kind: str) -> dict[str, Any]:
    """The questions for a kind of professional: to say to them, and for oneself afterwards."""
    questions = [question_as_data(question) for question in asked_of(kind)]
    return {
        "kind": kind,
        "title": phrase("finding", "sheet_title", kind=called((kind,))),
        "ask": [one for one in questions if not one["alone"]],
        "alone": [one for one in questions if one["alone"]],
    }


ALONE = ("licence-found", "asks-first", "promises", "bruises", "stop-care")
"""What is asked of the person afterwards, and not said to the professional."""


def question_as_data(question: Asking) -> dict[str, Any]:
    """A question of the sheet."""
    return {
        "id": question.id,
        "name": question.name,
        "asks": question.asks,
        "answer": question.answer,
        "unit": question.unit,
        "alone": question.id in ALONE,
        "why": [claim_as_data(claim) for claim in question.why],
    }


def near_as_text(found: Sequence[Near]) -> list[str]:
    """Entries for a terminal, two lines each."""
    lines = []
    for near in found:
        data = near_as_data(near)
        lines += [
            f"{data['away']}: {data['name']} ({data['called']})",
            f"    {data['place']}  {data['phone']}  NPI {data['npi']}",
        ]
    return lines
