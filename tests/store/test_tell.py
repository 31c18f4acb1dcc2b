"""What is told is kept once, for ever, and the last confirmed counts."""

from datetime import timedelta, timezone
from uuid import uuid4

import pytest
from django.db import DatabaseError, connection, transaction
from tests.people import CLEAR, FOUR, NOON, TODAY, told

from firststep.actions.tell import tell
from firststep.care import standing
from firststep.errors import FirststepError, RecordError, StoreError, TrialError
from firststep.records import Comparing, Doing, Foot, Morning, Question, SafetyAnswer, Seen
from firststep.records.plain import as_plain, from_plain
from firststep.store import read, write
from firststep.store.models import Event, Plan, Verdict

pytestmark = pytest.mark.django_db


def now_counts(someone, foot=Foot.RIGHT):
    return standing(read.told(someone.id), foot)


def test_what_was_told_comes_back_as_it_was_told(anna):
    events = [
        told(CLEAR),
        told(Comparing(Question.WHICH, FOUR)),
        told(Morning(6)),
        told(Morning(None), TODAY - timedelta(days=1)),
        told(Doing(frozenset(["tennis-ball", "other"]))),
        told(Doing(None), TODAY - timedelta(days=1)),
    ]
    assert tell(anna.id, events, NOON) == len(events)
    assert read.told(anna.id) == events


def test_sent_twice_is_told_once(anna):
    event = told(Morning(6))
    assert tell(anna.id, [event], NOON) == 1
    assert tell(anna.id, [event, event], NOON) == 0
    assert len(read.told(anna.id)) == 1


def test_an_edit_is_a_later_event_and_both_are_kept(anna):
    anna.tell(Morning(6))
    anna.tell(Morning(4))
    assert [event.what for event in read.told(anna.id)] == [Morning(6), Morning(4)]
    assert now_counts(anna).mornings[TODAY].what == Morning(4)


def test_the_last_confirmed_counts_even_if_it_was_told_earlier(anna):
    anna.tell(Morning(6))
    tell(anna.id, [told(Morning(5), at=NOON - timedelta(hours=4))], NOON)
    assert now_counts(anna).mornings[TODAY].what == Morning(5)


def test_feet_are_kept_apart(anna):
    tell(anna.id, [told(Morning(6)), told(Morning(2), foot=Foot.LEFT)], NOON)
    assert now_counts(anna).mornings[TODAY].what == Morning(6)
    assert now_counts(anna, Foot.LEFT).mornings[TODAY].what == Morning(2)


def test_all_or_none_is_kept(anna):
    with pytest.raises(RecordError):
        tell(anna.id, [told(Morning(6)), told(Morning(6), TODAY + timedelta(days=1), at=NOON)], NOON)
    assert read.told(anna.id) == []


def test_an_id_of_somebody_else_is_refused_and_nothing_is_lost(anna, ben):
    (event,) = ben.tell(Morning(2))
    with pytest.raises(StoreError):
        tell(anna.id, [told(Morning(9), id_=event.id)], NOON)
    assert read.told(anna.id) == []
    assert read.told(ben.id) == [event]


@pytest.mark.parametrize(
    ("what", "on", "at", "says"),
    [
        (Morning(6), TODAY, NOON + timedelta(hours=2), "clock is ahead"),
        (Morning(6), TODAY + timedelta(days=1), NOON, "has not come yet"),
        (Morning(6), TODAY - timedelta(days=401), NOON, "check the year"),
        (
            Doing(frozenset(["tennis-bal"])),
            TODAY,
            NOON,
            "mend it: write 'tennis-ball'",
        ),
        (Comparing(Question.HELPS, FOUR), TODAY, NOON, "safety check"),
        (Seen(uuid4()), TODAY, NOON, "no plan with this day"),
        (Morning(6), TODAY - timedelta(days=500), NOON - timedelta(days=500), "clock is far behind"),
    ],
)
def test_a_slip_is_refused_with_words(anna, what, on, at, says):
    with pytest.raises(FirststepError, match=says):
        tell(anna.id, [told(what, on, at=at)], NOON)
    assert read.told(anna.id) == []


