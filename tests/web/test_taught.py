"""The form for what somebody was taught: shown, mended, saved, changed, put away."""

import json
import re
from html.parser import HTMLParser

import pytest
from tests.people import NOON
from tests.web.test_library import screened

from firststep.care import standing
from firststep.knowledge import traits
from firststep.records import Answer, Comparing, Foot, GoOn, Morning, Name, Question, SetAside, Setting
from firststep.store import read

LEAST = {
    "by": "Eva, physical therapist",
    "name": "cork under the arch",
    "tools": ["tool"],
    "needs": "a wine cork",
    "does-0": "stroke",
    "stroke-0": "arch-middle",
    "minutes-0": "4",
    "posture": "seated",
    "ceiling": "4",
    "times": "2",
    "every": "1",
}


class Form(HTMLParser):
    """The fields of a page's form, as a browser would send them."""

    def __init__(self, text):
        super().__init__()
        self.fields, self.select, self.within, self.area = {}, None, False, None
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        told = dict(attrs)
        if tag == "form":
            self.within = told.get("id") == "taught"
        if tag == "template":
            self.within = False
        if not self.within:
            return
        if tag == "input" and (told.get("type") not in ("checkbox", "radio") or "checked" in told):
            self.fields.setdefault(told["name"], []).append(told.get("value", ""))
        if tag == "select":
            self.select = told["name"]
        if tag == "option" and "selected" in told:
            self.fields[self.select] = [told["value"]]
        self.area = told["name"] if tag == "textarea" else None

    def handle_data(self, data):
        if self.area and self.within:
            self.fields[self.area] = [data]

    def handle_endtag(self, tag):
        if tag == "textarea":
            self.area = None


@pytest.fixture
def begun(anna):
    anna.begin()
    return anna


def post(someone, path="", **fields):
    return someone.client().post(f"/{someone.id}/taught/{path}", fields)


def fields_of(someone, path=""):
    answer = someone.client().get(f"/{someone.id}/taught/{path}")
    assert answer.status_code == 200
    return Form(answer.content.decode()).fields


def own(someone):
    return standing(read.told(someone.id), Foot.RIGHT).own


def saved(someone, **changes):
    """The technique that came of the least."""
    answer = post(someone, **(LEAST | changes))
    assert answer.status_code == 302
    return own(someone)[re.search("own:[0-9a-f-]+", answer.headers["Location"])[0]]


def test_what_is_written_down_is_in_the_library_labelled_as_theirs(begun):
    mine = saved(begun)
    page = begun.client().get(f"/{begun.id}/library/{mine.id}/?saved=yes").content.decode()
    assert "Taught by Eva, physical therapist." in page
    assert "Saved. You can choose it" in page
    assert "Nobody here has looked for studies of it." in page
    assert "Sharp pain, or pain above 4 of 10." in page  # always added


def test_what_a_page_shows_and_sends_back_is_the_same_technique(begun):
    mine = saved(
        begun,
        stop="A prick\nA cramp",
        **{
            "does-1": "hold",
            "stroke-1": "arch-spots",
            "seconds-1": "20",
            "times-1": "2",
            "cue-1": "loose & <b>",
        },
    )
    sent = fields_of(begun, f"{mine.id}/")
    answer = post(begun, f"{mine.id}/", **sent)
    assert answer.status_code == 302
    assert own(begun) == {mine.id: mine}


def test_starting_from_a_technique_of_the_library(begun):
    sent = fields_of(begun, "?from=frozen-bottle")
    assert (sent["start"], sent["by"], sent["name"]) == (["frozen-bottle"], [""], [""])
    post(begun, **(sent | {"by": "Eva", "name": "bottle, my way"}))
    (mine,) = own(begun).values()
    assert "cold" in traits(mine)
    assert len(mine.phases) == 6


def test_an_unknown_start_is_an_empty_form(begun):
    assert fields_of(begun, "?from=nothing")["by"] == [""]


def test_what_is_missing_is_said_and_what_was_typed_stands_there(begun):
    answer = post(begun, **(LEAST | {"by": "", "minutes-0": "four"}))
    page = answer.content.decode()
    assert answer.status_code == 400
    assert page.count("Write who taught it.") == 2  # above, and beside its field
    assert "2 things are to be mended" in page
    again = Form(page).fields
    assert {name: again[name] for name in ("name", "needs", "minutes-0", "stroke-0")} == {
        "name": ["cork under the arch"],
        "needs": ["a wine cork"],
        "minutes-0": ["four"],
        "stroke-0": ["arch-middle"],
    }
    assert own(begun) == {}


