"""Firststep: find out what helps one sore heel, fairly. The Python interface."""

from firststep.care import analyse
from firststep.errors import FirststepError
from firststep.intake import read_diaries, read_diary
from firststep.trial import Trial

__all__ = ["FirststepError", "Trial", "analyse", "read_diaries", "read_diary"]
