"""A certificate authority of one's own, that can vouch for addresses at home and for no website.

A phone comes to trust the root. The root's key signs one thing, the issuer, and is then
thrown away: it never reaches the disk. The issuer's key is kept, and cannot do harm
elsewhere, since an issuer's limits are held by whatever checks a certificate, while some
pass over those of a root.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from ipaddress import ip_address

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

from firststep.nearby.addresses import NAMES, NEAR

YEARS = 10
"""How long the authority lasts."""

DAYS = 397
"""How long the certificate of the server lasts: phones take none that lasts longer than 398."""

SLACK = timedelta(days=1)
"""A phone's clock may be behind by as much."""

Key = ec.EllipticCurvePrivateKey


@dataclass(frozen=True, slots=True)
class Authority:
    """What a phone trusts, and what signs in its name."""

    root: x509.Certificate
    issuer: x509.Certificate
    key: Key

    @property
    def fingerprint(self) -> str:
        """What tells this root from every other, in groups of four signs, to compare by eye."""
        signs = self.root.fingerprint(SHA256()).hex().upper()
        return " ".join(signs[k : k + 4] for k in range(0, len(signs), 4))

    @property
    def name(self) -> str:
        """What a phone calls it."""
        (found,) = self.root.subject.get_attributes_for_oid(NameOID.COMMON_NAME)
        return str(found.value)

    @property
    def file(self) -> bytes:
        """The root as phones install it."""
        return self.root.public_bytes(Encoding.DER)


def new_authority(computer: str, now: datetime) -> Authority:
    """An authority for this computer, and nobody with a key to the root."""
    until = now + timedelta(days=365 * YEARS)
    root_key, key = _new_key(), _new_key()
    name = _called(f"Firststep on {computer[:20]}, {now:%Y-%m-%d}")
    root = _signs(_begun(name, name, root_key, now, until), root_key, below=1).sign(root_key, SHA256())
    issuer = _begun(_called(f"Firststep, issuer, {now:%Y-%m-%d}"), name, key, now, until)
    issuer = _signs(issuer, root_key, below=0).add_extension(_SERVERS, critical=False)
    return Authority(root, issuer.sign(root_key, SHA256()), key)


def certify(authority: Authority, names: Iterable[str], now: datetime) -> bytes:
    """A new key and its certificate for these addresses and names, with the issuer's: one PEM."""
    key = _new_key()
    until = min(now + timedelta(days=DAYS) - SLACK, authority.issuer.not_valid_after_utc)
    made = (
        _begun(_called("Firststep"), authority.issuer.subject, key, now, until)
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(_uses(digital_signature=True), critical=True)
        .add_extension(_SERVERS, critical=False)
        .add_extension(x509.SubjectAlternativeName(map(_as_name, names)), critical=False)
        .add_extension(_issued_by(authority.key), critical=False)
        .sign(authority.key, SHA256())
    )
    chain = made.public_bytes(Encoding.PEM) + authority.issuer.public_bytes(Encoding.PEM)
    return key_as_text(key) + chain


def key_as_text(key: Key) -> bytes:
    """A key, to be kept where only its owner can read it."""
    return key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())


def names_of(certificate: x509.Certificate) -> frozenset[str]:
    """The addresses and names that a certificate vouches for."""
    named = certificate.extensions.get_extension_for_class(x509.SubjectAlternativeName).value
    addresses = map(str, named.get_values_for_type(x509.IPAddress))
    return frozenset([*addresses, *named.get_values_for_type(x509.DNSName)])


_SERVERS = x509.ExtendedKeyUsage([ExtendedKeyUsageOID.SERVER_AUTH])


def _new_key() -> Key:
    return ec.generate_private_key(ec.SECP256R1())


def _called(name: str) -> x509.Name:
    return x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])


def _begun(
    subject: x509.Name, issuer: x509.Name, key: Key, now: datetime, until: datetime
) -> x509.CertificateBuilder:
    return (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(issuer)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - SLACK)
        .not_valid_after(until)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
    )


def _signs(made: x509.CertificateBuilder, signer: Key, *, below: int) -> x509.CertificateBuilder:
    """Make it an authority, with so many below it, and only for what is near."""
    near = [*map(x509.IPAddress, NEAR), *map(x509.DNSName, NAMES)]
    return (
        made.add_extension(x509.BasicConstraints(ca=True, path_length=below), critical=True)
        .add_extension(_uses(key_cert_sign=True, crl_sign=True), critical=True)
        .add_extension(x509.NameConstraints(permitted_subtrees=near, excluded_subtrees=None), critical=True)
        .add_extension(_issued_by(signer), critical=False)
    )


def _issued_by(signer: Key) -> x509.AuthorityKeyIdentifier:
    return x509.AuthorityKeyIdentifier.from_issuer_public_key(signer.public_key())


def _uses(
    *, digital_signature: bool = False, key_cert_sign: bool = False, crl_sign: bool = False
) -> x509.KeyUsage:
    return x509.KeyUsage(
        digital_signature=digital_signature,
        key_cert_sign=key_cert_sign,
        crl_sign=crl_sign,
        content_commitment=False,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        encipher_only=False,
        decipher_only=False,
    )


def _as_name(name: str) -> x509.GeneralName:
    try:
        return x509.IPAddress(ip_address(name))
    except ValueError:
        return x509.DNSName(name)
