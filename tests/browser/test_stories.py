"""The product as people meet it, on a phone, from the first screen to a fortnight."""

import re
from datetime import timedelta

import pytest
from playwright.sync_api import expect
from tests.browser.conftest import answer_cards, begin, choose, look, told
from tests.people import TODAY

from firststep.actions.pair import codes_at_start
from firststep.care import standing
from firststep.records import Comparing, Doing, Foot, Morning, Question, Seen
from firststep.store import read

pytestmark = pytest.mark.django_db(transaction=True)
FORBIDDEN = re.compile(r"\b(trials?|arms?|verdicts?|posteriors?)\b", re.IGNORECASE)


def kept():
    (member,) = read.members()
    return standing(read.told(member.id), Foot.RIGHT)


def score(phone, pain: int):
    phone.get_by_role("group", name="Your first steps").get_by_role(
        "button", name=str(pain), exact=True
    ).click()
    told(phone)


def plain(phone):
    assert not FORBIDDEN.search(phone.inner_text("body"))


def begin_expecting(phone, unchosen, *, then):
    expects = phone.get_by_label("Which do you expect to help most?")
    expects.select_option(value=unchosen)
    phone.get_by_role("button", name="Start").click()
    expect(phone.get_by_role("alert").filter(has_text="leave it open")).to_be_visible()
    expects.select_option(value=then)
    phone.get_by_role("button", name="Start").click()


def test_first_visit_to_first_morning(phone, clock):
    ((_, code),) = codes_at_start(clock.now)
    phone.goto("/")
    look(phone)
    phone.get_by_label("Code").fill("0000-0000")
    phone.get_by_role("button", name="Go on").click()
    expect(phone.get_by_role("alert")).to_contain_text("not known")
    look(phone)
    phone.get_by_label("Code").fill(code.lower())
    phone.get_by_role("button", name="Go on").click()
    look(phone)
    phone.get_by_label("What shall we call you?").fill("Anna")
    phone.get_by_role("button", name="Begin").click()
    expect(phone.get_by_role("heading", name="Which heel?")).to_be_visible()  # no foot is guessed
    look(phone)
    phone.get_by_role("link", name="Today").click()
    expect(phone.get_by_text("First: which heel")).to_be_visible()
    expect(phone.locator(".score")).to_have_count(0)
    look(phone)
    phone.get_by_role("link", name="Choose what to compare").click()
    phone.get_by_role("button", name="Right", exact=True).click()
    answer_cards(phone)
    phone.get_by_role("button", name="Go on").wait_for()
    phone.get_by_role("link", name="Compare").click()
    look(phone)
    phone.get_by_label("Which suits me best?").check()
    choose(phone, "tennis-ball")
    phone.get_by_role("button", name="Start").click()
    expect(phone.get_by_role("alert").filter(has_text="at least 2")).to_be_visible()
    look(phone)
    choose(phone, "frozen-bottle")
    begin_expecting(phone, "calf-stick", then="tennis-ball")

    phone.get_by_role("heading", name="Your first steps").wait_for()
    look(phone, "morning")
    score(phone, 6)
    expect(phone.get_by_text("First steps today: 6")).to_be_visible()
    title = phone.locator("#plan .big").inner_text()
    assert title in ("Tennis ball", "Frozen bottle")
    plain(phone)
    look(phone, "today")
    phone.get_by_role("button", name=f"Done: {title.lower()}").click()
    told(phone)
    look(phone)

    now = kept()
    assert now.comparison == Comparing(Question.WHICH, ("frozen-bottle", "tennis-ball"), "tennis-ball")
    assert now.mornings[TODAY].what == Morning(6)
    assert now.doings[TODAY].what == Doing(frozenset([title.lower().replace(" ", "-")]))
    (member,) = read.members()
    line = read.shown(member.id, Foot.RIGHT)[0]
    assert (line.on, line.technique) == (TODAY, title.lower().replace(" ", "-"))


