"""Whom to see and when; candidates side by side; where each code belongs."""

from dataclasses import replace
from datetime import timedelta
from uuid import UUID, uuid4

import pytest
from tests.people import CLEAR, NOON, TODAY, told

from firststep.care import none_of_it, standing
from firststep.care.professionals import (
    LOOK_KINDS,
    CellKind,
    asked_of,
    code_labels,
    codes_wanted,
    compare,
    looks,
    progress,
    told_wrong,
)
from firststep.care.screening.again import Reason
from firststep.care.screening.outcome import Consequence
from firststep.errors import KnowledgeError, RecordError
from firststep.knowledge import Asking, Basis, Profession, SafetyQuestion, State, Whom, every, speaking
from firststep.records import Answer, Foot, Morning, Noted, Screened
from firststep.records.professional import Answered, Candidate
from firststep.records.triggers import Onset
from firststep.reports.known.professionals import (
    ALONE,
    away,
    looks_as_data,
    phone,
    professions_as_data,
    sheet_as_data,
)

DAY = timedelta(days=1)


def check(**answers):
    return Screened(tuple(sorted({**none_of_it(), **answers}.items())))


def mornings(*scores, until=TODAY):
    """Scores of the days up to today, None for a day without one."""
    days = [until - DAY * back for back in range(len(scores) - 1, -1, -1)]
    return [told(Morning(pain), on) for pain, on in zip(scores, days, strict=True)]


def stands(*events):
    return standing(list(events), Foot.RIGHT)


def seen(*events):
    return [look.whom for look in looks(stands(*events), TODAY)]


def test_nothing_asks_for_anybody_where_all_is_well():
    assert seen(told(CLEAR)) == []
    assert seen() == []


def test_whoever_the_safety_check_names_comes_with_its_line_the_most_urgent_first():
    answers = {"blood-clot": Answer.YES, "diabetes-unchecked": Answer.YES, "diabetes": Answer.YES}
    found = looks(stands(told(check(**answers))), TODAY)
    assert next((look.whom, look.because.question.id) for look in found) == (Whom.EMERGENCY, "blood-clot")
    order = [tuple(Whom).index(look.whom) for look in found]
    assert order == sorted(order)
    assert all(isinstance(look.because, Consequence) for look in found)
    named = {id_ for id_ in answers if every(SafetyQuestion)[id_].whom}
    assert {look.because.question.id for look in found} >= named


def test_not_sure_counts_as_yes():
    assert seen(told(check(**{"blood-clot": Answer.UNSURE}))) == [Whom.EMERGENCY]


LONG = 7 * 7
"""Days: more than six weeks."""


def test_six_weeks_without_a_change_ask_for_a_look():
    (look,) = looks(stands(told(CLEAR), *mornings(*[6] * LONG)), TODAY)
    assert (look.whom, look.because.id) == (Whom.SPECIALIST, "six-weeks")
    assert (look.progress.before, look.progress.now) == (6, 6)
    assert look.progress.since == TODAY - DAY * (LONG - 1)


def test_before_six_weeks_nothing_is_said():
    assert seen(told(CLEAR), *mornings(*[6] * 42)) == []
    assert seen(told(CLEAR), *mornings(*[6] * 43)) == [Whom.SPECIALIST]


def test_it_is_counted_from_the_day_when_it_began_where_that_was_told():
    began = Noted(uuid4(), Onset(on=TODAY - DAY * 50))
    (look,) = looks(stands(told(CLEAR), told(began), *mornings(*[6] * 30)), TODAY)
    assert (look.because.id, look.progress.since, look.progress.told_onset) == (
        "six-weeks",
        TODAY - DAY * 50,
        True,
    )
    flare = Noted(uuid4(), Onset(on=TODAY - DAY * 50, flare=True))
    assert seen(told(CLEAR), told(flare), *mornings(*[6] * 30)) == []
    late = Noted(uuid4(), Onset(on=TODAY - DAY * 3))
    (look,) = looks(stands(told(CLEAR), told(late), *mornings(*[6] * LONG)), TODAY)
    assert (look.progress.since, look.progress.told_onset) == (TODAY - DAY * (LONG - 1), False)


