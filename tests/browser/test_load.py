"""Whether walking more makes mornings worse: read on a phone, with a net and without."""

from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import expect
from tests.browser.conftest import kept_for_later, look
from tests.people import FOUR, TODAY, arrive

from firststep.actions.pair import make_code
from firststep.actions.take_in import take_in
from firststep.intake.activity.found import Found
from firststep.records import Doing, Morning, Question
from firststep.records.activity import ActiveDay

pytestmark = pytest.mark.django_db(transaction=True)
DAY = timedelta(days=1)
DAYS = 45


def walk(back):
    """About every third day is a long one."""
    return 13_200 + 90 * (back % 5) if back % 3 == 0 else 6_000 + 150 * (back % 7)


@pytest.fixture
def walker(phones):
    """A phone of somebody whose mornings are worse after long days, and whose watch counted these."""
    anna = arrive("Anna")
    anna.begin(Question.WHICH, FOUR, on=TODAY - DAYS * DAY)
    for back in range(DAYS, 0, -1):
        pain = 4 + (2 if (back + 1) % 3 == 0 else 0) + (back // 4) % 2
        anna.tell(Morning(pain), Doing(frozenset([FOUR[back // 3 % 4]])), on=TODAY - back * DAY)
    days = tuple(ActiveDay(on=TODAY - back * DAY, source="a watch", steps=walk(back)) for back in range(DAYS))
    take_in(anna.id, Found(source_kind="steps", days=days))
    phone = phones.new()
    phone.goto(f"/pair/?code={make_code(anna.id, timezone.now())}")
    phone.get_by_role("button", name="Go on").click()
    phone.get_by_role("heading", name="Your first steps").wait_for()
    return phone


def test_the_second_look_is_read_with_its_numbers_its_days_and_what_it_is_not(walker):
    walker.get_by_role("link", name="So far").click()
    section = walker.locator("#load")
    expect(section.get_by_role("heading")).to_have_text("Does walking more make mornings worse?")
    expect(section).to_contain_text("After days with over 13,000 steps your mornings were ")
    expect(section).to_contain_text("points worse than after your other days (")
    expect(section).to_contain_text("mornings came after such a day")
    expect(section).to_contain_text("This is a second look.")
    expect(section).to_contain_text("What goes together need not be the cause.")
    more = section.get_by_text("a usual difference between your days")
    expect(more).to_be_hidden()
    look(walker)
    section.get_by_text("More on this").click()
    expect(more).to_be_visible()
    look(walker)

    kept_for_later(walker)
    walker.context.set_offline(True)
    walker.reload()
    expect(walker.locator("#load")).to_contain_text("points worse than after your other days (")
