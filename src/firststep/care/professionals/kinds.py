"""By which codes the public list has each kind of professional."""

from firststep.knowledge import Profession, every


def codes_wanted() -> dict[str, str]:
    """{code: the id of its kind of professional}."""
    return {one.code: kind.id for kind in every(Profession).values() for one in kind.codes}


def code_labels() -> dict[str, str]:
    """{code: what the public list calls it}, in English as it is there."""
    return {one.code: one.label for kind in every(Profession).values() for one in kind.codes}
