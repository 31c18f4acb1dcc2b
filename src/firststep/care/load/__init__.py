"""How much a person was on their feet, day by day and week by week, from all that their files say."""

from firststep.care.load.days import LoadDay, load_days
from firststep.care.load.weeks import LoadWeek, load_weeks

__all__ = ["LoadDay", "LoadWeek", "load_days", "load_weeks"]
