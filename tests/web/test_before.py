"""What set it off: told by hand, changed, taken back, and looked at with the days that are kept."""

import re
from dataclasses import replace
from uuid import UUID

import pytest
from tests.entries import ENTRIES, INJECTION, ONSET, PAIR
from tests.made_up_days import days, times
from tests.people import NOON, TODAY

from firststep.actions.note import note
from firststep.actions.take_in import take_in
from firststep.care.noting import typed_of
from firststep.intake.activity.found import Found
from firststep.records import Foot, Name, Setting
from firststep.records.activity import ActiveDay
from firststep.records.triggers import AllOf, Onset
from firststep.store import read

SHOES = {"name": "the red ones", "kind": "running", "since": "2026-08-20", "days": ["1", "3"]}


def page(someone, path=""):
    text = someone.client().get(f"/{someone.id}/before/{path}").content.decode()
    shown = re.sub(r"<script.*?</script>|<[^>]*>", " ", text, flags=re.DOTALL)
    assert not re.search(r"\bNone\b|\{\w+\}", shown)
    return " ".join(shown.split())


def post(someone, path, **fields):
    return someone.client().post(f"/{someone.id}/before/{path}", fields)


def walked(someone, factor=3.0):
    """700 days of steps before the onset, so many times as many in its last week."""
    lived = times(days(before=ONSET.on), factor, last=7, before=ONSET.on)
    rows = tuple(ActiveDay(on=day.on, source="a phone", steps=day.steps) for day in lived)
    take_in(someone.id, Found(source_kind="csv", days=rows))


def test_it_is_told_changed_and_taken_back(anna):
    anna.begin()
    assert post(anna, "new/shoes/", **SHOES).status_code == 302
    (kept,) = read.notebook(anna.id).notes
    assert kept.entry == PAIR
    assert "The red ones (running shoes), since 2026-08-20; worn Monday, Wednesday" in page(anna)
    assert post(anna, f"{kept.key}/", **SHOES | {"name": "the blue ones"}).status_code == 302
    assert [one.entry for one in read.notebook(anna.id).notes] == [replace(PAIR, name="the blue ones")]
    assert post(anna, f"{kept.key}/", do="take-back").status_code == 302
    assert read.notebook(anna.id).notes == ()


@pytest.mark.parametrize("entry", ENTRIES, ids=str)
def test_the_form_of_each_sort_saves_what_it_shows(anna, entry):
    anna.begin()
    note(anna.id, entry, NOON, key=UUID(int=9))
    typed = typed_of(entry)
    fields = {**typed.fields, "days": [str(day) for day in typed.days]}
    shown = anna.client().get(f"/{anna.id}/before/{UUID(int=9)}/").content.decode()
    for value in filter(None, typed.fields.values()):
        assert f'value="{value}"' in shown
    assert post(anna, f"{UUID(int=9)}/", **fields).status_code == 302
    assert [one.entry for one in read.notebook(anna.id).notes] == [entry]


def test_what_is_wrong_is_said_beside_its_field_and_nothing_is_lost(anna):
    anna.begin()
    answer = post(anna, "new/shoes/", **SHOES | {"since": "2036-01-01", "kind": ""})
    text = answer.content.decode()
    assert answer.status_code == 400
    assert "This day has not come yet." in text
    assert "2 things are to be mended" in text
    assert 'value="the red ones"' in text
    assert read.notebook(anna.id).notes == ()


def test_before_a_heel_was_chosen_it_says_so_and_keeps_nothing(anna):
    assert "Choose your heel first" in page(anna)
    answer = post(anna, "new/shoes/", **SHOES)
    assert answer.status_code == 400
    assert "Choose your heel first" in answer.content.decode()
    assert "no heel was chosen yet" in post(anna, "all", shoes="2025-01-01").content.decode()


def test_a_sort_or_an_entry_that_is_not_there_is_missing(anna, ben):
    anna.begin()
    assert anna.client().get(f"/{anna.id}/before/new/hat/").status_code == 404
    assert anna.client().get(f"/{anna.id}/before/{UUID(int=9)}/").status_code == 404
    ben.begin()
    theirs = note(ben.id, PAIR, NOON)
    assert anna.client().get(f"/{anna.id}/before/{theirs}/").status_code == 404


def test_nothing_is_looked_at_before_the_onset_is_told(anna):
    anna.begin()
    assert "First tell when the pain began." in page(anna)
    note(anna.id, ONSET, NOON)
    assert "Too little is known to say what was unusual." in page(anna)
    assert "No steps and runs are here yet." in page(anna)


def test_what_stands_out_is_named_drawn_and_what_may_be_done_is_said(anna):
    anna.begin()
    walked(anna)
    note(anna.id, replace(ONSET, within=0), NOON)
    text = page(anna)
    assert "One thing stands out" in text or "things stand out" in text
    assert re.search(r"steps a day in the week from 2026-08-25", text)
    assert "What you can do" in text
    assert "Cut back what hurts longer than you do it" in text
    assert "need not be the cause" in text
    drawn = anna.client().get(f"/{anna.id}/before/").content.decode()
    assert drawn.count('class="bar') == 13
    assert drawn.count('class="bar last"') == 1


def test_where_nothing_rose_nothing_stands_out(anna):
    anna.begin()
    walked(anna, factor=1.0)
    note(anna.id, replace(ONSET, within=0), NOON)
    assert "Nothing stands out against your own other days." in page(anna)


def test_the_longest_run_of_the_last_30_days_is_said(anna):
    anna.begin()
    note(anna.id, ONSET, NOON)
    run = ActiveDay(on=TODAY, source="a watch", ran_m=8000.0, longest_run_m=8000.0)
    take_in(anna.id, Found(source_kind="csv", days=(run,)))
    assert "Your longest run of the last 30 days: 8.0 km. A tenth more is 8.8 km." in page(anna)


def test_complete_lists_are_told_and_taken_back(anna):
    anna.begin()
    assert post(anna, "all", shoes="2024-06-01", standing="", events="2025-01-01").status_code == 302
    assert set(read.notebook(anna.id).all_since) == {AllOf.SHOES, AllOf.EVENTS}
    assert post(anna, "all", shoes="", standing="", events="2025-01-01").status_code == 302
    assert set(read.notebook(anna.id).all_since) == {AllOf.EVENTS}


def test_with_both_heels_an_onset_says_which_and_the_page_in_hand_stays(anna):
    anna.begin()
    anna.tell(Setting(Name.FEET, "both"))
    assert post(anna, "new/onset/", since="2026-09-01", foot="left").status_code == 302
    (kept,) = read.notebook(anna.id).notes
    assert (kept.foot, kept.entry) == (Foot.LEFT, Onset(on=ONSET.on))
    assert "Left heel: Began 2026-09-01" in page(anna)
    assert read.last_told(anna.id)[1] is Foot.RIGHT


def test_other_care_is_on_the_page_of_the_mornings(anna):
    anna.begin()
    anna.live(30)
    anna.renew()
    note(anna.id, INJECTION, NOON)
    document = anna.client().get(f"/{anna.id}/document").json()
    assert [one["says"] for one in document["other_care"]["list"]] == ["Injection, 2026-11-02"]


def test_too_many_entries_are_refused(anna, monkeypatch):
    anna.begin()
    monkeypatch.setattr("firststep.actions.note.MOST_TOLD", 1)
    note(anna.id, PAIR, NOON)
    answer = post(anna, "new/shoes/", **SHOES)
    assert answer.status_code == 400
    assert "1 entries are here already" in answer.content.decode()
