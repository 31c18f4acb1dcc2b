"""What people read can be read at about the age of twelve."""

import re

import pyphen

from firststep.knowledge import catalogue

SYLLABLES = pyphen.Pyphen(lang="en_US", left=1, right=1)
AGE_OF_GRADE_0 = 5.2  # years; a school grade is a year
ALL_TOGETHER, ONE_FILE, ONE_TEXT = 9.0, 12.5, 16.0  # years
LONG = 15  # words; below this a formula says little


def age(texts):
    """The reading age of some texts by the grade level of Flesch and Kincaid (1975), in years."""
    sentences = [one for text in texts for one in re.split(r"(?<=[.?:;])\s", text) if one.strip()]
    words = [word for sentence in sentences for word in re.findall(r"[A-Za-z']+", sentence)]
    syllables = sum(len(SYLLABLES.positions(word)) + 1 for word in words)
    grade = 0.39 * len(words) / len(sentences) + 11.8 * syllables / len(words) - 15.59
    return grade + AGE_OF_GRADE_0


def by_file():
    files = {}
    for id_, text in catalogue().items():
        files.setdefault(".".join(id_.split(".")[:2]), []).append(text)
    return files


def test_all_together():
    assert age(catalogue().values()) <= ALL_TOGETHER


def test_no_file_is_hard_to_read():
    told = {name: texts for name, texts in by_file().items() if len(" ".join(texts).split()) >= LONG}
    hard = {name: round(age(texts), 1) for name, texts in told.items() if age(texts) > ONE_FILE}
    names_only = ("sources.", "words.dates")  # titles of studies, names of months
    assert {name: years for name, years in hard.items() if not name.startswith(names_only)} == {}


def test_no_text_is_hard_to_read():
    long = {id_: text for id_, text in catalogue().items() if len(text.split()) >= LONG}
    hard = {
        id_: text for id_, text in long.items() if age([text]) > ONE_TEXT and not id_.startswith("sources.")
    }
    assert hard == {}


def test_the_catalogue_names_every_text_once_by_its_place():
    assert catalogue()["techniques.hands.name"] == "hands on the arch"
    assert catalogue()["words.safety.none"] == "None of these"
    assert "screening.blood-clot.why[0].says" in catalogue()
    assert len(catalogue()) > 1000


def test_the_formula_knows_easy_from_hard():
    assert age(["Sit. Roll the ball under the arch."]) < 9
    assert age(["Utilising appropriate instrumentation necessitates interdisciplinary collaboration."]) > 20