def test_a_step_more_and_a_step_less_without_a_script(begun):
    more = Form(post(begun, **(LEAST | {"do": "add"})).content.decode()).fields
    assert (more["does-1"], more["minutes-0"]) == (["stroke"], ["4"])
    less = Form(post(begun, **(more | {"do": "remove-0"})).content.decode()).fields
    assert "does-1" not in less
    assert less["minutes-0"] == [""]
    assert own(begun) == {}


def test_another_dose_is_said_before_it_becomes_another_technique(begun):
    mine = saved(begun)
    changed = LEAST | {"minutes-0": "5"}
    asked = post(begun, f"{mine.id}/", **changed)
    assert asked.status_code == 200
    assert "it is another technique" in asked.content.decode()
    assert list(own(begun)) == [mine.id]
    assert post(begun, f"{mine.id}/", **(changed | {"do": "new"})).status_code == 302
    old, new = own(begun).values()
    assert (old.id, old.retired, new.retired) == (mine.id, True, False)


def test_better_words_are_saved_at_once(begun):
    mine = saved(begun)
    assert post(begun, f"{mine.id}/", **(LEAST | {"how": "Roll it slowly."})).status_code == 302
    assert own(begun)[mine.id].how == "Roll it slowly."


def test_put_away_it_is_offered_no_more_and_rests_where_it_is_compared(begun):
    mine = saved(begun)
    begun.tell(Comparing(Question.WHICH, ("tennis-ball", mine.id)), Morning(5))
    assert post(begun, f"{mine.id}/away").status_code == 302
    told = [event.what for event in read.told(begun.id)]
    assert SetAside(mine.id) in told
    document = json.loads(begun.renew())
    assert {line["technique"] for line in document["plan"]["days"]} == {"tennis-ball"}
    assert next(one for one in document["techniques"] if one["id"] == mine.id)["retired"]
    assert "Put away" in begun.client().get(f"/{begun.id}/library/").content.decode()
    page = begun.client().get(f"/{begun.id}/library/{mine.id}/").content.decode()
    assert "Offer it again" in page
    post(begun, f"{mine.id}/out")
    assert GoOn(mine.id) in [event.what for event in read.told(begun.id)]
    assert not own(begun)[mine.id].retired


def test_nothing_put_away_is_suggested(begun):
    mine = saved(begun, tools=["hands"])
    begun.tell(Setting(Name.TOOLS, "tennis-ball"))
    assert mine.id in json.loads(begun.renew())["suggested"]
    post(begun, f"{mine.id}/away")
    assert mine.id not in json.loads(begun.renew())["suggested"]


def test_writing_it_down_moves_nobody_to_another_day_or_heel(anna):
    anna.tell(Morning(5))
    zone, foot = read.zone(anna.id), read.last_told(anna.id)[1]
    mine = saved(anna)
    post(anna, f"{mine.id}/away")
    assert read.zone(anna.id).utcoffset(NOON) == zone.utcoffset(NOON)
    assert read.last_told(anna.id)[1] is foot


def test_before_a_heel_is_chosen_it_leads_there_and_keeps_what_was_typed(anna):
    assert "Choose a heel" in anna.client().get(f"/{anna.id}/taught/").content.decode()
    answer = post(anna, **LEAST)
    assert answer.status_code == 400
    assert "Choose a heel" in answer.content.decode()
    assert Form(answer.content.decode()).fields["name"] == ["cork under the arch"]
    assert read.told(anna.id) == []


def test_the_safety_check_leaves_it_out_as_it_would_any_other(begun):
    mine = saved(begun)
    begun.tell(screened(bleeding=Answer.YES))
    page = begun.client().get(f"/{begun.id}/library/{mine.id}/").content.decode()
    assert "leaves it out for you" in page


def test_nobody_else_can_open_change_or_put_it_away(begun, ben):
    mine = saved(begun)
    ben.begin()
    assert ben.client().get(f"/{ben.id}/taught/{mine.id}/").status_code == 404
    assert post(ben, f"{mine.id}/", **LEAST).status_code == 404
    assert post(ben, f"{mine.id}/away").status_code == 404
    assert own(ben) == {}


def test_what_is_typed_cannot_break_out_of_the_page(begun):
    evil = '"><script>alert(1)</script>'
    page = post(
        begun, **(LEAST | {"by": evil, "minutes-0": evil, "stop": f"</textarea>{evil}"})
    ).content.decode()
    assert "<script>alert" not in page
    assert Form(page).fields["by"] == [evil]


def test_the_blank_page_has_the_same_fields(anna):
    page = anna.client().get(f"/{anna.id}/taught/paper/").content.decode()
    for words in (
        "Shown by (name and profession)",
        "Cold, as from the freezer",
        "It presses on the heel itself",
    ):
        assert words in page
