"""What is told by hand: kept as told, changed and taken back; and a form that says what is to be mended."""

from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

import pytest
from tests.entries import ENTRIES, HOURS, INJECTION, INSOLES, ONSET, PAIR, TRIP
from tests.people import NOON, TODAY, told

from firststep.care import check_told, standing
from firststep.care.noting import FIELDS, Typed, entry_from, noted, typed_of
from firststep.errors import RecordError
from firststep.knowledge import languages, speaking
from firststep.records import AllTold, Foot, Noted
from firststep.records.plain import as_plain, from_plain
from firststep.records.triggers import AllOf, ShoeKind, Shoes
from firststep.records.triggers_plain import SORTS, sort_of
from firststep.records.what_plain import what_from_plain
from firststep.reports.triggers.entries import by_sort, care_as_data, entry_in_words

A, B = UUID(int=1), UUID(int=2)


@pytest.mark.parametrize("entry", [*ENTRIES, None], ids=str)
def test_an_entry_comes_back_as_it_was_told(entry):
    event = told(Noted(A, entry))
    assert from_plain(as_plain(event), where="here") == event
    check_told(event, standing=standing([], Foot.RIGHT), now=NOON)


@pytest.mark.parametrize("since", [TODAY, None])
def test_that_a_list_is_complete_comes_back_as_it_was_told(since):
    event = told(AllTold(AllOf.SHOES, since))
    assert from_plain(as_plain(event), where="here") == event


@pytest.mark.parametrize(
    ("plain", "says"),
    [
        ({"key": "1", "entry": None}, "'key' cannot be read"),
        ({"key": str(A), "entry": {"sort": "hat"}}, "no entry of this sort"),
        ({"key": str(A), "entry": []}, "no entry of this sort"),
        ({"key": str(A), "entry": {"sort": "onset", "on": "soon"}}, "'on' cannot be read"),
        (
            {"key": str(A), "entry": {"sort": "shoes", "name": "x", "kind": "work", "since": "1870-01-01"}},
            "year",
        ),
        (
            {
                "key": str(A),
                "entry": {"sort": "shoes", "name": "x", "kind": "work", "since": "2026-01-01", "days": [8]},
            },
            "not a list of days of the week",
        ),
        (
            {"key": str(A), "entry": {"sort": "care", "kind": "magic", "since": "2026-01-01"}},
            "'kind' cannot be read",
        ),
    ],
    ids=str,
)
def test_what_is_no_entry_is_refused(plain, says):
    with pytest.raises(RecordError, match=says):
        what_from_plain("noted", plain, where="here")


def test_what_has_not_come_yet_cannot_be_told():
    tomorrow = replace(ONSET, on=TODAY + timedelta(days=1))
    with pytest.raises(RecordError, match="not come"):
        check_told(told(Noted(A, tomorrow)), standing=standing([], Foot.RIGHT), now=NOON)


def test_of_each_key_the_last_counts_and_what_is_taken_back_is_gone():
    newer = replace(PAIR, name="the blue ones")
    book = noted([told(Noted(A, PAIR)), told(Noted(B, HOURS)), told(Noted(A, newer))])
    assert [note.entry for note in book.notes] == [newer, HOURS]
    assert noted([told(Noted(A, PAIR)), told(Noted(A, None))]).notes == ()


def test_shoes_are_the_persons_and_an_onset_is_of_one_heel():
    book = noted([told(Noted(A, PAIR), foot=Foot.LEFT), told(Noted(B, ONSET), foot=Foot.LEFT)])
    assert book.before(Foot.LEFT).onsets == (ONSET,)
    assert book.before(Foot.RIGHT).onsets == ()
    assert book.before(Foot.RIGHT).shoes == (PAIR,)


def test_that_a_list_is_complete_is_told_and_taken_back():
    said = [told(AllTold(AllOf.SHOES, date(2024, 1, 1))), told(AllTold(AllOf.STANDING, date(2025, 1, 1)))]
    before = noted(said).before(Foot.RIGHT)
    assert (before.all_shoes_since, before.all_standing_since) == (date(2024, 1, 1), date(2025, 1, 1))
    assert before.all_events_since is None
    assert noted([*said, told(AllTold(AllOf.SHOES, None))]).before(Foot.RIGHT).all_shoes_since is None


@pytest.mark.parametrize("entry", ENTRIES, ids=str)
def test_a_form_shows_an_entry_and_reads_the_same_again(entry):
    typed = typed_of(entry)
    assert set(typed.fields) <= set(FIELDS[type(entry)])
    assert entry_from(type(entry), typed, TODAY) == (entry, {})


