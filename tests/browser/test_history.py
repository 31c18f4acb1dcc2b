"""Every day, to look at, change and delete, with an undo that does not run out."""

from datetime import timedelta

import pytest
from playwright.sync_api import expect
from tests.browser.conftest import look
from tests.browser.test_measures import HARD, tell_before
from tests.browser.test_stories import kept
from tests.people import TODAY

from firststep.actions.pair import codes_at_start
from firststep.records import Doing, Function, Morning, Stopped, Why, Worst

pytestmark = pytest.mark.django_db(transaction=True)
DAY = timedelta(days=1)
YESTERDAY = TODAY - DAY


@pytest.fixture
def history(begun, clock):
    """The page of somebody who told of the last three days, and of more yesterday."""
    ball = Doing(frozenset(["tennis-ball"]))
    tell_before(clock, Morning(8), ball, days=2)
    tell_before(clock, Morning(7), ball, Worst(9), Function(HARD), Stopped("tennis-ball", Why.NUMB), days=1)
    tell_before(clock, Morning(6), days=0)
    begun.goto("/")
    begun.get_by_role("link", name="So far").click()
    begun.get_by_role("link", name="Every day").click()
    begun.get_by_role("heading", level=1, name="History").wait_for()
    return begun


def open_day(phone, on):
    phone.locator(f"#day-{on}").click()
    return phone.locator("#day")


def sent(phone):
    """Wait until nothing waits in the browser any more."""
    expect(phone.get_by_text("(on this phone)")).to_have_count(0)


def has_focus(phone, id_):
    expect(phone.locator(f"#{id_}")).to_be_focused()


def test_a_month_shows_every_day_by_number_mark_and_words(history):
    table = history.get_by_role("table", name="November 2026")
    assert table.get_by_role("columnheader").all_inner_texts()[0] == "Sun"  # an American phone
    assert table.get_by_role("columnheader").count() == 7
    day = history.locator(f"#day-{YESTERDAY}")
    expect(day).to_have_accessible_name(
        "Sunday, November 22: first steps 7, done: tennis ball, worst of the week 9, what is hard, a note"
    )
    assert day.inner_text().split() == ["22", "7", "+"]
    assert day.locator("svg").count() == 1
    expect(history.locator(f"#day-{TODAY}")).to_have_attribute("aria-current", "date")
    expect(history.locator(f"#day-{TODAY + DAY}")).to_have_count(0)  # it has not come yet
    expect(history.locator(".legend")).to_have_text("Tennis ball")
    look(history)


def test_the_week_begins_where_the_reader_is(phones, history):
    german = phones.new(locale="de-DE", storage_state=history.context.storage_state())
    german.goto(history.url)
    expect(german.get_by_role("columnheader").first).to_have_text("Mon")


def test_a_day_shows_all_that_was_told_of_it(history):
    day = open_day(history, YESTERDAY)
    has_focus(history, "day-title")
    for said in ("7 of 10", "Done: tennis ball.", "9 of 10", "4 of 10: stairs 4, shopping 7, standing 1"):
        expect(day).to_contain_text(said)
    expect(day).to_contain_text("Tennis ball: stopped. You named numbness.")
    look(history)
    day.get_by_role("button", name="Close this day").click()
    expect(history.locator("#day")).to_have_count(0)
    has_focus(history, f"day-{YESTERDAY}")


def test_every_part_of_a_day_can_be_changed(history):
    day = open_day(history, YESTERDAY)
    day.get_by_role("button", name="Change: First steps").click()
    look(history)
    day.get_by_role("button", name="3", exact=True).click()
    expect(day).to_contain_text("3 of 10")
    has_focus(history, "history-morning")
    day.get_by_role("button", name="Change: What you did").click()
    day.get_by_role("button", name="Something else").click()
    look(history)
    day.get_by_label("Frozen bottle", exact=True).check()
    day.get_by_role("button", name="Save").click()
    expect(day).to_contain_text("Done: frozen bottle, tennis ball.")
    day.get_by_role("button", name="Change: Worst").click()
    look(history)
    day.get_by_role("button", name="5", exact=True).click()
    expect(day).to_contain_text("5 of 10")
    day.get_by_role("button", name="Change: What the heel").click()
    day.get_by_role("group", name="standing").locator("label").filter(has_text="10").click()
    look(history)
    day.get_by_role("button", name="Save").click()
    expect(day).to_contain_text("7 of 10: stairs 4, shopping 7, standing 10")
    sent(history)
    now = kept()
    assert now.mornings[YESTERDAY].what == Morning(3)
    assert now.doings[YESTERDAY].what == Doing(frozenset(["frozen-bottle", "tennis-ball"]))
    assert now.worsts[YESTERDAY].what == Worst(5)
    assert now.functions[YESTERDAY].what == Function((*HARD[:2], ("standing", 10)))


