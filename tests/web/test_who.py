"""Every route: the owner is let in, another person and nobody are refused."""

import json
import re
from uuid import UUID

import pytest
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver
from tests.entries import ENTRIES
from tests.people import NOON, told
from tests.web.test_library import taught

from firststep.actions.pair import make_code, unpair
from firststep.actions.recover import new_recovery_code
from firststep.knowledge import own_technique
from firststep.records import Morning, Noted
from firststep.records.plain import as_plain
from firststep.store import read
from firststep.web.who import BROWSER

OPEN_TO_ALL = {
    "",
    "alive",
    "calendar/<str:secret>.ics",
    "shl/<str:secret>",
    "shl/file/<str:ticket>",
    "sw.js",
    "away/",
    "pair/",
    "welcome/",
    "welcome/bring-in",
}
KEY = UUID(int=7)
POSTED = {
    *("tell", "renew", "taught/<str:id_>/away", "taught/<str:id_>/out", "active/begin", "active/forget"),
    "before/all",
    *("professionals/listed/<str:id_>/add", "professionals/mine/<uuid:id_>/off"),
    "share/<uuid:id_>/shut",
    *(f"active/<uuid:id_>/{what}" for what in ("part", "keep", "drop")),
} | {f"settings/{name}" for name in ("code", "unpair", "recovery", "delete", "adjust", "remind", "calendar")}


def routes(patterns=None, before=""):
    for pattern in patterns if patterns is not None else get_resolver().url_patterns:
        here = before + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            yield from routes(pattern.url_patterns, here)
        else:
            assert isinstance(pattern, URLPattern)
            yield here


OF_A_PERSON = sorted(route.partition("/")[2] for route in routes() if route.startswith("<uuid:person>/"))


def ask(client: Client, person: UUID, asked: str, accept="text/html"):
    route = asked
    id_ = own_technique(taught().text, name="theirs").id if route.startswith("taught/") else "tennis-ball"
    blanks = {
        "<str:id_>": id_,
        "<uuid:id_>": str(person),
        "<str:sort>": "shoes",
        "<str:format_>": "text",
        "<uuid:key>": str(KEY),
    }
    for blank, value in blanks.items():
        route = route.replace(blank, value)
    path = f"/{person}/{route}"
    headers = {"accept": accept}
    if asked not in POSTED:
        return client.get(path, headers=headers)
    body = {"events": []} if route == "tell" else {}
    return client.post(path, json.dumps(body), content_type="application/json", headers=headers)


def test_every_route_is_open_to_all_on_purpose_or_a_persons():
    assert {route for route in routes() if not route.startswith("<uuid:person>/")} == OPEN_TO_ALL
    assert set(OF_A_PERSON) > POSTED
    assert len(OF_A_PERSON) == 55


@pytest.mark.parametrize("route", OF_A_PERSON)
def test_the_owner_is_let_in(anna, route):
    anna.tell(taught(), Noted(KEY, ENTRIES[0]))
    answer = ask(anna.client(), anna.id, route)
    assert answer.status_code in (200, 302, 400)
    if answer.status_code == 400:  # let in, and told that the form was empty
        assert route.startswith("active/") or route in (
            "before/all",
            "share/<uuid:id_>/shut",
            "settings/unpair",
            "settings/delete",
            "settings/remind",
        )


@pytest.mark.parametrize("route", OF_A_PERSON)
def test_another_person_is_refused(anna, ben, route):
    answer = ask(ben.client(), anna.id, route)
    assert answer.status_code == 403
    assert "Anna" not in answer.content.decode()
    assert ask(ben.client(), anna.id, route, "application/json").status_code == 403


@pytest.mark.parametrize("route", OF_A_PERSON)
def test_nobody_is_refused(anna, route):
    answer = ask(Client(), anna.id, route)
    if route in POSTED:
        assert answer.status_code == 403
    else:
        assert (answer.status_code, answer.headers["Location"]) == (302, "/pair/")
    assert ask(Client(), anna.id, route, "application/json").status_code == 403


