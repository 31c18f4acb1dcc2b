"""Plans are sealed and handed out ahead; answers are kept as they were given."""

import json
from collections import Counter
from datetime import date, timedelta, timezone
from io import BytesIO
from zipfile import ZipFile

import pytest
from tests.people import CLEAR, FOUR, NOON, TODAY, arrive, told

from firststep.actions import renew as renew_
from firststep.actions.take_along import export_everything
from firststep.actions.tell import tell
from firststep.care import plan_days, standing
from firststep.records import Again, Doing, Foot, Morning, Question, Remembered, SafetyAnswer, Seen
from firststep.store import read
from firststep.store.models import Plan
from firststep.trial.yardsticks import ENGINE_VERSION, MOST_AHEAD

pytestmark = pytest.mark.django_db

DAY = timedelta(days=1)


def handed_out(someone):
    return read.last_plan(someone.id, Foot.RIGHT)


def draws(plan):
    return {line["on"]: line["technique"] for line in plan.days}


def mornings(someone):
    """The table of mornings in an export."""
    with ZipFile(BytesIO(export_everything(someone.id))) as archive:
        return archive.read("mornings-right.csv").decode()


@pytest.fixture
def keeper(anna):
    """Anna, a fortnight in."""
    anna.begin(on=TODAY - 14 * DAY)
    anna.live(14, until=TODAY - DAY)
    return anna


def test_a_plan_reaches_seven_days_from_today(keeper):
    keeper.renew()
    days = [date.fromisoformat(line["on"]) for line in handed_out(keeper).days]
    assert days == [TODAY + ahead * DAY for ahead in range(MOST_AHEAD)]


def test_every_draw_is_kept_with_all_that_made_it(keeper):
    keeper.renew()
    for line in handed_out(keeper).days:
        advice = line["advice"]
        assert sum(advice["chances"].values()) == pytest.approx(1.0)
        assert advice["allowed"] == list(FOUR)
        assert advice["cut_off"] <= TODAY.isoformat()
        assert advice["engine"] == ENGINE_VERSION
        assert isinstance(advice["seed"], int)
        assert line["technique"] is None or line["technique"] in advice["chances"]


def test_nothing_new_told_is_no_new_plan(keeper):
    keeper.renew()
    first = handed_out(keeper)
    keeper.renew()
    assert handed_out(keeper).id == first.id


def test_a_morning_told_revises_the_draws_ahead(keeper):
    keeper.renew()
    first = handed_out(keeper)
    keeper.tell(Morning(9))
    keeper.renew()
    second = handed_out(keeper)
    assert second.id != first.id
    ahead = [line["advice"]["cut_off"] for line in second.days if line["advice"]["block"] > TODAY.isoformat()]
    assert set(ahead) == {TODAY.isoformat()}


def test_a_draw_that_was_shown_stands_for_its_block_whatever_is_corrected(keeper):
    keeper.tell(Morning(5))
    keeper.renew()
    plan = handed_out(keeper)
    keeper.tell(Seen(plan.id))
    block = plan.days[0]["advice"]["block"]
    for pain in (0, 10, 0, 10):
        keeper.tell(Morning(pain))
        keeper.tell(Morning(10 - pain), on=TODAY - 5 * DAY)
        keeper.renew()
        for line in handed_out(keeper).days:
            if line["advice"]["block"] == block:
                assert line["technique"] == plan.days[0]["technique"]
                assert line["advice"]["chances"] == plan.days[0]["advice"]["chances"]


def test_once_the_morning_is_told_the_draw_stands_though_no_page_reported_it(keeper):
    keeper.tell(Morning(5))
    keeper.renew()
    first = handed_out(keeper)
    assert first.sealed
    for pain in (0, 10, 1):
        keeper.tell(Morning(pain))
        keeper.renew()
        assert handed_out(keeper).days[0] == first.days[0]


