"""Health data is in no log line: things are planted, everything is done, and the log is read."""

import io
import json
import logging
import logging.config
from datetime import timedelta
from uuid import uuid4

import pytest
from django.conf import settings
from django.test import Client
from tests.health_links import payload
from tests.people import NOON, TODAY, told

from firststep.actions.pair import make_code
from firststep.actions.share import Asked, share
from firststep.records import Doing, Morning
from firststep.records.plain import as_plain
from firststep.web.diary import views
from firststep.web.quiet import PlacesOnly
from firststep.web.share import opening

NAME, TECHNIQUE, TYPED = "Zebediah Quux", "plover-roller", "QQQQ-WWWW"


@pytest.fixture
def log():
    """Everything that any logger says, at every level, as our own handler writes it."""
    said = io.StringIO()
    handler = logging.StreamHandler(said)
    handler.setFormatter(PlacesOnly())
    root = logging.getLogger()
    before = root.level
    root.addHandler(handler)
    root.setLevel(logging.DEBUG)
    logging.getLogger("django").setLevel(logging.DEBUG)
    yield said
    root.removeHandler(handler)
    root.setLevel(before)
    logging.config.dictConfig(settings.LOGGING)


def test_nothing_that_anyone_told_is_in_the_log(anna, log, monkeypatch):
    client = Client(raise_request_exception=False)
    code = make_code(None, NOON)
    client.post("/pair/", {"code": TYPED})
    client.post("/pair/", {"code": code})
    client.post("/welcome/", {"name": NAME})
    page = client.get("/").headers["Location"].removesuffix("today/")
    good = as_plain(told(Morning(7)))
    bad = [
        as_plain(told(Doing(frozenset([TECHNIQUE])))),
        good | {"id": str(uuid4()), "what": {"pain": TECHNIQUE}},
        good | {"id": str(uuid4()), "foot": NAME},
    ]
    for event in (good, *bad):
        client.post(f"{page}tell", json.dumps({"events": [event]}), content_type="application/json")

    def broken(*_, **__):
        raise ValueError(f"{NAME} scored 7 after {TECHNIQUE}")

    monkeypatch.setattr(views, "renew", broken)
    for path in ("document", "today/", "nowhere"):
        client.get(page + path)
    client.post(f"{page}tell", json.dumps({"events": [good]}), content_type="application/json")
    client.get(f"{page}nowhere?name={NAME}")
    lines = log.getvalue()
    assert "ValueError" in lines  # the log does say that something went wrong, and where
    assert "views.py" in lines
    for planted in (NAME, "Zebediah", TECHNIQUE, TYPED, code, "pain", TODAY.isoformat(), good["id"]):
        assert planted not in lines.replace(f"{NOON:%Y-%m-%d} ", "")


def test_no_secret_of_a_link_is_in_the_log(anna, log, monkeypatch):
    anna.begin()
    asked = Asked(address="https://heel.example", lasts=timedelta(days=1), label=NAME, passcode=TYPED)
    told = payload(share(anna.id, asked, NOON).text)
    secret, client = told["url"].rpartition("/")[2], Client(raise_request_exception=False)
    for body in ({}, {"recipient": NAME}, {"recipient": NAME, "passcode": TYPED}):
        client.post(f"/shl/{secret}", body, content_type="application/json")
    client.get(f"/shl/{secret}")
    client.get(f"/shl/file/{secret}")

    def broken(*_):
        raise ValueError(f"{secret} {TYPED}")

    monkeypatch.setattr(opening, "open_link", broken)
    client.post(f"/shl/{secret}", {"recipient": NAME}, content_type="application/json")
    lines = log.getvalue()
    assert "ValueError" in lines
    assert "(answered 404)" in lines
    for planted in (NAME, TYPED, secret, told["key"]):
        assert planted not in lines


def test_the_server_logs_through_that_handler_only():
    assert settings.LOGGING["root"]["handlers"] == ["stderr"]
    assert settings.LOGGING["handlers"]["stderr"]["formatter"] == "quiet"
    assert settings.LOGGING["loggers"]["django"]["handlers"] == []
    assert [name for name, logger in settings.LOGGING["loggers"].items() if logger["handlers"]] == []
