"""Links over the web: the page of whoever shares, and the doors that viewers knock at."""

import json
import re
from datetime import timedelta
from html import unescape
from uuid import uuid4

import pytest
from django.test import Client
from tests.health_links import OpensNothingError, Viewer, payload
from tests.people import NOON

from firststep.actions.leave import delete_everything
from firststep.actions.share import content_of
from firststep.nearby.door import PHONES
from firststep.nearby.phones import Phones
from firststep.nearby.qr import as_svg
from firststep.reports.health_link.link import base64url
from firststep.store import models, read_links
from firststep.web.share import opening

PASSCODE = "2468"


@pytest.fixture
def begun(anna):
    anna.begin()
    return anna


@pytest.fixture
def at(monkeypatch):
    """Set the clock of the pages."""
    return lambda now: monkeypatch.setattr("django.utils.timezone.now", lambda: now)


def make(someone, **typed):
    asked = {"label": "For Dr. Lind", "lasts": "day", "passcode": ""} | typed
    return someone.client().post(f"/{someone.id}/share/", asked)


def link_on(answer) -> str:
    return unescape(re.search(r'id="link" readonly value="([^"]+)"', answer.content.decode())[1])


def made(someone, **typed) -> str:
    return link_on(make(someone, **typed))


def opens_nothing(link, **body):
    viewer = Viewer()
    answer = viewer.asks(link, **body)
    assert answer.status_code == 404
    assert answer.json() == {"error": "This link opens nothing. It may be over, or shut."}
    with pytest.raises(OpensNothingError):
        viewer.reads(link, **body)


def test_the_settings_lead_there(anna):
    assert f'href="/{anna.id}/share/"' in anna.client().get(f"/{anna.id}/settings/").content.decode()


def test_looking_makes_no_link_and_suggests_a_passcode(begun):
    page = begun.client().get(f"/{begun.id}/share/").content.decode()
    assert re.search(r'name="passcode"[^>]* value="\d{6}"', page)
    assert read_links.links_of(begun.id) == []


def test_a_link_is_read_back_step_by_step_by_somebody_else(begun):
    link = made(begun)
    assert Viewer().reads(link).decode() == content_of(begun.id, NOON)
    told = payload(link)
    assert told["exp"] == int((NOON + timedelta(days=1)).timestamp())
    assert told["label"] == "For Dr. Lind"
    assert re.fullmatch(r"http://testserver/shl/[A-Za-z0-9_-]{43}", told["url"])


def test_with_a_passcode_only_who_has_it_reads(begun):
    answer = make(begun, passcode=PASSCODE)
    link = link_on(answer)
    assert f"Passcode: {PASSCODE}" in answer.content.decode()
    assert payload(link)["flag"] == "P"
    missing, wrong = Viewer().asks(link), Viewer().asks(link, passcode="1357")
    assert (missing.status_code, missing.json()) == (401, {"remainingAttempts": 5})
    assert (wrong.status_code, wrong.json()) == (401, {"remainingAttempts": 4})
    assert Viewer().reads(link, passcode=PASSCODE).decode() == content_of(begun.id, NOON)


def test_after_five_wrong_passcodes_the_right_one_opens_nothing(begun):
    link = made(begun, passcode=PASSCODE)
    left = [Viewer().asks(link, passcode=f"{k:04}").json()["remainingAttempts"] for k in range(5)]
    assert left == [4, 3, 2, 1, 0]
    opens_nothing(link, passcode=PASSCODE)
    assert "too many wrong passcodes" in begun.client().get(f"/{begun.id}/share/").content.decode()


def test_a_link_that_ran_out_opens_nothing(begun, at):
    link = made(begun, lasts="hour")
    at(NOON + timedelta(minutes=59))
    assert Viewer().reads(link)
    at(NOON + timedelta(hours=1))
    opens_nothing(link)


def test_a_link_that_was_shut_opens_nothing(begun):
    link = made(begun)
    (kept,) = read_links.links_of(begun.id)
    answer = begun.client().post(f"/{begun.id}/share/{kept.id}/shut", follow=True)
    assert "It is shut." in answer.content.decode()
    opens_nothing(link)


def test_a_link_of_somebody_who_was_deleted_opens_nothing(begun):
    link = made(begun)
    delete_everything(begun.id)
    opens_nothing(link)


def test_an_address_that_nobody_made_opens_nothing(begun):
    made(begun)
    told = payload(made(begun)) | {"url": "https://testserver/shl/" + "A" * 43}
    opens_nothing("shlink:/" + base64url(json.dumps(told).encode()))


