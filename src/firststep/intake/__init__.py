"""Files from outside, turned into records."""

from firststep.intake.read import read_diaries, read_diary

__all__ = ["read_diaries", "read_diary"]
