"""What can be set, on a phone: how the pages look, when a day begins, and reminders."""

from datetime import timedelta
from urllib.parse import urlsplit

import pytest
from django.test import Client
from icalendar import Calendar
from playwright.sync_api import expect
from tests.browser.conftest import begin, look
from tests.browser.test_stories import kept, score
from tests.people import TODAY

from firststep.records import Morning, Name
from firststep.store import read

pytestmark = pytest.mark.django_db(transaction=True)
PAPER = "getComputedStyle(document.documentElement).backgroundColor"
LIGHT, DARK = "rgb(250, 247, 242)", "rgb(16, 25, 27)"


def settings_of(phone):
    phone.get_by_role("link", name="Settings").click()
    phone.get_by_role("heading", level=1, name="Settings").wait_for()
    return phone


def card(phone, id_):
    return phone.locator(f"section#{id_}")


def saved(phone, id_):
    expect(card(phone, id_).get_by_role("status").get_by_text("Saved.")).to_be_visible()


def test_dark_is_dark_whatever_the_device_says_on_every_page(begun):
    assert begun.evaluate(PAPER) == LIGHT
    settings_of(begun)
    look(begun)
    begun.get_by_label("Colours").select_option("dark")
    card(begun, "look").get_by_role("button", name="Save").click()
    saved(begun, "look")
    assert begun.evaluate(PAPER) == DARK
    look(begun)
    begun.get_by_role("link", name="Today", exact=True).click()
    begun.get_by_role("heading", name="Your first steps").wait_for()
    expect(begun.locator("html")).to_have_attribute("data-theme", "dark")
    assert begun.evaluate(PAPER) == DARK
    look(begun)
    begun.get_by_role("link", name="So far").click()
    begun.get_by_role("link", name="Every day").click()
    begun.get_by_role("table").wait_for()
    assert begun.evaluate(PAPER) == DARK
    look(begun)


def test_light_is_light_on_a_dark_device(phones, clock):
    phone = phones.new(color_scheme="dark")
    begin(phone, clock)
    assert phone.evaluate(PAPER) == DARK
    settings_of(phone)
    phone.get_by_label("Colours").select_option("light")
    card(phone, "look").get_by_role("button", name="Save").click()
    saved(phone, "look")
    assert phone.evaluate(PAPER) == LIGHT
    look(phone)


def test_the_day_of_a_night_nurse_begins_when_she_gets_up(begun, clock):
    clock.set(clock.now + timedelta(hours=2))  # home at twenty to nine, before her sleep
    begun.goto("/")
    begun.get_by_role("heading", name="Your first steps").wait_for()
    settings_of(begun)
    expect(card(begun, "day")).to_contain_text("A morning is the first steps after your longest sleep.")
    begun.get_by_label("A day begins at").select_option("14")
    card(begun, "day").get_by_role("button", name="Save").click()
    saved(begun, "day")
    begun.get_by_role("link", name="Today", exact=True).click()
    expect(begun.get_by_role("heading", level=1)).to_contain_text(
        "Sunday, November 22"
    )  # it is still her evening
    clock.set(clock.now + timedelta(hours=7))
    begun.goto("/")
    expect(begun.get_by_role("heading", level=1)).to_contain_text("Monday, November 23")
    score(begun, 6)
    assert kept().mornings[TODAY].what == Morning(6)


def test_reminders_are_set_and_go_into_a_calendar(begun):
    settings_of(begun)
    reminders = card(begun, "reminders")
    expect(reminders).to_contain_text("Reminders are off.")
    reminders.get_by_label("When?").fill("07:15")
    reminders.get_by_label("Once more").check()
    reminders.get_by_role("button", name="Save and show the link").click()
    expect(reminders).to_contain_text("Reminders are on: 07:15. By the clock in Europe/Berlin.")
    look(begun)
    address = reminders.get_by_label("The address of the calendar").input_value()
    subscribe = reminders.get_by_role("link", name="Subscribe").get_attribute("href")
    assert urlsplit(subscribe)._replace(scheme="http").geturl() == address
    with begun.expect_download() as download:
        reminders.get_by_role("link", name="Download").click()
    assert download.value.suggested_filename == "firststep.ics"
    content = begun.request.get(address).body()
    assert download.value.path().read_bytes().count(b"BEGIN:VEVENT") == content.count(b"BEGIN:VEVENT") == 2
    first = Calendar.from_ical(content).walk("VEVENT")[0].start
    assert f"{first:%H:%M} {first.tzinfo}" == "07:15 Europe/Berlin"

    begun.context.grant_permissions(["clipboard-read", "clipboard-write"])
    reminders.get_by_role("button", name="Copy the address").click()
    expect(reminders.get_by_text("Copied.")).to_be_visible()
    assert begun.evaluate("navigator.clipboard.readText()") == address

    settings_of(begun)
    expect(reminders.get_by_label("The address of the calendar")).to_have_count(0)
    look(begun)
    reminders.get_by_role("button", name="Make a new link").click()
    assert reminders.get_by_label("The address of the calendar").input_value() != address
    assert begun.request.get(address).status == 404
    reminders.get_by_role("button", name="Turn reminders off").click()
    saved(begun, "reminders")
    expect(reminders).to_contain_text("Reminders are off.")


def test_everything_works_without_a_script(phones, begun):
    plain = phones.new(java_script_enabled=False, storage_state=begun.context.storage_state())
    (member,) = read.members()
    plain.goto(f"/{member.id}/settings/")
    plain.get_by_label("Colours").select_option("dark")
    card(plain, "look").get_by_role("button", name="Save").click()
    saved(plain, "look")
    card(plain, "asks").get_by_label("Worst pain").uncheck()
    card(plain, "asks").get_by_role("button", name="Save").click()
    saved(plain, "asks")
    card(plain, "reminders").get_by_label("When?").fill("07:15")
    card(plain, "reminders").get_by_role("button", name="Save and show the link").click()
    address = plain.get_by_label("The address of the calendar").input_value()
    expect(plain.get_by_role("button", name="Copy the address")).to_be_hidden()
    settings = read.settings(member.id)
    assert [settings[name] for name in (Name.THEME, Name.ASK_WORST, Name.ASK_FUNCTION)] == [
        "dark",
        "off",
        "on",
    ]
    assert Client().get(urlsplit(address).path).status_code == 200


def test_what_was_switched_off_on_today_is_switched_on_again_here(begun):
    settings_of(begun)
    for on in (False, True):
        card(begun, "asks").get_by_label("Worst pain, every 7 days").set_checked(on)
        card(begun, "asks").get_by_role("button", name="Save").click()
        saved(begun, "asks")
        assert kept().settings[Name.ASK_WORST] == ("on" if on else "off")


def test_at_320_pixels_and_in_large_print(begun):
    begun.set_viewport_size({"width": 320, "height": 640})
    settings_of(begun)
    card(begun, "reminders").get_by_label("When?").fill("07:15")
    card(begun, "reminders").get_by_role("button", name="Save and show the link").click()
    begun.get_by_label("The address of the calendar").wait_for()
    look(begun)
    begun.evaluate("document.documentElement.style.fontSize = '200%'")
    look(begun)
