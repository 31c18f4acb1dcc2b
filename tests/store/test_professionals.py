"""The public list on this computer: whole or not at all, changed week by week, searched by distance."""

import json
import os
from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from uuid import uuid4

import pytest
from bench.made_up_nppes import given_up, npi, row, write
from django.db import connection
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.people import NOON
from tests.store.test_commands import Home
from tests.store.test_take_along import data, packed

from firststep.actions import import_professionals as importing
from firststep.actions.import_professionals import import_professionals
from firststep.actions.leave import delete_everything
from firststep.actions.professionals import MOST, answer, take_from_list, take_off, write_down
from firststep.actions.take_along import bring_in, export_everything
from firststep.errors import FirststepError, IntakeError, KnowledgeError, RecordError, StoreError
from firststep.intake.places import places
from firststep.records.professional import Answered, Candidate
from firststep.store import models
from firststep.store import read_professionals as read
from firststep.store.read_professionals import Search, miles_between

pytestmark = pytest.mark.django_db
PT, MASSAGE, FOOT, OTHER = "225100000X", "225700000X", "213E00000X", "183500000X"
KINDS = ("doctor", "podiatrist", "physical-therapist", "massage-therapist")
ZIPS = ("10001", "10002", "10018", "11201", "07030", "06510", "94103", "00601")
KNOWN = tuple(place for place in places() if place.zip in ZIPS)
WHOLE_SINCE = "20050523"


def name(first, until):
    return f"npidata_pfile_{first.replace('-', '')}-{until.replace('-', '')}.csv"


def whole(folder, *rows, until="2026-11-08"):
    return write(folder / name(WHOLE_SINCE, until), rows)


def week(folder, *rows, first="2026-11-09", until="2026-11-15"):
    return write(folder / name(first, until), rows)


def take_in(*paths):
    return list(import_professionals(paths, NOON, known=KNOWN))


def kept():
    """Everything that can be found, as it stands; and who was given up."""
    rows = models.Entry.objects.filter(directory__here=True).order_by("npi", "kind")
    return [
        {name: value for name, value in row.items() if name not in ("id", "directory_id")}
        for row in rows.values()
    ]


def npis():
    rows = models.Entry.objects.filter(directory__here=True, gone__isnull=True)
    return sorted(set(rows.values_list("npi", flat=True)))


def near(zip_="10001", miles=200.0, kinds=KINDS, most=500):
    return read.find(zip_, Search(kinds, miles, most))


def found(**asked):
    return [(one.listed.npi, one.miles and round(one.miles, 1)) for one in near(**asked).near]


def test_a_whole_list_is_kept_and_found_by_distance(tmp_path):
    (done,) = take_in(
        whole(
            tmp_path,
            row(1, PT, zip="112010001"),
            row(2, MASSAGE, zip="100010001"),
            row(3, FOOT, zip="94103"),
            row(4, OTHER, zip="10001"),
            row(5, FOOT, zip="07030"),
        )
    )
    assert (done.counts.rows, done.here.count, done.unplaced, done.missing) == (5, 4, 0, False)
    assert found() == [(npi(2), 0), (npi(5), 1.9), (npi(1), 3.8)]
    assert found(kinds=("podiatrist",)) == [(npi(5), 1.9)]
    assert found(miles=1.0) == [(npi(2), 0)]
    assert found(zip_="94103") == [(npi(3), 0)]
    nearest = near(most=2)
    assert ([one.listed.npi for one in nearest.near], nearest.more) == ([npi(2), npi(5)], True)
    assert not near().more


