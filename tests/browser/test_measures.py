"""The worst pain of the week and what the heel makes hard, on a phone."""

from datetime import timedelta

import pytest
from playwright.sync_api import expect
from tests.browser.conftest import look, told
from tests.browser.test_stories import kept, score
from tests.people import TODAY
from tests.people import told as event

from firststep.actions.tell import tell
from firststep.care import taken
from firststep.records import Function, Morning, Name, Worst
from firststep.store import read

pytestmark = pytest.mark.django_db(transaction=True)
DAY = timedelta(days=1)
THINGS = ("stairs", "shopping", "standing")
HARD = tuple(zip(THINGS, (4, 7, 1), strict=True))


def tell_before(clock, *whats, days):
    """What was told some days ago."""
    (member,) = read.members()
    on = clock.now.date() - days * DAY
    tell(member.id, [event(what, on, at=clock.now - days * DAY) for what in whats], clock.now)


@pytest.fixture
def third(begun, clock):
    """The third morning, told."""
    for days in (1, 2):
        tell_before(clock, Morning(6), days=days)
    begun.goto("/")
    score(begun, 6)
    return begun


def worst(phone):
    return phone.locator("#measure-worst")


def hard(phone):
    return phone.locator("#measure-function")


def test_a_first_visit_is_not_loaded_with_it(begun):
    score(begun, 6)
    expect(begun.locator("#measures")).to_have_count(0)


def test_the_worst_pain_is_one_tap_and_can_be_changed_and_taken_back(third):
    expect(hard(third)).to_have_count(0)  # one a day
    look(third)
    worst(third).get_by_role("button", name="8", exact=True).click()
    told(third)
    expect(worst(third)).to_contain_text("Worst of the last seven days: 8")
    assert third.evaluate("document.activeElement.id") == "measure-worst"
    look(third)
    worst(third).get_by_role("button", name="Change").click()
    look(third)
    worst(third).get_by_role("button", name="9", exact=True).click()
    expect(worst(third)).to_contain_text("Worst of the last seven days: 9")
    worst(third).get_by_role("button", name="Undo").click()
    expect(worst(third)).to_contain_text("Worst of the last seven days: 8")
    worst(third).get_by_role("button", name="Change").click()
    worst(third).get_by_role("button", name="Take it back").click()
    expect(worst(third).get_by_role("heading", name="Once a week")).to_be_visible()
    told(third)
    assert kept().worsts[TODAY].what == Worst(None)


def test_not_now_is_for_today(third, clock):
    worst(third).get_by_role("button", name="Not now").click()
    expect(third.locator("#measures")).to_have_count(0)
    third.reload()
    expect(third.locator("#plan")).to_be_visible()
    expect(third.locator("#measures")).to_have_count(0)
    clock.pass_days()
    third.goto("/")
    score(third, 5)
    expect(worst(third)).to_be_visible()


def test_it_can_be_switched_off_for_good(third):
    worst(third).get_by_role("button", name="Do not ask again").click()
    told(third)
    expect(worst(third)).to_have_count(0)
    assert kept().settings[Name.ASK_WORST] == "off"
    expect(hard(third)).to_be_visible()


def fill(phone, *names):
    for number, name in enumerate(names, start=1):
        phone.get_by_label(f"Thing {number}", exact=True).fill(name)


def choose(phone, thing, able):
    phone.get_by_role("group", name=thing).locator("label").filter(has_text=str(able)).first.click()


def test_what_is_hard_is_named_once_and_scored_again(third, clock):
    tell_before(clock, Worst(8), days=1)
    third.reload()
    hard(third).get_by_role("button", name="Answer").click()
    assert third.evaluate("document.activeElement.id") == "measure-function-ask"
    look(third)
    fill(third, "stairs", "Stairs ")
    third.get_by_role("button", name="Go on").click()
    expect(third.get_by_role("alert")).to_have_text("Name at least 3 things.")
    fill(third, "stairs", "shopping", "Stairs ")
    third.get_by_role("button", name="Go on").click()
    expect(third.get_by_role("alert")).to_contain_text("Two of them are the same")
    look(third)
    fill(third, *THINGS)
    third.get_by_role("button", name="One more").click()
    third.get_by_role("button", name="Go on").click()  # the fourth is left open
    look(third)
    choose(third, "stairs", 4)
    hard(third).get_by_role("button", name="Save").click()
    expect(hard(third).get_by_role("alert")).to_have_text("Choose a number for each.")
    choose(third, "shopping", 7)
    choose(third, "standing", 1)
    hard(third).get_by_role("button", name="Save").click()
    told(third)
    expect(hard(third)).to_contain_text("What the heel makes hard: 4 of 10")
    assert kept().functions[TODAY].what == Function(HARD)

    clock.pass_days(14)
    tell_before(clock, Worst(7), days=1)
    third.goto("/")
    score(third, 5)
    expect(worst(third)).to_have_count(0)
    hard(third).get_by_role("button", name="Answer").click()
    expect(hard(third).get_by_role("group", name="stairs")).to_contain_text("last time: 4")
    for thing, able in HARD:
        choose(third, thing, able + 3)
    look(third)
    hard(third).get_by_role("button", name="Save").click()
    told(third)
    third.get_by_role("link", name="So far").click()
    expect(third.locator("#measured-function")).to_contain_text("3 points higher, which is better.")
    expect(third.locator("#measured-worst tbody tr")).to_have_count(2)
    look(third)


def test_on_the_keyboard_alone(third, clock):
    tell_before(clock, Worst(8), days=1)
    tell_before(clock, Function(HARD), days=20)
    third.reload()
    hard(third).get_by_role("button", name="Answer").focus()
    for key in (
        "Enter",
        "Tab",
        "ArrowRight",
        "Tab",
        "ArrowRight",
        "ArrowRight",
        "Tab",
        "Space",
        "Tab",
        "Enter",
    ):
        third.keyboard.press(key)
    told(third)
    assert kept().functions[TODAY].what == Function((("stairs", 1), ("shopping", 2), ("standing", 0)))


def test_told_while_the_server_is_away_it_is_shown_and_sent(third):
    third.route("**/tell", lambda route: route.abort())
    worst(third).get_by_role("button", name="8", exact=True).click()
    expect(worst(third)).to_contain_text("Worst of the last seven days: 8 (on this phone)")
    expect(third.get_by_role("status")).to_contain_text("Saved on this phone")
    third.unroute("**/tell")
    third.get_by_role("button", name="Try again").click()
    told(third)
    expect(worst(third)).not_to_contain_text("on this phone")
    assert [time.answers for time in taken(kept(), "worst")] == [(("", 8),)]


def test_at_320_pixels_and_in_the_dark(phones, third, clock):
    third.set_viewport_size({"width": 320, "height": 640})
    third.emulate_media(color_scheme="dark")
    look(third)
    tell_before(clock, Worst(8), days=1)
    third.reload()
    hard(third).get_by_role("button", name="Answer").click()
    fill(third, "x" * 60, *THINGS[1:])
    third.get_by_role("button", name="Go on").click()
    look(third)
    small = third.evaluate(
        "[...document.querySelectorAll('.tap')].filter((e) => e.getBoundingClientRect().height < 48).length"
    )
    assert small == 0
