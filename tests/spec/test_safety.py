"""The safety check, rule by rule. The rules stand in `safety_rules.py`, in words."""

import importlib.util
from datetime import date, timedelta

import pytest
from msgspec import structs
from tests.conftest import ROOT
from tests.spec.safety_rules import ELSEWHERE, GENTLE, NEVER, PICTURE, RULES, TOOLS

from firststep.care import is_safe, screen
from firststep.care.planning.course import checkpoints
from firststep.care.planning.plan import make_plan
from firststep.care.sessions import Kind, begins_above, rests_after, script
from firststep.knowledge import (
    Advice,
    Basis,
    Map,
    Outcome,
    Posture,
    SafetyQuestion,
    Stroke,
    Whom,
    claims_of,
    every,
    library,
    maps,
    offered,
    one,
    technique,
    traits,
)
from firststep.records import Answer
from firststep.records.wishes import Wishes
from firststep.reports.known.safety import safety_as_data

CLINICAL = ROOT.parent / "shared" / "clinical.md"
QUESTIONS = every(SafetyQuestion)
NOTHING = {id_: Answer(question.safe_if) for id_, question in QUESTIONS.items()}
"""Every question answered so that nothing follows."""

ALL = {one.id for one in offered()}


def with_(**answers):
    return screen(NOTHING | {id_.replace("_", "-"): Answer(answer) for id_, answer in answers.items()})


def allowed(screening):
    return {one.id for one in screening.allowed}


def test_with_none_of_it_everything_is_open():
    assert with_().outcome is Outcome.START
    assert allowed(with_()) == ALL
    assert with_().consequences == ()


@pytest.mark.parametrize("answer", ["yes", "unsure"])
@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.promise)
def test_a_warning(rule, answer):
    screening = screen(NOTHING | {rule.question: Answer(answer)})
    assert screening.outcome is rule.outcome
    assert [found.question.id for found in screening.consequences] == [rule.question]
    assert not allowed(screening) & (ALL if rule.out is None else set(rule.out))
    assert allowed(screening) >= set(rule.stays)


@pytest.mark.parametrize("answer", ["no", "unsure"])
@pytest.mark.parametrize("rule", PICTURE, ids=lambda rule: rule.promise)
def test_what_does_not_fit_the_usual_picture(rule, answer):
    screening = screen(NOTHING | {rule.question: Answer(answer)})
    assert screening.outcome is rule.outcome
    assert allowed(screening) == (set() if rule.out is None else ALL)
    said = [question.id for question in screening.does_not_fit]
    assert said == ([rule.question] if answer == "no" else [])
    assert rule.question not in [question.id for question in screening.fits]


def test_diabetes_with_feeling_not_known_counts_as_feeling_not_safe():
    for answer in ("yes", "unsure"):
        not_known = with_(diabetes="yes", diabetes_feeling=answer)
        assert not allowed(not_known) & {*TOOLS}
        assert {"hands", *GENTLE} <= allowed(not_known)
    unanswered = screen(
        {id_: NOTHING[id_] for id_ in NOTHING if id_ != "diabetes-feeling"} | {"diabetes": Answer.YES}
    )
    assert not unanswered.finished
    assert allowed(unanswered) == set()


def test_an_unanswered_question_is_never_a_no():
    for id_ in QUESTIONS:
        left_open = screen({other: answer for other, answer in NOTHING.items() if other != id_})
        follows = bool(QUESTIONS[id_].after)
        assert left_open.finished is follows, id_  # what only follows is out of the way
        assert left_open.may_start is follows
        assert left_open.outcome is (Outcome.START if follows else None)


def test_a_question_about_a_tool_that_is_not_there_is_not_asked_and_still_bars():
    without_cold = screen(
        {id_: a for id_, a in NOTHING.items() if not QUESTIONS[id_].if_tool}, tools=["tennis-ball"]
    )
    assert without_cold.finished
    assert without_cold.bars(technique("frozen-bottle"))
    with_bottle = screen(without_cold.answers, tools=["tennis-ball", "frozen-bottle"])
    assert {question.card for question in with_bottle.open} == {"cold"}


