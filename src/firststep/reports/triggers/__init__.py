"""What is said of the time before the pain: as data, and on a page of plain text."""

from firststep.reports.triggers.data import triggers_as_data
from firststep.reports.triggers.text import triggers_as_text

__all__ = ["triggers_as_data", "triggers_as_text"]
