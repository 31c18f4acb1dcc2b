"""Whether walking more makes mornings worse: a short section of 'So far', once enough is known."""

from typing import Any

from firststep.care import STEPS
from firststep.knowledge import words
from firststep.reports.content import Names
from firststep.reports.loads import said
from firststep.trial import SecondLook


def load_as_data(second: SecondLook, names: Names) -> dict[str, Any] | None:
    """What a second look with the steps says, ready for JSON; None where too little is known for it."""
    if second.findings is None or second.lines.get(STEPS) is None:
        return None
    about = said(second, names=names)
    return {
        "asks": words()["load"]["asks"],
        "says": list(about.answer[:2]),
        "about": list(about.about),
        "more": {"title": words()["load"]["more"], "says": [about.per, about.facts, *about.answer[2:]]},
    }
