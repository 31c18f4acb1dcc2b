"""Files of a watched folder, and what came of each, in words."""

from collections.abc import Iterable
from typing import Any

from firststep.knowledge import phrase
from firststep.records.watched import Fate, WatchedFile
from firststep.reports.known.activity import amiss, refused_in_words
from firststep.reports.known.news import told_in_words

LONGEST_NAME = 80  # signs


def shown_name(name: str) -> str:
    """A name fit to be shown: no sign in it steers a terminal or turns a line around."""
    return "".join(sign for sign in name[:LONGEST_NAME] if sign.isprintable()) or "?"


def fate_in_words(fate: Fate | None, told: dict[str, Any]) -> list[str]:
    """What came of a file, in lines."""
    match fate:
        case Fate.KEPT:
            news = told_in_words(told.get("news", ()))
            return [*(news or [phrase("bringing", "no_days")]), *amiss(told)]
        case Fate.SAME:
            return [phrase("watching", "same")]
        case Fate.REFUSED:
            return [refused_in_words(told)]
    return [phrase("watching", told["why"])]


def happened_in_words(name: str, fate: Fate | None, told: dict[str, Any]) -> list[str]:
    """The same with the name before it; of the folder itself without one."""
    lines = fate_in_words(fate, told)
    return [f"{shown_name(name)}: {line}" for line in lines] if name else lines


def watched_as_data(files: Iterable[WatchedFile]) -> list[dict[str, Any]]:
    """Files of a folder for the page: the name, the day, and what came of it."""
    return [
        {
            "name": shown_name(file.name),
            "on": file.at.date().isoformat(),
            "says": fate_in_words(file.fate, file.told),
        }
        for file in files
    ]
