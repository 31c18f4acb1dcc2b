"""What is exported can be brought in elsewhere, and exported again the same."""

import csv
import io
import json
import sys
import zipfile
from contextlib import suppress
from dataclasses import replace
from datetime import timedelta
from uuid import UUID, uuid4

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator, FormatChecker
from msgspec import structs
from tests.entries import ENTRIES
from tests.people import CLEAR, FOUR, NOON, TODAY

from firststep import read_diary
from firststep.actions.gather import gather
from firststep.actions.leave import delete_everything
from firststep.actions.professionals import write_down
from firststep.actions.take_along import bring_in, export_everything
from firststep.errors import FirststepError, IntakeError, KnowledgeError, StoreError, TrialError
from firststep.knowledge import Technique, library
from firststep.records import (
    AllTold,
    By,
    Comparing,
    Doing,
    Foot,
    KneeToWall,
    Morning,
    Noted,
    Played,
    Question,
    Seen,
    ShinAngle,
    Stopped,
    Why,
)
from firststep.records.household import Kept
from firststep.records.professional import Answered, Candidate
from firststep.records.triggers import AllOf
from firststep.reports.export import DATA, SCHEMA
from firststep.reports.files import ENDINGS, Format, file_of
from firststep.reports.visit import Section
from firststep.store import read

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


@pytest.fixture
def keeper(anna):
    """Anna, with something of every kind."""
    anna.begin(on=TODAY - 20 * DAY)
    anna.live(19, until=TODAY - DAY)
    anna.tell(Morning(None), Doing(frozenset(["other", "hands"])), on=TODAY - 4 * DAY)
    anna.tell(Doing(None), on=TODAY - 5 * DAY)
    anna.tell(Doing(frozenset()), on=TODAY - 6 * DAY)
    roller = Played(technique=FOUR[2], version=1, began=NOON, seconds=200, of=240, before=3, after=6)
    anna.tell(roller, Stopped(FOUR[2], Why.ABOVE), replace(roller, comfort=2))
    anna.tell(replace(roller, began=NOON - DAY, seconds=None, after=None, before=None), on=TODAY - DAY)
    anna.renew()
    anna.tell(Seen(read.last_plan(anna.id, Foot.RIGHT).id))
    anna.tell(Comparing(Question.WHICH, FOUR[:2]))
    anna.tell(*(Noted(UUID(int=number), entry) for number, entry in enumerate(ENTRIES)))
    anna.tell(Noted(UUID(int=0), None), AllTold(AllOf.SHOES, TODAY), AllTold(AllOf.EVENTS, None))
    anna.tell(Morning(4), KneeToWall((8.5, 9.0, 8.1)), ShinAngle((36, 38, 37), By.SENSOR))
    anna.renew()
    hours = {
        "hours": Answered("700", "in Albany"),
        "structure": Answered("no"),
        "licence": Answered("", "12"),
    }
    eva = Candidate(uuid4(), "massage-therapist", "Eva", NOON, npi="1234567893", state="AL", answers=hours)
    write_down(anna.id, eva)
    return anna


def data(content: bytes) -> dict:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return json.loads(archive.read(DATA))


def packed(plain: object) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr(DATA, json.dumps(plain))
    return buffer.getvalue()


def nested(depth: int) -> object:
    return {"a": nested(depth - 1)} if depth else 1


def test_brought_in_elsewhere_it_is_exported_the_same_byte_for_byte(keeper):
    before = export_everything(keeper.id)
    delete_everything(keeper.id)
    assert bring_in(before, NOON) == keeper.member
    assert export_everything(keeper.id) == before


def test_brought_in_beside_somebody_else_it_is_the_same_too(keeper, ben):
    before = export_everything(keeper.id)
    delete_everything(keeper.id)
    ben.begin()
    ben.live(5)
    bring_in(before, NOON)
    assert export_everything(keeper.id) == before


def test_what_was_brought_in_goes_on_as_if_nothing_had_happened(keeper):
    plan = read.last_plan(keeper.id, Foot.RIGHT)
    content = export_everything(keeper.id)
    delete_everything(keeper.id)
    bring_in(content, NOON)
    keeper.renew()
    assert read.last_plan(keeper.id, Foot.RIGHT).id == plan.id
    assert export_everything(keeper.id) == content


def test_the_export_has_the_form_that_its_schema_lays_down(keeper):
    content = export_everything(keeper.id)
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        schema = json.loads(archive.read(SCHEMA))
    Draft202012Validator.check_schema(schema)
    validator = Draft202012Validator(schema, format_checker=FormatChecker())
    assert list(validator.iter_errors(data(content))) == []
    broken = data(content)
    broken["told"][3]["what"] = {"pain": 11}
    assert list(validator.iter_errors(broken))


