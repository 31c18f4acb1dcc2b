"""A SMART Health Link, held against the text of its specification field by field."""

import json
from datetime import UTC, datetime

import pytest
from tests.health_links import OpensNothingError, decrypted, payload, unbase64url

from firststep.errors import OutputError
from firststep.nearby.qr import as_svg
from firststep.reports.health_link import HealthLink, manifest, manifest_url, seal
from firststep.reports.health_link.link import base64url

KEY = bytes(range(32))
SECRET = "I91rhba3VsuGXGchcnr6VHlQFKxfE28kuZ0ssbEuxno"  # the length of the specification's example
URL = manifest_url("https://heel.example", SECRET)
UNTIL = datetime(2026, 12, 1, 12, 0, 0, 999_999, tzinfo=UTC)
NAMED_IN_SPECIFICATION = {"url", "key", "exp", "flag", "label", "v"}


def link(**changed):
    return HealthLink(**{"url": URL, "key": KEY, "until": UNTIL} | changed)


def test_the_payload_has_the_fields_of_the_specification():
    told = payload(str(link(label="Para la fisio ñ", asks=True)))
    assert told == {
        "url": f"https://heel.example/shl/{SECRET}",
        "key": "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8",
        "exp": 1796126400,
        "flag": "P",
        "label": "Para la fisio ñ",
        "v": 1,
    }
    assert len(told["key"]) == 43
    assert unbase64url(told["key"]) == KEY


def test_what_says_nothing_is_left_out():
    told = payload(str(link()))
    assert set(told) == NAMED_IN_SPECIFICATION - {"flag", "label"}


def test_the_payload_is_minified_and_has_no_padding():
    text = str(link(label="x")).removeprefix("shlink:/")
    assert "=" not in text
    assert unbase64url(text).decode() == json.dumps(link(label="x").payload(), separators=(",", ":"))


@pytest.mark.parametrize(
    ("changed", "says"),
    [
        ({"url": "https://heel.example/shl/" + "x" * 104}, "at most 128 signs, not 129"),
        ({"key": KEY[1:]}, "32 bytes, not 31"),
        ({"label": "x" * 81}, "at most 80 signs"),
    ],
)
def test_what_the_specification_would_not_have_is_refused(changed, says):
    with pytest.raises(OutputError, match=says):
        link(**changed)


def test_the_header_of_a_file_says_how_it_is_encrypted_and_what_it_is():
    header, content = decrypted(
        seal(b"{}", KEY, content_type="application/fhir+json"), payload(str(link()))["key"]
    )
    assert header == {"alg": "dir", "enc": "A256GCM", "cty": "application/fhir+json"}
    assert content == b"{}"


def test_the_same_file_is_never_encrypted_with_the_same_nonce():
    nonces = {seal(b"{}", KEY, content_type="application/fhir+json").split(".")[2] for _ in range(500)}
    assert len(nonces) == 500


OTHER_HEADER = base64url(b'{"alg":"dir","enc":"A256GCM","cty":"text/html"}')


@pytest.mark.parametrize("part", [0, 2, 3, 4])
def test_a_file_that_was_changed_anywhere_opens_nothing(part):
    parts = seal(b'{"resourceType": "Bundle"}', KEY, content_type="application/fhir+json").split(".")
    good = parts[part]
    changed = good[:8] + ("B" if good[8] != "B" else "C") + good[9:]
    parts[part] = changed if part else OTHER_HEADER  # the header is vouched for too
    with pytest.raises(OpensNothingError, match="it was changed"):
        decrypted(".".join(parts), payload(str(link()))["key"])


def test_a_key_with_one_bit_changed_opens_nothing():
    sealed = seal(b"{}", KEY, content_type="application/fhir+json")
    other = link(key=bytes([KEY[0] ^ 1, *KEY[1:]]))
    with pytest.raises(OpensNothingError):
        decrypted(sealed, payload(str(other))["key"])


@pytest.mark.parametrize(
    ("most", "where"), [(None, "embedded"), (6, "embedded"), (5, "location"), (0, "location")]
)
def test_a_file_stands_in_the_manifest_unless_it_is_longer_than_was_asked_for(most, where):
    whole = manifest("sealed", made=UNTIL, most=most, location="https://heel.example/shl/file/x")
    ((listed),) = whole["files"]
    assert ("embedded" in listed, "location" in listed) == (where == "embedded", where == "location")
    assert listed["contentType"] == "application/fhir+json"
    assert (listed["lastUpdated"], listed["status"]) == ("2026-12-01T12:00:00Z", "finalized")
    assert listed["fhirVersion"] == "4.0.1"


def test_the_longest_link_still_fits_into_a_qr_code():
    longest = link(url="https://" + "h" * 120, label="ñ" * 80, asks=True)
    assert as_svg(str(longest), level="m").startswith("<svg")
