"""The library's pages, and how they are asked for."""

import re

import pytest
from tests.people import TODAY

from firststep.knowledge import OWN, every, offered
from firststep.knowledge.kinds.evidence import Saying, Source
from firststep.knowledge.kinds.screening import SafetyQuestion
from firststep.knowledge.library import DATA
from firststep.records import Answer, Doing, Morning, SafetyAnswer, Screened, Taught

FINE = {
    id_: Answer.YES if question.safe_if == "yes" else Answer.NO
    for id_, question in every(SafetyQuestion).items()
}


def screened(**answers) -> Screened:
    return Screened(
        tuple(sorted((FINE | {id_.replace("_", "-"): one for id_, one in answers.items()}).items()))
    )


def taught(by="Ms Example, physical therapist") -> Taught:
    """The tennis ball, as somebody teaches it."""
    text = (DATA / "techniques" / "tennis-ball.toml").read_text()
    return Taught(f'taught_by = "{by}"\n' + text.replace('name = "tennis ball"', 'name = "ball, my way"'))


def page(someone, path: str) -> str:
    answer = someone.client().get(f"/{someone.id}/library/{path}")
    assert answer.status_code == 200
    text = answer.content.decode()
    words = re.sub(r"<[^>]*>", " ", text)
    assert not re.search(r"\bNone(?! (is|was|of) )|\{\w*\}", words)  # no blank is left open
    return text


def test_all_that_is_offered_is_listed_with_what_it_needs(anna):
    text = page(anna, "")
    for one in offered():
        assert f"/library/{one.id}/" in text
        assert one.needs[1:].split("'")[0] in text


@pytest.mark.parametrize("id_", [one.id for one in offered()])
def test_every_technique_has_a_page_in_full(anna, id_):
    text = page(anna, f"{id_}/")
    for title in (
        "What you need",
        "Step by step",
        "How hard",
        "How often",
        "Stop for",
        "Not with",
        "What is known",
    ):
        assert f">{title}<" in text
    assert "Reviewed by: nobody yet" in text


def test_what_is_said_stands_in_order_with_all_that_was_read(anna):
    text = page(anna, "said/")
    places = [text.index(f'id="{saying.id}"') for saying in every(Saying).values()]
    assert places == sorted(places)
    read = ("Read in full. ", "Only the summary was read. ", "Only a part was read. ")
    assert sum(text.count(words) for words in read) == len(every(Source))


@pytest.mark.parametrize("id_", ["no-such-thing", "own:00000000-0000-4000-8000-000000000000", "%3Cb%3E"])
def test_an_unknown_id_is_no_page(anna, id_):
    answer = anna.client().get(f"/{anna.id}/library/{id_}/")
    assert answer.status_code == 404
    assert "There is no such page" in answer.content.decode()


def test_what_somebody_was_taught_comes_first_and_says_by_whom_and_is_theirs_only(anna, ben):
    anna.tell(taught())
    text = page(anna, "")
    assert text.index("Taught to you") < text.index("Sole of the foot")
    assert "Taught by Ms Example, physical therapist." in text
    id_ = re.search(rf"/library/({OWN}[0-9a-f-]+)/", text)[1]
    mine = page(anna, f"{id_}/")
    assert "Ball, my way" in mine
    assert "Said by Firststep itself" not in mine.partition("How to sit")[2]  # whoever taught it says so
    assert "ball, my way" not in page(ben, "").lower()
    assert ben.client().get(f"/{ben.id}/library/{id_}/").status_code == 404


def test_what_a_therapist_wrote_cannot_break_out_of_a_page(anna):
    anna.tell(taught(by="<script>alert(1)</script>"))
    text = page(anna, "")
    assert "<script>alert" not in text
    assert "&lt;script&gt;alert" in text


def test_what_the_check_leaves_out_says_so(anna):
    assert "leaves it out for you" not in page(anna, "frozen-bottle/")
    anna.tell(screened(diabetes=Answer.YES, diabetes_feeling=Answer.UNSURE))
    assert "leaves it out for you" in page(anna, "frozen-bottle/")
    assert "leaves it out for you" not in page(anna, "calf-hands/")
    assert page(anna, "").count("Left out by your safety check.") > 5


@pytest.mark.parametrize("check", [screened(night_pain=Answer.YES), SafetyAnswer(clear=False)])
def test_where_somebody_has_to_look_first_every_page_says_so(anna, check):
    anna.tell(check)
    for path in ("", "hands/"):
        text = page(anna, path)
        assert text.count("see a professional before you do any of this") == 1
        assert "eaves it out for you" not in text


@pytest.mark.parametrize("days", [1, 40])
def test_the_library_asks_the_database_as_little_however_long_the_diary(
    anna, days, django_assert_num_queries
):
    anna.begin()
    for _ in range(days):
        anna.tell(Morning(3), Doing(frozenset(["hands"])), on=TODAY)
    client = anna.client()
    for path, count in (("", 3), ("hands/", 3), ("said/", 2)):  # one of them is for what was set
        with django_assert_num_queries(count):
            client.get(f"/{anna.id}/library/{path}")


PLAY = ">Do it now, step by step<"


def script(someone, id_, foot="right"):
    return someone.client().get(f"/{someone.id}/session/script?do={id_}&foot={foot}")


def test_a_technique_can_be_played_from_its_page_where_nothing_stands_against_it(anna):
    assert PLAY not in page(anna, "calf-stick/")  # nobody has answered the check
    assert script(anna, "calf-stick").json() is None
    anna.tell(screened())
    assert PLAY in page(anna, "calf-stick/")
    played = script(anna, "calf-stick").json()
    assert (played["technique"], played["feet"]) == ("calf-stick", "right")
    assert script(anna, "calf-stick", "left").json() is None  # the check is of one heel


def test_what_the_check_leaves_out_is_not_played(anna):
    anna.tell(screened(painful_veins=Answer.YES))
    assert PLAY not in page(anna, "calf-stick/")
    assert script(anna, "calf-stick").json() is None
    assert script(anna, "tennis-ball").json()["technique"] == "tennis-ball"


def test_nothing_is_played_before_somebody_has_looked(anna):
    anna.tell(screened(blood_clot=Answer.YES))
    assert PLAY not in page(anna, "tennis-ball/")
    assert script(anna, "tennis-ball").json() is None


def test_what_nobody_knows_has_no_script(anna):
    anna.tell(screened())
    assert script(anna, "no-such-thing").json() is None
    assert script(anna, "../../etc").json() is None


def test_what_somebody_taught_is_played_too(anna):
    anna.tell(screened(), taught())
    id_ = re.search(rf"/library/({OWN}[0-9a-f-]+)/", page(anna, ""))[1]
    assert script(anna, id_).json()["name"] == "ball, my way"
