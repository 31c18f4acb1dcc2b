"""The safety check in the document, and what the pages may tell of it."""

import json

import pytest
from tests.people import FOUR, TODAY, told
from tests.web.test_library import FINE, screened, taught
from tests.web.test_pages import DAY, send

from firststep.knowledge import every
from firststep.knowledge.kinds.screening import SafetyQuestion
from firststep.records import (
    Answer,
    Comparing,
    GoOn,
    Morning,
    Question,
    SafetyAnswer,
    Stopped,
    Why,
)
from firststep.reports.screen.document import blank


def document(someone) -> dict:
    return someone.client().get(f"/{someone.id}/document").json()


def test_the_cards_hold_every_question_that_may_be_asked():
    cards = blank()["safety"]["cards"]
    asked = {question["id"]: question for card in cards for question in card["questions"]}
    assert set(asked) == set(every(SafetyQuestion))
    assert asked["diabetes-feeling"]["after"] == ["diabetes"]
    assert asked["under-heel"]["safe_if"] == "yes"
    assert {id_ for id_, one in asked.items() if one["stop"]} == {
        id_ for id_, one in every(SafetyQuestion).items() if one.outcome == "care-now"
    }
    for one in asked.values():
        assert one["stop"] is None or (one["stop"]["see"] and one["stop"]["tell"])


def test_before_the_check_nothing_is_allowed(anna):
    anna.tell(Morning(5))
    shown = document(anna)
    assert (shown["clear"], shown["safety"]["result"], shown["safety"]["answers"]) == (None, None, {})
    assert shown["safety"]["again"] == ["It was not answered yet."]
    assert not any(one["allowed"] for one in shown["techniques"])


def test_the_answers_and_what_follows_come_back(anna):
    answer = send(anna, told(screened(fat_pad=Answer.YES)))
    assert answer.status_code == 200
    shown = document(anna)["safety"]
    assert shown["answers"]["fat-pad"] == "yes"
    assert shown["result"]["outcome"] == "start"
    assert [one["id"] for one in shown["result"]["because"]] == ["fat-pad"]
    assert shown["again"] == []
    left = {one["id"]: one for one in document(anna)["techniques"] if not one["allowed"]}
    assert left["frozen-bottle"]["because"] == [every(SafetyQuestion)["fat-pad"].asks]


def test_an_answer_to_a_question_that_there_is_not_is_refused(anna):
    answer = send(anna, told(screened(nose=Answer.YES)))
    assert answer.status_code == 400
    assert "nose" in answer.json()["error"]


def test_what_the_check_leaves_out_cannot_be_compared(anna):
    anna.tell(screened(fat_pad=Answer.YES))
    answer = send(anna, told(Comparing(Question.HELPS, FOUR)))
    assert answer.status_code == 400
    assert "left out by the safety check" in answer.json()["error"]


@pytest.mark.parametrize(
    ("days", "says"), [(29, []), (30, ["A month has passed."]), (400, ["A month has passed."])]
)
def test_the_check_is_asked_for_again_after_a_month(anna, days, says):
    anna.tell(screened(), on=TODAY - days * DAY)
    assert json.loads(anna.renew())["safety"]["again"] == says


def test_a_rise_that_does_not_settle_asks_for_the_check(anna):
    anna.tell(screened(), on=TODAY - 9 * DAY)
    for back, pain in enumerate([8, 8, 7, 7, 3, 4, 3, 3, 3]):
        anna.tell(Morning(pain), on=TODAY - back * DAY)
    (says,) = json.loads(anna.renew())["safety"]["again"]
    assert "rose by 3 points" in says


def test_the_short_check_of_earlier_versions_clears_nothing(anna):
    anna.tell(SafetyAnswer(clear=True))
    shown = document(anna)
    assert (shown["clear"], shown["safety"]["short"], shown["safety"]["result"]) == (None, True, None)
    assert len(shown["safety"]["again"]) == 1


def test_grave_answers_end_the_check_and_a_missing_one_never_counts_as_no(anna):
    first = ("first-steps-worst", "under-heel", "after-more")
    anna.tell(screened())
    anna.tell(type(screened())(tuple((id_, FINE[id_]) for id_ in first)))
    shown = document(anna)
    assert (shown["clear"], shown["safety"]["result"]["outcome"]) == (None, "unfinished")
    assert shown["safety"]["again"] == ["There is a question without an answer."]
    anna.tell(type(screened())((*((id_, FINE[id_]) for id_ in first), ("snap", Answer.UNSURE))))
    shown = document(anna)
    assert (shown["clear"], shown["safety"]["result"]["outcome"]) == (False, "care-now")
    assert shown["safety"]["again"] == []
    assert shown["plan"] is None


def test_what_rests_says_why_and_comes_back_when_it_is_taken_up(anna):
    anna.tell(screened(), Comparing(Question.HELPS, FOUR))
    send(anna, told(Stopped("tennis-ball", Why.ABOVE)))
    (rests,) = document(anna)["resting"]
    assert (rests["technique"], rests["cause"], rests["may_go_on"]) == ("tennis-ball", "stopped", True)
    assert rests["says"] == [
        "Tennis ball rests since {day}.",
        "The pain was above its limit.",
    ]
    assert "tennis-ball" not in {day["technique"] for day in document(anna)["plan"]["days"]}
    send(anna, told(GoOn("tennis-ball")))
    assert document(anna)["resting"] == []


def test_what_somebody_was_taught_can_be_compared_under_its_name(anna):
    anna.tell(taught(), screened())
    mine = document(anna)["techniques"][0]
    assert (mine["name"], mine["family"], mine["allowed"]) == ("ball, my way", None, True)
    assert mine["taught_by"].startswith("Ms Example")
    anna.tell(Comparing(Question.GUIDE, (mine["id"],)), Morning(4))
    assert document(anna)["plan"]["days"][0]["title"] == "Ball, my way"


def test_the_version_of_the_document_knows_the_words_and_what_is_known(monkeypatch):
    from firststep.reports.screen import document as module  # noqa: PLC0415

    before = module.version()
    for name, value in (("KNOWLEDGE_VERSION", "99"), ("words", dict)):
        with monkeypatch.context() as patch:
            patch.setattr(module, name, value)
            module._version_in.cache_clear()
            assert module.version() != before
    module._version_in.cache_clear()
    assert module.version() == before
    assert len(before) <= 60