def test_a_draw_shown_offline_stands_if_it_was_reported_with_the_morning(keeper):
    keeper.renew()
    sealed = handed_out(keeper)
    keeper.tell(Morning(9), Seen(sealed.id))
    keeper.renew()
    assert handed_out(keeper).days[0] == sealed.days[0]


def test_a_changed_list_is_no_new_chance(keeper):
    """Toggling the list until a favourite is drawn does not work: what was drawn and can be done stays."""
    keeper.tell(Morning(5))
    keeper.renew()
    line = handed_out(keeper).days[0]
    drawn = line["technique"] or FOUR[0]
    for other in set(FOUR) - {drawn}:
        keeper.begin(Question.HELPS, (drawn, other))
        keeper.renew()
        assert handed_out(keeper).days[0]["technique"] == line["technique"]
    keeper.begin(Question.HELPS, FOUR)
    keeper.renew()
    assert handed_out(keeper).days[0]["technique"] == line["technique"]


def test_a_technique_taken_off_the_list_is_not_drawn_again(keeper):
    keeper.begin(Question.WHICH, FOUR)
    keeper.tell(Morning(5))
    keeper.renew()
    drawn = handed_out(keeper).days[0]["technique"]
    keeper.begin(Question.WHICH, tuple(name for name in FOUR if name != drawn))
    keeper.renew()
    assert drawn not in draws(handed_out(keeper)).values()


def test_lines_of_a_sealed_plan_that_were_shown_offline_count(keeper):
    keeper.tell(Morning(5))
    keeper.renew()
    plan = handed_out(keeper)
    for ahead in (1, 2, 3):
        on = TODAY + ahead * DAY
        keeper.tell(Morning(5), Seen(plan.id), on=on, now=NOON + ahead * DAY)
    shown = {line.on: line.technique for line in read.shown(keeper.id, Foot.RIGHT)}
    assert shown == {date.fromisoformat(line["on"]): line["technique"] for line in plan.days[:4]}


def test_a_question_without_rest_days_ends_one_that_has_begun(anna):
    anna.begin(on=TODAY - 90 * DAY)
    anna.tell(Morning(5), on=TODAY - 90 * DAY)
    for back in range(90, -1, -1):
        on = TODAY - back * DAY
        anna.tell(Morning(5), on=on, now=NOON - back * DAY)
        if back % 3 == 0:
            anna.renew(NOON - back * DAY)
            if handed_out(anna).days[0]["technique"] is None:
                break
    assert handed_out(anna).days[0]["technique"] is None
    anna.begin(Question.WHICH, FOUR, on=on)
    anna.renew(NOON - back * DAY)
    assert None not in draws(handed_out(anna)).values()


def test_whoever_is_overtaken_while_working_it_out_begins_again(keeper, monkeypatch):
    keeper.tell(Morning(5))
    analyse, others = renew_.findings_of, []

    def slow(*values, **named):
        if not others:
            others.append(True)
            keeper.tell(Morning(7))
            keeper.renew()
        return analyse(*values, **named)

    monkeypatch.setattr(renew_, "findings_of", slow)
    document = json.loads(keeper.renew())
    assert document["days"]["pain"][-1] == 7
    assert document["plan"]["id"] == str(handed_out(keeper).id)
    assert Plan.objects.filter(person=keeper.id).count() == 1
    assert [verdict.on for verdict in read.verdicts(keeper.id, Foot.RIGHT)] == [TODAY]


def test_the_day_on_the_device_is_the_day_of_the_plan(keeper):
    """Told in Tokyo, opened in Los Angeles."""
    keeper.renew()
    body = renew_.renew(keeper.id, Foot.RIGHT, NOON, today=TODAY - DAY)
    assert (
        json.loads(body)["made_for"] == json.loads(body)["plan"]["days"][0]["on"] == (TODAY - DAY).isoformat()
    )