def test_a_link_with_another_key_opens_nothing(begun):
    told = payload(made(begun)) | {"key": base64url(bytes(32))}
    with pytest.raises(OpensNothingError, match="another key"):
        Viewer().reads("shlink:/" + base64url(json.dumps(told).encode()))


def test_what_was_changed_in_the_store_opens_nothing(begun):
    link = made(begun)
    row = models.Link.objects.get()
    head, rest = row.sealed[:-30], row.sealed[-30:]
    row.sealed = head + ("A" if rest[0] != "A" else "B") + rest[1:]
    row.save()
    with pytest.raises(OpensNothingError, match="changed"):
        Viewer().reads(link)


def test_the_file_of_one_link_opens_nothing_with_the_key_of_another(begun):
    one, other = made(begun), made(begun)
    told = payload(one) | {"url": payload(other)["url"]}
    with pytest.raises(OpensNothingError, match="another key"):
        Viewer().reads("shlink:/" + base64url(json.dumps(told).encode()))


def test_a_file_that_is_too_long_for_the_manifest_is_fetched_by_itself(begun, at):
    link = made(begun)
    viewer = Viewer()
    assert viewer.reads(link, embeddedLengthMax=100).decode() == content_of(begun.id, NOON)
    (listed,) = viewer.asks(link, embeddedLengthMax=100).json()["files"]
    assert "embedded" not in listed
    at(NOON + timedelta(seconds=opening.FILE_SECONDS - 1))
    assert viewer.fetched(listed["location"])
    at(NOON + timedelta(seconds=opening.FILE_SECONDS))
    with pytest.raises(OpensNothingError):
        viewer.fetched(listed["location"])


def test_the_address_of_a_file_opens_nothing_once_its_link_is_shut_or_it_was_changed(begun):
    (listed,) = Viewer().asks(made(begun), embeddedLengthMax=0).json()["files"]
    for forged in (listed["location"][:-1], listed["location"].replace("/file/", "/file/x")):
        with pytest.raises(OpensNothingError):
            Viewer().fetched(forged)
    (kept,) = read_links.links_of(begun.id)
    begun.client().post(f"/{begun.id}/share/{kept.id}/shut")
    with pytest.raises(OpensNothingError):
        Viewer().fetched(listed["location"])


@pytest.mark.parametrize(
    "body",
    [b"", b"no json", b"[]", b"{}", b'{"recipient": 3}', b'{"recipient": "x", "passcode": 2468}']
    + [b'{"recipient": "x", "embeddedLengthMax": %s}' % most for most in (b'"9"', b"true", b"1.5")]
    + [b"[" * 100_000, b"\xff"],
)
def test_what_is_no_manifest_request_is_refused_and_uses_up_no_try(begun, body):
    link = made(begun, passcode=PASSCODE)
    path = Viewer.path(payload(link)["url"])
    assert Client().post(path, body, content_type="application/json").status_code == 400
    assert read_links.links_of(begun.id)[0].tries == 5


def test_a_viewer_of_another_site_may_ask_and_nothing_else_may(begun):
    link = made(begun)
    path = Viewer.path(payload(link)["url"])
    asks = {"origin": "https://viewer.example", "access-control-request-method": "POST"}
    first = Client().options(path, headers=asks | {"access-control-request-headers": "content-type"})
    assert first.status_code == 204
    assert first.headers["Access-Control-Allow-Methods"] == "POST, OPTIONS"
    assert first.headers["Access-Control-Allow-Headers"] == "content-type"
    answers = [
        first,
        Viewer().asks(link),
        Client().post(path + "A", {"recipient": "x"}, content_type="application/json"),
        Client().get(path),
    ]
    (listed,) = Viewer().asks(link, embeddedLengthMax=0).json()["files"]
    answers += [
        Client().get(Viewer.path(listed["location"])),
        Client().post(path, b"", content_type="application/json"),
    ]
    for answer in answers:
        assert answer.headers["Access-Control-Allow-Origin"] == "*"
        assert "Access-Control-Allow-Credentials" not in answer.headers
        assert answer.headers["Cache-Control"] == "no-store"
        assert answer.headers["Content-Security-Policy"] == "default-src 'none'; frame-ancestors 'none'"
        assert not answer.cookies
    for other in (f"/{begun.id}/share/", f"/{begun.id}/document", "/alive", "/pair/"):
        answer = begun.client().get(other, headers={"origin": "https://viewer.example"})
        assert answer.status_code == 200
        assert "Access-Control-Allow-Origin" not in answer.headers


def test_it_is_asked_by_post_and_by_nothing_else(begun):
    path = Viewer.path(payload(made(begun))["url"])
    for method in ("get", "head", "put", "delete"):
        answer = getattr(Client(), method)(path)
        assert (answer.status_code, answer.headers["Allow"]) == (405, "POST, OPTIONS")
    assert read_links.links_of(begun.id)[0].opened == 0


