"""docs/reference/fhir.md, held to the code."""

from tests.conftest import ROOT
from tests.fhir.lives import ANNA, MADE, full, full_life, known
from tests.fhir.reading import resources

from firststep.reports.fhir import bundle_of, fhir_as_json
from firststep.reports.fhir.codes import OURS, TECHNIQUES, Code

PAGE = (ROOT / "docs/reference/fhir.md").read_text()


def test_every_code_that_stands_for_something_told_is_in_the_reference():
    assert [code for code in Code if f"`{code}`" not in PAGE] == []


def test_every_kind_of_resource_is_in_the_reference():
    kinds = {one["resourceType"] for one in resources(bundle_of(full(), person=ANNA, made=MADE))} | {"Bundle"}
    assert [kind for kind in sorted(kinds) if f"`{kind}`" not in PAGE] == []


def test_our_code_systems_are_named_in_the_reference():
    assert OURS in PAGE
    assert TECHNIQUES in PAGE


def test_more_than_a_year_is_as_large_as_the_reference_says():
    life = known(full_life(400))
    assert f"{len(fhir_as_json(life, person=ANNA, made=MADE)) / 1e6:.1f} MB" in PAGE
    assert f"| 400 | {len(resources(bundle_of(life, person=ANNA, made=MADE))):,} |" in PAGE
