"""Find somebody: whom to see, who is near, one's own list, the sheet, side by side."""

import re
from datetime import timedelta
from html import unescape
from uuid import UUID

import pytest
from bench.made_up_nppes import given_up, npi, row, write
from tests.people import CLEAR, NOON, TODAY

from firststep.actions.import_professionals import import_professionals
from firststep.care import none_of_it
from firststep.intake.places import places
from firststep.knowledge import Asking, Profession, every, words
from firststep.records import Answer, Morning, Screened
from firststep.records.professional import Answered
from firststep.store import read_professionals as read

PT, MASSAGE, FOOT = "225100000X", "225700000X", "213E00000X"
KNOWN = tuple(place for place in places() if place.zip in ("10001", "10018", "94103"))
EVA = {"kind": "massage-therapist", "name": "Eva", "state": "al", "do": "details"}


@pytest.fixture
def listed(db, tmp_path):
    """A list with a few people in it."""
    rows = [
        row(1, PT, zip="10018", last="<B>O'NEIL"),
        row(2, MASSAGE, PT, zip="10001"),
        row(3, FOOT, zip="94103"),
        row(4, PT, zip="10099"),
        *(row(number, FOOT, zip="10001") for number in range(50, 80)),
    ]
    path = write(tmp_path / "npidata_pfile_20050523-20261108.csv", rows)
    week = write(tmp_path / "npidata_pfile_20261109-20261115.csv", [given_up(3, "11/10/2026")])
    list(import_professionals([path, week], NOON, known=KNOWN))


def page(someone, path="", **asked):
    answer = someone.client().get(f"/{someone.id}/professionals/{path}", asked)
    assert answer.status_code == 200, answer
    return answer.content.decode()


def seen(text):
    """What a page says, without its tags."""
    return " ".join(unescape(re.sub(r"<[^>]*>", " ", text.partition("<main")[2])).split())


def post(someone, path, **fields):
    return someone.client().post(f"/{someone.id}/professionals/{path}", fields)


def write_down(someone, **fields):
    answer = post(someone, "new/", **(EVA | fields))
    assert answer.status_code == 302, seen(answer.content.decode())
    id_ = UUID(answer.headers["Location"].partition("/mine/")[2].partition("/")[0])
    return read.candidate(someone.id, id_)


def test_before_the_check_it_leads_to_the_check(anna):
    said = page(anna)
    assert "First answer the safety check" in said
    assert f'href="/{anna.id}/compare/"' in said


def test_a_warning_names_whom_to_see_why_and_on_what_ground(anna):
    answers = tuple(sorted({**none_of_it(), "blood-clot": Answer.YES}.items()))
    anna.tell(Screened(answers))
    said = seen(page(anna))
    assert "Call emergency care now" in said
    assert "You said: yes." in said
    assert "Your safety check leaves massage out just now." in said


def test_where_all_is_well_nothing_is_made_up(anna):
    anna.begin()
    said = seen(page(anna))
    assert "Nothing that you told asks for it just now." in said
    assert "massage out" not in said


def test_six_weeks_of_the_same_ask_for_a_look(anna):
    anna.tell(CLEAR, on=TODAY - timedelta(days=50))
    for back in range(49, -1, -1):
        anna.tell(Morning(6), on=TODAY - timedelta(days=back))
    said = seen(page(anna))
    assert "Ask a doctor, a podiatrist or a physical therapist." in said
    assert "Middle score of your first two weeks here: 6. Of the last two: 6." in said


def test_whom_to_see_leads_to_them_nearby_and_an_emergency_to_no_list(anna, listed):
    answers = {**none_of_it(), "blood-clot": Answer.YES, "cord": Answer.YES}
    anna.tell(Screened(tuple(sorted(answers.items()))))
    assert "#near" not in page(anna).partition('id="who"')[0]
    anna.tell(Screened(tuple(sorted({**none_of_it(), "many-joints": Answer.YES}.items()))))
    assert 'href="?kind=doctor#near"' in page(anna).partition('id="who"')[0]


