"""A document of numbered sections, each with labelled items: as text, and as data."""

from dataclasses import dataclass
from textwrap import fill
from typing import Any

NOT_RECORDED = "not recorded"
"""Said of what a reader may ask and Firststep does not know."""

INDENT = "   "


@dataclass(frozen=True, slots=True)
class Item:
    """One labelled statement."""

    label: str
    text: str


@dataclass(frozen=True, slots=True)
class Section:
    """Items under a heading."""

    heading: str
    items: tuple[Item, ...]


def sections_as_text(title: str, sections: tuple[Section, ...], *, width: int = 80) -> str:
    """The document as lines of at most `width` signs, where words allow it."""
    parts = [fill(title, width, break_on_hyphens=False)]
    for number, section in enumerate(sections, start=1):
        parts += ["", f"{number}. {section.heading}"]
        parts += [
            fill(
                f"{item.label}: {item.text}",
                width,
                initial_indent=INDENT,
                subsequent_indent=2 * INDENT,
                break_on_hyphens=False,
            )
            for item in section.items
        ]
    return "\n".join(parts) + "\n"


def sections_as_data(title: str, sections: tuple[Section, ...]) -> dict[str, Any]:
    """The document as text, numbers, lists and dicts, ready for JSON."""
    return {
        "title": title,
        "sections": [
            {
                "number": number,
                "heading": section.heading,
                "items": [{"label": item.label, "text": item.text} for item in section.items],
            }
            for number, section in enumerate(sections, start=1)
        ],
    }