def test_a_fortnight(begun, clock):
    for day in range(14):
        begun.goto("/")
        score(begun, 6 - day // 3)
        answers = begun.locator("#doing")
        if day == 3:
            answers.get_by_role("button", name="Something else").click()
            look(begun)
            answers.get_by_label("Tennis ball", exact=True).check()
            answers.get_by_label("Something not on this list").check()
            answers.get_by_role("button", name="Save").click()
        elif day == 5:
            answers.get_by_role("button", name="Rather not say").click()
        else:
            answers.get_by_role("button").first.click()
        told(begun)
        if day < 13:
            clock.pass_days()
    first = TODAY
    now = kept()
    days = [first + timedelta(days=day) for day in range(14)]
    assert [now.mornings[on].what for on in days] == [Morning(6 - day // 3) for day in range(14)]
    assert now.doings[days[3]].what == Doing(frozenset(["tennis-ball", "other"]))
    assert now.doings[days[5]].what == Doing(None)
    (member,) = read.members()
    reported = {event.on for event in read.told(member.id) if isinstance(event.what, Seen)}
    assert reported == set(days)
    (member,) = read.members()
    drawn = {line.on: line.technique for line in reversed(read.shown(member.id, Foot.RIGHT))}
    for on in set(days) - {days[3], days[5]}:
        assert now.doings[on].what == Doing(frozenset([drawn[on]] if drawn[on] else []))

    begun.get_by_role("link", name="So far").click()
    expect(begun.get_by_role("heading", name="Does it matter which?")).to_be_visible()
    expect(begun.get_by_text("Right heel: 14 days, 14 with a score.")).to_be_visible()
    expect(begun.get_by_role("img", name="Your mornings")).to_be_visible()
    begun.get_by_text("Your mornings in a table").click()
    assert begun.locator("#mornings tbody tr").count() == 14
    plain(begun)
    look(begun)


def test_a_late_morning(begun, clock):
    score(begun, 6)
    clock.pass_days(3)
    begun.goto("/")
    score(begun, 5)
    begun.get_by_text("Missed a morning?").click()
    yesterday = TODAY + timedelta(days=2)
    begun.get_by_label("Which day?").select_option(yesterday.isoformat())
    begun.locator("details").get_by_role("button", name="3", exact=True).click()
    told(begun)
    look(begun)
    assert kept().mornings[yesterday].what == Morning(3)
    assert kept().is_late(kept().mornings[yesterday])
    begun.get_by_role("link", name="So far").click()
    begun.get_by_text("Your mornings in a table").click()
    expect(begun.locator("#mornings")).to_contain_text("3 (told late)")
    expect(begun.locator("#mornings")).to_contain_text("no score")


def test_pairing_a_second_browser_and_what_one_tells_the_other_sees(begun, phones):
    score(begun, 6)
    begun.get_by_role("link", name="Settings").click()
    look(begun)
    begun.get_by_role("button", name="Make a code", exact=True).click()
    code = begun.locator(".code").inner_text()
    other = phones.new()
    other.goto(f"/pair/?code={code}")
    other.get_by_role("button", name="Go on").click()
    expect(other.get_by_text("First steps today: 6")).to_be_visible()
    other.get_by_role("button", name="Change").first.click()
    score(other, 4)
    begun.goto("/")
    expect(begun.get_by_text("First steps today: 4")).to_be_visible()
    assert [
        event.what.pain for event in read.told(read.members()[0].id) if isinstance(event.what, Morning)
    ] == [6, 4]
    begun.get_by_role("link", name="Settings").click()
    begun.get_by_role("button", name="Remove").click()
    other.goto("/")
    expect(other.get_by_label("Code")).to_be_visible()


def test_someone_elses_link_is_refused(begun, phones):
    theirs = begun.url
    begun.get_by_role("link", name="Settings").click()
    begun.get_by_role("button", name="Make a code for somebody else").click()
    code = begun.locator(".code").inner_text()
    stranger = phones.new()
    stranger.goto(theirs)
    expect(stranger.get_by_label("Code")).to_be_visible()
    stranger.goto(f"/pair/?code={code}")
    stranger.get_by_role("button", name="Go on").click()
    stranger.get_by_label("What shall we call you?").fill("Ben")
    stranger.get_by_role("button", name="Begin").click()
    answer = stranger.goto(theirs)
    assert answer.status == 403
    expect(stranger.get_by_role("heading")).to_have_text("This page is not yours to open")
    look(stranger)
    stranger.get_by_role("link", name="Go to my own pages").click()
    expect(stranger.get_by_text("First: which heel")).to_be_visible()


def test_told_while_the_server_is_away_it_is_kept_shown_and_sent_once(begun):
    begun.route("**/tell", lambda route: route.abort())
    begun.get_by_role("button", name="6", exact=True).click()
    expect(begun.get_by_role("status")).to_contain_text("Saved on this phone")
    expect(begun.get_by_text("First steps today: 6 (on this phone)")).to_be_visible()
    look(begun)
    begun.locator("#doing").get_by_role("button", name="Nothing").or_(
        begun.locator("#doing").get_by_role("button", name="Rested")
    ).click()
    expect(begun.get_by_text("Told: nothing. (on this phone)")).to_be_visible()
    assert not kept().mornings
    begun.get_by_role("button", name="Try again").wait_for()
    begun.unroute("**/tell")
    begun.get_by_role("button", name="Try again").click()
    told(begun)
    expect(begun.get_by_text("(on this phone)")).to_have_count(0)
    assert kept().mornings[TODAY].what == Morning(6)
    assert kept().doings[TODAY].what == Doing(frozenset())
    assert [event.on for event in read.told(read.members()[0].id) if isinstance(event.what, Seen)]


def test_what_was_not_saved_outlives_the_page_and_is_sent_by_the_next(begun):
    begun.route("**/tell", lambda route: route.abort())
    begun.get_by_role("button", name="9", exact=True).click()
    expect(begun.get_by_text("First steps today: 9 (on this phone)")).to_be_visible()
    begun.reload()
    expect(begun.get_by_text("First steps today: 9 (on this phone)")).to_be_visible()
    begun.unroute("**/tell")
    begun.reload()
    told(begun)
    expect(begun.get_by_text("First steps today: 9", exact=True)).to_be_visible()
    assert kept().mornings[TODAY].what == Morning(9)


def test_two_tabs_lose_nothing_of_each_other(begun, clock):
    score(begun, 6)
    clock.pass_days()
    other = begun.context.new_page()
    for tab in (begun, other):
        tab.route("**/tell", lambda route: route.abort())
        tab.goto("/")
    begun.get_by_role("button", name="7", exact=True).click()
    expect(begun.get_by_text("First steps today: 7 (on this phone)")).to_be_visible()
    other.locator("#yesterday").get_by_role("button", name="Nothing").or_(
        other.locator("#yesterday").get_by_role("button", name="Rested")
    ).click()
    expect(other.get_by_role("status")).to_contain_text("Saved on this phone")
    begun.close()
    other.unroute("**/tell")
    other.reload()
    told(other)
    assert kept().mornings[TODAY + timedelta(days=1)].what == Morning(7)
    assert kept().doings[TODAY].what == Doing(frozenset())


def test_what_the_server_refuses_is_said_and_does_not_hold_up_the_rest(begun, clock):
    clock.contexts[0].clock.set_fixed_time(clock.now + timedelta(hours=5))  # this phone's clock is wrong
    begun.get_by_role("button", name="6", exact=True).click()
    expect(begun.get_by_role("status")).to_contain_text("clock is ahead")
    expect(begun.get_by_role("heading", name="Your first steps")).to_be_visible()
    clock.set(clock.now)
    score(begun, 5)
    assert kept().mornings[TODAY].what == Morning(5)


def test_the_other_heel_has_its_own_check_question_and_mornings(begun):
    score(begun, 6)
    begun.get_by_role("link", name="Compare").click()
    begun.get_by_label("Left").check()
    answer_cards(begun)
    begun.get_by_label("Just guide me").check()
    choose(begun, "hands")
    begun.get_by_role("button", name="Start").click()
    expect(begun.get_by_text("How much did the left heel hurt?")).to_be_visible()
    score(begun, 2)
    begun.get_by_role("link", name="Compare").click()
    begun.get_by_label("Right").check()
    expect(begun.get_by_text("Now: Does it help?")).to_be_visible()
    begun.get_by_role("button", name="Save the change").click()
    expect(begun.get_by_text("First steps today: 6")).to_be_visible()
    told_ = read.told(read.members()[0].id)
    assert standing(told_, Foot.LEFT).mornings[TODAY].what == Morning(2)
    assert standing(told_, Foot.RIGHT).mornings[TODAY].what == Morning(6)


def test_an_answer_that_was_lost_on_the_way_is_not_told_twice(begun):
    swallowed = []

    def swallow(route):
        if swallowed:
            route.abort()
            return
        swallowed.append(route.fetch())
        route.abort()

    begun.route("**/tell", swallow)
    begun.get_by_role("button", name="6", exact=True).click()
    expect(begun.get_by_role("status")).to_contain_text("Saved on this phone")
    begun.unroute("**/tell")
    begun.get_by_role("button", name="Try again").click()
    told(begun)
    expect(begun.get_by_text("First steps today: 6")).to_be_visible()
    mornings = [event for event in read.told(read.members()[0].id) if isinstance(event.what, Morning)]
    assert len(mornings) == 1


def test_on_the_keyboard_alone_an_arrow_never_saves_and_enter_does(begun):
    six = begun.get_by_role("button", name="6", exact=True)
    six.focus()
    for key in ("ArrowRight", "ArrowLeft", "ArrowUp", "ArrowDown"):
        begun.keyboard.press(key)
    assert not kept().mornings
    six.focus()
    begun.keyboard.press("Enter")
    told(begun)
    assert kept().mornings[TODAY].what == Morning(6)
    assert begun.evaluate("document.activeElement.id") == "plan"


def test_taken_back_a_morning_has_no_score(begun):
    score(begun, 6)
    begun.locator("#morning").get_by_role("button", name="Change").click()
    begun.get_by_role("button", name="No score today").click()
    expect(begun.get_by_text("No score this morning")).to_be_visible()
    told(begun)
    assert kept().mornings[TODAY].what == Morning(None)


def test_a_tap_after_midnight_on_yesterdays_page_tells_nothing_of_the_wrong_day(begun, clock):
    clock.pass_days()
    begun.get_by_role("button", name="6", exact=True).click()
    expect(begun.get_by_role("status")).to_contain_text("A new day has begun")
    assert not kept().mornings
    score(begun, 4)
    assert kept().mornings == {TODAY + timedelta(days=1): kept().mornings[TODAY + timedelta(days=1)]}


def test_what_was_told_on_another_device_is_seen_on_coming_back(begun, phones):
    begun.get_by_role("link", name="Settings").click()
    begun.get_by_role("button", name="Make a code", exact=True).click()
    code = begun.locator(".code").inner_text()
    begun.get_by_role("link", name="Today").click()
    other = phones.new()
    other.goto(f"/pair/?code={code}")
    other.get_by_role("button", name="Go on").click()
    score(other, 4)
    begun.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    expect(begun.get_by_text("First steps today: 4")).to_be_visible()


def test_somebody_elses_page_with_status_200_is_not_taken_for_ours(begun):
    begun.route("**/tell", lambda route: route.fulfill(status=200, body="<html>Sign in</html>"))
    begun.get_by_role("button", name="6", exact=True).click()
    expect(begun.get_by_role("status")).to_contain_text("Saved on this phone")
    begun.unroute("**/tell")
    begun.get_by_role("button", name="Try again").click()
    told(begun)
    assert kept().mornings[TODAY].what == Morning(6)


def test_a_page_left_open_over_midnight_asks_for_the_new_morning(begun, clock):
    score(begun, 6)
    clock.pass_days()
    begun.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    expect(begun.get_by_role("heading", name="Your first steps")).to_be_visible()
    score(begun, 4)
    assert kept().mornings[TODAY + timedelta(days=1)].what == Morning(4)
    assert kept().mornings[TODAY].what == Morning(6)


def test_in_the_dark_and_in_large_print(phones, clock):
    phone = phones.new(color_scheme="dark")
    begin(phone, clock)
    score(phone, 6)
    look(phone)
    for page in ("Today", "So far", "Compare", "Library", "Settings"):
        phone.get_by_role("link", name=page, exact=True).click()
        phone.get_by_role("heading", level=1).wait_for()
        phone.evaluate("document.documentElement.style.fontSize = '200%'")
        look(phone)
