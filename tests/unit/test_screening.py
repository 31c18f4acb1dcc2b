"""The safety check: which cards are shown, and what a technique must not be used with."""

import pytest

from firststep.care import cards, check_answers, none_of_it, ruled_out_by, screen
from firststep.errors import KnowledgeError
from firststep.knowledge import Outcome, offered, technique
from firststep.records import Answer

FEELING = ["diabetes-feeling", "diabetes-unchecked"]
ORDER = ["picture", "now", "began", "pain", "body", "skin", "cold", "vibration"]


def shown(answers=None, doable=None):
    return [card.id for card, _ in cards(answers or {}, offered() if doable is None else doable)]


def test_cards_come_in_order_and_what_follows_stays_away_at_first():
    assert shown() == ORDER


@pytest.mark.parametrize(
    ("answer", "comes"), [(Answer.YES, True), (Answer.UNSURE, True), (Answer.NO, False), (None, False)]
)
def test_what_follows_comes_when_its_gate_is_not_answered_safely(answer, comes):
    answers = {"diabetes": answer} if answer else {}
    assert ("diabetes" in shown(answers)) is comes


def test_cards_about_tools_come_for_those_who_have_them():
    ball = technique("tennis-ball")
    assert shown(doable=[ball]) == ORDER[:-2]
    assert shown(doable=[ball, technique("frozen-bottle")]) == ORDER[:-1]
    assert shown(doable=[technique("vibrating-roller")])[-1] == "vibration"
    assert shown(doable=[]) == ORDER[:-2]


def test_what_is_open_is_told_in_the_order_of_the_cards():
    left = [question.card for question in screen({}).open]
    assert list(dict.fromkeys(left)) == ORDER
    answered = none_of_it()
    assert screen(answered).open == ()
    assert [question.id for question in screen({**answered, "diabetes": Answer.YES} | {}).open] == []
    for id_ in FEELING:
        del answered[id_]
    assert [question.id for question in screen(answered | {"diabetes": Answer.UNSURE}).open] == FEELING


def test_what_is_no_technique_is_barred_by_what_it_does_and_by_what_it_must_not_be_done_with():
    answered = screen(none_of_it() | {"unsteady": Answer.YES, "cold-frail": Answer.UNSURE})
    assert answered.bars_what(["stretch-calf"], []) == ()
    assert [one.id for one in answered.bars_what(["standing"], [])] == ["unsteady"]
    assert [one.id for one in answered.bars_what(["cold"], [])] == ["cold-frail"]
    assert [one.id for one in answered.bars_what(["spiky"], ["cold-frail"])] == ["cold-frail"]


def test_a_grave_answer_counts_before_the_end():
    early = screen({"cord": Answer.YES})
    assert not early.finished
    assert early.outcome is Outcome.CARE_NOW
    assert screen({"nerve-signs": Answer.UNSURE}).outcome is Outcome.SEE_FIRST
    assert screen({"pregnancy": Answer.YES}).outcome is None
    assert screen({"pregnancy": Answer.NO}).outcome is None


def test_an_answer_to_what_was_not_asked_counts_too():
    told = none_of_it() | {"diabetes": Answer.NO, "diabetes-feeling": Answer.YES}
    assert screen(told).outcome is Outcome.ASK
    assert technique("tennis-ball") not in screen(told).allowed


def test_a_question_that_only_follows_bars_nothing_once_its_gate_is_closed():
    ball, without = technique("tennis-ball"), none_of_it()
    for id_ in FEELING:
        del without[id_]
    assert screen(without).bars(ball) == ()
    assert ball in screen(without).allowed
    for gate in (Answer.YES, Answer.UNSURE):
        assert [one.id for one in screen(without | {"diabetes": gate}).bars(ball)] == FEELING
    del without["diabetes"]
    assert [one.id for one in screen(without).bars(ball)] == FEELING


def test_unknown_questions_are_refused():
    check_answers(none_of_it())
    with pytest.raises(KnowledgeError, match=r"no question of the safety check 'diabets'.*write 'diabetes'"):
        check_answers({"diabets": Answer.NO})


def test_what_a_technique_must_not_be_used_with():
    bottle = {question.id for question in ruled_out_by(technique("frozen-bottle"))}
    assert {"cold-reaction", "fall", "skin-foot", "diabetes-feeling"} <= bottle
    assert not {"unsteady", "implant", "first-steps-worst", "painful-veins"} & bottle
    assert "acutely-tender" in {question.id for question in ruled_out_by(technique("cross-friction"))}


def test_ones_own_techniques_are_checked_as_well():
    mine = technique("massage-ball")
    assert mine in screen(none_of_it(), tools=["massage-ball"], own=[mine]).doable
    assert mine not in screen(none_of_it() | {"fat-pad": Answer.YES}, own=[mine]).allowed


def test_tools_left_out_means_any_tool():
    assert set(screen({}).doable) == set(offered())
    assert all(not one.tools for one in screen({}, tools=[]).doable)