def test_every_kind_of_professional_is_told_of(anna):
    said = seen(page(anna))
    for kind in every(Profession).values():
        for text in (kind.does, kind.when, kind.licence, *(claim.says for claim in kind.known)):
            assert text in said


def test_without_a_list_the_page_says_how_it_comes_here_and_asks_for_no_zip_code(anna):
    said = page(anna, zip="10001")
    assert "firststep professionals import FILE" in said
    assert 'name="zip"' not in said


def test_who_is_near_is_listed_by_distance(anna, listed):
    said = seen(page(anna, zip="10001-1234", within="5", kind="physical-therapist"))
    assert "2 within 5 miles of New York, NY 10001, the nearest first." in said
    assert said.index("MADE UP 2, KIM") < said.index("<B>O'NEIL, KIM")
    assert "Physical therapist, massage therapist" in said or "Massage therapist, physical therapist" in said
    assert "nobody knows the place of: MADE UP 4, KIM" in said
    assert "until 2026-11-15, 33 entries" in said
    assert "It is no licence" in said


def test_one_is_said_as_one(anna, listed):
    assert "1 within 10 miles of New York" in seen(page(anna, zip="10001", kind="massage-therapist"))
    assert "Nobody within 10 miles of San Francisco" in seen(page(anna, zip="94103", kind="doctor"))


def test_more_are_shown_when_they_are_asked_for(anna, listed):
    first = page(anna, zip="10001", kind="podiatrist")
    assert "The nearest 20 within 10 miles of New York, NY 10001." in seen(first)
    assert first.count("professionals/listed/") == 20
    more = re.search(r'href="(\?[^"]*most=40)#near"', first)[1]
    answer = anna.client().get(f"/{anna.id}/professionals/{unescape(more)}").content.decode()
    assert answer.count("professionals/listed/") == 30
    assert "most=" not in answer


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ({"zip": "123"}, "Write a ZIP code with five digits."),
        ({"zip": "99999"}, "Nobody knows where this ZIP code is."),
        ({"zip": "<script>"}, "Write a ZIP code with five digits."),
        ({"zip": "10001", "within": "1e9", "kind": "wizard", "most": "-3"}, "within 10 miles"),
    ],
)
def test_what_cannot_be_asked_is_said_or_taken_as_usual(anna, listed, asked, said):
    shown = page(anna, **asked)
    assert said in seen(shown)
    assert "<script>" not in shown


def test_an_entry_is_shown_with_what_it_does_not_prove(anna, listed):
    said = seen(page(anna, f"listed/{npi(1)}/"))
    for text in (
        "<B>O'NEIL, KIM",
        "1 MAIN ST, NEW YORK, NY 10018",
        "(212) 555-0100",
        npi(1),
        "It is no licence",
    ):
        assert text in said
    assert every(Profession)["physical-therapist"].licence in said


def test_a_given_up_number_says_so(anna, listed):
    assert "This NPI was given up on 2026-11-10." in seen(page(anna, f"listed/{npi(3)}/"))


def test_nobody_is_made_up_for_a_number_that_is_not_there(anna, listed):
    for path in ("listed/1234567893/", "listed/<x>/"):
        answer = anna.client().get(f"/{anna.id}/professionals/{path}")
        assert (answer.status_code, answer.headers["Location"]) == (302, f"/{anna.id}/professionals/")


def test_an_entry_goes_on_ones_own_list_in_the_kind_that_is_wanted(anna, listed):
    assert post(anna, f"listed/{npi(2)}/add", kind="massage-therapist").status_code == 302
    (one,) = read.candidates(anna.id)
    assert (one.name, one.kind, one.npi, one.state) == ("MADE UP 2, KIM", "massage-therapist", npi(2), "NY")
    post(anna, f"listed/{npi(1)}/add", kind="wizard")
    assert {one.kind for one in read.candidates(anna.id)} == {"massage-therapist", "physical-therapist"}


