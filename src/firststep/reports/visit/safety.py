"""The safety check on the page: when, what followed, and what fits the usual picture or does not."""

from datetime import date

from firststep.care import Standing
from firststep.knowledge import said_day
from firststep.reports.screen.safety import safety as safety_of
from firststep.reports.visit.parts import Part, said


def safety(standing: Standing, today: date) -> Part:
    """The section, also where nothing was answered: that has to be known too."""
    shown = safety_of(standing, today)
    result = shown["result"]
    if standing.safety is None or result is None:
        return Part(says=(said("safety_none"),))
    day = said_day(standing.safety.on)
    listed = [said("because", asks=one["asks"], answer=said(one["answer"])) for one in result["because"]]
    says = [said("safety_says", day=day, outcome=result["title"])]
    says += [said("fits", list=" ".join(result["fits"]))] if result["fits"] else []
    says += [said("does_not_fit", list=" ".join(result["does_not_fit"]))] if result["does_not_fit"] else []
    return Part(listed=tuple(listed), says=(*says, *shown["again"]))
