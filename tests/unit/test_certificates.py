"""The authority of one's own: what it may vouch for, how long, and who can read its key."""

import socket
import ssl
import threading
from datetime import UTC, datetime, timedelta
from ipaddress import ip_address

import pytest
from cryptography import x509
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.x509.oid import ExtendedKeyUsageOID

from firststep.errors import StoreError
from firststep.nearby.addresses import NEAR, is_a_name_at_home, is_near, own_addresses, own_name
from firststep.nearby.authority import certify, names_of, new_authority
from firststep.nearby.keeping import authority_in, certificate_in, keep_authority
from firststep.nearby.phones import MOST_NAMES, Phones

NOW = datetime.now(UTC).replace(microsecond=0)
HOME_ADDRESS, OTHER = "192.168.7.5", "10.1.2.3"


class Clock:
    def __init__(self):
        self.now = NOW

    def __call__(self):
        return self.now


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def phones(tmp_path, clock):
    return Phones(tmp_path, clock, given=HOME_ADDRESS)


def extension(certificate, kind):
    return certificate.extensions.get_extension_for_class(kind)


def shake_hands(server: ssl.SSLContext, client: ssl.SSLContext, name: str) -> str:
    """A real handshake over a pair of sockets; how it ended for the client."""
    here, there = socket.socketpair()

    def serve():
        try:
            server.wrap_socket(here, server_side=True).close()
        except OSError:
            here.close()

    thread = threading.Thread(target=serve)
    thread.start()
    try:
        client.wrap_socket(there, server_hostname=name).close()
    except ssl.SSLCertVerificationError as fault:
        return fault.verify_message
    finally:
        there.close()
        thread.join()
    return "trusted"


def who_trusts(root: x509.Certificate) -> ssl.SSLContext:
    return ssl.create_default_context(cadata=root.public_bytes(Encoding.PEM).decode())


def shown(tmp_path, pem: bytes) -> ssl.SSLContext:
    file = tmp_path / "shown.pem"
    file.write_bytes(pem)
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(file)
    return context


def test_whoever_trusts_the_root_trusts_the_server_at_its_address(phones):
    assert shake_hands(phones.context(), who_trusts(phones.authority.root), HOME_ADDRESS) == "trusted"
    assert shake_hands(phones.context(), who_trusts(phones.authority.root), own_name()) == "trusted"


def test_whoever_does_not_refuses_it(phones):
    refused = shake_hands(phones.context(), ssl.create_default_context(), HOME_ADDRESS)
    assert refused == "unable to get local issuer certificate"


def test_an_address_that_is_not_named_is_refused(phones):
    assert "mismatch" in shake_hands(phones.context(), who_trusts(phones.authority.root), OTHER)


@pytest.mark.parametrize("name", ["bank.example", "1.1.1.1", "2001:db8::1", "com", "notlocal"])
def test_even_with_the_kept_key_nobody_can_pose_as_something_elsewhere(tmp_path, name):
    authority = new_authority("kitchen", NOW)
    forged = shown(tmp_path, certify(authority, [name], NOW))
    assert shake_hands(forged, who_trusts(authority.root), name) == "permitted subtree violation"


def test_the_root_has_no_key_on_the_disk(phones):
    root_key = phones.authority.root.public_key()
    assert phones.authority.key.public_key() != root_key
    kept = b"".join(file.read_bytes() for file in phones.folder.iterdir())
    assert kept.count(b"PRIVATE KEY-----") == 4  # begin and end, of the issuer's and the server's
    server = certificate_in(phones.folder)
    assert root_key not in (phones.authority.issuer.public_key(), server.public_key())


def test_no_authority_may_stand_below_the_issuer(phones):
    limits = extension(phones.authority.issuer, x509.BasicConstraints)
    assert (limits.critical, limits.value.ca, limits.value.path_length) == (True, True, 0)
    for made in (phones.authority.root, phones.authority.issuer):
        names = extension(made, x509.NameConstraints)
        assert names.critical
        assert {one.value for one in names.value.permitted_subtrees} > set(NEAR)


def test_the_server_certificate_is_as_phones_demand(phones):
    made = certificate_in(phones.folder)
    assert made.not_valid_after_utc - made.not_valid_before_utc <= timedelta(days=397)
    assert list(extension(made, x509.ExtendedKeyUsage).value) == [ExtendedKeyUsageOID.SERVER_AUTH]
    named = extension(made, x509.SubjectAlternativeName).value
    assert ip_address(HOME_ADDRESS) in named.get_values_for_type(x509.IPAddress)
    assert not extension(made, x509.BasicConstraints).value.ca
    assert phones.authority.name.startswith("Firststep on ")  # a phone lists none without a name