def test_a_number_that_was_given_up_since_is_said_on_ones_own_list(anna, listed):
    post(anna, f"listed/{npi(3)}/add", kind="podiatrist")
    (one,) = read.candidates(anna.id)
    assert "This NPI was given up on 2026-11-10." in seen(page(anna, f"mine/{one.id}/"))
    other = write_down(anna, npi="1234567893")
    assert "not in the list on this computer" in seen(page(anna, f"mine/{other.id}/"))


def test_somebody_is_written_down_by_hand_and_changed(anna):
    one = write_down(anna, npi="123 456-7893", place=" 1 Main\tSt ", phone="555")
    assert (one.name, one.state, one.npi, one.place, one.phone) == (
        "Eva",
        "AL",
        "1234567893",
        "1 Main St",
        "555",
    )
    assert post(anna, f"mine/{one.id}/", **(EVA | {"name": "Eva B.", "kind": "doctor"})).status_code == 302
    (changed,) = read.candidates(anna.id)
    assert (changed.id, changed.name, changed.kind, changed.npi) == (one.id, "Eva B.", "doctor", "")


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"name": " "}, "wrong_name"),
        ({"npi": "1234567890"}, "wrong_npi"),
        ({"state": "A1"}, "wrong_state"),
        ({"state": "ALA"}, "wrong_state"),
        ({"place": "x" * 201}, "wrong_long"),
        ({"phone": "1" * 31}, "wrong_long"),
        ({"name": "x" * 151}, "wrong_long"),
    ],
)
def test_what_is_wrong_is_said_beside_its_field_and_nothing_typed_is_lost(anna, fields, said):
    answer = post(anna, "new/", **(EVA | {"place": "1 Main St"} | fields))
    text = answer.content.decode()
    assert answer.status_code == 400
    assert words()["finding"][said] in seen(text)
    assert 'aria-invalid="true"' in text
    (name,) = fields
    assert (
        f'value="{fields.get("phone", "")}"' in text
        if name == "phone"
        else "Main St" in text or name == "place"
    )
    assert read.candidates(anna.id) == ()


def test_answers_are_kept_and_shown_again(anna):
    one = write_down(anna)
    told = {
        "said-hours": "700",
        "note-hours": "in Albany\r\nand later",
        "said-structure": "no",
        "note-licence": "AL 12",
    }
    assert post(anna, f"mine/{one.id}/", do="answers", **told).status_code == 302
    (kept,) = read.candidates(anna.id)
    assert kept.answers == {
        "hours": Answered("700", "in Albany\nand later"),
        "structure": Answered("no"),
        "licence": Answered("", "AL 12"),
    }
    shown = page(anna, f"mine/{one.id}/")
    assert re.search(r'name="said-structure" value="no" checked', shown)
    assert 'value="700"' in shown
    assert "in Albany\nand later</textarea>" in shown
    listed = seen(page(anna))
    assert f"Told: 3. Not told: {len(every(Asking)) - 3}. Warning signs: 1." in listed


def test_a_number_that_is_none_is_said_and_the_rest_is_not_lost(anna):
    one = write_down(anna)
    answer = post(anna, f"mine/{one.id}/", **{"do": "answers", "said-hours": "many", "note-licence": "AL 12"})
    text = answer.content.decode()
    assert (answer.status_code, "Write a whole number." in text, "AL 12" in text) == (400, True, True)
    assert "One thing is to be mended. Nothing was saved yet." in text
    assert '<a href="#hours">' in text
    assert read.candidates(anna.id)[0].answers == {}


def test_an_answer_that_nobody_can_tick_is_refused(anna):
    one = write_down(anna)
    answer = post(anna, f"mine/{one.id}/", **{"do": "answers", "said-structure": "perhaps"})
    assert answer.status_code == 400
    assert read.candidates(anna.id)[0].answers == {}