def test_each_thing_that_follows_says_why_and_on_what_ground():
    for id_, question in QUESTIONS.items():
        if question.safe_if == "yes" and question.outcome is Outcome.START:
            continue
        data = safety_as_data(screen(NOTHING | {id_: Answer.UNSURE}), country="de")
        (reason,) = data["because"]
        assert reason["why"], id_
        for claim, shown in zip(question.why, reason["why"], strict=True):
            sourced = "Source: " in shown["ground"]
            assert sourced is (claim.basis is Basis.READ), id_
            assert sourced or "to be confirmed" in shown["ground"] or "without a source" in shown["ground"]
        if question.outcome is not Outcome.START:
            assert reason["see"]
            assert reason["tell"]


def test_whom_to_call_is_said_by_country_where_it_is_known():
    clot = with_(blood_clot="yes")
    assert "999" in safety_as_data(clot, country="gb")["because"][0]["see"]
    assert "911" in safety_as_data(clot, country="US")["because"][0]["see"]
    assert "112" in safety_as_data(clot)["because"][0]["see"]
    assert "116 117" in safety_as_data(with_(hot_heel="yes"), country="de")["because"][0]["see"]


def test_it_never_says_what_somebody_has():
    assert "does not say what you have" in safety_as_data(with_(fat_pad="yes"))["note"]


def test_somebody_with_none_of_it_is_through_in_two_minutes():
    read_per_minute, taps = 240, 2  # words; seconds a card
    asked = [question for question in QUESTIONS.values() if not question.after]
    words = sum(len(question.asks.split()) for question in asked)
    shown = len({question.card for question in asked})
    assert words / read_per_minute * 60 + shown * taps < 120


# what no question stands for


def test_reviews_run_from_the_day_when_it_began():
    began = date(2026, 3, 2)
    points = checkpoints(began, began + timedelta(weeks=14))
    assert [(point.advice.weeks, point.due) for point in points] == [(6, True), (13, True), (26, False)]
    assert [point.on for point in points] == [began + timedelta(weeks=weeks) for weeks in (6, 13, 26)]
    assert all(point.advice.whom is Whom.SPECIALIST for point in points)


def test_cold_lasts_five_to_ten_minutes_and_stops_when_numb():
    cold = [one for one in offered() if "cold" in traits(one)]
    assert cold
    for each in cold:
        assert 300 <= sum(step.seconds for step in script(each, "right").work) <= 600
        assert any("numb" in stop.lower() for stop in each.stop_for)


def test_two_hours_pass_between_two_sessions_with_cold():
    assert all(one.dose.apart_minutes >= 120 for one in offered() if "cold" in traits(one))


def test_every_massage_is_seated():
    for each in offered():
        if "massage" in traits(each):
            assert each.posture.kind in (Posture.SEATED, Posture.FLOOR), each.id
    standing = {one.id for one in offered() if one.posture.kind is Posture.STANDING}
    assert standing == {"heel-raise"}
    assert not technique("heel-raise").first


def test_vibration_is_short_and_off_the_bone():
    for each in offered():
        if "vibrates" in traits(each):
            assert all(phase.seconds <= 60 for phase in each.phases)
            assert "heel" not in traits(each)


def test_nothing_is_rolled_over_the_heel_or_the_back_of_the_knee():
    for each in offered():
        assert "heel" not in traits(each), each.id
    assert [zone.id for zone in one(Map, "leg").zones if zone.never] == ["back-of-knee"]
    for stroke in every(Stroke).values():
        assert not any(zone.never for zone in maps.crossed(stroke)), stroke.id


def test_every_technique_has_a_ceiling_of_pain():
    for each in offered():
        assert each.effort.ceiling <= (4 if "massage" in traits(each) else 5), each.id
        assert "next morning" in each.effort.why.says, each.id
        assert each.stop_for


SCORES = range(11)


def test_pain_that_rose_above_the_ceiling_rests_a_technique_at_once():
    for ceiling in {each.effort.ceiling for each in offered()}:
        for after in range(ceiling + 1, 11):
            assert all(rests_after(before, after, ceiling) for before in (None, *range(after)))
        for after in (None, *range(ceiling + 1)):
            assert not any(rests_after(before, after, ceiling) for before in (None, *SCORES))