def test_the_search_finds_what_looking_through_all_of_it_finds(tmp_path):
    """Against the plain way: every entry, its distance, sorted."""
    every = tuple(places())
    zips = [place.zip for place in every][:: len(every) // 1500]
    rows = [row(number, FOOT, zip=zip_) for number, zip_ in enumerate(zips, start=1)]
    take_in(whole(tmp_path, *rows))
    list(import_professionals([whole(tmp_path, *rows)], NOON, known=every))
    where = {place.zip: place for place in every}
    for zip_, miles in (
        ("10001", 200.0),
        ("94103", 60.0),
        ("99501", 200.0),
        ("96813", 200.0),
        ("00601", 90.0),
    ):
        here = where[zip_]
        plain = sorted(
            (round(far, 9), f"MADE UP {number}, KIM")
            for number, other in enumerate(zips, start=1)
            if (far := miles_between(here.lat, here.lon, where[other].lat, where[other].lon)) <= miles
        )
        got = [(round(one.miles, 9), one.listed.name) for one in near(zip_, miles).near]
        assert got == plain
        assert plain or zip_ == "99501"


def test_distances_are_those_of_others():
    """Airports, by published great-circle distances: JFK-LAX 2,475 miles, JFK-LHR 3,451 miles."""
    assert miles_between(40.6397, -73.7789, 33.9425, -118.4081) == pytest.approx(2475, abs=8)
    assert miles_between(40.6397, -73.7789, 51.4706, -0.4619) == pytest.approx(3451, abs=12)
    assert miles_between(40.0, -74.0, 40.0, -74.0) == 0


def test_the_same_file_again_changes_nothing(tmp_path):
    path = whole(tmp_path, row(1, PT), row(2, MASSAGE, PT), given_up(3))
    take_in(path)
    before = kept()
    take_in(path)
    assert kept() == before
    assert models.Directory.objects.count() == 1
    changes = week(tmp_path, row(1, PT, zip="10002"), row(4, FOOT), given_up(2))
    take_in(changes)
    changed = kept()
    take_in(changes)
    assert kept() == changed != before


def test_a_week_changes_by_number(tmp_path):
    take_in(whole(tmp_path, row(1, PT), row(2, MASSAGE, PT), row(3, FOOT), row(4, FOOT)))
    (done,) = take_in(
        week(
            tmp_path,
            row(1, PT, zip="10002"),  # moved
            row(2, PT),  # of one kind no more
            row(3, OTHER),  # of none of ours
            given_up(4, "11/10/2026"),
            row(5, MASSAGE),  # new
            given_up(6),  # never here
        )
    )
    assert npis() == [npi(1), npi(2), npi(5)]
    assert [(one["npi"], one["kind"], one["zip"]) for one in kept() if one["gone"] is None] == [
        (npi(1), "physical-therapist", "10002"),
        (npi(2), "physical-therapist", "10001"),
        (npi(5), "massage-therapist", "10001"),
    ]
    assert read.one_listed(npi(4))[1] == date(2026, 11, 10)
    assert read.one_listed(npi(3)) is None
    assert (done.here.until, done.here.count) == (date(2026, 11, 15), 3)
    assert models.Directory.objects.count() == 1


def test_who_was_given_up_and_taken_up_again_is_found_again(tmp_path):
    take_in(whole(tmp_path, row(1, PT)))
    take_in(week(tmp_path, given_up(1)))
    assert (npis(), found()) == ([], [])
    again = row(1, PT, gone="11/10/2026", back="11/18/2026")
    take_in(week(tmp_path, again, first="2026-11-16", until="2026-11-22"))
    assert npis() == [npi(1)]


def test_a_later_whole_list_keeps_who_was_given_up_with_the_day(tmp_path):
    take_in(whole(tmp_path, row(1, PT), row(2, PT), row(3, PT)))
    take_in(whole(tmp_path, given_up(1, "11/20/2026"), row(2, PT), until="2026-12-13"))
    assert npis() == [npi(2)]
    listed, gone = read.one_listed(npi(1))
    assert (listed.name, gone) == ("MADE UP 1, KIM", date(2026, 11, 20))
    assert read.one_listed(npi(3)) is None


def test_the_report_takes_given_up_numbers_away(tmp_path):
    report = tmp_path / "NPPES Deactivated NPI Report 20261109.csv"
    report.write_text(f"NPI,NPPES Deactivation Date\n{npi(1)},11/01/2026\n{npi(9)},11/01/2026\n")
    take_in(whole(tmp_path, row(1, PT), row(2, PT)), report)
    assert npis() == [npi(2)]
    assert read.directory().until == date(2026, 11, 8)  # the weeks since are still to come


WEEKS = [("2026-11-09", "2026-11-15"), ("2026-11-16", "2026-11-22"), ("2026-11-23", "2026-11-29")]
CHANGES = st.sampled_from(["pt", "massage", "both", "other", "given up", "moved"])
ROWS = {
    "pt": lambda number: row(number, PT),
    "massage": lambda number: row(number, MASSAGE),
    "both": lambda number: row(number, PT, OTHER, MASSAGE),
    "other": lambda number: row(number, OTHER),
    "given up": given_up,
    "moved": lambda number: row(number, PT, zip="94103"),
}
LIVES = st.lists(st.dictionaries(st.integers(1, 6), CHANGES, max_size=6), min_size=3, max_size=3)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(LIVES, st.permutations(range(4)))
def test_files_count_in_the_order_of_their_days_however_they_are_named(db, lives, order):
    """And the weeks together say what the last row of each number says."""
    with TemporaryDirectory() as folder:
        first = dict.fromkeys(range(1, 5), "pt")
        paths = [whole(Path(folder), *(ROWS[what](number) for number, what in first.items()))]
        for life, (begin, end) in zip(lives, WEEKS, strict=True):
            rows = [ROWS[what](number) for number, what in life.items()]
            paths.append(week(Path(folder), *rows, first=begin, until=end))
        models.Directory.objects.all().delete()
        take_in(*(paths[place] for place in order))
        last = first | lives[0] | lives[1] | lives[2]
        assert npis() == sorted(
            npi(number) for number, what in last.items() if what not in ("other", "given up")
        )
        by_files = kept()
        models.Directory.objects.all().delete()
        for path in paths:
            take_in(path)
        assert kept() == by_files


def test_an_older_file_is_refused_and_what_is_here_stays(tmp_path):
    take_in(whole(tmp_path, row(1, PT)), week(tmp_path, row(2, PT)))
    before = kept()
    for older in (
        week(tmp_path, given_up(1), first="2026-11-02", until="2026-11-08"),
        whole(tmp_path, row(7, PT), until="2026-11-08"),
    ):
        with pytest.raises(StoreError, match="the list here is newer"):
            take_in(older)
    assert kept() == before


def test_changes_without_a_list_are_refused(tmp_path):
    with pytest.raises(StoreError, match="no list here"):
        take_in(week(tmp_path, row(1, PT)))
    assert read.directory() is None


def test_days_that_are_missing_between_are_said(tmp_path):
    take_in(whole(tmp_path, row(1, PT)))
    (done,) = take_in(week(tmp_path, row(2, PT), first="2026-11-16", until="2026-11-22"))
    assert done.missing
    (done,) = take_in(week(tmp_path, row(2, PT), first="2026-11-23", until="2026-11-29"))
    assert not done.missing


def broken(path, how):
    content = path.read_bytes()
    if how == "cut":
        content = content[:-30]
    if how == "encoding":
        content = content.replace(b"MADE UP 4999", "MADE ÜP 4999".encode("latin-1"))
    if how == "header":
        content = content.replace(b"Entity Type Code", b"Entity Code", 1)
    if how == "row":
        content = content.replace(b'"US"', b'"US","one too many"', 4_900)
    if how == "nobody":
        content = content.splitlines(keepends=True)[0]
    path.write_bytes(content)
    return path


@pytest.mark.parametrize("how", ["cut", "encoding", "header", "row", "nobody"])
def test_a_broken_file_is_refused_and_the_old_list_stays(tmp_path, how):
    take_in(whole(tmp_path, row(1, PT), row(2, MASSAGE)))
    before, read_before = kept(), read.directory()
    many = [row(number, PT) for number in range(10, 5_010)]
    path = broken(whole(tmp_path, *many, until="2026-12-13"), how)
    with pytest.raises(IntakeError) as refused:
        take_in(path)
    assert refused.value.mend
    assert (kept(), read.directory()) == (before, read_before)
    assert models.Directory.objects.count() == 1
    assert not models.Entry.objects.exclude(directory__here=True).exists()


def test_a_broken_week_is_refused_whole(tmp_path):
    take_in(whole(tmp_path, row(1, PT), row(2, PT)))
    before = kept()
    with pytest.raises(IntakeError):
        take_in(broken(week(tmp_path, *(given_up(number) for number in range(1, 5_000))), "cut"))
    assert kept() == before


def test_what_a_killed_import_left_behind_is_gone_with_the_next(tmp_path):
    take_in(whole(tmp_path, row(1, PT)))
    left = models.Directory.objects.create(first=date(2026, 1, 1), until=date(2026, 1, 7), made=NOON)
    models.Entry.objects.create(directory=left, npi=npi(5), kind="doctor", zip="10001", placed=True)
    assert found() == [(npi(1), 0)]
    take_in(week(tmp_path, row(2, PT)))
    assert npis() == [npi(1), npi(2)]
    assert models.Directory.objects.count() == 1


def test_two_imports_at_once_do_not_mix(tmp_path, monkeypatch):
    """The second begins while the first is read: the first is refused, and the second is whole."""
    take_in(whole(tmp_path, row(1, PT)))
    real, second = importing._keep, week(tmp_path, row(2, PT))

    def keeps(*batch, **more):
        monkeypatch.setattr(importing, "_keep", real)
        take_in(second)
        real(*batch, **more)

    monkeypatch.setattr(importing, "_keep", keeps)
    with pytest.raises(StoreError, match="meanwhile"):
        take_in(whole(tmp_path, row(7, PT), until="2026-12-13"))
    assert npis() == [npi(1), npi(2)]


def test_a_name_without_days_is_refused(tmp_path):
    with pytest.raises(IntakeError, match="does not say of which days"):
        take_in(write(tmp_path / "list.csv", [row(1, PT)]))


def test_a_zip_code_without_a_place_is_not_lost(tmp_path):
    rows = (
        row(1, PT),
        row(2, PT, zip="10099"),
        row(3, FOOT, zip="10098"),
        row(4, PT, zip="94199"),
        row(5, PT, zip=""),
    )
    (done,) = take_in(whole(tmp_path, *rows))
    assert done.unplaced == 4
    assert found() == [(npi(1), 0)]
    assert [one.npi for one in near(kinds=("physical-therapist",)).unplaced] == [npi(2)]
    assert [one.npi for one in near().unplaced] == [npi(2), npi(3)]
    assert found(zip_="94103") == []
    assert [one.npi for one in near("94103").unplaced] == [npi(4)]
    with pytest.raises(StoreError, match="nobody knows where the ZIP code 10099 is"):
        near("10099")


def test_without_a_list_a_search_says_so():
    with pytest.raises(StoreError, match="no list of professionals"):
        near()


def test_who_is_of_two_kinds_is_found_once(tmp_path):
    take_in(whole(tmp_path, row(1, PT, MASSAGE)))
    assert found() == found(kinds=("massage-therapist",)) == [(npi(1), 0)]
    assert near().near[0].listed.kinds == ("physical-therapist", "massage-therapist")
    assert read.directory().count == 1


def test_a_search_asks_few_questions_of_the_database(tmp_path, django_assert_max_num_queries):
    take_in(whole(tmp_path, *(row(number, PT, zip=ZIPS[number % 4]) for number in range(1, 301))))
    for most in (1, 3, 500):
        with django_assert_max_num_queries(6):
            near(most=most)


def test_the_real_places_are_all_there():
    every = tuple(places())
    assert len(every) > 40_000
    assert {place.zip: (place.city, place.state) for place in every}["10001"] == ("New York", "NY")
    assert all(len(one.zip) == 5 and -90 < one.lat < 90 and -180 <= one.lon <= 180 for one in every)
    assert all(len(one.city) <= 60 and len(one.state) == 2 for one in every)


# A person's own list


def somebody(**told) -> Candidate:
    answers = {
        "hours": Answered("700", "in Albany"),
        "structure": Answered("no"),
        "licence": Answered("", "NY 12"),
    }
    usual = {"kind": "massage-therapist", "name": "Eva", "added": NOON, "state": "AL", "answers": answers}
    return Candidate(**{"id": uuid4(), **usual, **told})


def test_what_is_written_down_is_kept_and_taken_along(anna):
    anna.begin()
    first = write_down(anna.id, somebody(npi="1234567893", place="1 Main St", phone="212"))
    second = write_down(anna.id, somebody(name="Ben", added=NOON + timedelta(minutes=1), answers={}))
    assert read.candidates(anna.id) == (first, second)
    exported = export_everything(anna.id)
    delete_everything(anna.id)
    assert not models.Candidate.objects.exists()
    bring_in(exported, NOON)
    assert read.candidates(anna.id) == (first, second)
    assert export_everything(anna.id) == exported


def test_one_persons_list_is_not_anothers(anna, ben):
    kept_ = write_down(anna.id, somebody())
    assert read.candidates(ben.id) == ()
    with pytest.raises(StoreError):
        read.candidate(ben.id, kept_.id)
    with pytest.raises(StoreError, match="somebody else"):
        write_down(ben.id, kept_)
    take_off(ben.id, kept_.id)
    assert read.candidates(anna.id) == (kept_,)
    take_off(anna.id, kept_.id)
    assert read.candidates(anna.id) == ()


def test_an_answer_takes_the_place_of_what_stood_there(anna):
    one = write_down(anna.id, somebody())
    answer(anna.id, one.id, {"structure": Answered("yes", "the fascia"), "hours": Answered()})
    assert read.candidate(anna.id, one.id).answers == {"structure": Answered("yes", "the fascia")}


@pytest.mark.parametrize(
    ("told", "fault"),
    [
        ({"kind": "wizard"}, KnowledgeError),
        ({"name": ""}, RecordError),
        ({"name": "x" * 151}, RecordError),
        ({"name": "a\x00b"}, RecordError),
        ({"npi": "1234567890"}, RecordError),
        ({"state": "al"}, RecordError),
        ({"state": "A"}, RecordError),
        ({"answers": {"shoes": Answered("yes")}}, KnowledgeError),
        ({"answers": {"hours": Answered("many")}}, RecordError),
        ({"answers": {"structure": Answered("7")}}, RecordError),
        ({"answers": {"licence": Answered("yes")}}, RecordError),
        ({"answers": {"hours": Answered("1", "x" * 601)}}, RecordError),
    ],
    ids=str,
)
def test_what_cannot_be_is_refused(anna, told, fault):
    with pytest.raises(fault) as refused:
        write_down(anna.id, somebody(**told))
    assert refused.value.mend
    assert read.candidates(anna.id) == ()


def test_a_list_has_an_end(anna):
    for _ in range(MOST):
        write_down(anna.id, somebody())
    with pytest.raises(RecordError, match=f"{MOST} on the list"):
        write_down(anna.id, somebody())
    write_down(anna.id, read.candidates(anna.id)[0])  # changing is no adding


def test_an_entry_of_the_public_list_is_put_on_ones_own_once(anna, tmp_path):
    take_in(whole(tmp_path, row(1, PT, MASSAGE, credential="LMT")))
    listed, _ = read.one_listed(npi(1))
    one = take_from_list(anna.id, listed, "massage-therapist", NOON)
    assert (one.name, one.kind, one.state) == ("MADE UP 1, KIM, LMT", "massage-therapist", "NY")
    assert one.place == "1 MAIN ST, NEW YORK, NY 10001"
    assert take_from_list(anna.id, listed, "massage-therapist", NOON) == one
    assert read.candidates(anna.id) == (one,)


@pytest.mark.parametrize(
    "change",
    [{"kind": "wizard"}, {"npi": "12"}, {"answers": {"hours": {"said": "no way", "note": ""}}}, {"more": 1}],
    ids=str,
)
def test_an_export_with_a_professional_that_cannot_be_is_refused(anna, change, tmp_path):
    write_down(anna.id, somebody())
    exported = data(export_everything(anna.id))
    delete_everything(anna.id)
    exported["professionals"][0] |= change
    with pytest.raises(FirststepError):
        bring_in(packed(exported), NOON)


def test_an_older_export_without_professionals_comes_in(anna):
    exported = data(export_everything(anna.id))
    delete_everything(anna.id)
    del exported["professionals"]
    bring_in(packed(exported), NOON)
    assert read.candidates(anna.id) == ()


# The command, as it is typed

on_sqlite = pytest.mark.skipif(
    bool(os.environ.get("FIRSTSTEP_TEST_DATABASE")), reason="these start processes on SQLite"
)


@on_sqlite
def test_the_command_imports_and_finds(tmp_path):
    home = Home(tmp_path / "home")
    done = home.run("professionals", "near", "10001")
    assert (done.returncode, "no list of professionals" in done.stderr) == (8, True)
    rows = (
        row(1, PT, zip="10018"),
        row(2, MASSAGE, zip="94103"),
        row(3, PT, country="CA"),
        row(4, PT, zip="00000"),
    )
    done = home.run("professionals", "import", whole(tmp_path, *rows))
    assert done.returncode == 0, done.stderr
    assert "4 rows read, 3 entries kept" in done.stdout
    assert "1 entries have a ZIP code that nobody knows the place of" in done.stdout
    done = home.run(
        "professionals", "near", "10001-0001", "--within", "25", "--kind", "physical-therapist", "--json"
    )
    said = json.loads(done.stdout)
    assert [(one["npi"], one["kinds"], one["miles"]) for one in said["near"]] == [
        (npi(1), ["physical-therapist"], 0.5)
    ]
    done = home.run("professionals", "near", "10001")
    assert "MADE UP 1, KIM (physical therapist)" in done.stdout
    assert "no licence" in done.stdout
    for zip_, why in (("1234", "no ZIP code"), ("99999", "nobody knows where")):
        done = home.run("professionals", "near", zip_)
        assert (done.returncode, why in done.stderr) == (8, True)
    done = home.run("professionals", "import", tmp_path / "no.csv")
    assert (done.returncode, "check its name" in done.stderr) == (3, True)


def test_the_database_is_the_one_that_was_asked_for():
    asked = os.environ.get("FIRSTSTEP_TEST_DATABASE", "sqlite")
    assert asked.startswith(connection.vendor[:6])
