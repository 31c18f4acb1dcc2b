"""Which language a page speaks, and that it says so."""

import json
import re

import pytest
from django.test import Client
from tests.people import NOON, TODAY, told

from firststep.actions.adjust import adjust
from firststep.actions.remind import new_calendar_secret
from firststep.errors import RecordError
from firststep.knowledge import language
from firststep.records import Comparing, Foot, Morning, Name, Question, Setting
from firststep.records.plain import as_plain
from firststep.store import read
from firststep.web.language import wanted

SPANISH = {"accept-language": "es-ES,es;q=0.9,en;q=0.8"}


def page(client, path, **headers):
    return client.get(path, headers={"accept": "text/html"} | headers)


def speaks(answer):
    return re.search(r'<html lang="([\w-]+)" dir="(\w+)"', answer.content.decode()).groups()


def choose(someone, code):
    adjust(someone.id, {Name.LANGUAGE: code}, NOON)


def document(someone, **headers):
    return json.loads(someone.client().get(f"/{someone.id}/document", headers=headers).content)


@pytest.mark.parametrize(
    ("header", "codes"),
    [
        ("", []),
        ("es", ["es"]),
        ("en;q=0.5, es", ["es", "en"]),
        ("fr-CH, fr;q=0.9, es;q=0.8, *;q=0.5", ["fr-CH", "fr", "es"]),
        ("es;q=0, en", ["en"]),
        ("es;q=much, en", ["en"]),
        (";;q=,,*" * 200, []),
    ],
)
def test_what_a_browser_asks_for_is_read_in_its_order(header, codes):
    assert wanted(header) == codes


def test_the_first_page_speaks_the_language_of_the_browser(db):
    answer = page(Client(), "/pair/", **SPANISH)
    assert speaks(answer) == ("es", "ltr")
    assert "¿Te duele el talón?" in answer.content.decode()
    assert speaks(page(Client(), "/pair/")) == ("en", "ltr")


def test_an_answer_says_its_language_and_on_what_it_depends(db):
    answer = page(Client(), "/pair/", **SPANISH)
    assert answer.headers["Content-Language"] == "es"
    assert "Accept-Language" in answer.headers["Vary"]


def test_after_an_answer_english_is_spoken_again(db):
    page(Client(), "/pair/", **SPANISH)
    assert language() == "en"


def test_a_refusal_speaks_the_language_of_the_browser_too(anna):
    answer = Client().get(f"/{anna.id}/document", headers={"accept": "application/json"} | SPANISH)
    assert "No puedes abrir esta página" in json.loads(answer.content)["error"]
    assert page(anna.client(), "/nowhere/", **SPANISH).headers["Content-Language"] == "es"


def test_what_a_person_chose_comes_before_what_the_browser_asks_for(anna):
    client = anna.client()
    client.post(f"/{anna.id}/settings/adjust", {"language": "es"})
    assert speaks(page(client, f"/{anna.id}/library/")) == ("es", "ltr")
    client.post(f"/{anna.id}/settings/adjust", {"language": "en"})
    assert speaks(page(client, f"/{anna.id}/library/", **SPANISH)) == ("en", "ltr")
    client.post(f"/{anna.id}/settings/adjust", {"language": ""})
    assert speaks(page(client, f"/{anna.id}/library/", **SPANISH)) == ("es", "ltr")


def test_what_one_person_chose_changes_nobody_elses_pages(anna, ben):
    choose(anna, "es")
    assert speaks(page(anna.client(), f"/{anna.id}/settings/"))[0] == "es"
    assert speaks(page(ben.client(), f"/{ben.id}/settings/"))[0] == "en"


def test_the_settings_offer_every_language_by_its_own_name(anna):
    said = page(anna.client(), f"/{anna.id}/settings/").content.decode()
    assert re.findall(r'<option value="(en|es)"[^>]*>(\w+)<', said) == [
        ("en", "English"),
        ("es", "Español"),
    ]