def test_of_two_draws_shown_for_a_block_the_first_stands(keeper):
    keeper.renew()
    first = handed_out(keeper)
    keeper.tell(Seen(first.id))
    keeper.tell(Morning(9), on=TODAY - DAY)
    keeper.renew()
    keeper.tell(Seen(handed_out(keeper).id))
    keeper.renew()
    assert handed_out(keeper).days[0] == first.days[0]


def test_a_changed_comparison_draws_from_the_new_list_and_keeps_what_was_told(keeper):
    keeper.tell(Morning(5))
    keeper.begin(Question.WHICH, ("hands", "calf-stick"))
    document = json.loads(keeper.renew())
    assert set(draws(handed_out(keeper)).values()) <= {"hands", "calf-stick"}
    assert len(document["days"]["pain"]) == 15
    names = [row[0] for row in document["so_far"]["tables"][0]["rows"]]
    assert sorted(names) == [
        "Frozen bottle (no longer compared)",
        "Hands on the arch",
        "Stick on the calf",
        "Tennis ball (no longer compared)",
        "Wooden foot roller (no longer compared)",
    ]
    assert [one["technique"] for one in document["so_far"]["each"]] == ["hands", "calf-stick"]


def test_without_the_safety_check_or_a_question_there_is_no_plan(anna):
    anna.renew()
    assert handed_out(anna) is None
    anna.begin()
    anna.tell(SafetyAnswer(clear=False))
    assert json.loads(anna.renew())["plan"] is None


def test_just_guide_me_takes_turns_and_compares_nothing(anna):
    anna.begin(Question.GUIDE, FOUR[:3])
    anna.tell(Morning(5))
    document = json.loads(anna.renew())
    lines = handed_out(anna).days
    assert sorted(Counter(line["technique"] for line in lines).values()) == [2, 2, 3]
    assert all(line["advice"] is None for line in lines)
    assert document["so_far"]["choice"] is document["so_far"]["helps"] is None
    assert document["so_far"]["tables"] == []
    assert read.verdicts(anna.id, Foot.RIGHT) == []


def test_does_it_help_has_a_rest_day_in_about_seven_and_which_has_none(db):
    for question, least, most in ((Question.HELPS, 0.10, 0.19), (Question.WHICH, 0.0, 0.0)):
        rest = days = 0
        for person in range(2):
            someone = arrive(f"Person {question} {person}")
            someone.begin(question, FOUR, on=TODAY - 90 * DAY)
            someone.tell(Morning(5), on=TODAY - 84 * DAY)
            so_far = standing(read.told(someone.id), Foot.RIGHT)
            for start in range(0, 84, 3):
                plan = plan_days(so_far, today=TODAY - DAY * (84 - start), seed=person, given=())
                rest += sum(line.technique is None for line in plan[:3])
                days += 3
        assert least <= rest / days <= most


def test_one_technique_can_be_asked_whether_it_helps(anna):
    anna.begin(Question.HELPS, ("hands",), on=TODAY - 20 * DAY)
    anna.live(14)
    document = json.loads(anna.renew())
    assert document["so_far"]["choice"] is None
    assert document["so_far"]["helps"]


def test_which_suits_me_says_nothing_about_helping(keeper):
    keeper.begin(Question.WHICH, FOUR)
    document = json.loads(keeper.renew())
    assert "nothing is said about whether they help" in document["so_far"]["helps"]


def test_answers_are_kept_as_they_were_given(keeper):
    keeper.renew()
    (first,) = read.verdicts(keeper.id, Foot.RIGHT)
    keeper.tell(Morning(5))
    keeper.renew()
    keeper.renew()
    kept = read.verdicts(keeper.id, Foot.RIGHT)
    assert kept[0] == first
    assert [verdict.on for verdict in kept] == [TODAY - DAY, TODAY]
    assert kept[1].engine == ENGINE_VERSION
    assert set(kept[1].findings["effects"]) == set(FOUR)