@pytest.mark.parametrize(
    ("question", "techniques"),
    [(Question.WHICH, FOUR[:1]), (Question.HELPS, ()), (Question.GUIDE, ())],
)
def test_a_question_needs_its_techniques(anna, question, techniques):
    anna.tell(CLEAR)
    with pytest.raises(TrialError, match="were chosen"):
        anna.tell(Comparing(question, techniques))


def test_a_plan_of_somebody_else_was_not_handed_out_here(anna, ben):
    ben.begin()
    ben.renew()
    plan = read.last_plan(ben.id, Foot.RIGHT)
    with pytest.raises(RecordError, match="no plan with this day"):
        anna.tell(Seen(plan.id))


def test_a_plan_is_of_one_foot_and_of_its_days(anna):
    anna.begin()
    anna.renew()
    plan = Seen(read.last_plan(anna.id, Foot.RIGHT).id)
    for event in (told(plan, foot=Foot.LEFT), told(plan, TODAY - timedelta(days=1), at=NOON)):
        with pytest.raises(RecordError, match="no plan with this day"):
            tell(anna.id, [event], NOON)


@pytest.mark.parametrize("offset", [-timedelta(hours=23, minutes=59, seconds=30), timedelta(hours=15)])
def test_a_time_zone_that_there_is_not_is_refused(offset):
    plain = as_plain(told(Morning(3), at=NOON.astimezone(timezone(offset))))
    with pytest.raises(RecordError, match="no time zone"):
        from_plain(plain, where="event 1")


def test_the_same_id_for_something_else_is_refused(anna):
    (event,) = anna.tell(Morning(3))
    with pytest.raises(StoreError, match="something else"):
        write.tell(anna.id, [told(Morning(4), id_=event.id)], NOON)
    assert [event.what for event in read.told(anna.id)] == [Morning(3)]


def test_a_score_that_was_taken_back_begins_no_diary(anna):
    anna.tell(Morning(3), on=TODAY - timedelta(days=300), at=NOON)
    anna.tell(Morning(None), on=TODAY - timedelta(days=300), at=NOON)
    anna.tell(Morning(5))
    assert [day.on for day in now_counts(anna).diary().days] == [TODAY]


def test_a_warning_sign_told_later_counts(anna):
    anna.begin()
    anna.tell(SafetyAnswer(clear=False))
    assert now_counts(anna).clear is False
    with pytest.raises(TrialError, match="safety check"):
        anna.tell(Comparing(Question.WHICH, FOUR))


@pytest.mark.parametrize("model", [Event, Plan, Verdict])
def test_the_database_itself_refuses_to_change_what_was_kept(anna, model):
    anna.begin(on=TODAY - timedelta(days=20))
    anna.live(14)
    anna.renew()
    assert model.objects.filter(person=anna.id).exists()
    with pytest.raises(DatabaseError, match="never changed"), transaction.atomic():
        model.objects.filter(person=anna.id).update(foot="left")


def test_what_was_told_is_written_through_to_the_disk():
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            modes = {}
            for name in ("journal_mode", "synchronous", "foreign_keys"):
                cursor.execute(f"PRAGMA {name}")
                modes[name] = cursor.fetchone()[0]
            assert modes == {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1}
            assert connection.transaction_mode == "IMMEDIATE"
        else:
            cursor.execute("SHOW synchronous_commit")
            assert cursor.fetchone()[0] == "on"


def test_nothing_changes_that_was_told_a_moment_ago_by_the_clock_of_another_zone(anna):
    (event,) = anna.tell(Morning(3))
    assert read.told(anna.id)[0].happened.utcoffset() == event.happened.utcoffset() == timedelta(hours=1)