def test_answers_for_another_kind_stay_when_the_kind_is_changed(anna):
    one = write_down(anna)
    post(anna, f"mine/{one.id}/", **{"do": "answers", "said-hours": "700"})
    post(anna, f"mine/{one.id}/", **(EVA | {"kind": "podiatrist"}))
    post(anna, f"mine/{one.id}/", **{"do": "answers", "said-home": "yes"})
    assert read.candidates(anna.id)[0].answers == {"hours": Answered("700"), "home": Answered("yes")}


def test_off_the_list_is_gone(anna, ben):
    one = write_down(anna)
    post(ben, f"mine/{one.id}/off")
    assert read.candidates(anna.id) == (one,)
    assert post(anna, f"mine/{one.id}/off").status_code == 302
    assert read.candidates(anna.id) == ()


def test_what_they_were_not_sure_of_was_asked_and_stays_in_the_table(anna):
    one, _ = write_down(anna), write_down(anna, name="Kim")
    post(anna, f"mine/{one.id}/", **{"do": "answers", "said-home": "unsure"})
    said = seen(page(anna, "compare/"))
    (home,) = [question.name for id_, question in every(Asking).items() if id_ == "home"]
    assert home not in said[said.index("Nobody told yet") :]
    assert "Eva Not sure" in said


def test_side_by_side_says_what_is_known_missing_and_a_warning_and_no_score(anna):
    one, two = write_down(anna), write_down(anna, name="Kim", state="", kind="podiatrist")
    post(anna, f"mine/{one.id}/", **{"do": "answers", "said-hours": "600", "said-promises": "yes"})
    post(anna, f"mine/{two.id}/", **{"do": "answers", "said-feet-a-month": "30", "note-cost": "80 dollars"})
    text = page(anna, "compare/")
    said = seen(text)
    hours = said[said.index("Hours of training") : said.index("Feet and calves")]
    assert "Eva 600 hours Warning sign. The state asks for 650 hours. Source:" in hours, hours
    assert "Kim not asked of a podiatrist" in hours
    assert "Eva not told" in said
    assert "Kim 30 a month" in said
    assert "They promised that it will go away." in said
    assert "80 dollars" in said
    assert "There is no score" in said
    nobody = said[said.index("Nobody told yet") :]
    assert "Board certificate" in nobody
    assert "Hours of training" not in nobody


def test_where_it_was_not_read_what_a_state_asks_for_that_is_said(anna):
    for name in ("Eva", "Kim"):
        one = write_down(anna, name=name, state="NY")
        post(anna, f"mine/{one.id}/", **{"do": "answers", "said-hours": "600"})
    assert "What the state asks for was not read here." in seen(page(anna, "compare/"))


def test_one_alone_is_not_compared(anna):
    write_down(anna)
    assert "Put two or more people on your list" in seen(page(anna, "compare/"))


@pytest.mark.parametrize("kind", list(every(Profession)))
def test_the_sheet_to_print_has_every_question_of_its_kind(anna, kind):
    said = seen(page(anna, "sheet/", kind=kind))
    for question in every(Asking).values():
        assert (question.asks in said) is (not question.of or kind in question.of)


def test_what_they_taught_goes_into_the_library_with_their_name(anna):
    anna.begin()
    one = write_down(anna, name='Eva "the hands" & Co')
    link = re.search(r'href="(/[^"]*/taught/\?by=[^"]*)"', page(anna, f"mine/{one.id}/"))[1]
    form = anna.client().get(unescape(link)).content.decode()
    assert 'name="by" dir="auto" maxlength="80" value="Eva &quot;the hands&quot; &amp; Co"' in form


def test_settings_lead_here(anna):
    assert f'href="/{anna.id}/professionals/"' in anna.client().get(f"/{anna.id}/settings/").content.decode()


def test_the_number_of_questions_to_the_database_does_not_grow_with_the_list(
    anna, django_assert_max_num_queries
):
    client = anna.client()
    for number in (1, 3):
        write_down(anna, name=f"Eva {number}")
        with django_assert_max_num_queries(25):
            client.get(f"/{anna.id}/professionals/")
