"""Techniques that somebody taught: kept, compared, shown and taken along like any other."""

import json

import pytest
from tests.people import CLEAR, NOON, told

from firststep.actions.leave import delete_everything
from firststep.actions.take_along import bring_in, export_everything
from firststep.actions.teach import put_technique_away, teach
from firststep.actions.tell import tell
from firststep.care import none_of_it, standing
from firststep.errors import KnowledgeError, TrialError
from firststep.knowledge import Technique, library
from firststep.records import (
    Answer,
    Comparing,
    Doing,
    Foot,
    GoOn,
    Morning,
    Question,
    Screened,
    SetAside,
    Stopped,
    Why,
)
from firststep.store import read

pytestmark = pytest.mark.django_db

TEXT = 'taught_by = "Eva, physical therapist"\n' + library.source_text(Technique, "hands")


@pytest.fixture
def taught(anna):
    anna.begin()
    return teach(anna.id, TEXT, NOON, name="mine.toml")


def test_it_is_kept_compared_and_shown_as_theirs(anna, taught):
    anna.tell(Comparing(Question.WHICH, ("tennis-ball", taught.id)))
    anna.tell(Morning(5), Doing(frozenset([taught.id])))
    document = json.loads(anna.renew())
    shown = {one["id"]: one for one in document["techniques"]}
    assert shown[taught.id]["name"] == "hands on the arch"
    assert "Eva" in json.dumps(shown[taught.id])
    assert {line["technique"] for line in document["plan"]["days"]} <= {"tennis-ball", taught.id}
    assert list(standing(read.told(anna.id), Foot.RIGHT).own) == [taught.id]


def test_it_travels(anna, taught):
    anna.tell(Comparing(Question.WHICH, ("tennis-ball", taught.id)), Stopped(taught.id, Why.SHARP))
    content = export_everything(anna.id)
    delete_everything(anna.id)
    bring_in(content, NOON)
    assert export_everything(anna.id) == content


def test_it_travels_put_away_and_stays_put_away(anna, taught):
    anna.tell(Comparing(Question.WHICH, ("tennis-ball", taught.id)))
    put_technique_away(anna.id, taught, NOON)
    content = export_everything(anna.id)
    delete_everything(anna.id)
    bring_in(content, NOON)
    assert export_everything(anna.id) == content
    assert standing(read.told(anna.id), Foot.RIGHT).own[taught.id].retired


def test_a_changed_dose_puts_the_old_one_away_and_better_words_do_not(anna, taught):
    words = teach(
        anna.id, TEXT.replace("both thumbs, slowly", "both thumbs"), NOON, name="x", instead_of=taught
    )
    assert words.id == taught.id
    dose = teach(anna.id, TEXT.replace("seconds = 60", "seconds = 50", 1), NOON, name="x", instead_of=words)
    own = standing(read.told(anna.id), Foot.RIGHT).own
    assert {id_: one.retired for id_, one in own.items()} == {taught.id: True, dose.id: False}


def test_one_that_is_put_away_cannot_be_chosen(anna, taught):
    put_technique_away(anna.id, taught, NOON)
    with pytest.raises(TrialError, match="'hands on the arch' is no longer offered"):
        anna.tell(Comparing(Question.WHICH, ("tennis-ball", taught.id)))


def test_it_rests_on_every_foot_that_compares_it_and_the_page_stays_with_its_foot(anna, taught):
    for foot in Foot:
        tell(
            anna.id,
            [told(CLEAR, foot=foot), told(Comparing(Question.WHICH, ("hands", taught.id)), foot=foot)],
            NOON,
        )
    last = read.last_told(anna.id)[1]
    put_technique_away(anna.id, taught, NOON)
    aside = [event.foot for event in read.told(anna.id) if event.what == SetAside(taught.id)]
    assert sorted(aside) == sorted(Foot)
    assert read.last_told(anna.id)[1] is last


def test_it_rests_and_is_taken_up_again(anna, taught):
    anna.tell(Comparing(Question.WHICH, ("tennis-ball", "calf-stick", taught.id)))
    anna.tell(Morning(5), Stopped(taught.id, Why.NUMB))
    assert taught.id not in {line["technique"] for line in json.loads(anna.renew())["plan"]["days"]}
    anna.tell(GoOn(taught.id))
    anna.renew()


def test_a_wrong_one_is_refused(anna):
    anna.begin()
    with pytest.raises(KnowledgeError, match=r"mine.toml, line \d+: nobody knows the key 'nme'"):
        teach(anna.id, TEXT.replace("\nname =", "\nnme =", 1), NOON, name="mine.toml")


def test_the_safety_check_holds_for_it_too(anna, taught):
    answers = none_of_it() | {"skin-foot": Answer.YES}
    anna.tell(Screened(tuple(sorted(answers.items()))))
    with pytest.raises(TrialError, match="left out by the safety check"):
        anna.tell(Comparing(Question.WHICH, ("calf-stick", taught.id)))


def test_nobody_else_knows_it(anna, ben, taught):
    ben.begin()
    with pytest.raises(KnowledgeError, match="no technique"):
        ben.tell(Comparing(Question.WHICH, ("tennis-ball", taught.id)))
