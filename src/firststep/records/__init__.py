"""What a person tells us, as plain frozen values."""

from firststep.records.diary import Day, Diary
from firststep.records.told import (
    Comparing,
    Doing,
    Foot,
    Morning,
    Question,
    SafetyAnswer,
    Seen,
    Told,
    What,
)

__all__ = [
    "Comparing",
    "Day",
    "Diary",
    "Doing",
    "Foot",
    "Morning",
    "Question",
    "SafetyAnswer",
    "Seen",
    "Told",
    "What",
]
