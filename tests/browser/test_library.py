"""The library on a phone: everything can be read, by everyone."""

import pytest
from playwright.sync_api import expect
from tests.browser.conftest import look, told

from firststep.knowledge import offered

pytestmark = pytest.mark.django_db(transaction=True)


def test_from_todays_draw_to_its_steps_and_to_all_of_the_library(begun):
    begun.get_by_role("button", name="6", exact=True).click()
    told(begun)
    title = begun.locator("#plan .big").inner_text()
    if title != "A rest day":
        begun.get_by_role("link", name="Step by step").click()
        expect(begun.get_by_role("heading", level=1)).to_contain_text(title)
        look(begun)
    begun.get_by_role("link", name="Library", exact=True).click()
    expect(begun.locator(".entries a")).to_have_count(len(offered()))
    look(begun)


def test_one_technique_in_full(begun):
    begun.get_by_role("link", name="Library", exact=True).click()
    begun.get_by_role("link", name="Frozen bottle", exact=True).click()
    for title in ("What you need", "Step by step", "How hard", "Stop for", "Not with", "What it reaches"):
        expect(begun.get_by_role("heading", name=title)).to_be_visible()
    for details in begun.locator("summary").all():
        details.click()
    expect(begun.get_by_text("Reviewed by: nobody yet.")).to_be_visible()
    expect(begun.get_by_role("img", name="Where: ").first).to_be_visible()
    begun.evaluate("window.print = () => { document.title = 'printed'; }")
    begun.get_by_role("button", name="Print as a hand-out").click()
    expect(begun).to_have_title("printed")
    expect(begun.get_by_text("(to be confirmed)").first).to_be_visible()
    look(begun)


def test_what_is_said_and_what_is_known(phone, begun):
    begun.get_by_role("link", name="Library", exact=True).click()
    begun.get_by_role("link", name="What is said, what is known").click()
    look(begun)
    for details in begun.locator("summary").all():
        details.click()
    expect(begun.get_by_text("Massage brings blood to the sore place.")).to_be_visible()
    expect(begun.get_by_text("Only the summary was read.").first).to_be_visible()
    look(begun)


def test_in_the_dark_and_in_large_print(phones, begun):
    begun.emulate_media(color_scheme="dark")
    begun.get_by_role("link", name="Library", exact=True).click()
    for path in ("", "heel-raise/", "said/"):
        begun.goto(begun.url.partition("library/")[0] + f"library/{path}")
        begun.evaluate("document.documentElement.style.fontSize = '200%'")
        look(begun)
