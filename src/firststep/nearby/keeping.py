"""The authority and the server's certificate, kept in a folder that only its owner can read."""

import os
from collections.abc import Iterable
from datetime import datetime, timedelta
from pathlib import Path

from cryptography import x509
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, load_pem_private_key

from firststep.errors import StoreError
from firststep.nearby.authority import Authority, certify, key_as_text, names_of, new_authority

ROOT, ISSUER, SERVER = "root.crt", "issuer.pem", "server.pem"

RENEW = timedelta(days=30)
"""How long before its end a certificate is made anew."""


def authority_in(folder: Path) -> Authority | None:
    """The authority that is kept in a folder, if there is one. StoreError where it cannot be used."""
    if not (folder / ISSUER).exists():
        return None
    try:
        kept = (folder / ISSUER).read_bytes()
        root = x509.load_pem_x509_certificate((folder / ROOT).read_bytes())
        issuer = x509.load_pem_x509_certificate(kept)
        key = load_pem_private_key(kept, password=None)
        issuer.verify_directly_issued_by(root)
        if not isinstance(key, ec.EllipticCurvePrivateKey) or key.public_key() != issuer.public_key():
            raise ValueError  # noqa: TRY301  (said once, below)
    except Exception as fault:
        raise StoreError(
            "what phones trust cannot be read, or does not fit together",
            where=str(folder),
            mend="take this folder away: the next start makes it anew, and each phone has to trust it again",
        ) from fault
    return Authority(root, issuer, key)


def keep_authority(folder: Path, computer: str, now: datetime) -> Authority:
    """The authority of a folder; made where there is none, or where its years are over."""
    kept = authority_in(folder)
    if kept and kept.root.not_valid_after_utc > now + RENEW:
        return kept
    made = new_authority(computer, now)
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    (folder / SERVER).unlink(missing_ok=True)
    write(folder / ROOT, made.root.public_bytes(Encoding.PEM))
    write(folder / ISSUER, key_as_text(made.key) + made.issuer.public_bytes(Encoding.PEM))
    return made


def certificate_in(folder: Path) -> x509.Certificate | None:
    """The server's certificate that is kept in a folder, if there is one that can be read."""
    try:
        return x509.load_pem_x509_certificate((folder / SERVER).read_bytes())
    except (OSError, ValueError):
        return None


def keep_certificate(folder: Path, authority: Authority, names: Iterable[str], now: datetime) -> Path:
    """The file of the server's key and certificate: good for these names, and for a month to come."""
    file, wanted = folder / SERVER, frozenset(names)
    kept = certificate_in(folder)
    if kept is None or not is_good(kept, authority, wanted, now):
        write(file, certify(authority, sorted(wanted), now))
    return file


def is_good(
    certificate: x509.Certificate, authority: Authority, names: frozenset[str], now: datetime
) -> bool:
    """Whether a certificate is of this authority, names all of these, and holds for a month to come."""
    begun = certificate.not_valid_before_utc <= now
    lasts = certificate.not_valid_after_utc > now + RENEW
    return begun and lasts and names <= names_of(certificate) and is_from(certificate, authority)


def is_from(certificate: x509.Certificate, authority: Authority) -> bool:
    """Whether this authority signed a certificate."""
    try:
        certificate.verify_directly_issued_by(authority.issuer)
    except (ValueError, TypeError, InvalidSignature):
        return False
    return True


def write(file: Path, content: bytes) -> None:
    """Write a file at once or not at all, for its owner's eyes."""
    part = file.with_name(f".{file.name}.{os.getpid()}")
    with os.fdopen(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as target:
        target.write(content)
    part.replace(file)
