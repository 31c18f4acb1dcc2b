"""The safety check on the page: when, what followed, and what fits the usual picture or does not."""

from dataclasses import dataclass
from datetime import date

from firststep.care import Standing, reasons
from firststep.care.screening.outcome import NOT_BEFORE_SEEN
from firststep.knowledge import Outcome, said_day, words
from firststep.reports.screen.safety import safety as safety_of
from firststep.reports.visit.parts import SECTION, Part, said


@dataclass(frozen=True, slots=True)
class Warned:
    """What the check says that has to be seen at the first look.

    says
        The outcome, its day, and what was named.
    seen_first
        Whether somebody should look before anything is done.
    """

    says: str
    seen_first: bool


def warned(standing: Standing) -> Warned | None:
    """What stands first on the page; None where the check asks for nobody."""
    screening = standing.screening
    outcome = screening.outcome if screening else None
    if standing.safety is None or screening is None or outcome is None or outcome is Outcome.START:
        return None
    gravest = [one.question.asks for one in screening.consequences if one.question.outcome is outcome]
    day = said_day(standing.safety.on)
    says = said("careful_says", day=day, outcome=_said(outcome), list=" ".join(gravest))
    return Warned(says, outcome in NOT_BEFORE_SEEN)


def safety(standing: Standing, today: date) -> Part:
    """The section, also where nothing was answered: that has to be known too."""
    result = safety_of(standing, today)["result"]
    if standing.safety is None:
        return Part(says=(said("safety_none"),))
    if standing.screening is None or result is None:
        return Part(says=(said("safety_short", day=said_day(standing.safety.on)),))
    since = [words()[SECTION]["again"][str(one)] for one in reasons(standing, today)]
    outcome = standing.screening.outcome
    told = said("safety_says", day=said_day(standing.safety.on), outcome=_said(outcome) if outcome else "")
    pairs = [(said("outcome"), told.strip())]
    pairs += [(said("since_then"), " ".join(since))] if since else []
    listed = [said("because", asks=one["asks"], answer=said(one["answer"])) for one in result["because"]]
    says = [said("fits", list=" ".join(result["fits"]))] if result["fits"] else []
    says += [said("does_not_fit", list=" ".join(result["does_not_fit"]))] if result["does_not_fit"] else []
    return Part(pairs=tuple(pairs), listed=tuple(listed), says=tuple(says))


def _said(outcome: Outcome) -> str:
    return str(words()[SECTION]["outcomes"][str(outcome)])
