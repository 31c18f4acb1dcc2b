"""Headings, sentences and lists on a page of plain text, 80 signs wide."""

from collections.abc import Iterable
from textwrap import wrap

WIDTH = 80
MARK = "- "
DEEPER = "  "


def paragraph(text: str, *, first: str = "", indent: str = "") -> list[str]:
    """A text as lines of at most 80 signs."""
    return wrap(text, WIDTH, initial_indent=first, subsequent_indent=indent, break_on_hyphens=False) or [""]


def listed(items: Iterable[str], *, indent: str = "") -> list[str]:
    """A list, a mark before each entry."""
    return [
        line
        for item in items
        for line in paragraph(item, first=f"{indent}{MARK}", indent=f"{indent}{' ' * len(MARK)}")
    ]


def section(title: str, *parts: Iterable[str]) -> list[str]:
    """An empty line, a heading, and what stands under it; nothing at all where nothing does."""
    lines = [line for part in parts for line in part]
    return ["", title.upper(), *lines] if lines else []