@pytest.mark.parametrize(
    ("sort", "typed", "wrong"),
    [
        ("onset", {}, {"since": "Choose a day."}),
        ("onset", {"since": "2026-02-30"}, {"since": "Choose a day."}),
        ("onset", {"since": "2026-12-24"}, {"since": "This day has not come yet."}),
        ("onset", {"since": "1970-01-01"}, {"since": "The year has to be 2000 or later."}),
        ("onset", {"since": "2026-09-01", "within": "5"}, {"within": "Choose how well you know the day."}),
        ("shoes", {"since": "2026-09-01"}, {"name": "What do you call them?", "kind": "Choose one."}),
        (
            "shoes",
            {"name": "x" * 61, "kind": "work", "since": "2026-09-01"},
            {"name": "At most 60 signs, in one line."},
        ),
        (
            "shoes",
            {"name": "x", "kind": "work", "since": "2026-09-01", "until": "2026-08-01"},
            {"until": "It ended before it began. Check both days."},
        ),
        (
            "standing",
            {"since": "2026-09-01", "hours": "25"},
            {"hours": "Hours of a day: a number from 0 to 24."},
        ),
        (
            "standing",
            {"since": "2026-09-01", "hours": "nan"},
            {"hours": "Hours of a day: a number from 0 to 24."},
        ),
        ("event", {"since": "2026-09-01", "kind": "party"}, {"kind": "Choose one."}),
        ("care", {"kind": "visit", "until": "x", "since": "2026-09-01"}, {"until": "Choose a day."}),
    ],
    ids=str,
)
def test_each_field_says_what_is_to_be_mended(sort, typed, wrong):
    assert entry_from(SORTS[sort], Typed(typed), TODAY) == (None, wrong)


def test_a_comma_is_read_as_a_point_and_every_day_of_the_week_as_any():
    hours, _ = entry_from(SORTS["standing"], Typed({"since": "2026-09-01", "hours": "6,5"}), TODAY)
    assert hours == replace(HOURS, since=date(2026, 9, 1), until=None)
    typed = Typed({"name": "x", "kind": "work", "since": "2026-09-01"}, tuple(range(1, 8)))
    pair, _ = entry_from(Shoes, typed, TODAY)
    assert pair == Shoes(name="x", kind=ShoeKind.WORK, since=date(2026, 9, 1))


def test_each_entry_has_its_words():
    assert [entry_in_words(entry) for entry in ENTRIES] == [
        "Began 2026-09-01, 7 days either way",
        "The red ones (running shoes), since 2026-08-20; worn Monday, Wednesday",
        "6.5 hours a day, 2026-08-01 to 2026-09-30",
        "A trip: Rome, 2026-08-10 to 2026-08-17",
        "Injection, 2026-11-02",
        "Insoles: from the shoemaker, since 2026-10-01",
    ]
    assert (
        entry_in_words(replace(ONSET, flare=True, within=0), Foot.LEFT) == "Left heel: Worse again 2026-09-01"
    )


@pytest.mark.parametrize("code", languages())
def test_every_kind_of_every_sort_has_words_in_every_language(code):
    with speaking(code):
        for entry in ENTRIES:
            if hasattr(entry, "kind"):
                for kind in type(entry.kind):
                    assert "{" not in entry_in_words(replace(entry, kind=kind))


def test_entries_stand_under_their_sort_and_name_the_heel_where_there_are_two():
    book = noted([told(Noted(UUID(int=k), entry)) for k, entry in enumerate(ENTRIES)])
    listed = by_sort(book.notes, both=True)
    assert list(listed) == ["onset", "shoes", "standing", "event", "care"]
    assert [len(entries) for entries in listed.values()] == [1, 1, 1, 1, 2]
    assert listed["onset"][0]["says"].startswith("Right heel: ")
    assert listed["shoes"][0]["says"].startswith("The red ones")
    assert {sort_of(entry) for entry in ENTRIES} == set(SORTS)


def notes(*entries):
    return noted([told(Noted(UUID(int=k), entry)) for k, entry in enumerate(entries)]).care()


def test_other_care_is_shown_where_it_reaches_into_the_diary():
    began = date(2026, 11, 1)
    data = care_as_data(notes(INJECTION, INSOLES, TRIP), from_=began, both=False, compared=True)
    assert [one["says"] for one in data["list"]] == [
        "Insoles: from the shoemaker, since 2026-10-01",
        "Injection, 2026-11-02",
    ]
    assert data["fair"]
    assert care_as_data(notes(INJECTION), from_=began, both=False, compared=False)["fair"] is None
    before = replace(INJECTION, since=date(2026, 10, 2))
    ended = replace(INSOLES, until=date(2026, 10, 20))
    assert care_as_data(notes(before, ended), from_=began, both=False, compared=True) is None
