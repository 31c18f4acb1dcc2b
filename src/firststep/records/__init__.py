"""What a person tells us, as plain frozen values."""

from firststep.records.diary import Day, Diary
from firststep.records.screened import Answer, Answers
from firststep.records.told import (
    Comparing,
    Doing,
    Foot,
    GoOn,
    Morning,
    Question,
    SafetyAnswer,
    Screened,
    Seen,
    Stopped,
    Taught,
    Told,
    What,
    Why,
)

__all__ = [
    "Answer",
    "Answers",
    "Comparing",
    "Day",
    "Diary",
    "Doing",
    "Foot",
    "GoOn",
    "Morning",
    "Question",
    "SafetyAnswer",
    "Screened",
    "Seen",
    "Stopped",
    "Taught",
    "Told",
    "What",
    "Why",
]
