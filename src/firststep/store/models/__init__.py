"""The tables: columns and constraints. Logic never starts here."""

from firststep.store.models.active import Active, Upload
from firststep.store.models.said import Page, Plan, Verdict
from firststep.store.models.shared import Link
from firststep.store.models.told import Event
from firststep.store.models.who import Browser, Code, Pairing, Person

__all__ = [
    "Active",
    "Browser",
    "Code",
    "Event",
    "Link",
    "Page",
    "Pairing",
    "Person",
    "Plan",
    "Upload",
    "Verdict",
]
