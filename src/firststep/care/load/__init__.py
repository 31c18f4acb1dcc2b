"""How much a person was on their feet, day by day and week by week, from all that their files say."""

from firststep.care.load.days import LoadDay, load_days
from firststep.care.load.news import SourceNews, Span, news
from firststep.care.load.shoes import ShoesFound, shoes_found
from firststep.care.load.weeks import LoadWeek, load_weeks

__all__ = [
    "LoadDay",
    "LoadWeek",
    "ShoesFound",
    "SourceNews",
    "Span",
    "load_days",
    "load_weeks",
    "news",
    "shoes_found",
]
