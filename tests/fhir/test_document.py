"""What the document promises to whoever hands it out and to whoever takes it in."""

from datetime import UTC, datetime, timedelta, timezone
from uuid import UUID

import pytest
from tests.fhir.lives import ANNA, CORK, FOUR, MADE, MINE, TODAY, ago, full, full_life, known, note, played
from tests.fhir.reading import code_of, observed, part, resources, section

from firststep.errors import OutputError
from firststep.records import (
    Comparing,
    Foot,
    Morning,
    Question,
    SafetyAnswer,
    Screened,
    SetAside,
    Taught,
)
from firststep.records.triggers import CareKind, Onset, OtherCare
from firststep.reports.fhir import bundle_of, fhir_as_json
from firststep.reports.visit import Section

BEN = UUID("9a4c3b5e-5e0e-4f0e-8a53-54c6b9e3d0aa")


def made(life, sections=tuple(Section), person=ANNA, at=MADE):
    return bundle_of(life, sections, person=person, made=at)


def ids(bundle):
    return {one["id"] for one in resources(bundle)}


def statuses(bundle, kind):
    return {one["code"]["coding"][0]["code"]: one["status"] for one in resources(bundle, kind)}


def test_the_same_content_gives_the_same_bytes():
    assert fhir_as_json(full(), person=ANNA, made=MADE) == fhir_as_json(full(), person=ANNA, made=MADE)


def test_two_people_share_no_id_and_the_persons_own_id_is_not_told():
    anna, ben = made(full()), made(full(), person=BEN)
    assert not ids(anna) & ids(ben)
    assert str(ANNA) not in fhir_as_json(full(), person=ANNA, made=MADE)


def test_a_later_document_brings_the_same_mornings_under_the_same_ids():
    """So that whoever takes in both has nothing twice; only the document itself is another."""
    before, after = made(known(full_life())), made(known([*full_life(), (TODAY, Morning(9))]))
    first, then = (
        {one["effectiveDateTime"]: one for one in observed(bundle, "first-step-pain")}
        for bundle in (before, after)
    )
    assert {on: one["id"] for on, one in first.items()}.items() <= {
        on: one["id"] for on, one in then.items()
    }.items()
    assert before["id"] != after["id"]
    assert before["entry"][0]["fullUrl"] != after["entry"][0]["fullUrl"]


def test_the_same_content_at_another_moment_is_another_document():
    assert made(full())["id"] != made(full(), at=MADE + timedelta(seconds=1))["id"]


def test_the_two_heels_of_a_person_share_nothing_but_the_person():
    left = made(known([(TODAY, Morning(3))], foot=Foot.LEFT))
    right = made(known([(TODAY, Morning(3))], foot=Foot.RIGHT))
    shared = ids(left) & ids(right)
    assert shared == {resources(left, "Patient")[0]["id"]}
    assert observed(left, "first-step-pain")[0]["bodySite"]["text"] == "Heel: left"


@pytest.mark.parametrize(
    "moment", [MADE.replace(tzinfo=None), datetime(2026, 1, 1, tzinfo=timezone(timedelta(seconds=7)))]
)
def test_a_moment_that_fhir_cannot_write_is_refused(moment):
    with pytest.raises(OutputError, match="give it in UTC"):
        made(full(), at=moment)


def test_nobody_is_given_a_birth_date_a_gender_or_a_condition():
    bundle = made(full())
    assert set(resources(bundle, "Patient")[0]) == {"resourceType", "id", "name"}
    assert resources(bundle, "Patient")[0]["name"] == [{"text": "Anna"}]
    assert resources(bundle, "Condition") == []


def test_a_section_that_is_left_out_leaves_no_value_behind():
    everything = made(full())
    of_all = {"Patient", "Device", "CodeSystem", "Composition", "Provenance"}
    for one in Section:
        few = made(full(), [one])
        named = [code_of(part_["code"]) for part_ in resources(few, "Composition")[0]["section"]]
        assert named == ["section-since", f"section-{one}", "section-method"]
        entries = section(everything, one).get("entry", [])
        told = {entry["reference"].removeprefix("urn:uuid:") for entry in entries}
        values = {two["id"] for two in resources(few) if two["resourceType"] not in of_all}
        assert values - {observed(few, "onset")[0]["id"]} == told


def test_questions_alone_carry_no_health_data_but_since_when():
    bundle = made(full(), [Section.QUESTIONS])
    assert [code_of(one["code"]) for one in resources(bundle, "Observation")] == ["onset"]


def test_a_missed_morning_is_left_out_and_counted():
    bundle = made(known([(ago(2), Morning(5)), (TODAY, Morning(4))]))
    assert [one["effectiveDateTime"] for one in observed(bundle, "first-step-pain")] == [
        ago(2).isoformat(),
        TODAY.isoformat(),
    ]
    kept = observed(bundle, "diary")[0]
    assert (part(kept, "mornings-with-a-score"), part(kept, "days")) == (2, 3)


def test_what_was_told_is_final_and_what_was_worked_out_is_not():
    bundle = made(full())
    worked_out = {
        "level",
        "level-each-morning",
        "choice",
        "helps",
        "technique-tried",
        "effect-against-the-others",
    }
    worked_out |= {"effect-against-rest-days", "what-went-before"}
    for one in resources(bundle, "Observation"):
        by_us = code_of(one["code"]) in worked_out
        assert (one["status"] == "preliminary", "device" in one, "performer" in one) == (
            by_us,
            by_us,
            not by_us,
        )


