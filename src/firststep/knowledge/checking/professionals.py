"""What must hold of the files about professionals, beyond what their form says."""

from collections.abc import Iterator

from firststep.knowledge.checking.rules import Fault
from firststep.knowledge.kinds.professional import Asking, Profession
from firststep.knowledge.library import every


def asking_faults(question: Asking) -> Iterator[Fault]:
    """A warning has its words, a number its unit, and a question is for professionals that there are."""
    if (question.warns_if is None) != (question.warns is None):
        yield Fault(
            "warns", "a warning sign needs both the answer and what it says", "write warns_if and warns"
        )
    if question.warns_if and question.answer != "yes-no":
        yield Fault("warns_if", "only an answer of yes or no can warn", 'write answer = "yes-no"')
    if (question.answer == "number") != (question.unit is not None):
        yield Fault(
            "unit", "a number has a unit, and nothing else has one", 'write unit = "hours", or leave it out'
        )
    for id_ in question.of:
        if id_ not in every(Profession):
            yield Fault(
                "of", f"there is no '{id_}' in professions/", "write the name of a file in professions/"
            )


def profession_faults(profession: Profession) -> Iterator[Fault]:
    """A code belongs to one kind, or somebody would be listed as what they are not."""
    taken = {code.code: one.id for one in every(Profession).values() for code in one.codes}
    for place, code in enumerate(profession.codes):
        if taken.get(code.code, profession.id) != profession.id:
            yield Fault(
                f"codes[{place}].code",
                f"'{code.code}' is of {taken[code.code]} already",
                "keep it in one of the two",
            )
