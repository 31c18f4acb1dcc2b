"""Before and after a session, a tap each; and pain above the limit, which rests a technique at once."""

import re
from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import expect
from tests.browser.conftest import kept_for_later, look, next_step, told
from tests.browser.test_stories import kept, score
from tests.people import CLEAR, NOON, TODAY, arrive
from tests.people import told as event

from firststep.actions.pair import make_code
from firststep.actions.tell import tell
from firststep.care import resting
from firststep.knowledge import technique
from firststep.records import Again, Doing, Morning, Played, Question, Stopped, Why
from firststep.store import read

pytestmark = pytest.mark.django_db(transaction=True)
BALL, OTHER = "tennis-ball", "frozen-bottle"
CEILING = 4  # of it


@pytest.fixture
def ready(begun):
    """The morning told, and the session with the ball opened, at the question before it."""
    score(begun, 6)
    begun.get_by_role("link", name="Start the session").wait_for()
    begun.goto(begun.url.replace("/today/", f"/session/?do={BALL}"))
    begin_it(begun)
    return begun


def begin_it(phone):
    """To the question before it."""
    phone.get_by_role("button", name="Begin", exact=True).click()
    phone.get_by_role("heading", name="How much does the heel hurt now?").wait_for()


def pain(phone, number):
    phone.locator(".scores").get_by_role("button", name=re.compile(rf"^{number}\b")).click()


def play(phone):
    """Through the session: a second of it is really played, the rest is passed over."""
    waited = False
    while not phone.get_by_role("heading", name="The session is over").count():
        if phone.get_by_role("button", name="Next", exact=True).is_enabled() and not waited:
            phone.wait_for_timeout(1_300)
            waited = True
        next_step(phone)


def only_session():
    (one,) = kept().sessions
    return one.what


def stops():
    return [one.what for one in kept().noted if isinstance(one.what, Stopped)]


def test_pain_comfort_and_again_are_a_tap_each_and_fold_to_a_line(ready):
    look(ready)
    pain(ready, 3)
    play(ready)
    look(ready)
    pain(ready, 2)
    expect(ready.locator("#after")).to_contain_text("Pain now: 2 of 10.")
    told(ready)
    ready.get_by_role("button", name="Pleasant", exact=True).click()
    expect(ready.locator("#comfort")).to_contain_text("It felt pleasant.")
    told(ready)
    ready.get_by_role("button", name="Yes", exact=True).click()
    told(ready)
    look(ready)
    what = only_session()
    assert (what.before, what.after, what.comfort) == (3, 2, 4)
    assert what.version == technique(what.technique, {}).version
    assert 1 <= what.seconds < what.of
    assert abs(what.began - NOON.replace(hour=6, minute=40)) < timedelta(minutes=1)
    assert [one.what for one in kept().stops] == [Again(what.technique, again=True)]

    ready.locator("#after").get_by_role("button", name="Change").click()
    look(ready)
    pain(ready, 0)
    told(ready)
    ready.locator("#comfort").get_by_role("button", name="Change").click()
    ready.get_by_role("button", name="Leave it as it is").click()
    expect(ready.locator("#comfort")).to_contain_text("It felt pleasant.")
    assert (only_session().after, only_session().comfort) == (0, 4)


def test_all_of_it_can_be_skipped_and_the_session_counts_all_the_same(ready):
    ready.get_by_role("button", name="Skip this").click()
    play(ready)
    told(ready)
    what = only_session()
    assert (what.before, what.after, what.comfort) == (None, None, None)
    assert what.seconds >= 1


def test_pain_that_rose_above_the_limit_rests_it_at_once_and_a_slip_is_taken_back(ready):
    pain(ready, 2)
    play(ready)
    pain(ready, 7)
    expect(ready.locator("#above")).to_contain_text(f"more than before you began, and above {CEILING} of 10")
    expect(ready.locator("#above")).to_contain_text("Leave it for today.")
    told(ready)
    look(ready)
    what = only_session()
    assert stops() == [Stopped(what.technique, Why.ABOVE)]
    assert resting(kept(), TODAY)[what.technique].why is Why.ABOVE

    ready.locator("#after").get_by_role("button", name="Change").click()
    pain(ready, 1)
    told(ready)
    expect(ready.locator("#above")).to_have_count(0)
    assert resting(kept(), TODAY) == {}
    ready.locator("#after").get_by_role("button", name="Change").click()
    pain(ready, 8)
    told(ready)

    name = technique(what.technique, {}).name
    ready.get_by_role("link", name="To Today").click()
    rests = ready.locator("#resting")
    expect(rests).to_contain_text(
        re.compile(f"{name} rests since .*The pain was above its limit", re.IGNORECASE)
    )
    expect(ready.locator("#plan")).not_to_contain_text(re.compile(f"^{name}$", re.IGNORECASE))
    look(ready)
    ready.get_by_role("link", name="So far").click()
    ready.get_by_role("link", name="History").click()
    ready.locator(f"#day-{TODAY}").click()
    expect(ready.locator("#day")).to_contain_text(
        re.compile(f"{name}: rests. The pain was above", re.IGNORECASE)
    )


def test_what_was_left_out_stays_so_where_a_slip_is_taken_back(ready):
    pain(ready, 2)
    play(ready)
    pain(ready, 7)
    told(ready)
    ready.get_by_role("button", name="No, leave it out").click()
    told(ready)
    ready.locator("#after").get_by_role("button", name="Change").click()
    pain(ready, 1)
    told(ready)
    assert [str(one.cause) for one in resting(kept(), TODAY).values()] == ["unpleasant"]