def test_later_the_last_day_to_look_back_on_is_said_alone():
    (look,) = looks(stands(told(CLEAR), *mornings(*[6] * 100)), TODAY)
    assert look.because.id == "three-months"
    (look,) = looks(stands(told(CLEAR), *mornings(*[6] * 190)), TODAY)
    assert look.because.id == "six-months"


@pytest.mark.parametrize(("now", "better"), [(5, False), (4, True), (3, True), (7, False)])
def test_whoever_is_clearly_better_needs_no_look(now, better):
    """Clearly: by 1.9 points, what a person feels. From 6 that is 4, and not 5."""
    told_ = [told(CLEAR), *mornings(*[6] * (LONG - 14), *[now] * 14)]
    assert progress(stands(*told_), TODAY).better is better
    assert (seen(*told_) == []) is better


def test_too_few_scores_say_nothing_of_how_it_went_and_the_look_is_asked_for():
    scores = [6, None, 6] + [None] * (LONG - 5) + [2, 2]
    now = stands(told(CLEAR), *mornings(*scores))
    went = progress(now, TODAY)
    assert (went.before, went.now, went.better) == (None, None, None)
    assert [look.whom for look in looks(now, TODAY)] == [Whom.SPECIALIST]


def test_the_first_two_weeks_are_not_held_against_themselves():
    assert progress(stands(*mornings(*[8] * 10, *[2] * 10)), TODAY).now is None


def test_a_score_that_was_taken_back_is_none():
    assert progress(stands(*mornings(5), *mornings(None)), TODAY) is None


def test_a_sudden_rise_asks_for_a_doctor_and_for_the_check_again():
    events = [told(CLEAR, TODAY - DAY * 20), *mornings(*[3] * 14, 8, 8, 8, 8)]
    found = looks(stands(*events), TODAY)
    assert [(look.whom, look.because) for look in found] == [(Whom.DOCTOR, Reason.WORSE)]
    said = looks_as_data(stands(*events), TODAY)["looks"][0]
    assert said["see"] == "Ask a doctor."
    assert said["because"] == "The pain rose by 3 points or more, and has not settled."


def test_what_is_said_has_its_ground():
    (said,) = looks_as_data(stands(told(CLEAR), *mornings(*[6] * LONG)), TODAY)["looks"]
    assert "Middle score of your first two weeks here: 6. Of the last two: 6." in said["answer"]
    assert any("Source:" in claim["ground"] for claim in said["why"])


def test_massage_that_the_check_leaves_out_is_left_to_a_doctor():
    clot = looks_as_data(stands(told(check(**{"blood-clot": Answer.YES}))), TODAY)
    assert every(SafetyQuestion)["blood-clot"].asks in clot["no_massage"]
    assert looks_as_data(stands(told(CLEAR)), TODAY)["no_massage"] == []
    assert looks_as_data(stands(), TODAY)["no_massage"] == []


def test_only_kinds_that_there_are_are_meant():
    assert set(LOOK_KINDS) == set(Whom)
    assert {kind for kinds in LOOK_KINDS.values() for kind in kinds} <= set(every(Profession))


# Codes


def test_each_code_belongs_to_one_kind_and_has_its_name():
    codes = [code.code for kind in every(Profession).values() for code in kind.codes]
    assert len(codes) == len(set(codes)) == len(codes_wanted()) == len(code_labels())
    assert codes_wanted()["225700000X"] == "massage-therapist"
    assert codes_wanted()["225100000X"] == "physical-therapist"


def test_only_two_codes_are_called_certain():
    certain = {c.code for kind in every(Profession).values() for c in kind.codes if c.basis is Basis.READ}
    assert certain == {"225700000X", "225100000X"}


def test_no_assistant_is_listed_as_what_they_assist():
    assert not {"225200000X", "211D00000X"} & set(codes_wanted())


def test_only_states_whose_hours_were_read_have_a_file():
    assert {id_: state.hours for id_, state in every(State).items()} == {
        "al": 650,
        "ak": 625,
        "az": 700,
        "ar": 500,
        "co": 500,
        "ct": 750,
        "de": 500,
        "fl": 500,
        "ga": 500,
        "nj": 500,
        "tx": 500,
    }
    assert all(claim.basis is Basis.READ for state in every(State).values() for claim in state.known)


# Side by side


def somebody(kind="massage-therapist", state="AL", **answers):
    said = {key.replace("_", "-"): value for key, value in answers.items()}
    return Candidate(UUID(int=1), kind, "Eva", NOON, state=state, answers=said)


