"""Reads a SMART Health Link by the text of the specification, step by step, and by nothing of ours.

"SMART Health Cards and Links" (HL7, STU 1), Links Specification: "Construct a SMART Health Link
Payload", "SMART Health Link Manifest Request", "Encrypting and Decrypting Files". The writer uses
joserfc; here is AES-GCM as such, and RFC 7516, section 5.2, by hand.
"""

import json
import re
import zlib
from base64 import b64decode
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.test import Client

LETTERS = re.compile(r"[A-Za-z0-9_-]*")
RECIPIENT = "Dr. Eva Lind"


class OpensNothingError(Exception):
    """The link, or what came of it, is no good."""


def unbase64url(text: str) -> bytes:
    """base64url without padding (RFC 4648, section 5), and nothing else."""
    if not LETTERS.fullmatch(text):
        raise OpensNothingError("a sign that base64url has not")
    return b64decode(text.replace("-", "+").replace("_", "/") + "=" * (-len(text) % 4), validate=True)


def payload(link: str) -> dict:
    """Step 1: decode the payload; whatever stands before the last '#' is the address of a viewer."""
    bare = link.rpartition("#")[2]
    if not bare.startswith("shlink:/"):
        raise OpensNothingError("no SMART Health Link")
    return json.loads(unbase64url(bare.removeprefix("shlink:/")))


def decrypted(token: str, key: str) -> tuple[dict, bytes]:
    """(header, content) of a compact JWE with "dir" and "A256GCM"."""
    parts = token.split(".")
    if len(parts) != 5:
        raise OpensNothingError("a compact JWE has five parts")
    header = json.loads(unbase64url(parts[0]))
    secret, (wrapped, nonce, cipher, tag) = unbase64url(key), map(unbase64url, parts[1:])
    if (header["alg"], header["enc"], wrapped) != ("dir", "A256GCM", b""):
        raise OpensNothingError("another algorithm")
    if (len(secret), len(nonce), len(tag)) != (32, 12, 16):
        raise OpensNothingError("a wrong length")
    try:
        plain = AESGCM(secret).decrypt(nonce, cipher + tag, parts[0].encode("ascii"))
    except InvalidTag as fault:
        raise OpensNothingError("it was changed, or is locked with another key") from fault
    return header, zlib.decompress(plain, wbits=-15) if header.get("zip") == "DEF" else plain


@dataclass
class Viewer:
    """A receiving application without a cookie, somewhere else."""

    client: Client = field(default_factory=lambda: Client(headers={"origin": "https://viewer.example"}))

    def asks(self, link: str, **body):
        """Step 2: the manifest request; its answer, whatever it is."""
        told = payload(link)
        asked = {"recipient": RECIPIENT} | body
        return self.client.post(self.path(told["url"]), json.dumps(asked), content_type="application/json")

    def reads(self, link: str, **body) -> bytes:
        """Step 3: decrypt the file that the manifest lists. OpensNothingError where there is none."""
        answer = self.asks(link, **body)
        if answer.status_code != 200:
            raise OpensNothingError(answer.status_code)
        (listed,) = answer.json()["files"]
        token = listed.get("embedded") or self.fetched(listed["location"])
        header, content = decrypted(token, payload(link)["key"])
        assert header["cty"] == listed["contentType"] == "application/fhir+json"
        return content

    def fetched(self, location: str) -> str:
        """The file at an address that the manifest named."""
        answer = self.client.get(self.path(location))
        if answer.status_code != 200:
            raise OpensNothingError(answer.status_code)
        assert answer.headers["Content-Type"] == "application/jose"
        return answer.content.decode("ascii")

    @staticmethod
    def path(url: str) -> str:
        return urlsplit(url).path
