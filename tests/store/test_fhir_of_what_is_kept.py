"""From what somebody told, through the store, to a document that both validators take."""

from datetime import timedelta
from uuid import uuid4

from tests.entries import INJECTION, INSOLES, ONSET
from tests.fhir.reading import observed, resources
from tests.fhir.validators import BOTH, found
from tests.people import FOUR, NOON, TODAY

from firststep.actions.gather import gather
from firststep.records import Foot, Noted, Worst
from firststep.reports.fhir import bundle_of, fhir_as_json


def test_a_diary_that_is_kept_becomes_a_document(anna):
    anna.begin(on=TODAY - timedelta(days=30))
    anna.live(30)
    anna.tell(Worst(6), *(Noted(uuid4(), entry) for entry in (ONSET, INJECTION, INSOLES)))
    bundle = bundle_of(gather(anna.id, NOON), person=anna.id, made=NOON)
    assert found([bundle]) == [{name: [] for name in BOTH}]
    assert len(observed(bundle, "first-step-pain")) == 30
    assert len(resources(bundle, "ServiceRequest")) == len(FOUR)
    assert resources(bundle, "Patient")[0]["name"] == [{"text": "Anna"}]


def test_asked_twice_the_file_is_the_same_and_does_not_hold_the_id_that_anna_has_here(anna):
    anna.begin(on=TODAY - timedelta(days=12))
    anna.live(12)
    first, then = (fhir_as_json(gather(anna.id, NOON), person=anna.id, made=NOON) for _ in range(2))
    assert first == then
    assert str(anna.id) not in first


def test_before_the_first_morning_there_is_a_document_too(anna):
    anna.begin()
    bundle = bundle_of(gather(anna.id, NOON, Foot.RIGHT), person=anna.id, made=NOON)
    assert found([bundle]) == [{name: [] for name in BOTH}]
    assert observed(bundle, "first-step-pain") == []