def cell(question, one):
    (row,) = [row for row in compare([one, somebody()]) if row.question.id == question]
    return row.cells[0]


def test_what_was_not_told_is_missing_and_not_sure_is_not_told():
    assert cell("structure", somebody()).kind is CellKind.MISSING
    assert cell("structure", somebody(structure=Answered("unsure"))).kind is CellKind.MISSING
    assert cell("structure", somebody(structure=Answered("", " "))).kind is CellKind.MISSING
    assert cell("structure", somebody(structure=Answered("yes"))).kind is CellKind.KNOWN
    assert cell("licence", somebody(licence=Answered("", "NY 12"))).kind is CellKind.KNOWN


@pytest.mark.parametrize("question", [one.id for one in every(Asking).values() if one.warns_if])
def test_each_warning_sign_warns_by_its_own_answer_only(question):
    warns = every(Asking)[question].warns_if
    other = {"yes": "no", "no": "yes"}[warns]
    assert cell(question, somebody(**{question: Answered(warns)})).kind is CellKind.WARNING
    assert cell(question, somebody(**{question: Answered(other)})).kind is CellKind.KNOWN


@pytest.mark.parametrize(
    ("state", "hours", "kind", "asks"),
    [
        ("AL", "649", CellKind.WARNING, 650),
        ("AL", "650", CellKind.KNOWN, 650),
        ("NY", "100", CellKind.KNOWN, None),  # second-hand only
        ("", "100", CellKind.KNOWN, None),
        ("CT", "", CellKind.MISSING, 750),
        ("CT", "unsure", CellKind.MISSING, 750),
    ],
)
def test_hours_stand_beside_what_the_state_asks_for_where_that_was_read(state, hours, kind, asks):
    found = cell("hours", somebody(state=state, hours=Answered(hours)))
    assert (found.kind, found.state.hours if found.state else None) == (kind, asks)


def test_a_question_for_another_kind_is_not_missing():
    assert cell("hours", somebody(kind="podiatrist")).kind is CellKind.NOT_ASKED
    assert "hours" not in {question.id for question in asked_of("podiatrist")}
    assert "hours" in {question.id for question in asked_of("massage-therapist")}
    rows = compare([somebody(kind="podiatrist"), somebody(kind="doctor")])
    assert "hours" not in {row.question.id for row in rows}


def test_nobody_side_by_side_is_nothing():
    assert compare([]) == ()


def test_every_question_of_the_task_is_on_the_sheet():
    asked = set(every(Asking))
    assert asked >= {"licence", "licence-found", "hours", "further", "feet-a-month", "structure", "refer"}
    assert asked >= {"home", "visits", "cost", *ALONE}


def test_the_sheet_says_nothing_to_them_that_is_for_oneself():
    sheet = sheet_as_data("massage-therapist")
    assert {one["id"] for one in sheet["alone"]} == set(ALONE)
    assert not {one["id"] for one in sheet["ask"]} & set(ALONE)
    assert all(one["why"] for one in (*sheet["ask"], *sheet["alone"]))


def test_who_is_no_kind_is_refused():
    with pytest.raises(KnowledgeError, match="no kind of professional 'wizard'"):
        told_wrong("wizard", {})
    with pytest.raises(KnowledgeError, match="no question of the sheet 'shoes'"):
        told_wrong("doctor", {"shoes": Answered("yes")})
    with pytest.raises(RecordError, match="no answer to 'home'"):
        told_wrong("doctor", {"home": Answered("3")})


def test_professions_are_said_in_spanish_too():
    with speaking("es"):
        assert [one["name"] for one in professions_as_data()] == [
            *("médico", "podólogo", "fisioterapeuta", "masajista"),
        ]


@pytest.mark.parametrize(
    ("miles", "said"),
    [
        (None, "how far is not known"),
        (0.0, "less than a mile away"),
        (0.99, "less than a mile away"),
        (12.34, "12.3 miles away"),
    ],
)
def test_how_far(miles, said):
    assert away(miles) == said


def test_a_number_is_written_as_people_read_it():
    assert phone("2125550100") == "(212) 555-0100"
    assert phone("555") == "555"
    assert replace(somebody(), phone="").phone == phone("")
