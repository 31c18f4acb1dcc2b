"""What a person tells us, as plain frozen values."""

from firststep.records.diary import Day, Diary

__all__ = ["Day", "Diary"]
