"""What set it off, from an empty page to what stands out; and an injection beside the mornings."""

from dataclasses import replace

import pytest
from playwright.sync_api import expect
from tests.browser.conftest import look
from tests.browser.test_languages import open_diary
from tests.entries import INJECTION, ONSET
from tests.made_up_days import days, times
from tests.people import arrive

from firststep.actions.note import note
from firststep.actions.take_in import take_in
from firststep.intake.activity.found import Found
from firststep.records.activity import ActiveDay


@pytest.fixture
def anna(clock):
    anna = arrive("Anna")
    anna.begin()
    anna.renew(clock.now)
    return anna


def walked(someone):
    """Two years of steps, three times as many in the last week, and a run of 5 km each third day."""
    lived = times(days(runs=True, before=ONSET.on), 3, last=7, before=ONSET.on)
    rows = tuple(
        ActiveDay(on=day.on, source="a phone", steps=day.steps, ran_m=day.ran_m, longest_run_m=day.ran_m)
        for day in lived
    )
    take_in(someone.id, Found(source_kind="csv", days=rows))


def test_from_an_empty_page_to_what_stands_out(phone, clock, anna):
    walked(anna)
    open_diary(phone, anna, clock)
    phone.get_by_role("link", name="So far").click()
    phone.get_by_role("link", name="What set it off?").click()
    phone.get_by_role("heading", name="What set it off?").wait_for()
    look(phone)
    phone.get_by_role("link", name="When did it begin?").first.click()
    phone.get_by_role("button", name="Save").click()
    expect(phone.get_by_role("alert")).to_contain_text("Choose a day.")
    look(phone)
    phone.get_by_label("Which day?").fill(str(ONSET.on))
    phone.get_by_label("To the day").check()
    phone.get_by_role("button", name="Save").click()
    expect(phone.locator(".found")).to_contain_text("stand")
    expect(phone.locator(".found")).to_contain_text("Aug 25, 2026")
    look(phone, "set-off")
    phone.get_by_role("link", name="Change Began").click()
    phone.get_by_role("button", name="Take this back").click()
    expect(phone.locator(".found")).to_have_count(0)


def test_shoes_are_told_with_the_keyboard_alone(phone, clock, anna):
    open_diary(phone, anna, clock)
    phone.goto(f"/{anna.id}/before/new/shoes/")
    phone.get_by_label("What do you call them?").focus()
    phone.keyboard.type("the red ones")
    phone.keyboard.press("Tab")
    phone.keyboard.press("Space")
    phone.get_by_label("First worn").fill("2026-08-20")
    phone.get_by_label("Monday").focus()
    phone.keyboard.press("Space")
    phone.keyboard.press("Enter")
    expect(phone.locator("#shoes")).to_contain_text(
        "The red ones (running shoes), since Aug 20, 2026; worn Monday"
    )


def test_an_injection_stands_beside_the_mornings(phone, clock, anna):
    anna.live(30)
    note(anna.id, replace(INJECTION, says="the doctor in town"), clock.now)
    anna.renew(clock.now)
    open_diary(phone, anna, clock)
    phone.get_by_role("link", name="So far").click()
    expect(phone.locator("#other-care")).to_contain_text("Injection: the doctor in town, Nov 2, 2026")
    expect(phone.locator(".picture .care")).to_have_count(1)
    look(phone)
