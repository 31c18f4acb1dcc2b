"""A reader of documents, for the tests: what a program would find in one."""

from xml.etree import ElementTree as ET

from firststep.reports.fhir.codes import LOINC, OURS


def resources(bundle, kind=None):
    """The resources of a document; of one kind, where one is named."""
    listed = [entry["resource"] for entry in bundle["entry"]]
    return [one for one in listed if kind in (None, one["resourceType"])]


def code_of(concept):
    """The code of ours; None where it has none."""
    return next((one["code"] for one in concept.get("coding", ()) if one["system"] == OURS), None)


def observed(bundle, code):
    """The observations with a code of ours, in the order of the document."""
    return [one for one in resources(bundle, "Observation") if code_of(one["code"]) == code]


def is_pain(observation):
    """Whether it has the public code for pain, 0 to 10."""
    return any(one["system"] == LOINC and one["code"] == "72514-3" for one in observation["code"]["coding"])


def part(observation, code):
    """What a component says; None where there is none."""
    for one in observation.get("component", ()):
        if code_of(one["code"]) == code:
            return one.get("valueInteger", one.get("valueQuantity", {}).get("value"))
    return None


def section(bundle, name):
    """A section of the composition; None where it is left out."""
    listed = resources(bundle, "Composition")[0]["section"]
    return next((one for one in listed if code_of(one["code"]) == f"section-{name}"), None)


def texts(narrative):
    """The texts of a narrative, in their order."""
    return [element.text or "" for element in ET.fromstring(narrative["div"]).iter() if not len(element)]


def range_of(observation):
    """An estimate as the page writes it: '-0.6 (-1.1 to -0.1)', and '4.4 (3.3 to 5.5)' for a level."""
    ends = (part(observation, "interval-low"), part(observation, "interval-high"))
    numbers = (observation["valueQuantity"]["value"], *ends)
    sign = "" if code_of(observation["code"]) == "level" else "+"
    said = [f"{number:{sign}.1f}" if number else "0.0" for number in numbers]
    return f"{said[0]} ({said[1]} to {said[2]})"