def test_a_page_is_fresh_until_something_that_changes_it_is_told(keeper):
    def fresh():
        return read.page(keeper.id, Foot.RIGHT).after == read.last_told(keeper.id)[0]

    keeper.renew()
    assert fresh()
    keeper.tell(Seen(handed_out(keeper).id))
    assert fresh()
    keeper.tell(Morning(3))
    assert not fresh()


def test_the_document_says_what_counts_of_each_day(anna):
    anna.begin(on=TODAY - 3 * DAY)
    anna.tell(Morning(6), Doing(frozenset()), on=TODAY - 3 * DAY)
    anna.tell(Morning(5), on=TODAY - 2 * DAY, at=NOON)
    anna.tell(Morning(None), Doing(frozenset(["other"])), on=TODAY - DAY)
    anna.tell(Morning(4), Doing(None))
    days = json.loads(anna.renew())["days"]
    assert days["start"] == (TODAY - 3 * DAY).isoformat()
    assert days["pain"] == [6, 5, None, 4]
    assert days["did"] == [[], None, ["other"], None]
    assert days["told"] == [True, False, True, True]
    assert days["late"] == [False, True, False, False]
    assert days["skipped"] == [False, False, True, False]


def test_someone_who_comes_back_after_months_gets_a_plan(keeper):
    later = NOON + timedelta(days=100)
    keeper.renew(later)
    assert handed_out(keeper).first_day == later.date()
    assert len(handed_out(keeper).days) == MOST_AHEAD


def test_today_is_the_day_where_the_person_is(anna):
    """In the afternoon of the 23rd in Berlin it is the morning of the 24th on Kiritimati."""
    afternoon = NOON + timedelta(hours=4)
    there = afternoon.astimezone(timezone(timedelta(hours=14)))
    tell(anna.id, [told(CLEAR, there.date(), at=there)], afternoon)
    assert json.loads(anna.renew(afternoon))["made_for"] == (TODAY + DAY).isoformat()


def test_the_first_week_is_handed_out_ahead_and_stands_as_shown(anna):
    """A sealed plan of the first day holds if it is followed, whatever the scores."""
    anna.begin(Question.HELPS)
    anna.tell(Morning(5))
    anna.renew()
    first = draws(handed_out(anna))
    for ahead in range(4):
        on, now = TODAY + ahead * DAY, NOON + ahead * DAY
        technique = first[on.isoformat()]
        anna.tell(Morning(9 - 2 * ahead), Doing(frozenset([technique])), on=on, now=now)
        anna.renew(now)
        assert handed_out(anna).days[0]["technique"] == technique
        assert handed_out(anna).days[0]["advice"]["days"] == 1
    assert sorted(list(first.values())[:4]) == sorted(FOUR)


def test_what_is_unpleasant_holds_up_no_answer(keeper):
    """Dropped after a day or two, it would else keep it "too early" for ever."""
    keeper.begin(Question.WHICH, (*FOUR, "hands"))
    assert json.loads(keeper.renew())["so_far"]["choice"].startswith("Too early")
    keeper.tell(Again("hands", again=False))
    document = json.loads(keeper.renew())
    assert not document["so_far"]["choice"].startswith("Too early")
    assert [(rest["technique"], rest["cause"], rest["may_go_on"]) for rest in document["resting"]] == [
        ("hands", "unpleasant", True)
    ]
    assert document["resting"][0]["says"] == ["Hands on the arch rests: it was unpleasant."]


def test_a_score_from_memory_is_noted_and_changes_nothing_else(keeper):
    before, table = json.loads(keeper.renew()), mornings(keeper)
    keeper.tell(Remembered(9), on=TODAY - 15 * DAY)
    after = json.loads(keeper.renew())
    assert before["remembered"] is None
    assert after["remembered"] == {"on": (TODAY - 15 * DAY).isoformat(), "pain": 9}
    assert {**after, "remembered": None} == before
    assert mornings(keeper) == table
