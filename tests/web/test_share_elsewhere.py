"""A link of ours, read by a published client: `kill-the-clipboard`, in Node, over a real connection.

It shares no line with us or with tests/health_links.py: its own reading of the specification, and
another JOSE library in another language.
"""

import json
from datetime import UTC, datetime, timedelta

import pytest
from tests.conftest import ROOT
from tests.health_links import payload
from tests.javascript import node

from firststep.actions.share import Asked, content_of, revoke, share
from firststep.reports.health_link.link import base64url

pytestmark = pytest.mark.django_db(transaction=True)
CLIENT = ROOT / ".venv/node/test/node_modules/kill-the-clipboard/dist/index.esm.js"
PASSCODE = "2468"


@pytest.fixture
def now(monkeypatch):
    """The clock as it is: the client has no other."""
    monkeypatch.setattr("django.utils.timezone.now", lambda: datetime.now(UTC))
    return datetime.now(UTC)


@pytest.fixture
def shared(anna, live_server, now):
    anna.begin()
    asked = Asked(address=live_server.url, lasts=timedelta(days=1), label="Für Eva", passcode=PASSCODE)
    return share(anna.id, asked, now)


def reads(link: str, passcode=PASSCODE, **more):
    done = node(ROOT / "tests/js/viewer.mjs", CLIENT, json.dumps({"link": link, "passcode": passcode} | more))
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


@pytest.mark.parametrize("most", [None, 100], ids=["embedded", "fetched"])
def test_it_reads_what_was_shared(shared, anna, now, most):
    more = {"most": most} if most else {}
    assert reads(shared.text, **more) == {
        "label": "Für Eva",
        "resources": [json.loads(content_of(anna.id, now))],
    }


def test_a_wrong_passcode_is_understood(shared):
    assert reads(shared.text, "1357")["fault"] == "SHLInvalidPasscodeError"


def test_a_link_that_was_shut_is_understood(shared, anna, now):
    revoke(anna.id, shared.link.id, now)
    assert reads(shared.text)["fault"] == "SHLManifestNotFoundError"


def test_another_key_opens_nothing(shared):
    other = payload(shared.text) | {"key": base64url(bytes(32))}
    told = reads("shlink:/" + base64url(json.dumps(other).encode()))
    assert told["fault"] == "SHLDecryptionError"
