"""What a therapist taught: typed on a phone, kept through a bad network, compared, and done."""

import pytest
from playwright.sync_api import expect
from tests.browser.conftest import answer_cards, begin, choose, look, told

pytestmark = pytest.mark.django_db(transaction=True)


def open_form(phone):
    phone.get_by_role("link", name="Library", exact=True).click()
    phone.get_by_role("link", name="Write down something you were taught").click()
    phone.get_by_role("heading", name="Something you were taught", level=1).wait_for()


def write(phone, *, name="Cork under the arch"):
    """The least that has to be told."""
    phone.get_by_label("Who taught it").fill("Eva, physical therapist")
    phone.get_by_label("What it is called").fill(name)
    phone.get_by_label("Something else", exact=True).check()
    phone.get_by_label("What is needed, in words").fill("a wine cork")
    sole = phone.locator("#stroke-0 details").first
    if not sole.evaluate("(one) => one.open"):
        sole.locator("summary").click()
    phone.get_by_label("Along the middle of the arch only.").first.check()
    phone.get_by_label("Minutes", exact=True).fill("4")


def save(phone):
    phone.get_by_role("button", name="Save it", exact=True).click()


def test_from_a_therapists_words_to_todays_technique(phone, clock):
    begin(phone, clock, until_cards=True)
    answer_cards(phone)
    phone.get_by_role("button", name="Go on").wait_for()
    open_form(phone)
    look(phone)
    write(phone)
    look(phone)
    save(phone)
    phone.get_by_text("Saved. You can choose it").wait_for()
    expect(phone.get_by_text("Taught by Eva, physical therapist.").first).to_be_visible()
    look(phone)
    phone.get_by_role("link", name="To What to compare").click()
    phone.get_by_label("Which suits me best?").check()
    phone.get_by_label("Cork under the arch").check()
    choose(phone, "tennis-ball")
    look(phone)
    phone.get_by_role("button", name="Start").click()
    phone.get_by_role("heading", name="Your first steps").wait_for()
    phone.get_by_role("button", name="6", exact=True).click()
    told(phone)
    if phone.locator("#plan .big").inner_text() != "Cork under the arch":
        phone.get_by_role("button", name="Another one").click()
    expect(phone.locator("#plan .big")).to_have_text("Cork under the arch")
    expect(phone.locator("#plan")).to_contain_text("Taught by Eva, physical therapist.")
    look(phone)
    phone.get_by_role("link", name="So far").click()
    expect(phone.locator("main")).to_contain_text("Cork under the arch: Taught by Eva, physical therapist.")
    phone.get_by_role("link", name="Today").click()
    phone.get_by_role("link", name="Start the session").click()
    phone.get_by_role("heading", name="Cork under the arch").wait_for()
    expect(phone.locator("main")).to_contain_text("Taught by Eva, physical therapist.")
    phone.get_by_role("button", name="Begin").click()
    phone.get_by_role("button", name="Skip this").click()
    expect(phone.locator("main")).to_contain_text("a wine cork")


def test_what_is_missing_is_said_beside_its_field_and_nothing_typed_is_lost(begun):
    open_form(begun)
    begun.get_by_label("What it is called").fill("Cork")
    begun.get_by_label("Minutes", exact=True).fill("four")
    save(begun)
    faults = begun.locator("#faults")
    faults.wait_for()
    expect(faults).to_be_focused()
    expect(begun.get_by_label("Who taught it")).to_have_accessible_description(
        "A name and a profession, as: Eva, physical therapist. Your pages show it beside the name."
        " Write who taught it."
    )
    expect(begun.get_by_label("What it is called")).to_have_value("Cork")
    expect(begun.get_by_label("Minutes", exact=True)).to_have_value("four")
    look(begun)
    faults.get_by_role("link", name="Step 1: Write a whole number").click()
    expect(begun.get_by_label("Minutes", exact=True)).to_be_focused()
    write(begun)
    save(begun)
    begun.get_by_text("Saved. You can choose it").wait_for()


def test_a_lost_connection_and_a_closed_page_lose_nothing(begun):
    open_form(begun)
    write(begun)
    begun.get_by_role("button", name="Add a step").click()
    expect(begun.locator("#does-1")).to_be_focused()
    begun.locator("#does-1").select_option("rest")
    begun.locator("#seconds-1").fill("20")
    begun.context.set_offline(True)
    save(begun)
    expect(begun.locator("#unsent")).to_be_visible()
    begun.context.set_offline(False)
    begun.reload()
    begun.get_by_text("This is what you typed before.").wait_for()
    expect(begun.get_by_label("What it is called")).to_have_value("Cork under the arch")
    expect(begun.locator("#does-1")).to_have_value("rest")
    expect(begun.locator("#seconds-1")).to_have_value("20")
    look(begun)
    save(begun)
    begun.get_by_text("Saved. You can choose it").wait_for()
    open_form(begun)
    expect(begun.get_by_label("What it is called")).to_have_value("")


def test_steps_come_and_go(begun):
    open_form(begun)
    for _ in range(2):
        begun.get_by_role("button", name="Add a step").click()
    expect(begun.locator("#steps legend")).to_have_text(["Step 1", "Step 2", "Step 3"])
    begun.locator("#seconds-2").fill("7")
    begun.get_by_role("button", name="Take this step away").nth(1).click()
    expect(begun.locator("#steps legend")).to_have_text(["Step 1", "Step 2"])
    expect(begun.locator("#does-2")).to_have_count(1)
    look(begun)


def test_another_dose_is_said_before_it_is_saved(begun):
    open_form(begun)
    write(begun)
    save(begun)
    begun.get_by_role("link", name="Change it").click()
    begun.get_by_label("Minutes", exact=True).fill("5")
    save(begun)
    begun.get_by_role("heading", name="With this change it is another technique").wait_for()
    expect(begun.get_by_label("Minutes", exact=True)).to_have_value("5")
    look(begun)
    begun.get_by_role("button", name="Save it as a new one").click()
    begun.get_by_text("Saved. You can choose it").wait_for()
    begun.get_by_role("link", name="All of the library").click()
    expect(begun.get_by_role("link", name="Cork under the arch")).to_have_count(2)
    expect(begun.get_by_text("Put away")).to_have_count(1)
    look(begun)


def test_in_the_dark_and_in_large_print(begun):
    begun.emulate_media(color_scheme="dark")
    open_form(begun)
    begun.evaluate("document.documentElement.style.fontSize = '200%'")
    look(begun)
    begun.goto(begun.url + "paper/")
    look(begun)


def test_without_a_script_a_step_is_added_and_all_is_kept(phones, begun):
    cookies, url = begun.context.cookies(), begun.url.rpartition("today/")[0]
    page = phones.new(java_script_enabled=False)
    page.context.add_cookies(cookies)
    page.goto(f"{url}taught/")
    page.locator("#by").fill("Eva")
    page.locator("#add").click()
    page.locator("#does-1").wait_for()
    assert page.locator("#by").input_value() == "Eva"