def test_the_authority_lasts_ten_years_and_is_made_once(tmp_path, clock):
    first = Phones(tmp_path, clock, given=HOME_ADDRESS)
    clock.now += timedelta(days=9 * 365)
    assert Phones(tmp_path, clock, given=HOME_ADDRESS).authority.fingerprint == first.authority.fingerprint
    clock.now += timedelta(days=365)
    assert Phones(tmp_path, clock, given=HOME_ADDRESS).authority.fingerprint != first.authority.fingerprint


def test_only_the_owner_can_read_the_keys(phones):
    assert phones.folder.stat().st_mode & 0o077 == 0
    assert [file.name for file in phones.folder.iterdir() if file.stat().st_mode & 0o077] == []


def test_the_certificate_stays_while_nothing_changes(tmp_path, clock):
    first = certificate_in(Phones(tmp_path, clock, given=HOME_ADDRESS).folder)
    clock.now += timedelta(days=300)
    assert certificate_in(Phones(tmp_path, clock, given=HOME_ADDRESS).folder) == first


def test_a_phone_that_comes_to_a_new_address_gets_a_certificate_for_it(phones):
    before = certificate_in(phones.folder)
    context = phones.context(OTHER)
    assert shake_hands(context, who_trusts(phones.authority.root), OTHER) == "trusted"
    assert {OTHER, HOME_ADDRESS} <= names_of(certificate_in(phones.folder))
    assert certificate_in(phones.folder) != before
    assert phones.context(OTHER) is context


def test_old_addresses_are_forgotten_in_the_end(phones):
    for last in range(1, 40):
        phones.context(f"192.168.8.{last}")
    assert len(phones.names) <= MOST_NAMES
    assert {HOME_ADDRESS, "192.168.8.39"} <= phones.names


def test_it_is_renewed_a_month_before_its_end(phones, clock):
    first = phones.context()
    clock.now += timedelta(days=360)
    assert phones.context() is first
    clock.now += timedelta(days=8)
    assert phones.context() is not first
    assert certificate_in(phones.folder).not_valid_after_utc > clock.now + timedelta(days=390)


def test_what_cannot_be_read_is_named_with_how_to_mend_it(phones, tmp_path, clock):
    (phones.folder / "root.crt").write_text("no certificate")
    with pytest.raises(StoreError, match="take this folder away"):
        Phones(tmp_path, clock)


def test_keys_that_do_not_fit_together_are_refused(phones, tmp_path):
    keep_authority(tmp_path / "other", "other", NOW)
    (tmp_path / "other" / "root.crt").replace(phones.folder / "root.crt")
    with pytest.raises(StoreError, match="does not fit together"):
        authority_in(phones.folder)


def test_a_broken_server_certificate_is_made_anew(phones, tmp_path, clock):
    (phones.folder / "server.pem").write_text("broken")
    again = Phones(tmp_path, clock, given=HOME_ADDRESS)
    assert shake_hands(again.context(), who_trusts(again.authority.root), HOME_ADDRESS) == "trusted"


@pytest.mark.parametrize("given", ["8.8.8.8", "heel.example", "local", "http://192.168.1.5"])
def test_what_the_certificate_could_not_name_is_refused_in_words(tmp_path, clock, given):
    with pytest.raises(StoreError, match="neither a private address nor a name at home"):
        Phones(tmp_path, clock, given=given)
    assert list(tmp_path.iterdir()) == []


def test_what_is_near():
    near = ("10.0.0.1", "172.31.255.1", "192.168.1.1", "169.254.3.3", "100.100.1.1", "127.0.0.1")
    far = ("8.8.8.8", "172.32.0.1", "192.169.0.1", "100.128.0.1", "192.0.2.2", "::1", "kitchen", "")
    assert [*map(is_near, near + far)] == [True] * len(near) + [False] * len(far)
    assert is_a_name_at_home("kitchen.local")
    assert not is_a_name_at_home("kitchen.example")


def test_the_own_name_and_addresses_may_be_named():
    assert is_a_name_at_home(own_name())
    assert all(is_near(one) and not one.startswith("127.") for one in own_addresses())
