"""What is told of the time before the pain, read strictly and written as it was read."""

from datetime import date

import pytest

from firststep.care.triggers import Kind
from firststep.errors import IntakeError, RecordError
from firststep.intake.told_before import read_told
from firststep.knowledge import Basis, Factor, every
from firststep.records.triggers import Event, EventKind, Onset, ShoeKind, Shoes, Standing, Told
from firststep.records.triggers_plain import as_plain, told_from_plain

SHOES = {"name": "blue", "kind": "running", "since": "2026-03-01"}
ALL = Told(
    onsets=(Onset(on=date(2026, 6, 1), within=3), Onset(on=date(2026, 8, 1), flare=True)),
    shoes=(Shoes(name="blue", kind=ShoeKind.RUNNING, since=date(2026, 3, 1), until=date(2026, 4, 1)),),
    standing=(Standing(hours=7.5, since=date(2026, 1, 1)),),
    events=(Event(kind=EventKind.TRIP, since=date(2026, 5, 1), says="Rome"),),
    all_shoes_since=date(2024, 1, 1),
)


def test_what_is_written_reads_as_it_was():
    assert told_from_plain(as_plain(ALL), where="here") == ALL


def test_what_is_left_out_was_not_told():
    assert told_from_plain({}, where="here") == Told()


@pytest.mark.parametrize(
    ("plain", "what"),
    [
        ([], "no object"),
        ({"boots": []}, "exactly these fields|no other"),
        ({"shoes": {}}, "not a list"),
        ({"shoes": [SHOES] * 501}, "at most 500"),
        ({"shoes": [SHOES | {"name": " "}]}, "no name"),
        ({"shoes": [SHOES | {"name": "x" * 61}]}, "one line of at most 60"),
        ({"shoes": [SHOES | {"kind": "boots"}]}, "'kind' cannot be read"),
        ({"shoes": [SHOES | {"since": "1.3.2026"}]}, "'since' cannot be read"),
        ({"shoes": [SHOES | {"since": "1926-03-01"}]}, "that year"),
        ({"shoes": [SHOES | {"until": "2026-02-01"}]}, "ended before it began"),
        ({"shoes": [SHOES | {"colour": "blue"}]}, "no other"),
        ({"standing": [{"hours": 25, "since": "2026-01-01"}]}, "0 to 24"),
        ({"standing": [{"hours": True, "since": "2026-01-01"}]}, "0 to 24"),
        ({"standing": [{"hours": float("nan"), "since": "2026-01-01"}]}, "0 to 24"),
        ({"events": [{"kind": "party", "since": "2026-01-01"}]}, "'kind' cannot be read"),
        ({"events": [{"kind": "trip", "since": "2026-01-01", "says": "a\nb"}]}, "one line"),
        ({"onsets": [{"on": "2026-01-01", "within": 15}]}, "0 to 14"),
        ({"onsets": [{"on": "2026-01-01", "flare": 1}]}, "true or false"),
        ({"all_shoes_since": "soon"}, "'all_shoes_since' cannot be read"),
    ],
)
def test_what_is_wrong_is_refused_with_its_place(plain, what):
    with pytest.raises(RecordError, match=what) as refused:
        told_from_plain(plain, where="here")
    assert refused.value.where.startswith("here")
    assert refused.value.mend


def test_the_second_of_a_kind_is_named():
    with pytest.raises(RecordError) as refused:
        told_from_plain({"shoes": [SHOES, SHOES | {"kind": "boots"}]}, where="here")
    assert refused.value.where == "here, shoes 2"


def test_a_file_is_read_with_its_days(tmp_path):
    file = tmp_path / "before.toml"
    file.write_text(
        'all_shoes_since = 2024-01-01\n[[shoes]]\nname = "blue"\nkind = "running"\nsince = 2026-03-01\n'
    )
    assert read_told(file) == Told(
        shoes=(Shoes(name="blue", kind=ShoeKind.RUNNING, since=date(2026, 3, 1)),),
        all_shoes_since=date(2024, 1, 1),
    )


@pytest.mark.parametrize("text", ["[[shoes]\n", '[[shoes]]\nname = "blue"\n', "x = 07:30:00\n"])
def test_a_file_that_says_something_else_is_refused(tmp_path, text):
    file = tmp_path / "before.toml"
    file.write_text(text)
    with pytest.raises(IntakeError) as refused:
        read_told(file)
    assert "before.toml" in refused.value.where


def test_every_factor_belongs_to_something_and_says_for_whom():
    known = {*map(str, Kind), *map(str, EventKind)}
    for factor in every(Factor).values():
        assert set(factor.of) <= known, factor.id
        for effect in factor.known:
            assert (effect.whom is None) == (effect.basis is Basis.OURS), effect.says