def test_pain_above_the_limit_beforehand_is_said_before_it_begins_and_not_put_down_to_it(ready):
    pain(ready, 6)
    above = ready.locator("#before-above")
    expect(above).to_contain_text(f"above {CEILING} of 10 already")
    expect(above.get_by_role("link", name="Leave it for today")).to_be_visible()
    look(ready)
    above.get_by_role("button", name="Begin, half as long and lighter").click()
    play(ready)
    pain(ready, 6)
    expect(ready.get_by_text("It hurt as much or more before you began.")).to_be_visible()
    told(ready)
    look(ready)
    assert (only_session().before, only_session().after) == (6, 6)
    assert stops() == []
    assert resting(kept(), TODAY) == {}


def test_a_slip_beforehand_is_chosen_again(ready):
    pain(ready, 9)
    pain(ready, 3)
    expect(ready.locator("#before-above")).to_have_count(0)
    play(ready)
    pain(ready, 3)
    told(ready)
    assert only_session().before == 3


def test_it_works_without_a_net_and_is_told_later(ready):
    kept_for_later(ready)
    ready.context.set_offline(True)
    ready.reload()
    begin_it(ready)
    pain(ready, 2)
    play(ready)
    pain(ready, 7)
    expect(ready.locator("#above")).to_be_visible()
    ready.get_by_role("button", name="Unpleasant", exact=True).click()
    expect(ready.locator("#comfort")).to_contain_text("It felt unpleasant.")
    assert kept().sessions == ()
    ready.get_by_role("link", name="To Today").click()
    expect(ready.locator("#resting")).to_contain_text("The pain was above its limit.")
    ready.context.set_offline(False)
    ready.evaluate("window.dispatchEvent(new Event('online'))")
    told(ready)
    what = only_session()
    assert (what.before, what.after, what.comfort) == (2, 7, 2)
    assert stops() == [Stopped(what.technique, Why.ABOVE)]


def test_a_reload_in_the_middle_keeps_what_was_told_before(ready):
    pain(ready, 3)
    ready.locator("#player-main").click()
    ready.locator("#player-main").click()
    ready.wait_for_timeout(300)
    ready.reload()
    ready.locator("#take-up").click()
    play(ready)
    pain(ready, 2)
    told(ready)
    assert (only_session().before, only_session().after) == (3, 2)


DAYS, HELD = 80, 8


@pytest.fixture
def alike(phones, clock):
    """A phone of somebody for whom two do about the same, for a week; the ball felt better."""
    anna = arrive("Anna")
    anna.begin(Question.WHICH, (OTHER, BALL), on=TODAY - timedelta(days=DAYS))
    anna.tell(CLEAR, on=TODAY - timedelta(days=3))
    for k in range(DAYS):
        on = TODAY - timedelta(days=DAYS - k)
        name, at = (OTHER, BALL)[(k // 3) % 2], clock.now - timedelta(days=DAYS - k)
        felt = Played(
            technique=name, version=1, began=at, seconds=200, of=240, comfort=4 + k % 2 if name == BALL else 2
        )
        anna.tell(Morning(5 + k % 2), Doing(frozenset([name])), felt, on=on)
        if k >= DAYS - HELD:
            anna.renew(at)
    phone = phones.new()
    phone.goto(f"/pair/?code={make_code(anna.id, timezone.now())}")
    phone.get_by_role("button", name="Go on").click()
    phone.get_by_role("heading", name="Your first steps").wait_for()
    return phone


def test_where_all_do_about_the_same_comfort_chooses_and_stands_apart(alike):
    score(alike, 5)
    ready = alike.locator("#graduation")
    expect(ready).to_contain_text("They do about the same for you, so comfort may choose.")
    expect(ready).to_contain_text("Tennis ball felt best to you: 4.7 of 5 in 39 sessions.")
    alike.get_by_role("link", name="So far").click()
    felt = alike.locator("#felt")
    expect(felt.get_by_role("listitem")).to_have_text(
        ["Tennis ball: 4.7 of 5 in 39 sessions", "Frozen bottle: 2.0 of 5 in 41 sessions"]
    )
    expect(felt).to_contain_text("it is in no pain result, and in no draw.")
    which = alike.locator("section").filter(has=alike.get_by_role("heading", name="Does it matter which?"))
    expect(which).to_contain_text("In practice these are alike")
    expect(which).not_to_contain_text("of 5")
    look(alike)


def test_a_session_is_in_the_history_and_can_be_deleted_and_undone(begun, clock):
    (member,) = read.members()
    ball = Played(
        technique="tennis-ball", version=1, began=clock.now, seconds=150, of=240, before=3, after=2, comfort=4
    )
    tell(member.id, [event(ball, at=clock.now)], clock.now)
    begun.goto("/")
    begun.get_by_role("link", name="So far").click()
    begun.get_by_role("link", name="History").click()
    day = begun.locator(f"#day-{TODAY}")
    expect(day).to_have_accessible_name(re.compile("a session"))
    day.click()
    part = begun.locator(".part.session")
    expect(part).to_contain_text("Session: tennis ball, 06:40")
    expect(part).to_contain_text("2:30 of 4:00 min played. Pain before: 3. Pain after: 2. It felt pleasant.")
    look(begun)
    part.get_by_role("button", name="Delete").click()
    told(begun)
    expect(part).to_have_count(0)
    assert kept().sessions == ()
    look(begun)
    begun.locator("#deleted").get_by_role("button", name="Undo").click()
    told(begun)
    expect(part).to_be_visible()
    assert only_session() == ball
