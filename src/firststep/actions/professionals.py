"""Write somebody down whom one may see, what they answered, and take them off the list."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from uuid import UUID, uuid4

from firststep.care.professionals import told_wrong
from firststep.errors import RecordError
from firststep.records.professional import LONGEST_PHONE, LONGEST_PLACE, Answered, Candidate, Listed
from firststep.records.professional_plain import checked
from firststep.store import read_professionals as read
from firststep.store import write_professionals as write

MOST = 20
"""Candidates of one person."""

WHERE = "a professional"


def write_down(person: UUID, candidate: Candidate) -> Candidate:
    """Keep somebody, new or changed. RecordError or KnowledgeError says what cannot be."""
    told_wrong(candidate.kind, candidate.answers)
    one = checked(candidate, WHERE)
    others = [had for had in read.candidates(person) if had.id != one.id]
    if len(others) >= MOST:
        raise RecordError(f"there are {MOST} on the list already", mend="take one off the list first")
    write.put_candidate(person, one)
    return one


def take_from_list(person: UUID, listed: Listed, kind: str, now: datetime) -> Candidate:
    """Keep an entry of the public list as a candidate; the one that is there already, if it is."""
    for had in read.candidates(person):
        if had.npi == listed.npi:
            return had
    place = ", ".join(filter(None, (listed.street, listed.city, f"{listed.state} {listed.zip}".strip())))
    state = listed.state.upper() if len(listed.state) == 2 else ""  # noqa: PLR2004 - as in AL
    one = Candidate(
        id=uuid4(),
        kind=kind,
        name=", ".join(filter(None, (listed.name, listed.credential)))[:150] or listed.npi,
        added=now,
        npi=listed.npi,
        place=place[:LONGEST_PLACE],
        state=state if state.isascii() and state.isalpha() else "",
        phone=listed.phone[:LONGEST_PHONE],
    )
    return write_down(person, one)


def answer(person: UUID, id_: UUID, answers: Mapping[str, Answered]) -> Candidate:
    """Keep what somebody answered, in place of what stood there."""
    told = {key: one for key, one in answers.items() if one != Answered()}
    return write_down(person, replace(read.candidate(person, id_), answers=told))


def take_off(person: UUID, id_: UUID) -> None:
    """Forget somebody, and what they answered."""
    write.drop_candidate(person, id_)