def test_pain_that_was_above_the_ceiling_before_is_not_put_down_to_the_technique():
    for ceiling in {each.effort.ceiling for each in offered()}:
        above = [before for before in SCORES if begins_above(before, ceiling)]
        assert above == list(range(ceiling + 1, 11))
        for before in above:
            assert not any(rests_after(before, after, ceiling) for after in range(before + 1))


def test_needling_is_told_about_and_never_offered():
    assert one(Advice, "needling").part == "care"
    assert not any("needl" in each.name for each in offered())


def test_a_session_ends_by_standing_up_safely():
    for each in offered():
        *_, last = script(each, "both").steps
        assert last.kind is Kind.DONE, each.id


def test_spikes_and_deep_rubbing_are_never_the_beginning():
    for id_ in ("spiky-ball", "cross-friction", "heel-raise"):
        assert not technique(id_).first
        plan = make_plan(Wishes(answers=NOTHING), date(2026, 11, 24))
        assert id_ not in [one.id for one in plan.compare]


def test_what_must_never_be_used_with_what():
    """The modalities once more, by hand: a second opinion on the files."""
    for id_, questions in NEVER.items():
        for question in questions:
            for answer in (Answer.YES, Answer.UNSURE):
                assert id_ not in allowed(screen(NOTHING | {question: answer})), (id_, question)


# the rules are held: change one, and a promise breaks


def mutants():
    """Every rule made milder by one step: a bar dropped, an outcome lowered, a gate or a tool put first."""
    for id_, question in QUESTIONS.items():
        for bar in question.bars:
            yield (
                f"{id_} without {bar}",
                structs.replace(question, bars=tuple(b for b in question.bars if b != bar)),
            )
        if question.outcome is not Outcome.START:
            milder = list(Outcome)[list(Outcome).index(question.outcome) - 1]
            yield f"{id_} as {milder}", structs.replace(question, outcome=milder)
        if not question.after and id_ != "diabetes":
            yield f"{id_} only with diabetes", structs.replace(question, after=("diabetes",))
        if not question.if_tool:
            yield f"{id_} only with spikes", structs.replace(question, if_tool=("spiky",))


def broken_promises():
    """How many of the rules no longer hold."""
    count = 0
    for rule in RULES:
        screening = screen(NOTHING | {rule.question: Answer.UNSURE})
        offered_ = allowed(screening)
        count += screening.outcome is not rule.outcome or bool(
            offered_ & (ALL if rule.out is None else {*rule.out})
        )
    for rule in PICTURE:
        count += screen(NOTHING | {rule.question: Answer.NO}).outcome is not rule.outcome
    for id_ in NOTHING:
        left = {other: answer for other, answer in NOTHING.items() if other != id_}
        count += screen(left).finished is not (id_ in FOLLOW)
        count += screen(left, tools=[]).finished is not (id_ in FOLLOW or id_ in OF_A_TOOL)
        count += id_ != "diabetes" and screen(left | {"diabetes": Answer.YES}).finished
        count += (
            id_ not in ("diabetes", *OF_A_TOOL) and screen(left | {"diabetes": Answer.YES}, tools=[]).finished
        )
    return count


FOLLOW = ("diabetes-feeling", "diabetes-unchecked")
OF_A_TOOL = ("cold-reaction", "cold-nerve", "cold-frail", "implant", "vibration-no")
"""The questions that may stay unasked."""

