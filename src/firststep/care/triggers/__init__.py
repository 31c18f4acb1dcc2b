"""What changed before the pain began: an association, and never a cause."""

from firststep.care.triggers.around import around
from firststep.care.triggers.change import Change
from firststep.care.triggers.found import Answer, Around, Lack, Trigger, Weeks
from firststep.care.triggers.grid import Amount, Load
from firststep.care.triggers.scores import Kind
from firststep.care.triggers.standing_out import STANDS_OUT

__all__ = [
    "STANDS_OUT",
    "Amount",
    "Answer",
    "Around",
    "Change",
    "Kind",
    "Lack",
    "Load",
    "Trigger",
    "Weeks",
    "around",
]
