"""From the first screen to a seated first session, a step a screen; arriving in the evening is normal."""

import re

import pytest
from playwright.sync_api import expect
from tests.browser.conftest import answer_cards, look, next_step, told
from tests.people import TODAY

from firststep.actions.pair import codes_at_start
from firststep.care import settings_of, standing
from firststep.knowledge import technique
from firststep.records import Again, Comparing, Doing, Foot, Morning, Name, Question, Remembered
from firststep.store import read

pytestmark = pytest.mark.django_db(transaction=True)


def events():
    (member,) = read.members()
    return read.told(member.id)


def arrive(phone, clock):
    ((_, code),) = codes_at_start(clock.now)
    phone.goto(f"/pair/?code={code}")
    look(phone)
    phone.get_by_role("button", name="Go on").click()
    phone.get_by_label("What shall we call you?").fill("Anna")
    phone.get_by_role("button", name="Begin").click()


def go_on(phone):
    phone.get_by_role("button", name="Go on").click()


def at(phone, title):
    expect(phone.get_by_role("heading", level=1)).to_contain_text(title)


def test_an_evening_from_the_first_screen_to_the_end_of_a_first_session(phone, clock):
    clock.set(clock.now.replace(hour=20))
    arrive(phone, clock)
    at(phone, "Which heel?")
    look(phone)
    phone.get_by_role("button", name="Right", exact=True).click()
    at(phone, "Safety check")
    look(phone)
    answer_cards(phone)
    go_on(phone)
    at(phone, "What do you have at hand?")
    look(phone, "tools")
    for tool in ("Tennis ball", "Massage stick"):
        phone.get_by_label(tool, exact=True).check()
    go_on(phone)
    at(phone, "What do you want to find out?")
    look(phone)
    expect(phone.locator("input[value=tennis-ball]")).to_be_checked()
    go_on(phone)
    at(phone, "Your first steps today")
    look(phone)
    expect(phone.locator(".score")).to_have_count(0)  # first when, and then how much
    phone.get_by_role("button", name="Earlier today").click()
    look(phone)
    phone.get_by_role("button", name="7", exact=True).click()
    at(phone, "Now sit down")
    expect(phone.get_by_text("Noted, and not used in any sum: 7")).to_be_visible()
    look(phone)
    name = phone.locator(".big").inner_text()
    phone.get_by_role("link", name="Start the session").click()
    play_to_the_end(phone)
    look(phone)
    expect(phone.get_by_role("heading", name="Phone by the bed")).to_be_visible()
    assert not standing(events(), Foot.RIGHT).doings  # it was passed over: whoever did it says so
    phone.get_by_role("button", name="Yes, I did it").click()
    told(phone)
    phone.get_by_role("button", name="Yes", exact=True).click()
    told(phone)
    phone.get_by_role("link", name="To Today").click()
    expect(phone.locator("#doing")).to_contain_text(f"Told: {name.lower()}.")
    expect(phone.get_by_text("Noted from memory")).to_be_visible()
    expect(phone.get_by_text("Done for today.")).to_be_visible()
    expect(phone.locator("#morning .score")).to_have_count(0)  # a score from memory does not slip in
    look(phone, "first-evening")

    noted_of(name)


def noted_of(name):
    """What the evening leaves: a score from memory, and what was done; no morning."""
    (did,) = doing()
    assert technique(did).name == name[:1].lower() + name[1:]
    counts = standing(events(), Foot.RIGHT)
    assert [event.what for event in events() if isinstance(event.what, Remembered)] == [Remembered(7)]
    assert counts.mornings == {}
    assert counts.doings[TODAY].what == Doing(frozenset([did]))
    assert [event.what for event in events() if isinstance(event.what, Again)] == [Again(did, again=True)]
    assert settings_of(events())[Name.FEET] == "right"
    assert counts.comparison.question is Question.HELPS


def doing():
    return standing(events(), Foot.RIGHT).doings[TODAY].what.did


def play_to_the_end(phone):
    """Through every step: what waits is gone on from, what is timed is skipped."""
    at(phone, "right side")
    look(phone)
    phone.get_by_role("button", name="Nothing").click()
    phone.get_by_role("button", name="Begin").click()
    look(phone)
    phone.get_by_role("button", name="Skip this").click()
    look(phone, "session")
    while not phone.get_by_role("heading", name="The session is over").count():
        next_step(phone)


