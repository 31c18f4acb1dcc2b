"""Files of steps, walks and runs, turned into days; a module for each kind of file."""

from firststep.intake.activity.found import Found, Progress, Skipped
from firststep.intake.activity.read import kind_of_file, read_activity

__all__ = ["Found", "Progress", "Skipped", "kind_of_file", "read_activity"]
