"""What is kept here of the time before the pain: days on the feet, and what was told by hand."""

from firststep.care.load import LoadDay, load_days
from firststep.cli.here.whom import whom
from firststep.records import Foot
from firststep.records.triggers import Told
from firststep.store import read


def before(name: str | None) -> tuple[tuple[LoadDay, ...], list[Told]]:
    """The days of a person, and what they told for each heel with an onset.

    name
        Whose; None for the only person here.
    """
    person = whom(name).id
    book = read.notebook(person)
    told = [book.before(foot) for foot in Foot]
    return load_days(read.active(person)), [one for one in told if one.onsets]
