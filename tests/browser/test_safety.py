"""The safety check on a phone: nobody rolls before it, and what it leaves out stays out."""

import pytest
from playwright.sync_api import expect
from tests.browser.conftest import answer_cards, begin, choose, look, told
from tests.people import FOUR, TODAY
from tests.people import told as event

from firststep.actions.tell import tell
from firststep.care import standing
from firststep.records import (
    Answer,
    Comparing,
    Doing,
    Foot,
    Morning,
    Question,
    SafetyAnswer,
    Screened,
    Stopped,
    Why,
)
from firststep.store import read

pytestmark = pytest.mark.django_db(transaction=True)


def kept():
    (member,) = read.members()
    return standing(read.told(member.id), Foot.RIGHT)


def tell_here(clock, *whats):
    """Told on another device."""
    (member,) = read.members()
    tell(member.id, [event(what, at=clock.now) for what in whats], clock.now)


def answers():
    return dict(kept().safety.what.answers)


def again(phone):
    """From wherever one is to the first card, with the answers of last time."""
    phone.get_by_role("link", name="Compare").click()
    phone.get_by_role("button", name="Answer the safety check again").click()


def score(phone, pain: int):
    phone.get_by_role("button", name=str(pain), exact=True).first.click()
    told(phone)


def test_with_nothing_of_it_all_stays_open(begun):
    assert kept().clear is True
    assert set(answers().values()) == {Answer.YES, Answer.NO}
    assert "diabetes-feeling" not in answers()  # it only follows, and was not asked
    begun.get_by_role("link", name="Compare").click()
    expect(begun.locator("#safety")).to_contain_text("You can start.")
    expect(begun.get_by_text("Left out by the safety check")).to_have_count(0)
    expect(begun.locator("input[name=technique]")).to_have_count(22)
    look(begun)


def test_diabetes_and_unknown_feeling_leave_out_cold_and_balls(begun):
    again(begun)
    answer_cards(begun, "diabetes", until="diabetes")
    expect(begun.locator("#safety h2")).to_contain_text("of 9")  # the card only follows that answer
    look(begun)
    answer_cards(begun, "diabetes", "?diabetes-feeling")
    told(begun)
    assert answers()["diabetes-feeling"] is Answer.UNSURE
    expect(begun.locator("#safety")).to_contain_text("Ask a doctor.")
    expect(begun.locator("#safety")).to_contain_text("You said: not sure.")
    look(begun)
    for id_ in ("frozen-bottle", "tennis-ball", "massage-ball", "spiky-ball", "calf-ball", "calf-stick"):
        expect(begun.locator(f"input[name=technique][value={id_}]")).to_have_count(0)
    for id_ in ("hands", "calf-hands"):
        expect(begun.locator(f"input[name=technique][value={id_}]")).to_have_count(1)
    begun.locator("#left-out summary").click()
    expect(begun.locator("#left-out")).to_contain_text("Frozen bottle. A part of the feet is numb")
    look(begun)

    begun.get_by_role("link", name="Today").click()
    score(begun, 6)
    expect(begun.locator("#plan")).to_contain_text("Everything on your list rests")
    expect(begun.locator("#resting")).to_contain_text("Tennis ball is left out by the safety check.")
    expect(begun.get_by_role("button", name="Take it up again")).to_have_count(0)
    look(begun)
    begun.get_by_role("link", name="Choose something else").click()
    begun.get_by_label("Just guide me").check()
    choose(begun, "calf-hands")
    begun.get_by_role("button", name="Save the change").click()
    expect(begun.locator("#plan .big")).to_have_text("Hands on the calf")
    expect(begun.locator("#resting")).to_have_count(0)


def test_care_now_ends_the_cards_and_says_whom_to_call(phone, clock):
    begin_cards(phone, clock)
    answer_cards(phone, "?fall")
    told(phone)
    expect(phone.locator("#result")).to_be_in_viewport()
    expect(phone.locator("#safety")).to_contain_text("Stop here. Get care now.")
    expect(phone.locator("#safety .see").first).to_contain_text("Call emergency care now: 112")
    expect(phone.locator("#question")).to_have_count(0)
    assert answers()["fall"] is Answer.UNSURE
    assert "diabetes" not in answers()
    look(phone)
    phone.get_by_role("link", name="Today").click()
    score(phone, 6)
    expect(phone.get_by_role("heading", name="Stop here. Get care now.")).to_be_visible()
    expect(phone.get_by_text("Call emergency care now: 112")).to_be_visible()
    expect(phone.locator("#plan")).to_have_count(0)
    look(phone)
    phone.get_by_role("link", name="Library", exact=True).click()
    expect(phone.get_by_text("see a professional before you do any of this")).to_be_visible()
    assert kept().mornings[TODAY].what == Morning(6)


def begin_cards(phone, clock):
    """A person at the first card."""
    begin(phone, clock, until_cards=True)


def test_what_cannot_wait_is_said_without_the_server(phone, clock):
    begin_cards(phone, clock)
    phone.route("**/tell", lambda route: route.abort())
    answer_cards(phone, "snap")
    expect(phone.locator(".warning")).to_contain_text("Call emergency care now")
    expect(phone.get_by_role("status")).to_contain_text("Saved on this phone")
    look(phone)
    phone.unroute("**/tell")
    phone.get_by_role("button", name="Try again").click()
    told(phone)
    expect(phone.locator("#safety")).to_contain_text("Stop here. Get care now.")


