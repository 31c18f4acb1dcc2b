"""The tables: columns and constraints. Logic never starts here."""

from firststep.store.models.active import Active, Upload, Watched
from firststep.store.models.professionals import Candidate, Directory, Entry, Place
from firststep.store.models.said import Page, Plan, Verdict
from firststep.store.models.shared import Link
from firststep.store.models.told import Event
from firststep.store.models.who import Browser, Code, Pairing, Person

__all__ = [
    "Active",
    "Browser",
    "Candidate",
    "Code",
    "Directory",
    "Entry",
    "Event",
    "Link",
    "Page",
    "Pairing",
    "Person",
    "Place",
    "Plan",
    "Upload",
    "Verdict",
    "Watched",
]