def test_nothing_orders_anything():
    bundle = made(full())
    intents = [one["intent"] for kind in ("CarePlan", "ServiceRequest") for one in resources(bundle, kind)]
    person = {"reference": f"urn:uuid:{resources(bundle, 'Patient')[0]['id']}"}
    assert set(intents) == {"plan"}
    assert all(one["requester"] == person for one in resources(bundle, "ServiceRequest"))


def test_a_request_is_active_rests_or_was_taken_off_the_list():
    events = [
        (ago(9), Comparing(Question.WHICH, FOUR[:3])),
        (ago(5), Comparing(Question.WHICH, FOUR[:2])),
        (ago(4), Morning(4)),
        (ago(3), SetAside(FOUR[0])),
    ]
    assert statuses(made(known(events)), "ServiceRequest") == {
        FOUR[0]: "on-hold",
        FOUR[1]: "active",
        FOUR[2]: "revoked",
    }


def test_a_session_of_what_is_not_compared_stands_without_a_request():
    bundle = made(known([(TODAY, Morning(4)), (TODAY, played(TODAY, FOUR[0]))]))
    assert resources(bundle, "CarePlan") == resources(bundle, "ServiceRequest") == []


@pytest.mark.parametrize(
    ("since", "until", "statement", "procedure"),
    [
        (ago(9), None, "active", "in-progress"),
        (ago(9), ago(1), "completed", "completed"),
        (ago(9), ago(-3), "active", "in-progress"),
        (ago(-2), None, "intended", "preparation"),
    ],
)
def test_care_goes_on_is_over_or_has_not_begun(since, until, statement, procedure):
    kinds = (CareKind.MEDICINE, CareKind.INSOLES, CareKind.TAPING)
    notes = [(TODAY, note(k, OtherCare(kind=kind, since=since, until=until))) for k, kind in enumerate(kinds)]
    bundle = made(known(notes))
    found = [
        resources(bundle, kind)[0]["status"]
        for kind in ("MedicationStatement", "DeviceUseStatement", "Procedure")
    ]
    assert found == [statement, statement, procedure]


def test_an_injection_has_a_day_and_care_of_the_other_heel_is_not_told():
    shot = OtherCare(kind=CareKind.INJECTION, since=ago(3))
    splint = OtherCare(kind=CareKind.SPLINT, since=ago(3))
    here = resources(made(known([(TODAY, note(1, shot))])), "Procedure")
    assert [(one["performedDateTime"], one["status"]) for one in here] == [(ago(3).isoformat(), "completed")]
    of_both = made(known([(TODAY, note(1, shot), Foot.LEFT), (TODAY, note(2, splint))]))
    assert resources(of_both, "Procedure") == []
    assert len(resources(of_both, "DeviceUseStatement")) == 1


def test_since_when_is_the_first_onset_that_was_no_flare():
    notes = [Onset(on=ago(90), within=14), Onset(on=ago(80)), Onset(on=ago(300), flare=True)]
    bundle = made(known([(TODAY, note(k, one)) for k, one in enumerate(notes)]))
    onset = observed(bundle, "onset")[0]
    assert (onset["valueDateTime"], part(onset, "days-either-way")) == (ago(90).isoformat(), 14)


def test_every_answer_of_the_check_is_in_the_response_under_its_card():
    life = full()
    response = resources(made(life), "QuestionnaireResponse")[0]
    answers = {
        item["linkId"]: code_of({"coding": [item["answer"][0]["valueCoding"]]})
        for card in response["item"]
        for item in card["item"]
    }
    assert answers == {id_: f"answer-{answer}" for id_, answer in life.standing.safety.what.answers}
    assert response["status"] == "completed"
    asked = resources(made(life), "Questionnaire")[0]
    known_ids = {item["linkId"] for card in asked["item"] for item in card["item"]}
    assert answers.keys() <= known_ids
    assert asked["url"] == response["questionnaire"]


def test_a_check_with_open_questions_is_in_progress_and_the_short_one_is_only_told_in_words():
    half = made(known([(TODAY, Screened(()))]))
    assert resources(half, "QuestionnaireResponse")[0]["status"] == "in-progress"
    short = made(known([(TODAY, SafetyAnswer(clear=True))]))
    assert resources(short, "QuestionnaireResponse") == []
    assert section(short, "safety")["text"]


def test_a_technique_that_was_taught_is_named_with_who_taught_it():
    events = [
        (ago(9), Taught(CORK)),
        (ago(9), Comparing(Question.WHICH, (FOUR[0], MINE))),
        (ago(8), Morning(4)),
    ]
    requests = {
        one["code"]["coding"][0]["code"]: one for one in resources(made(known(events)), "ServiceRequest")
    }
    assert requests[MINE]["note"] == [{"text": "Taught by Eva <physio> & co: Cork & thumb."}]
    assert "note" not in requests[FOUR[0]]


def test_moments_keep_their_time_zone():
    session = played(TODAY, FOUR[0])
    bundle = made(known([(TODAY, session)]), at=datetime(2026, 11, 23, 8, 30, tzinfo=UTC))
    assert bundle["timestamp"] == "2026-11-23T08:30:00+00:00"
