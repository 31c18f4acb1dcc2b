"""What pages are sent, and what they may send."""

import io
import json
import re
import zipfile
from datetime import timedelta

import pytest
from django.test import Client
from tests.people import CLEAR, FOUR, NOON, TODAY, arrive, told

from firststep.actions.pair import codes_at_start
from firststep.actions.take_along import export_everything
from firststep.records import Comparing, Doing, Foot, Morning, Question, Seen
from firststep.records.plain import as_plain
from firststep.reports.screen.document import SCHEMA
from firststep.store import read
from firststep.web.diary import views
from firststep.web.who import BROWSER

JSON = "application/json"
DAY = timedelta(days=1)


def send(someone, *events, client=None):
    body = {"events": [as_plain(event) for event in events]}
    return (client or someone.client()).post(f"/{someone.id}/tell", json.dumps(body), content_type=JSON)


def document_in(page: str) -> dict:
    return json.loads(
        re.search(r'<script type="application/json" id="document">(.*?)</script>', page, re.DOTALL)[1]
    )


def test_from_the_first_code_to_the_first_morning(db):
    ((_, code),) = codes_at_start(NOON)
    client = Client(headers={"accept": "text/html"})
    assert client.get("/").headers["Location"] == "/pair/"
    assert code in client.get(f"/pair/?code={code}").content.decode()
    assert client.post("/pair/", {"code": code}).headers["Location"] == "/welcome/"
    answer = client.post("/welcome/", {"name": "  Anna   Maria "})
    (member,) = read.members()
    assert answer.headers["Location"] == f"/{member.id}/begin/"
    assert member.name == "Anna Maria"
    page = client.get(f"/{member.id}/compare/")
    document = document_in(page.content.decode())
    nothing = (document["schema"], document["foot"], document["clear"], document["comparing"])
    assert nothing == (SCHEMA, None, None, None)
    events = [told(CLEAR), told(Comparing(Question.HELPS, FOUR)), told(Morning(6))]
    body = {"events": [as_plain(event) for event in events]}
    answer = client.post(f"/{member.id}/tell", json.dumps(body), content_type=JSON).json()
    assert answer["new"] == 3
    assert answer["document"]["days"]["pain"] == [6]
    line = answer["document"]["plan"]["days"][0]
    assert line["on"] == TODAY.isoformat()
    assert line["why"]


@pytest.mark.parametrize("name", ["", "   ", "x" * 41])
def test_a_name_that_is_none_is_asked_for_again(db, name):
    ((_, code),) = codes_at_start(NOON)
    client = Client()
    client.post("/pair/", {"code": code})
    answer = client.post("/welcome/", {"name": name})
    assert answer.status_code == 400
    assert "1 to 40" in answer.content.decode()
    assert read.members() == []


def test_two_people_of_one_name_could_not_be_told_apart(anna):
    code = re.search(
        r'class="code">([0-9A-Z-]+)<',
        anna.client().post(f"/{anna.id}/settings/code", {"for": "join"}).content.decode(),
    )[1]
    client = Client()
    client.post("/pair/", {"code": code})
    assert client.post("/welcome/", {"name": "anna"}).status_code == 400
    assert client.post("/welcome/", {"name": "Anna B"}).status_code == 302


def test_the_document_of_the_other_foot_is_its_own(anna):
    anna.begin()
    anna.tell(Morning(6))
    client = anna.client()
    left = client.get(f"/{anna.id}/document?foot=left").json()
    assert (left["foot"], left["clear"], left["comparing"], left["days"]) == ("left", None, None, None)
    right = client.get(f"/{anna.id}/document").json()
    assert (right["foot"], right["days"]["pain"]) == ("right", [6])
    send(anna, told(CLEAR, foot=Foot.LEFT), client=client)
    assert client.get(f"/{anna.id}/document").json()["foot"] == "left"
    again = client.get(f"/{anna.id}/document?foot=right").json()
    assert (again["foot"], again["plan"]) == ("right", right["plan"])
    assert client.get(f"/{anna.id}/document?foot=nose").json()["foot"] == "left"


