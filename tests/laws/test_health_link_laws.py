"""Whatever is shared comes back byte for byte, for whoever has the key, and for nobody else."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from tests.health_links import OpensNothingError, decrypted, payload, unbase64url
from tests.unit.test_health_link import link

from firststep.reports.health_link import seal
from firststep.reports.health_link.link import base64url

keys = st.binary(min_size=32, max_size=32)
files = st.binary(max_size=4000)
FHIR = "application/fhir+json"


@given(files, keys)
def test_what_was_shared_comes_back_byte_for_byte(content, key):
    assert decrypted(seal(content, key, content_type=FHIR), base64url(key)) == (
        {"alg": "dir", "enc": "A256GCM", "cty": FHIR},
        content,
    )


@given(files, keys, keys)
def test_no_other_key_opens_it(content, key, other):
    assume(key != other)
    with pytest.raises(OpensNothingError):
        decrypted(seal(content, key, content_type=FHIR), base64url(other))


@given(files, keys, st.data())
def test_no_changed_byte_goes_unnoticed(content, key, data):
    parts = seal(content, key, content_type=FHIR).split(".")
    part = data.draw(st.sampled_from([at for at in (2, 3, 4) if parts[at]]))
    raw = bytearray(unbase64url(parts[part]))
    at = data.draw(st.integers(0, len(raw) - 1))
    raw[at] ^= data.draw(st.integers(1, 255))
    parts[part] = base64url(bytes(raw))
    with pytest.raises(OpensNothingError):
        decrypted(".".join(parts), base64url(key))


@given(keys, st.text(max_size=80), st.booleans(), st.datetimes())
def test_a_link_says_what_it_was_made_of(key, label, asks, until):
    told = payload(str(link(key=key, label=label, asks=asks, until=until)))
    assert unbase64url(told["key"]) == key
    assert told.get("label", "") == label
    assert told.get("flag") == ("P" if asks else None)
    assert told["exp"] == int(until.timestamp())