def test_back_always_works_and_nothing_is_asked_twice(phone, clock):
    arrive(phone, clock)
    phone.get_by_role("button", name="Left", exact=True).click()
    answer_cards(phone)
    go_on(phone)
    phone.get_by_label("Tennis ball", exact=True).check()
    go_on(phone)
    at(phone, "What do you want to find out?")
    phone.go_back()
    at(phone, "What do you have at hand?")
    expect(phone.get_by_label("Tennis ball", exact=True)).to_be_checked()
    phone.get_by_role("button", name="Back").click()
    at(phone, "Safety check")
    expect(phone.locator("form#safety")).to_have_count(0)
    expect(phone.get_by_text("You can start.")).to_be_visible()
    phone.reload()
    at(phone, "Safety check")
    go_on(phone)
    go_on(phone)
    phone.get_by_label("Just guide me").check()
    go_on(phone)
    at(phone, "Your first steps today")
    phone.get_by_role("link", name="Today").click()
    expect(phone.get_by_text("How much did the left heel hurt?")).to_be_visible()
    phone.goto(phone.url.replace("today", "begin"))
    at(phone, "Now sit down")  # what is done is not asked again
    assert isinstance(standing(events(), Foot.LEFT).comparison, Comparing)


def test_just_now_is_a_morning_that_counts(phone, clock):
    arrive(phone, clock)
    phone.get_by_role("button", name="Right", exact=True).click()
    answer_cards(phone)
    go_on(phone)
    phone.get_by_role("button", name="Just my hands").click()
    go_on(phone)
    phone.get_by_role("button", name="Just now").click()
    phone.get_by_role("button", name=re.compile("^0")).click()
    at(phone, "Now sit down")
    told(phone)
    assert standing(events(), Foot.RIGHT).mornings[TODAY].what == Morning(0)


def test_both_heels_are_asked_about_on_one_page(phone, clock):
    arrive(phone, clock)
    phone.get_by_role("button", name="Both").click()
    look(phone)
    phone.get_by_role("button", name="The left hurts more").click()
    answer_cards(phone)
    told(phone)
    phone.get_by_role("link", name="Today").click()
    for foot, pain in (("left", 6), ("right", 2)):
        card = phone.locator("section", has=phone.locator(".scores")).filter(has_text=f"{foot} heel")
        card.get_by_role("button", name=str(pain), exact=True).click()
        told(phone)
    look(phone)
    assert [standing(events(), foot).mornings[TODAY].what for foot in Foot] == [Morning(6), Morning(2)]
    phone.get_by_role("button", name="Show the right heel").click()
    expect(phone.locator("#morning")).to_contain_text("First steps today: 2")
    phone.reload()
    expect(phone.locator("#morning")).to_contain_text("First steps today: 2")


def test_stopped_because_it_hurts_it_rests_and_says_what_to_do(begun):
    begun.get_by_role("button", name="6", exact=True).click()
    told(begun)
    begun.get_by_role("link", name="Start the session").click()
    begun.get_by_role("button", name="Begin").click()
    begun.get_by_role("button", name="Skip this").click()
    begun.locator("#player-main").click()
    begun.get_by_role("button", name="Stop, this hurts").click()
    look(begun)
    begun.get_by_role("button", name="It went numb").click()
    told(begun)
    expect(begun.get_by_role("heading", name="Stopped.")).to_be_visible()
    look(begun)
    begun.get_by_role("link", name="To Today").click()
    expect(begun.locator("#resting, #again").first).to_be_visible()


def test_another_one_not_today_and_left_out_take_a_tap_each(begun, clock):
    def today():
        return begun.locator("#plan .big").inner_text()

    begun.get_by_role("button", name="6", exact=True).click()
    told(begun)
    first = today()
    begun.get_by_role("button", name="Another one").click()
    told(begun)
    assert today() != first
    begun.get_by_role("button", name="Not today").click()
    expect(begun.locator("#plan")).to_contain_text("That is fine")
    told(begun)
    look(begun, "not-today")
    clock.pass_days(1)
    begun.reload()
    begun.get_by_role("button", name="5", exact=True).click()
    told(begun)
    before = today()
    begun.get_by_role("button", name="Leave it out").click()
    told(begun)
    expect(begun.locator("#resting")).to_contain_text(f"{before} rests, as you wished.")
    assert today() != before
    look(begun)
    begun.get_by_role("button", name=f"Take it up again: {before.lower()}").click()
    told(begun)
    expect(begun.locator("#resting")).to_have_count(0)
