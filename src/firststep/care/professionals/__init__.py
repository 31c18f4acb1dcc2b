"""Professionals: when to see whom, by which codes a list has them, and how candidates compare."""

from firststep.care.professionals.comparing import HOURS, Cell, CellKind, Row, asked_of, compare, told_wrong
from firststep.care.professionals.kinds import code_labels, codes_wanted
from firststep.care.professionals.whom import LOOK_KINDS, Look, Progress, looks, progress

__all__ = [
    "HOURS",
    "LOOK_KINDS",
    "Cell",
    "CellKind",
    "Look",
    "Progress",
    "Row",
    "asked_of",
    "code_labels",
    "codes_wanted",
    "compare",
    "looks",
    "progress",
    "told_wrong",
]