@pytest.mark.parametrize(
    "change",
    [{"seconds": 1.5}, {"comfort": 6}, {"before": -1}, {"version": None}, {"began": 7}, {"shoes": 1}],
    ids=str,
)
def test_a_session_that_is_none_is_refused_by_the_schema_and_on_coming_in(keeper, change):
    content = export_everything(keeper.id)
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        validator = Draft202012Validator(json.loads(archive.read(SCHEMA)), format_checker=FormatChecker())
    broken = data(content)
    event = next(event for event in broken["told"] if event["kind"] == "session")
    event["what"] |= change
    assert list(validator.iter_errors(broken))
    delete_everything(keeper.id)
    with pytest.raises(FirststepError):
        bring_in(packed(broken), NOON)


def test_a_session_of_a_technique_that_nobody_knows_is_refused(keeper):
    broken = data(export_everything(keeper.id))
    next(event for event in broken["told"] if event["kind"] == "session")["what"]["technique"] = "no-such"
    delete_everything(keeper.id)
    with pytest.raises(KnowledgeError):
        bring_in(packed(broken), NOON)


def test_the_account_tells_of_stops_and_of_what_followed_sessions(keeper):
    with zipfile.ZipFile(io.BytesIO(export_everything(keeper.id))) as archive:
        said = " ".join(archive.read("account-right.txt").decode().split())
    assert f"{TODAY} wooden-roller (pain above the ceiling)" in said
    told = "1; pain after told in 1, above the ceiling and more than before in 1"
    assert f"Sessions of wooden-roller: {told}; comfort 2.0 of 5 in 1, in no outcome" in said


def test_the_diary_in_the_export_is_one_that_the_command_reads(keeper, tmp_path):
    with zipfile.ZipFile(io.BytesIO(export_everything(keeper.id))) as archive:
        archive.extract("mornings-right.csv", tmp_path)
        assert "mornings-left.csv" not in archive.namelist()
    file = tmp_path / "mornings-right.csv"
    diary = read_diary(file)
    assert diary.days[-1].pain == 4
    by_day = {day.on: day for day in diary.days}
    assert by_day[TODAY - 4 * DAY].pain is None
    assert by_day[TODAY - 4 * DAY].did == {"other"}
    assert by_day[TODAY - 5 * DAY].did is None
    assert by_day[TODAY - 6 * DAY].did == frozenset()
    rows = {row["date"]: row for row in csv.DictReader(file.read_text().splitlines())}
    assert rows[TODAY.isoformat()]["advised"] in {*FOUR, "none"}


def test_the_page_for_a_visit_is_in_it_as_of_what_was_told_last(keeper, monkeypatch):
    content = export_everything(keeper.id)
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        pages = {name: archive.read(name) for name in archive.namelist() if name.startswith("visit-")}
    last = max(one.recorded for one in read.everything(keeper.id).told)
    known = gather(keeper.id, last)
    assert pages == {
        f"visit-right.{ENDINGS[one]}": file_of(known, tuple(Section), one, person=keeper.id, made=last)
        for one in Format
    }

    monkeypatch.setitem(sys.modules, "typst", None)  # as where the extra is not installed
    monkeypatch.delitem(sys.modules, "firststep.reports.visit.pdf", raising=False)
    with zipfile.ZipFile(io.BytesIO(export_everything(keeper.id))) as archive:
        assert set(pages) - set(archive.namelist()) == {"visit-right.pdf"}


def test_who_was_written_down_is_in_it_to_be_read(keeper):
    with zipfile.ZipFile(io.BytesIO(export_everything(keeper.id))) as archive:
        rows = list(csv.DictReader(archive.read("professionals.csv").decode().splitlines()))
    assert {(row["name"], row["npi"], row["question"], row["said"], row["note"]) for row in rows} == {
        ("Eva", "1234567893", "hours", "700", "in Albany"),
        ("Eva", "1234567893", "structure", "no", ""),
        ("Eva", "1234567893", "licence", "", "12"),
    }


def test_a_second_time_is_refused(keeper):
    content = export_everything(keeper.id)
    with pytest.raises(StoreError, match="already"):
        bring_in(content, NOON)
    assert export_everything(keeper.id) == content


def test_what_belongs_to_somebody_else_here_is_refused_whole(keeper, ben):
    stolen = data(export_everything(keeper.id))
    stolen["person"]["id"] = "00000000-0000-4000-8000-000000000000"
    with pytest.raises(StoreError, match="somebody else"):
        bring_in(packed(stolen), NOON)
    assert [one.name for one in read.members()] == ["Anna", "Ben"]


