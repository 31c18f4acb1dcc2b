"""Every document, whatever was told: valid for both validators, whole, and closed in itself.

Passing two validators means that it is built as R4 says; what it means is held by test_same.py.
"""

import json
import re
from uuid import uuid4
from xml.etree import ElementTree as ET

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from tests.fhir.lives import ANNA, MADE, full, known, lives
from tests.fhir.validators import BOTH, found

from firststep.knowledge import speaking
from firststep.records import Question
from firststep.reports.fhir import bundle_of
from firststep.reports.fhir.codes import OURS
from firststep.reports.visit import Section

EXAMPLES = 60
ALLOWED = {"div", "p", "h1", "table", "tbody", "tr", "th", "td", "ul", "ol", "li"}
XHTML = "{http://www.w3.org/1999/xhtml}"
STRING = re.compile(r"[ \r\n\t\S]+")


@pytest.fixture(scope="module")
def bundles():
    """Documents of random lives after those of a few that have all of it."""
    collected = [
        bundle_of(full(), person=ANNA, made=MADE),
        bundle_of(full(question=Question.WHICH), person=ANNA, made=MADE),
        bundle_of(full(question=Question.GUIDE), person=ANNA, made=MADE),
        bundle_of(known([]), person=ANNA, made=MADE),
    ]
    with speaking("es"):
        collected.append(bundle_of(full(), person=ANNA, made=MADE))
    collected += [bundle_of(full(20), [one], person=ANNA, made=MADE) for one in Section]

    @settings(
        max_examples=EXAMPLES,
        deadline=None,
        derandomize=True,  # the same lives each time: how much is in them is a test of its own
        database=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(lives())
    def collect(life):
        collected.append(bundle_of(life, person=uuid4(), made=MADE))

    collect()
    return collected


def inside(value, at=""):
    """(place, value) of everything in a resource."""
    yield at, value
    if isinstance(value, dict):
        for key, part in value.items():
            yield from inside(part, f"{at}.{key}")
    if isinstance(value, list):
        for part in value:
            yield from inside(part, at)


def resources(bundle):
    return [entry["resource"] for entry in bundle["entry"]]


def test_both_validators_find_nothing_wrong(bundles):
    assert len(bundles) > EXAMPLES
    faults = {name: [row[name] for row in found(bundles) if row[name]] for name in BOTH}
    assert faults == {name: [] for name in BOTH}


def test_the_random_lives_are_not_all_alike(bundles):
    """Else the laws here would hold of nothing."""
    kinds = [{one["resourceType"] for one in resources(bundle)} for bundle in bundles[14:]]
    for kind in (
        "CarePlan",
        "ServiceRequest",
        "Procedure",
        "QuestionnaireResponse",
        "Observation",
        "MedicationStatement",
        "DeviceUseStatement",
    ):
        assert 0 < sum(kind in one for one in kinds) < len(kinds), kind


def test_ids_are_unique_and_every_reference_leads_to_a_resource_of_the_document(bundles):
    for bundle in bundles:
        urls = [entry["fullUrl"] for entry in bundle["entry"]]
        assert len(set(urls)) == len(urls)
        assert all(url == f"urn:uuid:{one['id']}" for url, one in zip(urls, resources(bundle), strict=True))
        for at, value in inside(bundle):
            if at.endswith(".reference") and isinstance(value, str) and value != "#worn":
                assert value in urls, at


def test_the_composition_leads_to_every_resource(bundles):
    """But for what points at it: a reader who starts there misses nothing."""
    for bundle in bundles:
        by_url = {entry["fullUrl"]: entry["resource"] for entry in bundle["entry"]}
        seen, ahead = set(), [bundle["entry"][0]["fullUrl"]]
        while ahead:
            url = ahead.pop()
            if url not in seen:
                seen.add(url)
                links = (value for at, value in inside(by_url[url]) if at.endswith(".reference"))
                ahead += [link for link in links if isinstance(link, str) and link != "#worn"]
        missed = [by_url[url]["resourceType"] for url in by_url.keys() - seen]
        assert missed == ["Provenance"]


def test_the_words_are_well_formed_and_of_the_elements_that_a_narrative_may_have(bundles):
    for bundle in bundles:
        for at, value in inside(bundle):
            if at.endswith(".div"):
                for element in ET.fromstring(value).iter():
                    assert element.tag.removeprefix(XHTML) in ALLOWED
                    assert set(element.attrib) <= {
                        "lang",
                        "dir",
                        "{http://www.w3.org/XML/1998/namespace}lang",
                    }


def test_nothing_is_empty_and_every_text_is_one_that_the_standard_allows(bundles):
    for bundle in bundles:
        for at, value in inside(bundle):
            assert value not in (None, "", [], {}), at
            if isinstance(value, str) and not at.endswith(".div"):
                assert STRING.fullmatch(value) or value.isspace() is False, at


def test_every_resource_has_at_most_one_value_and_says_why_it_has_none(bundles):
    for bundle in bundles:
        for one in resources(bundle):
            if one["resourceType"] == "Observation":
                values = [name for name in one if name.startswith("value")]
                said = values or one.get("component") or one.get("dataAbsentReason")
                assert len(values) <= 1
                assert said
                assert not (values and "dataAbsentReason" in one)


def test_every_code_of_ours_is_explained_in_the_document(bundles):
    for bundle in bundles:
        system = next(one for one in resources(bundle) if one["resourceType"] == "CodeSystem")
        means = {one["code"]: one["display"] for one in system["concept"]}
        assert len(means) == len(system["concept"])
        for _, value in inside(bundle):
            if isinstance(value, dict) and value.get("system") == OURS:
                assert means[value["code"]] == value["display"]


def test_the_document_is_what_json_gives_back(bundles):
    assert json.loads(json.dumps(bundles)) == bundles
