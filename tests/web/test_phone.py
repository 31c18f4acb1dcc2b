"""Settings, Open it on your phone: QR codes that pair a phone, once."""

import re
from datetime import UTC, datetime

import pytest
from django.test import Client

from firststep.nearby.door import PHONES
from firststep.nearby.phones import Phones
from firststep.nearby.qr import as_svg
from firststep.web.nearby import views

ADDRESS = "192.168.7.5"


@pytest.fixture
def phones(tmp_path):
    phones = Phones(tmp_path, lambda: datetime.now(UTC), given=ADDRESS)
    phones.port = 8443
    return phones


def page(anna, phones=None, method="get"):
    return getattr(anna.client(), method)(f"/{anna.id}/phone/", **{PHONES: phones}).content.decode()


def code_on(shown):
    return re.search(r'class="code">([0-9A-Z-]{9})<', shown)[1]


def test_the_settings_lead_there(anna):
    assert f'href="/{anna.id}/phone/"' in anna.client().get(f"/{anna.id}/settings/").content.decode()


def test_first_a_code_to_scan_that_leads_to_the_page_about_trust(anna, phones):
    shown = page(anna, phones)
    assert as_svg(f"http://{ADDRESS}:8443") in shown
    assert phones.authority.fingerprint in shown
    assert 'class="code"' not in shown  # looking makes no code


def test_then_one_that_opens_the_diary_on_one_phone(anna, phones):
    shown = page(anna, phones, "post")
    code = code_on(shown)
    assert as_svg(f"https://{ADDRESS}:8443/pair/#{code}") in shown
    assert f"http://{ADDRESS}" not in shown
    phone = Client()
    assert phone.post("/pair/", {"code": code}).headers["Location"] == f"/{anna.id}/today/"
    assert Client().post("/pair/", {"code": code}).status_code == 400


def test_who_cannot_see_a_code_hears_where_it_leads(anna, phones):
    shown = page(anna, phones, "post")
    (label,) = re.findall(r'role="img" aria-label="([^"]*)"', shown)
    assert label == f"QR code for https://{ADDRESS}:8443/pair/"


def test_hosted_it_leads_to_the_hosted_address(anna, settings):
    settings.ORIGIN = "https://heel.example"
    shown = page(anna, None, "post")
    assert as_svg(f"https://heel.example/pair/#{code_on(shown)}") in shown
    assert "fingerprint" not in page(anna)


def test_where_no_phone_can_come_in_the_page_says_why(anna, tmp_path, monkeypatch):
    assert "--no-phone" in page(anna)
    monkeypatch.setattr("firststep.nearby.phones.own_addresses", list)
    assert "no home network" in page(anna, Phones(tmp_path, lambda: datetime.now(UTC)))


def test_a_post_makes_no_code_where_no_phone_can_come_in(anna, monkeypatch):
    monkeypatch.setattr(views, "make_code", lambda *_: pytest.fail("a code that leads nowhere"))
    assert 'class="code"' not in page(anna, None, "post")