SURVIVE = {
    "acutely-tender without hard": "nothing hard works anywhere but on the sole",
    "acutely-tender without spiky": "the spiky ball is rolled over the sole",
    "diabetes-unchecked without cold": "every such thing is a tool as well",
    "diabetes-unchecked without hard": "every such thing is a tool as well",
    "diabetes-unchecked without rolls-leg": "every such thing is a tool as well",
    "diabetes-unchecked without spiky": "every such thing is a tool as well",
    "diabetes-unchecked without vibrates": "every such thing is a tool as well",
    "injection without deep": "the deep one works on the sole",
    "injection without hard": "nothing hard works anywhere but on the sole",
    "pregnancy without vibrates": "the vibrating roller is hard as well",
    "thin-skin without cold": "every such thing is a tool as well",
    "thin-skin without hard": "every such thing is a tool as well",
    "thin-skin without rolls-leg": "every such thing is a tool as well",
    "thin-skin without spiky": "every such thing is a tool as well",
    "touch-hurts without hard": "every hard thing is a tool as well",
    "touch-hurts without spiky": "the spiky ball is a tool as well",
    "diabetes-feeling without cold": "the only cold tool is a tool as well",
    "diabetes-feeling without hard": "every hard tool is a tool as well",
    "diabetes-feeling without spiky": "the spiky ball is a tool as well",
    "diabetes-feeling without vibrates": "what vibrates is a tool as well",
    "diabetes-feeling without rolls-leg": "roller and stick are tools as well",
    "bleeding without hard": "every hard tool is a tool as well",
    "bleeding without spiky": "the spiky ball is a tool as well",
    "bleeding without vibrates": "what vibrates is a tool as well",
    "bleeding without rolls-leg": "roller and stick are tools as well",
    "skin-foot without cold": "what is cold is rolled over the sole",
    "skin-foot without spiky": "what is spiky is rolled over the sole",
    "skin-leg without rolls-leg": "roller and stick work on the calf",
    "painful-veins without rolls-leg": "roller and stick work on the calf",
    "many-joints without vibrates": "the vibrating roller is hard as well",
    "touch-hurts without cold": "the frozen bottle is hard as well",
    "touch-hurts without vibrates": "the vibrating roller is hard as well",
    "acutely-tender without deep": "cross rubbing names it itself",
    "acutely-tender without load": "the heel raise names it itself",
    "acutely-tender without heel": "nothing is rolled over the heel today",
    "fat-pad without heel": "nothing is rolled over the heel today",
    "injection without heel": "nothing is rolled over the heel today",
    "much-worse without stretch-thigh": "nothing stretches the thigh today",
    "acutely-tender without standing": "the one that is done standing loads as well",
    "unsteady without standing": "the one that is done standing loads as well",
    "unsteady without load": "the one that loads is done standing",
}
"""Rules that say more than today's techniques need: they are for those that come, and for one's own."""


def test_every_rule_is_held_by_a_promise(monkeypatch):
    assert broken_promises() == 0
    read_, survived = library._read, []
    for name, mutant in mutants():
        known = {**QUESTIONS, mutant.id: mutant}
        monkeypatch.setattr(
            library, "_read", lambda kind, known=known: known if kind is SafetyQuestion else read_(kind)
        )
        if not broken_promises():
            survived.append(name)
    assert set(survived) == set(SURVIVE)


# every row, and the page


def test_the_files_stand_for_the_rows_that_the_rules_name():
    named = {(rule.row, rule.question) for rule in (*RULES, *PICTURE)}
    assert {question for _, question in named} == set(QUESTIONS)
    for id_, question in QUESTIONS.items():
        assert set(question.rows) <= {row for row, asked in named if asked == id_}, id_


def test_every_row_of_the_clinical_file_has_a_rule_and_a_test():
    if not CLINICAL.exists():
        pytest.skip("the clinical file is not here")
    text, rows = CLINICAL.read_text(encoding="utf-8"), set()
    for heading in ("### 2.1", "### 2.2"):
        table = [line for line in text.split(heading)[1].split("\n#")[0].splitlines() if line.startswith("|")]
        rows |= {line.split("|")[1].strip() for line in table[2:]}
    assert rows - {rule.row for rule in RULES} - set(ELSEWHERE) == set()


def test_a_rule_that_stands_elsewhere_has_its_test_here():
    for _, _, test in ELSEWHERE.values():
        assert test in globals()


def test_no_claim_of_the_check_names_a_source_that_nobody_read():
    for question in QUESTIONS.values():
        for _, claim in claims_of(question):
            assert bool(claim.sources) is (claim.basis is Basis.READ)


def test_the_page_of_the_rules_is_up_to_date():
    spec = importlib.util.spec_from_file_location("make_safety", ROOT / "docs/reference/make_safety.py")
    maker = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(maker)
    assert maker.PAGE.read_text(encoding="utf-8") == maker.page(), "run 'make reference'"


def test_safe_answers_are_safe_and_nothing_else_is():
    for question in QUESTIONS.values():
        assert [answer for answer in (None, *Answer) if is_safe(question, answer)] == [
            Answer(question.safe_if)
        ]
