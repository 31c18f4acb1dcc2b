"""The numbers of the measures against those that were published, and the sources that carry them."""

import pytest

from firststep.care.measures import ChangeKind, change
from firststep.knowledge.kinds.evidence import Measure, Source
from firststep.knowledge.kinds.parts import Basis
from firststep.knowledge.library import every, one

MM = 10  # millimetres of a 100 mm line to one point of 0-10

LANDORF = {"first-step-pain": (19, 13, 25), "average-pain": (8, 4, 12)}
"""Smallest difference that matters and its 95% interval, mm of 100: Landorf 2010, n = 184."""

POWDEN = {"knee-to-wall": 1.9, "shin-angle": 4.7}
"""Minimal detectable change within one observer, cm and degrees: Powden 2015."""

POWDEN_BETWEEN = ("1.6 cm", "4.6 degrees")
ANGLE_METER = "4.57 degrees"
"""Minimal detectable change between two observers, 95%."""


@pytest.mark.parametrize("id_", LANDORF)
def test_what_matters_is_what_was_published(id_):
    important = one(Measure, id_).important
    assert [important.value * MM, important.low * MM, important.high * MM] == pytest.approx(LANDORF[id_])
    assert (important.basis, important.sources) == (Basis.READ, ("landorf-2010",))


@pytest.mark.parametrize("id_", POWDEN)
def test_the_error_is_what_was_published(id_):
    error = one(Measure, id_).error
    assert error.value == POWDEN[id_]
    assert (error.basis, error.sources) == (Basis.READ, ("powden-2015",))


@pytest.mark.parametrize(
    ("id_", "numbers"),
    [
        ("landorf-2010", ("184", "100 mm", "19 mm", "13 to 25", "8 mm", "4 to 12", "6 to 19", "1 to 13")),
        ("powden-2015", ("1.9 cm", "4.7 degrees", *POWDEN_BETWEEN)),
        ("angle-meter", ("57 people", ANGLE_METER, "0.98", "1.80", "1.47")),
        ("banwell-2019", ("21 people", "0.90", "0.85")),
    ],
)
def test_a_source_says_the_numbers_that_it_gave(id_, numbers):
    says = one(Source, id_).says
    assert [number for number in numbers if number not in says] == []


def test_at_home_no_smaller_error_is_assumed_than_any_that_was_published():
    assert one(Measure, "knee-to-wall").error.value >= float(POWDEN_BETWEEN[0].partition(" ")[0])
    assert one(Measure, "shin-angle").error.value >= float(ANGLE_METER.partition(" ")[0])


def test_no_other_measure_has_a_number_that_matters():
    """None was found for heel pain, so none is given."""
    assert {id_ for id_, asked in every(Measure).items() if asked.important} == set(LANDORF)


def test_a_number_that_nobody_read_names_no_source():
    for asked in every(Measure).values():
        for number in filter(None, (asked.important, asked.error)):
            assert bool(number.sources) is (number.basis is Basis.READ), asked.id
            assert all(one(Source, source) for source in number.sources)


def test_the_published_difference_itself_matters_and_a_millimetre_less_does_not():
    for id_, (mm, _, _) in LANDORF.items():
        asked = one(Measure, id_)
        assert change(asked, 5, 5 - mm / MM).kind is ChangeKind.MATTERS
        assert change(asked, 5, 5 - (mm - 1) / MM).kind is ChangeKind.SMALL


def test_the_published_error_itself_counts_and_a_tenth_less_does_not():
    for id_, error in POWDEN.items():
        asked = one(Measure, id_)
        assert change(asked, 8.3, 8.3 + error).kind is not ChangeKind.WITHIN_ERROR
        assert change(asked, 8.3, 8.3 + error - 0.1).kind is ChangeKind.WITHIN_ERROR
