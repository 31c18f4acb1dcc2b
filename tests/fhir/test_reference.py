"""docs/reference/fhir.md, held to the code."""

from tests.conftest import ROOT
from tests.fhir.lives import ANNA, MADE, full
from tests.fhir.reading import resources

from firststep.reports.fhir import bundle_of
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
