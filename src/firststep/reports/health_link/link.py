"""The text of a SMART Health Link: where its manifest is, and the key that opens what it lists.

By "SMART Health Cards and Links" (HL7, STU 1), the section "Links Specification": a minified JSON
object, base64url without padding, after "shlink:/".
"""

import json
from base64 import urlsafe_b64encode
from dataclasses import dataclass
from datetime import datetime

from firststep.errors import OutputError

AT = "shl/"
"""Under which path of an installation the manifests are."""

SCHEME = "shlink:/"
VERSION = 1
KEY_BYTES = 32
SECRET_BYTES = 32  # 256 random bits, the least that the address of a manifest may have
LONGEST_URL = 128  # signs
LONGEST_LABEL = 80  # signs
PASSCODE = "P"


@dataclass(frozen=True, slots=True, kw_only=True)
class HealthLink:
    """What a link says.

    url
        Of its manifest, at most 128 signs.
    key
        32 random bytes, used for this link only.
    until
        When it runs out.
    label
        What is behind it, at most 80 signs; whoever sees the link reads it.
    asks
        Whether its manifest wants a passcode.
    """

    url: str
    key: bytes
    until: datetime
    label: str = ""
    asks: bool = False

    def __post_init__(self) -> None:
        """OutputError where the specification would not have it so."""
        if len(self.key) != KEY_BYTES:
            raise OutputError(f"the key of a link has {KEY_BYTES} bytes, not {len(self.key)}")
        if len(self.url) > LONGEST_URL:
            raise OutputError(
                f"the address of a link has at most {LONGEST_URL} signs, not {len(self.url)}",
                mend="serve Firststep under a shorter name",
            )
        if len(self.label) > LONGEST_LABEL:
            raise OutputError(f"a label has at most {LONGEST_LABEL} signs", mend="give a shorter one")

    def payload(self) -> dict[str, str | int]:
        """Its fields, as the specification names them; those that say nothing are left out."""
        fields: dict[str, str | int] = {"url": self.url, "key": base64url(self.key)}
        fields["exp"] = int(self.until.timestamp())
        if self.asks:
            fields["flag"] = PASSCODE
        if self.label:
            fields["label"] = self.label
        return fields | {"v": VERSION}

    def __str__(self) -> str:
        """The link itself: whoever has it can open what it leads to."""
        minified = json.dumps(self.payload(), ensure_ascii=False, separators=(",", ":"))
        return SCHEME + base64url(minified.encode())


def manifest_url(address: str, secret: str) -> str:
    """Where the manifest of a link is.

    address
        Of the installation: 'https://heel.example'.
    secret
        At least 256 random bits, as signs that an address may have.
    """
    return f"{address.rstrip('/')}/{AT}{secret}"


def base64url(content: bytes) -> str:
    """Bytes as base64url without padding (RFC 4648, section 5)."""
    return urlsafe_b64encode(content).rstrip(b"=").decode()
