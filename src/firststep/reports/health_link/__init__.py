"""SMART Health Links: what stands in a link, what it leads to, and how that is encrypted."""

from firststep.reports.health_link.link import AT, KEY_BYTES, SECRET_BYTES, HealthLink, manifest_url
from firststep.reports.health_link.manifest import FHIR_JSON, JOSE, manifest
from firststep.reports.health_link.seal import seal

__all__ = [
    "AT",
    "FHIR_JSON",
    "JOSE",
    "KEY_BYTES",
    "SECRET_BYTES",
    "HealthLink",
    "manifest",
    "manifest_url",
    "seal",
]