@pytest.mark.parametrize("route", OF_A_PERSON)
def test_a_browser_that_was_unpaired_is_refused(anna, route):
    client = anna.client()
    unpair(anna.browser, anna.id)
    assert ask(client, anna.id, route, "application/json").status_code == 403


def test_a_cookie_that_nobody_signed_opens_nothing(anna):
    client = Client()
    client.cookies["sessionid"] = f'{{"{BROWSER}": "{anna.browser}"}}'
    assert ask(client, anna.id, "document", "application/json").status_code == 403


def test_whether_somebody_is_here_is_not_told_to_others(anna, ben):
    nobody = UUID("00000000-0000-4000-8000-000000000000")
    theirs, none = (ask(ben.client(), person, "today/") for person in (anna.id, nobody))
    assert theirs.status_code == none.status_code
    assert theirs.content == none.content


def test_what_ben_sends_for_anna_is_not_kept(anna, ben):
    body = {"events": [as_plain(told(Morning(9)))]}
    answer = ben.client().post(f"/{anna.id}/tell", json.dumps(body), content_type="application/json")
    assert answer.status_code == 403
    assert read.told(anna.id) == read.told(ben.id) == []


def test_one_browser_may_open_two_people_and_asks_who_it_is(anna, ben):
    client = anna.client()
    client.post("/pair/", {"code": make_code(ben.id, NOON)})
    page = client.get("/").content.decode()
    assert "Anna" in page
    assert "Ben" in page
    assert ask(client, ben.id, "today/").status_code == ask(client, anna.id, "today/").status_code == 200


def test_home_leads_to_ones_own_today(anna):
    assert anna.client().get("/").headers["Location"] == f"/{anna.id}/today/"
    assert Client().get("/").headers["Location"] == "/pair/"


def test_a_code_pairs_a_new_browser_once(anna):
    code = make_code(anna.id, NOON)
    phone, other = Client(), Client()
    assert phone.post("/pair/", {"code": code}).headers["Location"] == f"/{anna.id}/today/"
    assert ask(phone, anna.id, "today/").status_code == 200
    answer = other.post("/pair/", {"code": code})
    assert answer.status_code == 400
    assert "not known" in answer.content.decode()
    assert BROWSER not in other.session


def test_after_cleared_cookies_the_recovery_code_opens_again(anna):
    code = new_recovery_code(anna.id)
    fresh = Client()
    fresh.post("/pair/", {"code": code.lower()})
    assert ask(fresh, anna.id, "today/").status_code == 200


def test_guessing_codes_is_slowed_down(anna):
    client = Client()
    answers = [client.post("/pair/", {"code": f"0000-{k:04}"}).status_code for k in range(25)]
    assert answers[0] == 400
    assert answers[-1] == 429
    good = make_code(anna.id, NOON)
    assert client.post("/pair/", {"code": good}).status_code == 429


def test_a_code_for_somebody_else_opens_a_place_for_them_only(anna):
    page = anna.client().post(f"/{anna.id}/settings/code", {"for": "join"}).content.decode()
    assert "For somebody else" in page
    code = re.search(r'class="code">([0-9A-Z-]+)<', page)[1]
    ben = Client()
    assert ben.post("/pair/", {"code": code}).headers["Location"] == "/welcome/"
    assert ben.get("/welcome/").status_code == 200
    ben.post("/welcome/", {"name": "Ben"})
    assert [member.name for member in read.members()] == ["Anna", "Ben"]
    assert ask(ben, anna.id, "today/").status_code == 403
    assert ben.get("/welcome/").headers["Location"] == "/"


def test_nobody_joins_without_a_code(db):
    client = Client()
    assert client.post("/welcome/", {"name": "Eve"}).headers["Location"] == "/"
    assert client.post("/welcome/bring-in", {}).headers["Location"] == "/"
    assert read.members() == []


def test_todays_page_is_not_kept_by_any_cache(anna):
    assert ask(anna.client(), anna.id, "today/").headers["Cache-Control"] == "no-store"
