"""Numbers in a sentence, written as the language that is spoken writes them."""

import re
from datetime import date

from firststep.knowledge.words import words

ISO_DAY = re.compile(r"\b\d{4}-(?:0\d|1[0-2])-(?:[0-2]\d|3[01])\b")


def numeral(number: str) -> str:
    """A number as English writes it, "1,000", "0.8" or "95%", as the language that is spoken does."""
    said = words()["language"]
    signs = {",": said["thousands"], ".": said["decimal"], "%": said["percent"]}
    return number.translate(str.maketrans(signs))


def said_day(day: date) -> str:
    """A day as the language that is spoken says it: "3 March 2026"."""
    said = words()["dates"]
    return str(said["day"].format(day=day.day, month=said["months"][str(day.month)], year=day.year))


def days_said(text: str) -> str:
    """A sentence in which every "2026-03-03" is said as the language that is spoken says it."""
    return ISO_DAY.sub(lambda found: said_day(date.fromisoformat(found[0])), text)
