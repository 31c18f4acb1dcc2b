"""What holds for every answer to the safety check, and for every technique."""

from datetime import date
from itertools import combinations, product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firststep.care import is_safe, screen
from firststep.care.planning.plan import make_plan
from firststep.care.screening.outcome import GRAVITY, NOT_BEFORE_SEEN
from firststep.knowledge import Outcome, SafetyQuestion, Tool, every, offered, traits
from firststep.records import Answer
from firststep.records.wishes import Wishes

QUESTIONS = every(SafetyQuestion)
TECHNIQUES = offered()
TODAY = date(2026, 11, 24)
NOTHING = {id_: Answer(question.safe_if) for id_, question in QUESTIONS.items()}
"""Every question answered so that nothing follows."""

UNSAFE = (Answer.YES, Answer.UNSURE, None)
"""Answers that something follows from; None for none. (For the usual picture, "no" instead of "yes".)"""

CONTRAINDICATED = {
    technique.id: {
        id_
        for id_, question in QUESTIONS.items()
        if question.outcome in NOT_BEFORE_SEEN
        or id_ in technique.not_with
        or set(question.bars) & traits(technique)
    }
    for technique in TECHNIQUES
}
"""Of every technique the questions that bar it, read from the files once more."""


def answered(unsafe):
    """All safe but these; an answer of None leaves the question open."""
    given_ = NOTHING | {id_: _unsafe(id_, answer) for id_, answer in unsafe.items() if answer}
    return {id_: answer for id_, answer in given_.items() if unsafe.get(id_, Answer.YES)}


def _unsafe(id_, answer):
    return Answer.NO if QUESTIONS[id_].safe_if == "yes" and answer is Answer.YES else answer


def check(unsafe):
    answers = answered(unsafe)
    screening = screen(answers)
    offered_ = {technique.id for technique in screening.allowed}
    for id_ in unsafe:
        gate_closed = QUESTIONS[id_].after and id_ not in answers
        for technique in offered_:
            assert id_ not in CONTRAINDICATED[technique] or gate_closed, (unsafe, technique)
    told = [QUESTIONS[id_].outcome for id_ in unsafe if id_ in answers]
    assert screening.gravest is max(told, key=GRAVITY.index, default=Outcome.START)
    if set(told) & set(NOT_BEFORE_SEEN) or not screening.finished:
        assert not offered_


@pytest.mark.parametrize("count", [1, 2])
def test_no_technique_is_offered_against_a_single_answer_or_a_pair(count):
    for ids in combinations(QUESTIONS, count):
        for answers in product(UNSAFE, repeat=count):
            check(dict(zip(ids, answers, strict=True)))


@pytest.mark.parametrize("two", list(product(UNSAFE, repeat=2)), ids=str)
def test_no_technique_is_offered_against_three_answers(two):
    for ids in combinations(QUESTIONS, 3):
        for third in UNSAFE:
            check(dict(zip(ids, (*two, third), strict=True)))


ANSWERS = st.dictionaries(st.sampled_from(list(QUESTIONS)), st.sampled_from(list(Answer)))
TOOLS = st.none() | st.frozensets(st.sampled_from(list(every(Tool))))


@given(unsafe=st.dictionaries(st.sampled_from(list(QUESTIONS)), st.sampled_from(UNSAFE)))
def test_nor_against_any_number_of_them(unsafe):
    check(unsafe)


@given(
    answers=ANSWERS, tools=TOOLS, more=st.sampled_from(list(QUESTIONS)), answer=st.sampled_from(list(Answer))
)
def test_one_more_warning_sign_never_makes_it_milder(answers, tools, more, answer):
    if is_safe(QUESTIONS[more], answer):
        return
    before, after = screen(answers, tools=tools), screen(answers | {more: answer}, tools=tools)
    assert GRAVITY.index(after.gravest) >= GRAVITY.index(before.gravest) or more in answers
    if more not in answers or is_safe(QUESTIONS[more], answers[more]):
        assert GRAVITY.index(after.gravest) >= GRAVITY.index(before.gravest)
        if before.outcome in NOT_BEFORE_SEEN:
            assert after.outcome in NOT_BEFORE_SEEN
        if before.finished:  # else this answer may be the one that was missing
            assert {one.id for one in after.allowed} <= {one.id for one in before.allowed}


@given(answers=ANSWERS, tools=TOOLS, left=st.sampled_from(list(QUESTIONS)))
def test_leaving_a_question_open_never_opens_anything(answers, tools, left):
    without = {id_: answer for id_, answer in answers.items() if id_ != left}
    opened = {one.id for one in screen(without, tools=tools).allowed}
    assert opened <= {
        one.id for one in screen(answers | {left: Answer(QUESTIONS[left].safe_if)}, tools=tools).allowed
    }


@given(answers=ANSWERS, tools=TOOLS)
def test_what_is_not_sure_and_what_is_open_never_count_as_safe(answers, tools):
    screening = screen(answers, tools=tools)
    for technique in screening.allowed:
        for id_ in CONTRAINDICATED[technique.id]:
            question = QUESTIONS[id_]
            gates = [is_safe(QUESTIONS[gate], answers.get(gate)) for gate in question.after]
            follows = gates and all(gates) and id_ not in answers
            assert is_safe(question, answers.get(id_)) or follows


@given(
    answers=ANSWERS,
    tools=TOOLS,
    minutes=st.integers(1, 30),
    bar=st.frozensets(st.sampled_from([one.id for one in TECHNIQUES])),
    foot=st.sampled_from(["left", "right", "both"]),
    finish=st.booleans(),
)
def test_a_plan_has_something_safe_to_do_or_says_whom_to_see(answers, tools, minutes, bar, foot, finish):
    answers = NOTHING | answers if finish else answers
    plan = make_plan(Wishes(answers=answers, tools=tools, minutes=minutes, bar=bar, foot=foot), TODAY)
    doing = (*plan.compare, *plan.steady)
    assert all(plan.screening.allows(technique) and technique.id not in bar for technique in doing)
    assert doing or plan.see or plan.screening.gravest in NOT_BEFORE_SEEN
    if plan.screening.gravest is not Outcome.START:
        assert any(found.question.whom for found in plan.screening.consequences)
    assert len({technique.id for technique in doing}) == len(doing)


@given(answers=ANSWERS)
def test_the_gravest_is_said_first(answers):
    found = [GRAVITY.index(one.question.outcome) for one in screen(answers).consequences]
    assert found == sorted(found, reverse=True)
