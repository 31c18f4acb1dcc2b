"""The manifest of a link: which files there are, and each file itself or where it is."""

from datetime import UTC, datetime
from typing import Any

FHIR_JSON, FHIR_VERSION = "application/fhir+json", "4.0.1"
"""What the one file of a link is."""

JOSE = "application/jose"
"""The content type of an encrypted file that is fetched by itself."""

FINAL = "finalized"
"""The file of a link never changes: to share newer days, a person makes another link."""


def manifest(sealed: str, *, made: datetime, most: int | None, location: str) -> dict[str, Any]:
    """The manifest of a link with one file.

    most
        The longest content that the reader wants inside of it (`embeddedLengthMax`), in signs;
        None for any length.
    location
        Where the file is for a short while, said only where it is too long to stand inside.
    """
    file: dict[str, Any] = {"contentType": FHIR_JSON}
    file |= {"embedded": sealed} if most is None or len(sealed) <= most else {"location": location}
    updated = made.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    return {"files": [file | {"lastUpdated": updated, "status": FINAL, "fhirVersion": FHIR_VERSION}]}
