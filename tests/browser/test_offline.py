"""The app without a net: it opens at once, keeps what is told, and sends it once."""

import re
from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import expect
from tests.browser.conftest import kept_for_later, look, told
from tests.people import NOON, TODAY
from tests.people import told as told_event

from firststep.actions.pair import make_code
from firststep.actions.tell import tell
from firststep.care import standing
from firststep.records import Doing, Foot, Morning
from firststep.store import read

pytestmark = pytest.mark.django_db(transaction=True)


def events():
    (member,) = read.members()
    return read.told(member.id)


def tap(phone, pain):
    phone.get_by_role("group", name="Your first steps").get_by_role(
        "button", name=re.compile(rf"^{pain}\b")
    ).click()


NO_NET = "() => { window.fetch = () => Promise.reject(new TypeError('no net')); }"
"""The browser gives the net back to a page that is closing: nothing may be on its way then, or be sent."""


def test_an_offline_morning_is_kept_and_sent_once_when_the_net_is_back(begun, clock):
    kept_for_later(begun)
    clock.pass_days()
    begun.context.set_offline(True)
    begun.reload()
    tap(begun, 6)
    expect(begun.get_by_text("First steps today: 6 (on this phone)")).to_be_visible()
    expect(begun.locator("#plan .big")).to_be_visible()  # the sealed plan reaches ahead
    look(begun, "offline")
    with begun.expect_event("requestfailed", lambda asked: asked.url.endswith("/tell")):
        begun.locator("#doing button").first.click()
    expect(begun.locator("#doing")).to_contain_text("(on this phone)")
    begun.evaluate(NO_NET)
    begun.close()

    page = begun.context.new_page()
    page.goto("/")  # the icon opens the only diary here, still without a net
    expect(page.get_by_text("First steps today: 6 (on this phone)")).to_be_visible()
    for link, title in (("So far", "So far"), ("Compare", "What to compare"), ("Today", "Today")):
        page.get_by_role("navigation").get_by_role("link", name=link).click()
        expect(page.get_by_role("heading", level=1)).to_contain_text(title)
    assert not [event for event in events() if isinstance(event.what, Morning)]

    begun.context.set_offline(False)
    page.evaluate("window.dispatchEvent(new Event('online'))")
    told(page)
    expect(page.get_by_text("(on this phone)")).to_have_count(0)
    mornings = [event for event in events() if isinstance(event.what, Morning)]
    assert [(event.on, event.what) for event in mornings] == [(TODAY + timedelta(days=1), Morning(6))]
    assert [event.what for event in events() if isinstance(event.what, Doing)]


def test_from_the_icon_to_saved_it_takes_two_taps(begun):
    """The first tap opens the icon's address; the second is the score."""
    kept_for_later(begun)
    address = begun.evaluate("fetch(document.querySelector('link[rel=manifest]').href).then((a) => a.json())")
    begun.goto(address["start_url"])
    tap(begun, 0)
    told(begun)
    assert standing(events(), Foot.RIGHT).mornings[TODAY].what == Morning(0)


def test_a_page_that_is_not_kept_says_so_and_the_library_that_was_read_is(begun):
    kept_for_later(begun)
    begun.get_by_role("link", name="Library", exact=True).click()
    begun.get_by_role("link", name="Tennis ball", exact=True).click()
    begun.get_by_role("heading", level=1).wait_for()
    begun.context.set_offline(True)
    begun.reload()
    expect(begun.get_by_role("heading", level=1)).to_contain_text("Tennis ball")
    begun.get_by_role("link", name="Settings").click()
    expect(begun.get_by_role("heading", level=1)).to_have_text("No connection")
    look(begun)


def test_the_evening_after_midnight_still_belongs_to_the_day(begun, clock):
    tap(begun, 6)
    told(begun)
    clock.set(clock.now.replace(hour=23, minute=59) + timedelta(minutes=31))
    begun.reload()
    begun.locator("#doing button").first.click()
    told(begun)
    assert standing(events(), Foot.RIGHT).doings.keys() == {TODAY}


def test_a_newer_version_is_offered_and_taken(begun, monkeypatch):
    kept_for_later(begun)
    monkeypatch.setattr("firststep.web.offline.views.version", lambda: "another")
    begun.evaluate("navigator.serviceWorker.getRegistration().then((one) => one.update())")
    begun.get_by_role("button", name="Use it").click()
    begun.wait_for_function(
        "caches.keys().then((all) => all.includes('firststep-another') && all.length === 1)"
    )
    begun.context.set_offline(True)
    begun.reload()
    expect(begun.get_by_role("heading", name="Your first steps")).to_be_visible()


def test_another_tab_sees_what_was_told_in_this_one(begun):
    other = begun.context.new_page()
    other.goto(begun.url)
    expect(other.get_by_role("heading", name="Your first steps")).to_be_visible()
    tap(begun, 6)
    told(begun)
    expect(other.get_by_text("First steps today: 6")).to_be_visible()


