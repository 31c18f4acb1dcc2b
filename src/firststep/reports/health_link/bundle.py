"""What a link holds: files of any kind, as documents in a FHIR bundle.

A link may hold FHIR, signed cards or access to an interface, and nothing else; a text or a PDF
comes as the attachment of a DocumentReference.
"""

import json
from base64 import b64encode
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import NAMESPACE_URL, uuid5

FHIR_JSON = "application/fhir+json"
FHIR_VERSION = "4.0.1"


@dataclass(frozen=True, slots=True)
class Attached:
    """A file to take along.

    content_type
        'text/plain; charset=utf-8', 'application/pdf'.
    title
        What it is, for whoever reads it.
    """

    content_type: str
    title: str
    content: bytes


def bundle_of(files: Iterable[Attached], *, made: datetime, language: str) -> str:
    """A FHIR R4 bundle (JSON), type collection: a DocumentReference for each file.

    made
        With its time zone.
    language
        Of the files: 'en'.
    """
    entries = [_entry(file, made.isoformat(timespec="seconds"), language) for file in files]
    whole = {"resourceType": "Bundle", "type": "collection", "timestamp": made.isoformat(timespec="seconds")}
    return json.dumps(whole | {"entry": entries}, ensure_ascii=False)


def _entry(file: Attached, made: str, language: str) -> dict[str, Any]:
    attachment = {
        "contentType": file.content_type,
        "language": language,
        "data": b64encode(file.content).decode(),
        "title": file.title,
        "creation": made,
    }
    return {
        "fullUrl": uuid5(NAMESPACE_URL, f"{made} {file.title} {file.content_type}").urn,
        "resource": {
            "resourceType": "DocumentReference",
            "status": "current",
            "description": file.title,
            "date": made,
            "content": [{"attachment": attachment}],
        },
    }