def test_what_can_wait_is_worked_out_once_the_server_is_back(phone, clock):
    begin_cards(phone, clock)
    phone.route("**/tell", lambda route: route.abort())
    answer_cards(phone)
    expect(phone.locator("#result")).to_contain_text("What follows is shown once")
    expect(phone.locator("#question")).to_have_count(0)
    look(phone)
    phone.unroute("**/tell")
    phone.reload()
    expect(phone.locator("#safety")).to_contain_text("You can start.")


def test_back_keeps_the_ticks_and_a_change_of_mind_closes_the_card_that_followed(phone, clock):
    begin_cards(phone, clock)
    card = phone.locator("form#safety")
    answer_cards(phone, "diabetes", until="diabetes")
    expect(card.locator("h2")).to_contain_text("Card 6 of 9")
    card.get_by_role("button", name="Back").click()
    expect(phone.locator("#ask-diabetes")).to_be_checked()
    assert phone.evaluate("document.activeElement.id") == "safety-card"
    look(phone)
    phone.locator("#ask-diabetes").uncheck()
    expect(card.locator("button.main")).to_have_text("None of these")
    card.locator("button.main").click()
    expect(card.locator("h2")).to_contain_text("Card 6 of 8")
    answer_cards(phone)
    told(phone)
    assert answers()["diabetes"] is Answer.NO
    assert "diabetes-feeling" not in answers()
    (member,) = read.members()
    checks = read.told(member.id, kinds=[Screened])
    assert len(checks) == 1  # one event for all the cards


def test_on_the_keyboard_alone(phone, clock):
    begin_cards(phone, clock)
    answer_cards(phone, until="right now")
    phone.locator("#ask-hot-heel").focus()
    phone.keyboard.press("Space")
    phone.keyboard.press("Tab")
    phone.keyboard.press("ArrowRight")
    expect(phone.get_by_role("radio", name="Not sure", checked=True)).to_be_focused()
    phone.keyboard.press("Tab")
    phone.keyboard.press("Enter")
    expect(phone.locator("#safety h2")).to_contain_text("Card 3")
    assert phone.evaluate("document.activeElement.id") == "safety-card"


def test_leaving_the_second_check_as_it_was_changes_nothing(begun):
    before = kept().safety
    again(begun)
    expect(begun.get_by_text("Your answers are kept as a start.")).to_be_visible()
    expect(begun.locator("#ask-under-heel")).to_be_checked()
    begun.get_by_role("button", name="Leave it as it is").click()
    expect(begun.locator("#safety")).to_contain_text("You can start.")
    assert kept().safety == before


def test_a_month_later_one_quiet_line_asks_again(begun, clock):
    clock.pass_days(30)
    begun.goto("/")
    expect(begun.locator("#again")).to_have_text(
        "A month has passed. Please answer the safety check again. To the safety check"
    )
    score(begun, 6)
    expect(begun.locator("#plan .big")).to_be_visible()  # it holds nobody up
    look(begun)
    begun.get_by_role("link", name="To the safety check").click()
    begun.get_by_role("button", name="Answer the safety check again").click()
    answer_cards(begun)
    told(begun)
    begun.get_by_role("link", name="Today").click()
    expect(begun.locator("#again")).to_have_count(0)


def test_the_short_check_of_earlier_versions_can_still_warn(begun, clock):
    tell_here(clock, SafetyAnswer(clear=True))
    begun.get_by_role("link", name="Compare").click()
    expect(begun.locator("#question")).to_be_visible()  # it changes nothing
    tell_here(clock, SafetyAnswer(clear=False))
    begun.reload()
    expect(begun.locator("#safety")).to_contain_text("need a professional first")
    expect(begun.locator("#question")).to_have_count(0)


def test_a_stop_rests_a_technique_until_it_is_taken_up_again(begun, clock):
    tell_here(
        clock,
        Comparing(Question.GUIDE, ("hands",)),
        Morning(6),
        Doing(frozenset()),
        Stopped("hands", Why.NUMB),
    )
    begun.goto("/")
    expect(begun.locator("#plan")).to_contain_text("Everything on your list rests")
    expect(begun.locator("#resting")).to_contain_text("You named numbness.")
    look(begun)
    begun.get_by_role("button", name="Take it up again: hands on the arch").click()
    told(begun)
    expect(begun.locator("#plan .big")).to_have_text("Hands on the arch")
    expect(begun.locator("#resting")).to_have_count(0)


def test_what_rests_is_no_draw_and_the_rest_goes_on(begun, clock):
    stops = (Stopped(id_, Why.SHARP) for id_ in FOUR[:3])
    tell_here(clock, Comparing(Question.GUIDE, FOUR), *stops, Morning(6))
    begun.goto("/")
    expect(begun.locator("#plan .big")).to_have_text("Stick on the calf")
    expect(begun.get_by_role("button", name="Take it up again")).to_have_count(3)
    look(begun)