def spoiled(method: int) -> bytes:
    """A zip whose packed part is damaged."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", method) as archive:
        archive.writestr(DATA, "[]" * 1000)
    content = bytearray(buffer.getvalue())
    content[50:60] = b"x" * 10
    return bytes(content)


@pytest.mark.parametrize(
    "content",
    [
        spoiled(zipfile.ZIP_DEFLATED),
        spoiled(zipfile.ZIP_BZIP2),
        spoiled(zipfile.ZIP_LZMA),
        b"",
        b"not a zip",
        packed([1]),
        packed({"format": "firststep-export", "version": 99}),
    ],
    ids=["deflated", "bzip2", "lzma", "nothing", "no zip", "no export", "a later form"],
)
def test_another_file_is_refused_with_words(db, content):
    with pytest.raises(FirststepError):
        bring_in(content, NOON)
    assert read.members() == []


@pytest.mark.parametrize(
    ("spoil", "where"),
    [
        (lambda plain: plain["person"].update(seed=-1), "person"),
        (lambda plain: plain["person"].update(name=""), "person"),
        (lambda plain: plain["told"][2].update(on="2026-13-01"), "told 3"),
        (lambda plain: plain["told"][2].update(extra=1), "told 3"),
        (lambda plain: plain["told"][2].pop("recorded"), "told 3"),
        (lambda plain: plain["plans"][0].update(after=10_000), "plans 1"),
        (lambda plain: plain["plans"][0]["days"][0].update(on=7), "plans 1"),
        (lambda plain: plain["plans"][0].update(sealed=1), "plans 1"),
        (lambda plain: plain["plans"][0]["days"][0].update(advice={"a": 1}), "not an event|not a draw"),
        (lambda plain: plain["plans"][0]["days"][0].update(technique="laser"), "laser"),
        (lambda plain: plain["plans"][-1]["days"][0]["advice"].update(days="3"), "not a draw"),
        (lambda plain: plain["verdicts"][0].update(certainty="high"), "verdicts 1"),
        (lambda plain: plain["verdicts"][0].update(findings={}), "cannot be shown"),
        (lambda plain: plain["verdicts"][0].update(engine="x" * 21), "verdicts 1"),
        (lambda plain: plain["verdicts"][0].update(certainty=float("nan")), "damaged"),
        (lambda plain: plain["person"].update(name="x" * 41), "person"),
        (lambda plain: plain["person"].update(name="\0"), "broken"),
        (lambda plain: plain["person"].update(name="\ud800"), "broken"),
        (lambda plain: plain["person"].update(seed=10**30), "too large"),
        (lambda plain: plain["verdicts"][0].update(findings=nested(40)), "too deep"),
        (lambda plain: plain["told"][1]["what"].update(techniques=[]), "were chosen"),
        (lambda plain: plain["told"][1]["what"].update(techniques=["other"]), "other"),
        (lambda plain: plain["told"][2].update(on="9999-01-01"), "year"),
        (lambda plain: plain["told"][2].update(on="2001-01-01"), "too far apart"),
        (lambda plain: plain["told"][2].update(happened="2026-11-23T12:00:00-23:59:30"), "time zone"),
        (lambda plain: plain["told"][2].update(recorded="0001-01-01T00:00:00+00:00"), "told 3"),
        (lambda plain: plain.pop("verdicts"), "verdicts"),
    ],
)
def test_a_damaged_export_is_refused_whole_with_the_place(keeper, spoil, where):
    plain = data(export_everything(keeper.id))
    delete_everything(keeper.id)
    spoil(plain)
    with pytest.raises(FirststepError, match=where):
        bring_in(packed(plain), NOON)
    assert read.members() == []


def test_a_technique_that_nobody_here_knows_is_refused_by_name(keeper):
    plain = data(export_everything(keeper.id))
    delete_everything(keeper.id)
    plain["told"][1]["what"]["techniques"] = ["laser"]
    with pytest.raises(KnowledgeError, match="'laser'"):
        bring_in(packed(plain), NOON)


@given(where=st.integers(0), value=st.integers(0, 255))
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_flipped_byte_is_refused_with_words_or_changes_nothing(keeper, where, value):
    content = bytearray(export_everything(keeper.id))
    content[where % len(content)] = value
    with suppress(FirststepError), transaction.atomic():
        bring_in(bytes(content), NOON)
    assert [one.name for one in read.members()] == ["Anna"]


def test_a_bomb_is_refused(monkeypatch, keeper):
    monkeypatch.setattr("firststep.intake.export_zip.LARGEST", 100)
    with pytest.raises(IntakeError, match="too large"):
        bring_in(export_everything(keeper.id), NOON)


def test_a_retired_technique_stays_readable_and_cannot_be_chosen(keeper, monkeypatch):
    content = export_everything(keeper.id)
    delete_everything(keeper.id)
    known = dict(library.every(Technique))
    known["tennis-ball"] = structs.replace(known["tennis-ball"], retired=True)
    monkeypatch.setattr(
        library, "_read", lambda kind, read=library._read: known if kind is Technique else read(kind)
    )
    bring_in(content, NOON)
    document = json.loads(keeper.renew())
    shown = {one["id"]: one for one in document["techniques"]}
    assert shown["tennis-ball"]["name"] == "tennis ball"
    assert shown["tennis-ball"]["retired"] is True
    assert export_everything(keeper.id) == content
    with pytest.raises(TrialError, match="no longer offered"):
        keeper.tell(CLEAR, Comparing(Question.WHICH, FOUR))


def test_an_empty_diary_travels_too(anna):
    content = export_everything(anna.id)
    delete_everything(anna.id)
    bring_in(content, NOON)
    assert read.everything(anna.id) == Kept(anna.member, (), (), ())
    assert read.told(anna.id) == []
