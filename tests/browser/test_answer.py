"""An answer: said with its size, and then fewer questions, if the person wishes."""

from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import expect
from tests.browser.conftest import look, told
from tests.people import TODAY, arrive

from firststep.actions.pair import make_code
from firststep.care import settings_of
from firststep.records import Doing, Morning, Name, Question
from firststep.store import read

pytestmark = pytest.mark.django_db(transaction=True)
TWO = ("tennis-ball", "hands")
BEFORE_ANSWER, HELD = 48, 9  # days


@pytest.fixture
def answered(phones, clock):
    """A phone of somebody whose answer has held for a week."""
    anna = arrive("Anna")
    days = BEFORE_ANSWER + HELD
    anna.begin(Question.WHICH, TWO, on=TODAY - timedelta(days=days))
    for k in range(days):
        on = TODAY - timedelta(days=days - k)
        ball = (k // 3) % 2 == 0  # blocks of three days
        after_ball = ((k - 1) // 3) % 2 == 0 and k > 0
        anna.tell(
            Morning((3 if after_ball else 6) + k % 2), Doing(frozenset([TWO[0] if ball else TWO[1]])), on=on
        )
        if k >= BEFORE_ANSWER:
            anna.renew(clock.now - timedelta(days=days - k))
    phone = phones.new()
    phone.goto(f"/pair/?code={make_code(anna.id, timezone.now())}")
    phone.get_by_role("button", name="Go on").click()
    phone.get_by_role("heading", name="Your first steps").wait_for()
    return phone


def test_an_answer_is_said_with_its_size_and_asks_less_often_if_that_is_wished(answered):
    answered.get_by_role("button", name="4", exact=True).click()
    told(answered)
    ready = answered.locator("#graduation")
    expect(ready).to_contain_text("The answer has held for a week.")
    look(answered)
    answered.get_by_role("link", name="So far").click()
    expect(answered.locator("#stage")).to_contain_text("There is an answer")
    which = answered.locator("section").filter(
        has=answered.get_by_role("heading", name="Does it matter which?")
    )
    expect(which).to_contain_text("Tennis ball comes out ahead")
    expect(which).to_contain_text("points lower (")
    expect(answered.get_by_text("Heel pain often eases by itself").first).to_be_visible()
    look(answered, "answer")

    answered.get_by_role("navigation").get_by_role("link", name="Today").click()
    ready.get_by_role("button", name="Ask me less often").click()
    told(answered)
    expect(ready).to_contain_text("You tell your mornings about twice a week now.")
    look(answered)
    (member,) = read.members()
    assert settings_of(read.told(member.id))[Name.TAPER] == "on"
    ready.get_by_role("button", name="Ask me every morning").click()
    told(answered)
    expect(ready).to_have_count(0)  # not asked again at once
    assert settings_of(read.told(member.id))[Name.TAPER] == "off"
