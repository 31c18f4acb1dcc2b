"""What was told by hand, in words: for the page that it is told on, beside the mornings, and on paper."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from firststep.care.noting import Note
from firststep.knowledge import capital, numeral, phrase, words
from firststep.records import Foot
from firststep.records.triggers import Entry, Event, Onset, OtherCare, Shoes, Standing
from firststep.records.triggers_plain import SORTS, sort_of

SECTION = "before"
ONE_DAY = frozenset({"injection", "visit"})
"""Kinds of care that have a day, and no time that they go on for."""


def by_sort(notes: Iterable[Note], *, both: bool) -> dict[str, list[dict[str, Any]]]:
    """{sort: its entries with key and words}, every sort in the order in which they are asked for.

    both
        Whether both heels are told of: then an entry of a heel says which.
    """
    found: dict[str, list[dict[str, Any]]] = {sort: [] for sort in ("onset", "care", *SORTS)}
    for note in notes:
        foot = note.foot if both and isinstance(note.entry, Onset | OtherCare) else None
        found[sort_of(note.entry)].append({"key": str(note.key), "says": entry_in_words(note.entry, foot)})
    return {sort: found[sort] for sort in ("onset", "shoes", "standing", "event", "care")}


def entry_in_words(entry: Entry, foot: Foot | None = None) -> str:
    """An entry in a line; of which heel, where one is named."""
    says = capital(_says(entry))
    return phrase(SECTION, "of_foot", foot=capital(words()[SECTION][str(foot)]), says=says) if foot else says


def _says(entry: Entry) -> str:
    match entry:
        case Onset(on=on, within=within, flare=flare):
            said = phrase(SECTION, "flare_day" if flare else "onset_day", day=on)
            return phrase(SECTION, "day_about", said=said, days=numeral(str(within))) if within else said
        case Shoes():
            return _shoes(entry)
        case Standing(hours=hours):
            return phrase(SECTION, "standing_says", hours=numeral(f"{hours:g}"), span=_span(entry))
        case Event(kind=kind, says=says):
            return _of_kind(words()[SECTION]["event"][str(kind)], says, _span(entry))
        case OtherCare(kind=kind, says=says):
            one_day = str(kind) in ONE_DAY and entry.until is None
            span = entry.since.isoformat() if one_day else _span(entry)
            return _of_kind(words()[SECTION]["care"][str(kind)], says, span)


def _of_kind(kind: str, what: str, span: str) -> str:
    if what:
        return phrase(SECTION, "kind_what", kind=kind, what=what, span=span)
    return phrase(SECTION, "kind_says", kind=kind, span=span)


def _shoes(pair: Shoes) -> str:
    kind = words()[SECTION]["shoe"][str(pair.kind)]
    says = phrase(SECTION, "shoes_says", name=pair.name, kind=kind, span=_span(pair))
    if not pair.days:
        return says
    named = words()[SECTION]["weekday"]
    return phrase(SECTION, "shoes_days", says=says, days=", ".join(named[str(day)] for day in pair.days))


def _span(entry: Shoes | Standing | Event | OtherCare) -> str:
    since, until = entry.since, entry.until
    if until is None:
        return phrase(SECTION, "from_on", since=since)
    return since.isoformat() if since == until else phrase(SECTION, "from_until", since=since, until=until)


def care_as_data(notes: Iterable[Note], *, from_: date, both: bool, compared: bool) -> dict[str, Any] | None:
    """Other care that reaches into the time since a day, in words; None where there is none.

    compared
        Whether chance chose the days: only then is a comparison to be called fair.
    """
    near = [
        (note, note.entry)
        for note in notes
        if isinstance(note.entry, OtherCare) and (note.entry.until or _last(note.entry)) >= from_
    ]
    if not near:
        return None
    said = words()[SECTION]
    return {
        "title": said["care_title"],
        "list": [
            {
                "on": care.since.isoformat(),
                "until": care.until.isoformat() if care.until else None,
                "says": entry_in_words(care, note.foot if both else None),
            }
            for note, care in sorted(near, key=lambda pair: pair[1].since)
        ],
        "note": said["care_note"],
        "fair": said["care_fair"] if compared else None,
    }


def _last(care: OtherCare) -> date:
    """The last day of what has no end: its only day, or that it still goes on."""
    return care.since if str(care.kind) in ONE_DAY else date.max
