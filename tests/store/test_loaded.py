"""The second look in the document: where steps are known, beside the first answers, never in a draw."""

import json
from datetime import timedelta

import pytest
from tests.people import FOUR, TODAY

from firststep.actions.take_in import forget_source, take_in
from firststep.intake.activity.found import Found
from firststep.records import Doing, Foot, Morning, Question
from firststep.records.activity import ActiveDay
from firststep.store import read
from firststep.store.models import Page

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)
DAYS = 45


def walk(back):
    """Every third day is a long one."""
    return 14_000 if back % 3 == 0 else 6_000 + 100 * (back % 7)


def steps(*backs, source="a watch"):
    days = tuple(ActiveDay(on=TODAY - back * DAY, source=source, steps=walk(back)) for back in backs)
    return Found(source_kind="steps", days=days)


@pytest.fixture
def keeper(anna):
    """Anna, whose mornings are three points worse after every third day."""
    anna.begin(Question.WHICH, FOUR, on=TODAY - DAYS * DAY)
    for back in range(DAYS, 0, -1):
        pain = (7 if (back + 1) % 3 == 0 else 4) + back % 2
        anna.tell(Morning(pain), Doing(frozenset([FOUR[back // 3 % 4]])), on=TODAY - back * DAY)
    return anna


def load(someone):
    return json.loads(someone.renew())["so_far"]["load"]


def test_without_steps_there_is_no_second_look(keeper):
    assert load(keeper) is None


def test_with_steps_it_says_what_they_go_with_and_what_kind_of_look_it_is(keeper):
    take_in(keeper.id, steps(*range(DAYS + 1)))
    found = load(keeper)
    assert found["asks"] == "Does walking more make mornings worse?"
    assert found["says"][0].startswith("After days with over 13,000 steps your mornings were ")
    assert "points worse than after your other days (" in found["says"][0]
    assert "came after such a day" in found["says"][1]
    assert "a usual difference between your days" in found["more"]["says"][0]
    assert found["about"][0].startswith("This is a second look.")
    assert "need not be the cause" in found["about"][1]
    assert "nothing moves by more than 0.5 points" in found["about"][2]


def test_the_answers_the_draws_and_what_is_kept_of_them_stay_without_it(keeper):
    before = json.loads(keeper.renew())
    plan, answers = read.last_plan(keeper.id, Foot.RIGHT), read.verdicts(keeper.id, Foot.RIGHT)
    take_in(keeper.id, steps(*range(DAYS + 1)))
    after = json.loads(keeper.renew())
    assert after["so_far"].pop("load") is not None
    assert before["so_far"].pop("load") is None
    assert after == before
    assert read.last_plan(keeper.id, Foot.RIGHT) == plan
    assert read.verdicts(keeper.id, Foot.RIGHT) == answers


def test_too_few_days_are_not_spoken_of(keeper):
    take_in(keeper.id, steps(*range(20)))
    assert load(keeper) is None


def test_steps_that_were_just_brought_in_are_on_the_page_at_once(keeper):
    keeper.renew()
    assert Page.objects.filter(person=keeper.id).count() == 1
    take_in(keeper.id, steps(*range(DAYS + 1)))
    shown = keeper.client().get(f"/{keeper.id}/document")
    assert shown.json()["so_far"]["load"] is not None
    take_in(keeper.id, steps(*range(DAYS + 1)))  # the same file again changes nothing
    assert Page.objects.filter(person=keeper.id).count() == 1
    forget_source(keeper.id, "a watch")
    assert keeper.client().get(f"/{keeper.id}/document").json()["so_far"]["load"] is None


def test_one_persons_steps_are_in_nobody_elses_page(keeper, ben):
    take_in(ben.id, steps(*range(DAYS + 1)))
    assert load(keeper) is None


def test_somebody_who_compares_nothing_gets_the_look_too(anna):
    anna.begin(Question.GUIDE, FOUR[:1], on=TODAY - DAYS * DAY)
    for back in range(DAYS, 0, -1):
        anna.tell(Morning((7 if (back + 1) % 3 == 0 else 4) + back % 2), on=TODAY - back * DAY)
    take_in(anna.id, steps(*range(DAYS + 1)))
    found = load(anna)
    assert "worse than after your other days" in found["says"][0]
    assert len(found["about"]) == 2  # nothing of techniques


def test_it_is_there_for_days_before_the_diary_began_only_as_far_as_they_matter(keeper):
    take_in(keeper.id, steps(*range(400)))
    assert len(read.active(keeper.id)) == 400
    assert len(read.active(keeper.id, since=TODAY - DAYS * DAY)) == DAYS + 1
    assert load(keeper) is not None
