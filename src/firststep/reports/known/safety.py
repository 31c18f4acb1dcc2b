"""What follows from the safety check, as data that every page and the command take their words from."""

from typing import Any

from firststep.care import Consequence, Screening
from firststep.knowledge import (
    Claim,
    Number,
    Outcome,
    Review,
    SafetyQuestion,
    Source,
    Technique,
    is_sourced,
    one,
    words,
)

NO_AUTHOR = "not kept"
"""Where the authors of a source were not noted."""

AND_OTHERS = " and others"
"""How the authors of a source end where not all were noted."""

ANYWHERE = "any"
"""The country of one who did not say."""


def ground(claim: Claim | Number) -> str:
    """On what ground a claim stands: its sources where it was read, and else that it was not."""
    said = words()["safety"]
    if not is_sourced(claim):
        return str(said[str(claim.basis)])
    return str(said["read"].format(sources="; ".join(cited(id_) for id_ in claim.sources)))


def cited(id_: str) -> str:
    """A source in a few words: "Landorf KB and others, 2010, J Foot Ankle Res 3:7"."""
    source = one(Source, id_)
    who = authors(source) or source.title
    return ", ".join(str(part) for part in (who, source.year, source.where) if part)


def authors(source: Source) -> str | None:
    """Who wrote a source; None where that was not noted."""
    if source.authors == NO_AUTHOR:
        return None
    first = source.authors.removesuffix(AND_OTHERS)
    return first if first == source.authors else str(words()["safety"]["and_others"].format(first=first))


def reviewed(review: Review) -> str:
    """Who reviewed a file, or that nobody has."""
    said = words()["safety"]["reviewed" if review.done else "not_reviewed"]
    return str(said.format(by=review.by, on=review.on, again=review.again))


def whom(question: SafetyQuestion, country: str | None = None) -> str | None:
    """Whom to see, with the number to call where the country is known. None where nobody has to be seen."""
    if question.whom is None:
        return None
    said = words()["safety"]
    place = (country or ANYWHERE).lower()
    number = said["emergency"].get(place, said["emergency"][ANYWHERE])
    line = said["line"].get(place, said["line"][ANYWHERE])
    return str(said["whom"][str(question.whom)].format(number=number, line=line))


def claim_as_data(claim: Claim) -> dict[str, str]:
    """A claim and its ground."""
    return {"says": claim.says, "ground": ground(claim)}


def safety_as_data(screening: Screening, *, country: str | None = None) -> dict[str, Any]:
    """What follows from a safety check, ready for JSON.

    country
        Two letters as in "de", for the numbers to call.

    `outcome` is "care-now", "see-first", "ask", "start", or "unfinished" while questions
    are open and nothing grave was answered.
    """
    said = words()["safety"]
    outcome = str(screening.outcome or "unfinished")
    follows = [one_ for one_ in screening.consequences if leads_somewhere(one_.question)]
    less = screening.outcome is Outcome.START and bool(follows)
    return {
        "outcome": outcome,
        "title": said[outcome],
        "lead": said["start_less_lead" if less else f"{outcome}_lead"],
        "note": said["not_a_finding"],
        "because": [_consequence(one_, country) for one_ in follows],
        "unanswered": [question.id for question in screening.open],
        "open": [_named(technique) for technique in screening.allowed],
        "left_out": [
            _named(technique) | {"because": [question.asks for question in screening.bars(technique)]}
            for technique in screening.doable
            if not screening.allows(technique)
        ],
        "fits": [question.asks for question in screening.fits],
        "does_not_fit": [question.asks for question in screening.does_not_fit],
    }


def leads_somewhere(question: SafetyQuestion) -> bool:
    """Whether more follows from a question than a line in the usual picture."""
    return question.outcome is not Outcome.START or bool(question.bars) or bool(question.adapt)


def _consequence(consequence: Consequence, country: str | None) -> dict[str, Any]:
    question = consequence.question
    return {
        "id": question.id,
        "asks": question.asks,
        "answer": str(consequence.answer),
        "outcome": str(question.outcome),
        "why": [claim_as_data(claim) for claim in question.why],
        "see": whom(question, country),
        "tell": question.tell,
        "otherwise": [claim_as_data(claim) for claim in question.adapt],
        "reviewed": reviewed(question.review),
    }


def _named(technique: Technique) -> dict[str, Any]:
    return {"id": technique.id, "name": technique.name}
