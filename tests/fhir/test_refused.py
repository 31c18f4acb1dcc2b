"""Each of the validators can say no, and they do not only say the same."""

from copy import deepcopy

import pytest
from tests.fhir.lives import ANNA, MADE, full
from tests.fhir.reading import observed, resources
from tests.fhir.validators import BOTH, found

from firststep.reports.fhir import bundle_of


def morning(bundle):
    return observed(bundle, "first-step-pain")[0]


def first(bundle, kind):
    return resources(bundle, kind)[0]


WHOLE = {"medplum", "fhir"}
CODES = {"fhir"}
"""Only this one knows which codes there are."""
RULES = {"medplum"}
"""Only this one knows what is asked of a resource as a whole."""

BROKEN = [
    ("a status that there is not", lambda b: morning(b).update(status="finished"), CODES),
    ("an intent that there is not", lambda b: first(b, "ServiceRequest").update(intent="advice"), CODES),
    ("a kind of bundle that there is not", lambda b: b.update(type="letter"), CODES),
    (
        "a kind of question that there is not",
        lambda b: first(b, "Questionnaire")["item"][0].update(type="card"),
        CODES,
    ),
    ("a procedure with no such status", lambda b: first(b, "Procedure").update(status="done"), CODES),
    ("answers with no such status", lambda b: first(b, "QuestionnaireResponse").update(status="all"), CODES),
    ("a document without its identifier", lambda b: b.pop("identifier"), RULES),
    (
        "a section with nothing in it",
        lambda b: first(b, "Composition")["section"].append({"title": "x"}),
        RULES,
    ),
    ("several scores at once", lambda b: morning(b)["valueQuantity"].update(value=[4]), RULES),
    ("no status", lambda b: morning(b).pop("status"), WHOLE),
    ("no code", lambda b: morning(b).pop("code"), WHOLE),
    ("a score in words", lambda b: morning(b)["valueQuantity"].update(value="four"), WHOLE),
    ("a day in words", lambda b: morning(b).update(effectiveDateTime="this morning"), WHOLE),
    ("a field that there is not", lambda b: morning(b).update(painScore=4), WHOLE),
    ("one category and no list", lambda b: morning(b).update(category={"text": "survey"}), WHOLE),
    ("a name and no list", lambda b: first(b, "Patient").update(name="Anna"), WHOLE),
    ("a request of nobody", lambda b: first(b, "ServiceRequest").pop("subject"), WHOLE),
    ("a plan without intent", lambda b: first(b, "CarePlan").pop("intent"), WHOLE),
    ("a session of nobody", lambda b: first(b, "Procedure").pop("subject"), WHOLE),
    ("an answer to no question", lambda b: first(b, "QuestionnaireResponse")["item"][0].pop("linkId"), WHOLE),
    ("no medicine", lambda b: first(b, "MedicationStatement").pop("medicationCodeableConcept"), WHOLE),
    ("nothing that was worn", lambda b: first(b, "DeviceUseStatement").pop("device"), WHOLE),
    ("told by nobody", lambda b: first(b, "Provenance").pop("agent"), WHOLE),
    ("no title", lambda b: first(b, "Composition").pop("title"), WHOLE),
]


@pytest.fixture(scope="module")
def sound():
    return bundle_of(full(6), person=ANNA, made=MADE)


@pytest.fixture(scope="module")
def refused(sound):
    """{what is wrong: the validators that say so}, all asked in one run."""
    bundles = []
    for _, spoil, _ in BROKEN:
        bundles.append(deepcopy(sound))
        spoil(bundles[-1])
    rows = found(bundles)
    return {name: {one for one in BOTH if row[one]} for (name, *_), row in zip(BROKEN, rows, strict=True)}


def test_what_is_spoiled_here_was_sound(sound):
    assert found([sound]) == [{name: [] for name in BOTH}]


@pytest.mark.parametrize(("name", "by"), [(name, by) for name, _, by in BROKEN])
def test_a_broken_document_is_refused(refused, name, by):
    assert refused[name] == by


def test_no_field_of_any_resource_may_be_something_else(sound):
    """Each field of each kind of resource, one after the other, made into what it cannot be."""
    kinds = {one["resourceType"]: one for one in resources(bundle_of(full(20), person=ANNA, made=MADE))}
    spoiled = [
        (kind, field, one | {field: {"nothing": "of that name"}})
        for kind, one in kinds.items()
        for field in one.keys() - {"resourceType"}
    ]
    rows = found([one for *_, one in spoiled])
    assert len(spoiled) > 80
    let_by = [
        (kind, field) for (kind, field, _), row in zip(spoiled, rows, strict=True) if not any(row.values())
    ]
    assert let_by == []