def test_two_deletes_can_each_be_undone_until_the_page_is_closed(history, clock):
    day = open_day(history, YESTERDAY)
    day.get_by_role("button", name="Delete: First steps").click()
    has_focus(history, "undo-1")
    expect(day).to_contain_text("no score")
    sent(history)
    day = open_day(history, YESTERDAY - DAY)
    day.get_by_role("button", name="Delete: What you did").click()
    has_focus(history, "undo-2")
    expect(day).to_contain_text("Not told.")
    look(history)
    sent(history)
    assert kept().mornings[YESTERDAY].what == Morning(None)
    assert kept().doings[YESTERDAY - DAY].what == Doing(None)
    clock.set(clock.now + timedelta(hours=8))  # it does not run out
    history.get_by_role("button", name="Undo: First steps, Sunday, November 22").click()
    has_focus(history, "day-title")
    expect(history.locator("#day")).to_contain_text("7 of 10")
    history.get_by_role("button", name="Undo: What you did, Saturday").click()
    expect(history.locator("#deleted")).to_have_count(0)
    expect(history.locator("#day")).to_contain_text("Done: tennis ball.")
    sent(history)
    assert kept().mornings[YESTERDAY].what == Morning(7)
    assert kept().doings[YESTERDAY - DAY].what == Doing(frozenset(["tennis-ball"]))


def test_a_whole_day_goes_and_comes_back(history):
    day = open_day(history, YESTERDAY)
    before = kept()
    day.get_by_role("button", name="Delete this whole day").click()
    has_focus(history, "undo-1")
    sent(history)
    expect(history.locator(f"#day-{YESTERDAY}")).to_have_accessible_name(
        "Sunday, November 22: no score, a note"
    )
    gone = kept()
    assert [gone.mornings[YESTERDAY].what, gone.doings[YESTERDAY].what] == [Morning(None), Doing(None)]
    assert [gone.worsts[YESTERDAY].what, gone.functions[YESTERDAY].what] == [Worst(None), Function(())]
    history.get_by_role("button", name="Undo: The whole day").click()
    expect(history.locator("#deleted")).to_have_count(0)
    expect(history.locator("#day")).to_contain_text("9 of 10")
    sent(history)
    after = kept()
    for part in ("mornings", "doings", "worsts", "functions"):
        assert getattr(after, part)[YESTERDAY].what == getattr(before, part)[YESTERDAY].what


def test_on_the_keyboard_alone(history):
    history.locator(f"#day-{YESTERDAY}").focus()
    history.keyboard.press("Enter")
    has_focus(history, "day-title")
    for key in ("Tab", "Tab", "Enter"):  # change, delete
        history.keyboard.press(key)
    has_focus(history, "undo-1")
    sent(history)
    assert kept().mornings[YESTERDAY].what == Morning(None)
    history.keyboard.press("Enter")
    has_focus(history, "day-title")
    expect(history.locator("#day")).to_contain_text("7 of 10")
    sent(history)
    assert kept().mornings[YESTERDAY].what == Morning(7)


def test_what_is_missing_is_added_also_in_an_earlier_month(history):
    history.get_by_role("button", name="Earlier").click()
    has_focus(history, "before")
    expect(history.get_by_role("table", name="October 2026")).to_be_visible()
    late = TODAY - 40 * DAY
    day = open_day(history, late)
    day.get_by_role("button", name="Add: First steps").click()
    day.get_by_role("button", name="4", exact=True).click()
    expect(day).to_contain_text("4 of 10 (told late)")  # the server says so
    assert kept().mornings[late].what == Morning(4)
    history.get_by_role("button", name="Later").click()
    expect(history.get_by_role("table", name="November 2026")).to_be_visible()
    has_focus(history, "month")  # there is nothing later


def test_a_delete_while_the_server_is_away_is_kept_shown_and_undone(history):
    history.route("**/tell", lambda route: route.abort())
    day = open_day(history, YESTERDAY)
    day.get_by_role("button", name="Delete: First steps").click()
    has_focus(history, "undo-1")
    expect(day).to_contain_text("no score (on this phone)")
    history.get_by_role("button", name="Undo: First steps").click()
    expect(day).to_contain_text("7 of 10 (on this phone)")
    expect(history.get_by_role("status")).to_contain_text("Saved on this phone")
    history.unroute("**/tell")
    history.get_by_role("button", name="Try again").click()
    sent(history)
    assert kept().mornings[YESTERDAY].what == Morning(7)


def test_at_320_pixels_in_large_print_and_in_the_dark(history):
    history.set_viewport_size({"width": 320, "height": 640})
    open_day(history, YESTERDAY)
    look(history)
    history.emulate_media(color_scheme="dark")
    look(history)
    history.evaluate("document.documentElement.style.fontSize = '200%'")
    look(history)


def test_every_day_is_wide_enough_for_a_thumb(history):
    widths = history.evaluate(
        "[...document.querySelectorAll('button.day')].map((e) => e.getBoundingClientRect().width)"
    )
    assert min(widths) >= 48


def test_before_a_heel_is_chosen_there_is_nothing_to_see(phone, clock):
    ((_, code),) = codes_at_start(clock.now)
    phone.goto(f"/pair/?code={code}")
    phone.get_by_role("button", name="Go on").click()
    phone.get_by_label("What shall we call you?").fill("Anna")
    phone.get_by_role("button", name="Begin").click()
    phone.get_by_role("link", name="So far").click()
    phone.get_by_role("link", name="Every day").click()
    phone.get_by_role("heading", level=1, name="History").wait_for()
    expect(phone.get_by_role("table")).to_have_count(0)
    look(phone)
