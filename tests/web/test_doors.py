"""The doors: who comes in by which, and that in the open there is the page about trust and nothing else."""

from datetime import UTC, datetime

import pytest
from cryptography import x509
from django.conf import settings
from django.test import Client
from tests.people import NOON
from tests.web.test_who import routes

from firststep.actions.pair import make_code
from firststep.nearby.door import DOOR, PHONES, Door
from firststep.nearby.phones import Phones
from firststep.web.nearby.trust import FILES

ADDRESS = "192.168.7.5"
LEFT = ("/", "/firststep.crt", *FILES)


@pytest.fixture
def phones(tmp_path, settings):
    settings.ALLOWED_HOSTS = list(settings.ALLOWED_HOSTS)
    phones = Phones(tmp_path, lambda: datetime.now(UTC), given=ADDRESS)
    phones.port = 8443
    return phones


class Secure(Client):
    """A browser over a secure connection."""

    def generic(self, *words, **more):
        return super().generic(*words, **more | {"secure": True})


def through(door, phones, host, *, checks=False, **more):
    kind = Secure if door == Door.PHONES else Client
    environ = {DOOR: door, PHONES: phones, "HTTP_HOST": host, **more}
    return kind(enforce_csrf_checks=checks, headers={"accept": "text/html"}, **environ)


def paths(person):
    """Every address that there is, with and without its slash, and files."""
    for route in routes():
        path = "/" + route.replace("<uuid:person>", str(person)).replace("<str:id_>", "tennis-ball")
        yield from (path, path.rstrip("/"), path + "?code=K7QD-M3WX")
    yield from (
        "/static/firststep/app.css",
        "/static/../settings.py",
        "/.",
        "/secret-key",
        "/phones/issuer.pem",
    )


def test_in_the_open_there_is_the_page_about_trust_and_nothing_else(anna, phones):
    client = through(Door.OPEN, phones, f"{ADDRESS}:8443")
    client.cookies = anna.client().cookies
    seen = set()
    for path in paths(anna.id):
        answer = client.get(path)
        seen.add(answer.status_code)
        assert (answer.status_code == 200) == (path.partition("?")[0] in ("/", "")), path
        assert not answer.cookies
        assert "Anna" not in answer.content.decode()
    assert seen == {200, 404}


@pytest.mark.parametrize("method", ["post", "put", "delete", "patch", "options"])
def test_in_the_open_nothing_can_be_sent(anna, phones, method):
    code = make_code(anna.id, NOON)
    client = through(Door.OPEN, phones, f"{ADDRESS}:8443")
    for path in ("/", "/pair/", f"/{anna.id}/tell"):
        assert (
            getattr(client, method)(path, {"code": code}, content_type="application/json").status_code == 405
        )
    assert (
        Client().post("/pair/", {"code": code}).headers["Location"] == f"/{anna.id}/today/"
    )  # it is still good


def test_no_code_is_on_the_page_about_trust_even_if_it_is_asked_with_one(phones):
    page = through(Door.OPEN, phones, ADDRESS).get("/?code=K7QD-M3WX").content.decode()
    assert "K7QD" not in page
    assert phones.authority.fingerprint in page


def test_the_certificate_is_as_phones_install_it(phones):
    answer = through(Door.OPEN, phones, ADDRESS).get("/firststep.crt")
    assert answer.headers["Content-Type"] == "application/x-x509-ca-cert"
    assert x509.load_der_x509_certificate(answer.content) == phones.authority.root
    assert "attachment" not in answer.headers["Content-Disposition"]


def test_the_page_about_trust_may_load_our_own_files_and_ask_the_secure_door_alone(phones):
    answer = through(Door.OPEN, phones, f"{ADDRESS}:8443").get("/")
    policy = dict(part.strip().split(" ", 1) for part in answer.headers["Content-Security-Policy"].split(";"))
    assert policy["connect-src"] == f"https://{ADDRESS}:8443"
    assert set(policy.values()) == {"'none'", "'self'", f"https://{ADDRESS}:8443"}
    for path in LEFT:
        found = through(Door.OPEN, phones, ADDRESS).get(path)
        assert (found.status_code, int(found.headers["Content-Length"])) == (200, len(found.content))


