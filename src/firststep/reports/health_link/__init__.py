"""SMART Health Links: what stands in a link, what it leads to, and how that is encrypted."""

from firststep.reports.health_link.bundle import FHIR_JSON, FHIR_VERSION, Attached, bundle_of
from firststep.reports.health_link.link import AT, KEY_BYTES, SECRET_BYTES, HealthLink, manifest_url
from firststep.reports.health_link.manifest import JOSE, manifest
from firststep.reports.health_link.seal import seal

__all__ = [
    "AT",
    "FHIR_JSON",
    "FHIR_VERSION",
    "JOSE",
    "KEY_BYTES",
    "SECRET_BYTES",
    "Attached",
    "HealthLink",
    "bundle_of",
    "manifest",
    "manifest_url",
    "seal",
]
