"""What a file tells beyond what is kept, as words and as data: days that are new, changed, known."""

from collections.abc import Iterable
from typing import Any

from firststep.care.load import SourceNews, Span
from firststep.knowledge import counted, numeral, phrase

PARTS = ("new", "changed", "known")
Plain = dict[str, Any]


def news_as_data(found: Iterable[SourceNews]) -> list[Plain]:
    """Each source, ready for JSON: of its days how many are new, changed and known, from when to when."""
    return [{"source": one.source} | {part: _span(getattr(one, part)) for part in PARTS} for one in found]


def _span(span: Span) -> Plain:
    return {
        "days": span.days,
        "first": span.first and span.first.isoformat(),
        "last": span.last and span.last.isoformat(),
    }


def news_in_words(found: Iterable[SourceNews]) -> list[str]:
    """A line for each source: "3 new days, 2026-11-01 to 2026-11-03; 400 known already (strava)."."""
    return told_in_words(news_as_data(found))


def told_in_words(plain: Iterable[Plain]) -> list[str]:
    """The same, of what `news_as_data` gave."""
    return [phrase("bringing", "news", source=one["source"], parts="; ".join(_parts(one))) for one in plain]


def _parts(one: Plain) -> Iterable[str]:
    for part in PARTS:
        span = one[part]
        if span["days"]:
            blanks = {"n": numeral(f"{span['days']:,}"), "first": span["first"], "last": span["last"]}
            yield counted("bringing", f"news_{part}", span["days"], **blanks)
