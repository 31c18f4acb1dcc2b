"""The page for a clinician as a document of FHIR R4, for the programs of clinics."""

from firststep.reports.fhir.document import bundle_of, fhir_as_json

__all__ = ["bundle_of", "fhir_as_json"]