def test_it_leads_to_no_address_that_a_request_made_up(phones):
    page = through(Door.OPEN, phones, "evil.example").get("/").content.decode()
    assert "evil.example" not in page
    assert f'href="https://{ADDRESS}:8443/"' in page


@pytest.mark.parametrize(
    ("browser", "first"), [("Mozilla/5.0 (Linux; Android 15)", "Android"), ("Mozilla/5.0 (iPhone)", "iPhone")]
)
def test_the_steps_of_this_kind_of_phone_stand_first_and_open(phones, browser, first):
    page = through(Door.OPEN, phones, ADDRESS, HTTP_USER_AGENT=browser).get("/").content.decode()
    assert f"On an {first}" in page.partition("<details")[2].partition("</summary>")[0]
    assert page.count('<details class="card" open>') == 1


def test_a_phone_comes_in_by_every_name_of_the_certificate_and_by_no_other(anna, phones):
    for host in phones.names:
        assert through(Door.PHONES, phones, f"{host}:8443").get("/pair/").status_code == 200
    for host in ("127.0.0.1", "localhost", "192.168.7.6", "evil.example", ""):
        assert through(Door.PHONES, phones, host).get("/pair/").status_code == 400


def test_the_door_on_this_computer_answers_to_its_local_names_alone(anna, phones):
    through(Door.PHONES, phones, ADDRESS).get("/pair/")  # from now on the settings know this name
    assert ADDRESS in settings.ALLOWED_HOSTS
    assert through(Door.HERE, phones, "127.0.0.1:8000").get("/pair/").status_code == 200
    assert through(Door.HERE, phones, ADDRESS).get("/pair/").status_code == 400


def test_cookies_are_for_secure_connections_where_there_is_one(anna, phones):
    for door, host, secure in ((Door.PHONES, ADDRESS, True), (Door.HERE, "localhost", "")):
        client = through(door, phones, host)
        page = client.get("/pair/")
        paired = client.post("/pair/", {"code": make_code(anna.id, NOON)})
        assert paired.status_code == 302
        cookies = {**page.cookies, **paired.cookies}
        assert set(cookies) == {settings.SESSION_COOKIE_NAME, settings.CSRF_COOKIE_NAME}
        assert {cookie["secure"] for cookie in cookies.values()} == {secure}


def test_a_form_from_a_phone_needs_the_token_and_its_own_origin(anna, phones):
    ours = f"https://{ADDRESS}:8443"
    strict = through(Door.PHONES, phones, f"{ADDRESS}:8443", checks=True, HTTP_ORIGIN=ours)
    page = strict.get("/pair/").content.decode()
    token = page.partition('name="csrfmiddlewaretoken" value="')[2].partition('"')[0]
    sent = {"code": make_code(anna.id, NOON), "csrfmiddlewaretoken": token}
    assert strict.post("/pair/", sent, HTTP_ORIGIN="https://evil.example").status_code == 403
    assert strict.post("/pair/", sent, HTTP_ORIGIN=f"http://{ADDRESS}:8443").status_code == 403
    assert strict.post("/pair/", {"code": sent["code"]}).status_code == 403
    assert strict.post("/pair/", sent).status_code == 302


def test_a_sign_of_life_tells_which_installation_it_is_and_nothing_of_anybody(anna):
    answer = anna.client().get("/alive")
    assert answer.content.decode() == f"firststep {settings.INSTALLATION}\n"
    assert Client().get("/alive").content == answer.content


def test_a_sign_of_life_is_no_visit_of_a_phone(anna, phones):
    through(Door.PHONES, phones, ADDRESS).get("/alive")
    assert not phones.reached
    through(Door.PHONES, phones, ADDRESS).get("/pair/")
    assert phones.reached
