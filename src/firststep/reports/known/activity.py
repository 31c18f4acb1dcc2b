"""Files of activity as the page tells of them: what is kept of each source, and what is on its way."""

from collections.abc import Iterable
from typing import Any

from firststep.care.load import shoes_found
from firststep.knowledge import phrase
from firststep.knowledge.said import said_from_plain, say
from firststep.records.activity import ActiveDay
from firststep.records.uploads import State, Upload
from firststep.reports.known.amounts import by_source, in_words, pair_from_data, pair_in_words
from firststep.reports.known.brought import passed_over
from firststep.reports.known.news import told_in_words

PERCENT = 100


def kept_by_source(days: Iterable[ActiveDay], *, imperial: bool) -> list[dict[str, Any]]:
    """What is kept of each source, in words, and the pairs of shoes that it names."""
    rows = tuple(days)
    pairs = shoes_found(rows)
    return [
        {
            "source": source,
            "says": in_words(told, imperial=imperial),
            "shoes": [pair_in_words(pair, imperial=imperial) for pair in pairs if pair.source == source],
        }
        for source, told in by_source(rows).items()
    ]


def upload_as_data(upload: Upload, *, imperial: bool) -> dict[str, Any]:
    """A file on its way, ready for JSON: its state, how far it is, and in words what it told."""
    part = PERCENT * upload.done // max(upload.size, 1)
    return {
        "id": str(upload.id),
        "name": upload.name,
        "state": str(upload.state),
        "percent": part,
        "size": upload.size,
        "done": upload.done,
        "title": phrase("active", f"state_{upload.state}", percent=part),
        "says": _of(upload.state, upload.told or {}, imperial=imperial),
    }


def _of(state: State, told: dict[str, Any], *, imperial: bool) -> list[str]:
    match state:
        case State.REFUSED:
            return [refused_in_words(told)]
        case State.READ:
            return [*_tells(told, imperial=imperial), *amiss(told)]
        case State.KEPT:
            return told_in_words(told.get("news", ()))
    return []


def refused_in_words(told: dict[str, Any]) -> str:
    """Why a file was refused; in English, where it is seldom met."""
    if "say" in told:
        return say(said_from_plain(told["say"]))
    return phrase("refused", "mend", what=told["what"], mend=told["mend"])


def _tells(told: dict[str, Any], *, imperial: bool) -> list[str]:
    """What a file tells, by source; what of it is new; and the shoes."""
    sources = [
        f"{source}: {in_words(one, imperial=imperial)}" for source, one in told.get("sources", {}).items()
    ]
    pairs = [pair_in_words(pair_from_data(one), imperial=imperial) for one in told.get("shoes", ())]
    return [*sources, *told_in_words(told.get("news", ())), *pairs]


def amiss(told: dict[str, Any]) -> list[str]:
    """What its reader noticed, and what was passed over."""
    notes = [say(said_from_plain(note)) for note in told.get("notes", ())]
    skipped = [
        passed_over(said_from_plain(line["where"]), said_from_plain(line["why"]), line["times"])
        for line in told.get("skipped", ())
    ]
    return [*notes, *skipped]
