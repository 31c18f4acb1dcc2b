"""What is told by hand beside the diary: shoes, standing, events, when it began, other care."""

from firststep.care.noting.form import DAYS, FIELDS, FLARE, WITHIN, Typed, entry_from, typed_of
from firststep.care.noting.kept import Note, Notebook, begins, noted

__all__ = [
    "DAYS",
    "FIELDS",
    "FLARE",
    "WITHIN",
    "Note",
    "Notebook",
    "Typed",
    "begins",
    "entry_from",
    "noted",
    "typed_of",
]
