"""Before and after a session, a tap each; and pain above the limit, which rests a technique at once."""

import re
from datetime import timedelta

import pytest
from playwright.sync_api import expect
from tests.browser.conftest import kept_for_later, look, told
from tests.browser.test_stories import kept, score
from tests.people import NOON, TODAY
from tests.people import told as event

from firststep.actions.tell import tell
from firststep.care import resting
from firststep.knowledge import technique
from firststep.records import Again, Played, Stopped, Why
from firststep.store import read

pytestmark = pytest.mark.django_db(transaction=True)
CEILING = 4  # of all that is compared here


@pytest.fixture
def ready(begun):
    """The morning told, and the session of the day opened, at its first question."""
    score(begun, 6)
    begun.get_by_role("link", name="Start the session").click()
    begun.get_by_role("heading", name="How much does the heel hurt now?").wait_for()
    return begun


def pain(phone, number):
    phone.locator(".scores").get_by_role("button", name=re.compile(rf"^{number}\b")).click()


def play(phone):
    """Through the session: a second of it is really played, the rest is passed over."""
    over = phone.get_by_role("heading", name="The session is over")
    while not over.count():
        step = phone.locator(".player").inner_text()
        skip = phone.get_by_role("button", name="Next", exact=True)
        if skip.count() and not played(phone):
            phone.wait_for_timeout(1_200)
        (skip if skip.count() else phone.locator("#player-main")).click()
        expect(phone.locator(".player").filter(has_text=step)).to_have_count(0)


def played(phone):
    done = getattr(phone, "waited", False)
    phone.waited = True
    return done


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
    above.get_by_role("button", name="Begin, and go lighter").click()
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
    ready.get_by_role("heading", name="How much does the heel hurt now?").wait_for()
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
    expect(ready.get_by_text("Step 3 of")).to_be_visible()
    ready.wait_for_timeout(300)
    ready.reload()
    expect(ready.get_by_text("You were at step")).to_be_visible()
    play(ready)
    pain(ready, 2)
    told(ready)
    assert (only_session().before, only_session().after) == (3, 2)


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