def test_a_language_that_nobody_speaks_cannot_be_chosen(anna):
    with pytest.raises(RecordError, match="choose one of: en, es"):
        adjust(anna.id, {Name.LANGUAGE: "tlh"}, NOON)
    assert anna.client().post(f"/{anna.id}/settings/adjust", {"language": "tlh"}).status_code == 400
    assert read.settings(anna.id)[Name.LANGUAGE] == ""


def test_choosing_a_language_is_about_no_foot(anna):
    adjust(anna.id, {Name.LANGUAGE: "es"}, NOON)
    assert read.last_told(anna.id)[1] is None
    anna.tell(Morning(4))
    adjust(anna.id, {Name.LANGUAGE: "en"}, NOON)
    assert read.last_told(anna.id)[1] is Foot.RIGHT


def test_the_reminders_speak_the_language_that_the_person_chose(anna):
    choose(anna, "es")
    adjust(anna.id, {Name.REMIND_AT: "06:30"}, NOON)
    feed = Client().get(f"/calendar/{new_calendar_secret(anna.id)}.ics")
    assert feed.headers["Content-Language"] == "es"


def test_the_kept_document_is_made_anew_in_the_language_that_is_asked_for(anna):
    anna.begin(question=Question.GUIDE, techniques=("tennis-ball",))
    anna.tell(Morning(4))
    title = [document(anna, **headers)["plan"]["days"][0]["title"] for headers in ({}, SPANISH, {}, {})]
    assert title == ["Tennis ball", "Pelota de tenis", "Tennis ball", "Tennis ball"]
    assert (document(anna)["language"], document(anna, **SPANISH)["language"]) == ("en", "es")


def test_telling_a_language_answers_in_it(anna):
    anna.begin(question=Question.GUIDE, techniques=("tennis-ball",))
    body = {"events": [as_plain(told(Setting(Name.LANGUAGE, "es")))]}
    answer = anna.client().post(f"/{anna.id}/tell", json.dumps(body), content_type="application/json")
    assert json.loads(answer.content)["document"]["language"] == "es"


def test_an_answer_of_last_month_is_said_in_the_language_of_today(anna):
    anna.begin(on=TODAY.replace(day=1))
    anna.live(14)
    anna.renew()
    anna.tell(Morning(9))
    english, spanish = ([one["words"] for one in document(anna, **h)["said"]] for h in ({}, SPANISH))
    assert len(english) == len(spanish) > 1
    assert all(re.search(r"the score is|Too early", words) for words in english)
    assert all(re.search(r"la puntuación es|Es pronto", words) for words in spanish)


def test_numbers_on_a_page_are_written_as_its_language_does(anna):
    anna.begin(on=TODAY.replace(day=1))
    anna.live(14)
    said = document(anna, **SPANISH)["so_far"]
    assert re.search(r"unos \d,\d \(\d,\d a \d,\d\)", said["level_words"])
    assert not re.search(r"\d\.\d", json.dumps([said["level_words"], said["choice"], said["felt"]]))


def test_what_cannot_be_taken_down_is_said_in_the_language_of_the_page(anna):
    event = told(Comparing(Question.WHICH, ("hands", "tennis-ball")))
    answer = anna.client().post(
        f"/{anna.id}/tell",
        json.dumps({"events": [as_plain(event)]}),
        content_type="application/json",
        headers=SPANISH,
    )
    said = "la comprobación de seguridad va antes que una comparación. Para arreglarlo: responde primero"
    assert json.loads(answer.content)["error"].startswith(said)


def test_the_export_is_the_same_in_every_language(anna):
    anna.begin()
    anna.live(12)
    english, spanish = (
        anna.client().get(f"/{anna.id}/export", headers=headers).content for headers in ({}, SPANISH)
    )
    assert english == spanish


def test_what_runs_from_right_to_left_says_so(made_up_languages, db):
    assert speaks(page(Client(), "/pair/", **{"accept-language": "ar-XB"})) == ("ar-XB", "rtl")