def test_undone_at_once_a_morning_is_asked_again(begun):
    tap(begun, 6)
    told(begun)
    begun.locator("#morning").get_by_role("button", name="Undo").click()
    told(begun)
    expect(begun.get_by_role("heading", name="Your first steps")).to_be_visible()
    assert standing(events(), Foot.RIGHT).mornings[TODAY].what == Morning(None)
    begun.reload()
    expect(begun.get_by_role("heading", name="Your first steps")).to_be_visible()  # it is still asked
    tap(begun, 5)
    told(begun)
    assert standing(events(), Foot.RIGHT).mornings[TODAY].what == Morning(5)


def test_a_phone_that_has_no_diary_yet_says_that_the_server_is_needed(begun):
    kept_for_later(begun)
    begun.goto("/away/")
    begun.evaluate("new Promise((done) => { indexedDB.deleteDatabase('firststep').onsuccess = done; })")
    begun.context.set_offline(True)
    begun.go_back()
    expect(begun.get_by_role("status")).to_have_text("The server cannot be reached.")
    begun.context.set_offline(False)
    begun.evaluate("window.dispatchEvent(new Event('online'))")
    expect(begun.get_by_role("heading", name="Your first steps")).to_be_visible()
    expect(begun.locator("#status")).to_be_empty()


def kept_of(phone):
    """(documents, events that wait, shells) that a browser keeps."""
    return phone.evaluate(
        """async () => {
          const opened = await new Promise((resolve) => {
            const asked = indexedDB.open("firststep");
            asked.onsuccess = () => resolve(asked.result);
          });
          const count = (store) => new Promise((resolve) => {
            const asked = opened.transaction(store).objectStore(store).count();
            asked.onsuccess = () => resolve(asked.result);
          });
          const found = [await count("documents"), await count("outbox")];
          opened.close();
          const open = async (name) => (await caches.open(name)).keys();
          const shelves = await Promise.all((await caches.keys()).map(open));
          return [...found, shelves.flat().filter((one) => one.url.endsWith("/shell")).length];
        }"""
    )


def test_a_diary_is_not_closed_here_while_something_is_not_sent(begun):
    kept_for_later(begun)
    begun.route("**/tell", lambda route: route.abort())
    tap(begun, 6)
    expect(begun.get_by_text("First steps today: 6 (on this phone)")).to_be_visible()
    begun.get_by_role("link", name="Settings").click()
    begun.locator("#leave summary").click()
    close = begun.locator("#leave button")
    close.click()
    expect(begun.locator("#leave [role=alert]")).to_be_visible()  # its words are there from the start, hidden
    expect(begun.locator("#leave [role=alert]")).to_contain_text("not sent yet")
    begun.unroute("**/tell")
    close.dblclick()  # a shaky finger closes it once
    expect(begun.get_by_label("Code")).to_be_visible()
    assert standing(events(), Foot.RIGHT).mornings[TODAY].what == Morning(6)
    assert kept_of(begun)[:2] == [0, 0]


def test_of_a_deleted_diary_nothing_stays_in_the_browser(begun):
    kept_for_later(begun)
    tap(begun, 6)
    told(begun)
    begun.get_by_role("link", name="Settings").click()
    begun.locator("#word").fill("delete")
    begun.get_by_role("button", name="Delete everything").click()
    expect(begun.get_by_role("heading", name="Everything of yours was deleted.")).to_be_visible()
    begun.wait_for_timeout(500)
    assert kept_of(begun) == [0, 0, 0]
    assert read.members() == []


def test_a_browser_that_was_removed_keeps_no_copy(begun, phones):
    tap(begun, 6)
    told(begun)
    (member,) = read.members()
    other = phones.new()
    other.goto(f"/pair/?code={make_code(member.id, timezone.now())}")
    other.get_by_role("button", name="Go on").click()
    expect(other.get_by_text("First steps today: 6")).to_be_visible()
    kept_for_later(other)
    begun.get_by_role("link", name="Settings").click()
    begun.get_by_role("button", name="Remove").click()
    begun.locator(".code").wait_for()
    other.reload()
    expect(other.get_by_role("status")).to_contain_text("may not open these pages any more")
    other.wait_for_timeout(500)
    assert kept_of(other) == [0, 0, 0]


def test_a_tap_is_heard_though_news_come_between_press_and_release(begun):
    six = begun.get_by_role("button", name="6", exact=True)
    six.hover()
    begun.mouse.down()
    (member,) = read.members()
    elsewhere = told_event(Doing(frozenset(["hands"])), TODAY - timedelta(days=1), at=NOON)
    tell(member.id, [elsewhere], NOON)
    with begun.expect_response("**/document*"):
        begun.evaluate("window.dispatchEvent(new Event('online'))")
    begun.wait_for_timeout(500)  # it would be drawn anew by now
    begun.mouse.up()
    told(begun)
    assert standing(events(), Foot.RIGHT).mornings[TODAY].what == Morning(6)
    expect(begun.get_by_text("First steps today: 6")).to_be_visible()