def test_every_page_holds_the_same_document(anna):
    anna.begin(on=TODAY - 9 * DAY)
    anna.live(10)
    client = anna.client()
    alone = client.get(f"/{anna.id}/document").json()
    assert alone["so_far"]["choice"]
    for page in ("today", "so-far", "compare", "history"):
        text = client.get(f"/{anna.id}/{page}/").content.decode()
        assert document_in(text) == alone


def test_a_name_cannot_break_out_of_a_page(db):
    eve = arrive("</script><script>alert(1)")
    eve.begin()
    for page in ("today/", "settings/"):
        text = eve.client().get(f"/{eve.id}/{page}").content.decode()
        assert "<script>alert" not in text


def test_what_is_shown_was_told(anna):
    anna.begin()
    plan = json.loads(anna.renew())["plan"]["id"]
    answer = send(anna, told(Seen(plan)))
    assert answer.json() == {"new": 1, "document": None}
    assert [line.on for line in read.shown(anna.id, Foot.RIGHT)] == [TODAY]


def test_what_was_told_is_confirmed_even_if_judging_it_fails(anna, monkeypatch, caplog):
    def broken(*_, **__):
        raise ZeroDivisionError("secret words")

    monkeypatch.setattr(views, "renew", broken)
    answer = send(anna, told(Morning(6)))
    assert (answer.status_code, answer.json()) == (200, {"new": 1, "document": None})
    assert len(read.told(anna.id)) == 1
    assert caplog.records
    monkeypatch.undo()
    monkeypatch.setattr("django.utils.timezone.now", lambda: NOON)
    assert anna.client().get(f"/{anna.id}/document").json()["days"]["pain"] == [6]


def test_mornings_can_be_told_even_if_nothing_can_be_judged(anna, monkeypatch):
    anna.begin()
    anna.tell(Morning(4))

    def broken(*_, **__):
        raise ZeroDivisionError

    monkeypatch.setattr("firststep.actions.renew.findings_of", broken)
    client = anna.client()
    for page in ("today", "so-far", "compare", "history"):
        document = document_in(client.get(f"/{anna.id}/{page}/").content.decode())
        assert document["days"]["pain"] == [4]
        assert document["so_far"] is document["plan"] is None
    assert send(anna, told(Morning(5)), client=client).json() == {"new": 1, "document": None}
    assert client.get(f"/{anna.id}/document").json()["days"]["pain"] == [5]


@pytest.mark.parametrize(
    ("body", "says"),
    [
        ("", "is not"),
        ("[]", "is not"),
        ('{"events": 3}', "at most"),
        ('{"events": [3]}', "event 1"),
        ('{"events": [{"id": 1}]}', "event 1"),
        ('{"events": ' + "[" * 100_000, "is not"),
    ],
)
def test_what_cannot_be_read_is_refused_with_words(anna, body, says):
    answer = anna.client().post(f"/{anna.id}/tell", body, content_type=JSON)
    assert answer.status_code == 400
    assert says in answer.json()["error"]


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("id", "7"),
        ("kind", "mourning"),
        ("kind", ["morning"]),
        ("foot", "hand"),
        ("on", "2026-02-30"),
        ("on", 20260101),
        ("happened", "2026-11-23T12:00:00"),
        ("happened", None),
        ("what", {"pain": 11}),
        ("what", {"pain": -1}),
        ("what", {"pain": 3.5}),
        ("what", {"pain": True}),
        ("what", {"pain": "3"}),
        ("what", {"pain": 3, "note": "x"}),
        ("what", {}),
        ("what", None),
    ],
)
def test_a_morning_in_another_form_is_refused_and_says_where(anna, field, value):
    plain = as_plain(told(Morning(3))) | {field: value}
    answer = anna.client().post(f"/{anna.id}/tell", json.dumps({"events": [plain]}), content_type=JSON)
    assert answer.status_code == 400
    assert "event 1" in answer.json()["error"]
    assert read.told(anna.id) == []


def test_sending_again_is_confirmed_again(anna):
    client, event = anna.client(), told(Morning(6))
    assert send(anna, event, client=client).json()["new"] == 1
    again = send(anna, event, client=client)
    assert (again.status_code, again.json()["new"]) == (200, 0)
    assert again.json()["document"]["days"]["pain"] == [6]