def test_a_viewer_needs_no_token_of_a_form(begun):
    link = made(begun)
    assert Viewer(Client(enforce_csrf_checks=True)).reads(link)


def test_asking_too_often_is_slowed_down(begun):
    link = made(begun)
    answers = [Viewer().asks(link) for _ in range(opening.MOST_ASKED + 1)]
    assert {one.status_code for one in answers[:-1]} == {200}
    assert (answers[-1].status_code, answers[-1].headers["Retry-After"]) == (429, "60")


def test_a_link_is_shown_once(begun):
    link = made(begun)
    page = begun.client().get(f"/{begun.id}/share/").content.decode()
    assert link not in page
    assert payload(link)["key"] not in page


def test_it_is_shown_as_a_qr_code_too(begun):
    answer = make(begun)
    assert as_svg(link_on(answer), level="m") in answer.content.decode()


def test_the_list_says_how_often_a_link_was_opened_and_when(begun):
    link = made(begun)
    when = "on 23 November 2026, 12:00."
    for said in ("Not opened yet.", f"Opened once, {when}", f"Opened 2 times, last {when}"):
        assert said in begun.client().get(f"/{begun.id}/share/").content.decode()
        Viewer().reads(link)


@pytest.mark.parametrize("typed", [{"passcode": "12"}, {"label": "x" * 81}])
def test_what_cannot_be_is_said_and_what_was_typed_stays(begun, typed):
    answer = make(begun, **typed)
    assert answer.status_code == 400
    (value,) = typed.values()
    assert 'role="alert"' in answer.content.decode()
    assert f'value="{value}"' in answer.content.decode()
    assert read_links.links_of(begun.id) == []


def test_an_unknown_length_is_the_usual_one(begun):
    assert payload(made(begun, lasts="forever"))["exp"] == int((NOON + timedelta(days=1)).timestamp())


def test_another_person_can_neither_see_nor_shut_a_link(begun, ben):
    link = made(begun)
    (kept,) = read_links.links_of(begun.id)
    assert "Dr. Lind" not in ben.client().get(f"/{ben.id}/share/").content.decode()
    assert ben.client().post(f"/{ben.id}/share/{kept.id}/shut").status_code == 400
    assert ben.client().post(f"/{ben.id}/share/{uuid4()}/shut").status_code == 400
    assert Viewer().reads(link)


def test_the_page_says_from_how_far_it_can_be_opened(begun, settings, tmp_path):
    phones = Phones(tmp_path, lambda: NOON, given="192.168.7.5")
    phones.port = 8443
    client = begun.client()
    assert "on this computer only" in client.get(f"/{begun.id}/share/").content.decode()
    at_home = client.post(f"/{begun.id}/share/", {"lasts": "day"}, **{PHONES: phones})
    assert "home network only" in at_home.content.decode()
    assert payload(link_on(at_home))["url"].startswith("https://192.168.7.5:8443/shl/")
    settings.ORIGIN = "https://heel.example"
    hosted = client.post(f"/{begun.id}/share/", {"lasts": "day"})
    assert "everywhere on the internet" in hosted.content.decode()
    assert payload(link_on(hosted))["url"].startswith("https://heel.example/shl/")


def test_only_what_was_chosen_on_the_page_goes_along(begun):
    client = begun.client()
    page = client.get(f"/{begun.id}/visit/?section=short&section=questions").content.decode()
    (way,) = re.findall(r'href="(/[^"]*/share/\?[^"]*)"', page)
    form = client.get(unescape(way)).content.decode()
    assert "Only this goes along: In short, Questions." in " ".join(form.split())
    hidden = re.findall(r'type="hidden" name="(section|foot)" value="([^"]*)"', form)
    assert hidden == [("foot", "right"), ("section", "short"), ("section", "questions")]
    sent = {"lasts": "day", "passcode": "", "foot": "right", "section": ["short", "questions"]}
    made = client.post(f"/{begun.id}/share/", sent).content.decode()
    link = unescape(re.search(r'id="link" readonly value="([^"]*)"', made)[1])
    read = json.loads(Viewer().reads(link))
    titles = [part["title"] for part in read["entry"][0]["resource"]["section"]]
    assert "In short" in titles
    assert "Safety check" not in titles
    assert "First-step pain" not in titles


def test_a_section_that_there_is_not_makes_no_link(begun):
    answer = begun.client().post(f"/{begun.id}/share/", {"lasts": "day", "section": "blood"})
    assert answer.status_code == 400
    assert "no section" in answer.content.decode()