def test_a_plan_is_renewed_when_a_page_is_online_again(anna):
    anna.begin(on=TODAY - 3 * DAY)
    anna.renew(NOON - 3 * DAY)
    client = anna.client()
    assert client.get(f"/{anna.id}/document").json()["made_for"] == (TODAY - 3 * DAY).isoformat()
    answer = client.post(f"/{anna.id}/renew", "{}", content_type=JSON).json()
    assert answer["document"]["made_for"] == answer["document"]["plan"]["days"][0]["on"] == TODAY.isoformat()


def test_the_export_is_a_file_of_ones_own(anna):
    anna.begin()
    answer = anna.client().get(f"/{anna.id}/export")
    assert "attachment" in answer.headers["Content-Disposition"]
    with zipfile.ZipFile(io.BytesIO(answer.content)) as archive:
        assert json.loads(archive.read("firststep.json"))["person"]["name"] == "Anna"


def test_an_export_is_brought_in_by_the_browser_of_a_new_person(anna):
    anna.begin()
    anna.live(5)
    content = export_everything(anna.id)
    owner = anna.client()
    assert owner.post(f"/{anna.id}/settings/delete", {"word": " Delete "}).status_code == 200
    ((_, code),) = codes_at_start(NOON)
    client = Client()
    client.post("/pair/", {"code": code})
    wrong = client.post("/welcome/bring-in", {"file": io.BytesIO(b"no zip")})
    assert wrong.status_code == 400
    assert "To mend it" in wrong.content.decode()
    file = io.BytesIO(content)
    file.name = "firststep-export.zip"
    assert client.post("/welcome/bring-in", {"file": file}).status_code == 200
    assert client.get(f"/{anna.id}/export").content == content


def test_nothing_is_deleted_without_the_word(anna):
    answer = anna.client().post(f"/{anna.id}/settings/delete", {"word": "yes"})
    assert answer.status_code == 400
    assert "Nothing was deleted" in answer.content.decode()
    assert read.members() == [anna.member]


def test_a_browser_can_be_removed_and_a_new_recovery_code_made(anna):
    client = anna.client()
    assert "this browser" in client.get(f"/{anna.id}/settings/").content.decode()
    shown = client.post(f"/{anna.id}/settings/recovery").content.decode()
    code = re.search(r'class="code">([0-9A-Z-]+)<', shown)[1]
    client.post(f"/{anna.id}/settings/unpair", {"browser": str(anna.browser)})
    assert client.get(f"/{anna.id}/settings/").status_code == 302
    client.post("/pair/", {"code": code})
    assert client.get(f"/{anna.id}/settings/").status_code == 200
    other = Client()
    other.post("/pair/", {"code": code})
    stolen = next(one.id for one in read.browsers_of(anna.id) if str(one.id) == other.session[BROWSER])
    shown = client.post(f"/{anna.id}/settings/unpair", {"browser": str(stolen)}).content.decode()
    assert re.search(r'class="code">([0-9A-Z-]+)<', shown)[1] != code
    assert other.get(f"/{anna.id}/document").status_code == 403
    assert other.post("/pair/", {"code": code}).status_code == 400


def test_a_page_that_is_not_there_is_refused_in_words(anna):
    answer = anna.client().get("/no/such/page")
    assert answer.status_code == 404
    assert "There is no such page" in answer.content.decode()


@pytest.mark.parametrize("days", [1, 40])
def test_a_page_asks_the_database_as_little_however_long_the_diary(
    anna, days, django_assert_num_queries, django_assert_max_num_queries
):
    anna.begin(on=TODAY - days * DAY)
    anna.live(days)
    anna.renew()
    client = anna.client()
    asked = {"today/": 4, "so-far/": 4, "compare/": 4, "history/": 4, "document": 4, "settings/": 5}
    for page, queries in asked.items():
        with django_assert_num_queries(queries):
            client.get(f"/{anna.id}/{page}")
    with django_assert_max_num_queries(37):
        send(anna, told(Morning(4)), told(Doing(frozenset(["hands"]))), client=client)
