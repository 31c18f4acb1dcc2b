"""Every shipped language: complete, well-formed, as plain and as careful as the English."""

import re
from string import Formatter

import msgspec
import pytest
from polib import pofile
from tests.conftest import ROOT

from firststep.care import every_text
from firststep.knowledge import ENGLISH, FOLDERS, Technique, every, languages, speaking
from firststep.knowledge.languages.po import entries, updated

FOLDER = ROOT / "src/firststep/knowledge/data/languages"
FILES = {code: pofile(str(FOLDER / f"{code}.po")) for code in languages() if code != ENGLISH}
LONGEST_SENTENCE = 30  # words

CLAIMS = {
    "es": r"\b(trata(n|r|mientos?)?|cura(n|r|s|tivo)?|sana(n|r)?|terapias?|terap[eé]utic\w+"
    r"|diagn[oó]stic\w*|garantiza\w*)\b"
}
HYPE = {
    "es": r"[!¡]|\b(incre[ií]ble|enhorabuena|felicidades|felicitaciones|bien hecho|racha"
    r"|olvidaste|fallaste|te perdiste)\b"
}
HOUSE_WORDS = {"es": r"\b(brazos?|veredictos?|placebo|grupo de control)\b"}

THE_SAME = {
    "words.finding.npi": "a name",
    "words.ankle.cm": "a unit",
    "words.app.name": "a name",
    "words.bringing.km": "a unit",
    "words.triggers.km": "a unit",
    "words.language.direction": "a code",
    "words.library.doi": "a code",
    "words.measures.cm": "a unit",
    "words.reminding.android": "a name",
    "words.safety.no": "the same word in Spanish",
    "words.visit.no": "the same word in Spanish",
    "screening.diabetes.asks": "the same word in Spanish",
}
"""Texts that may read as the English does, and why. So may what has no word but its blanks."""


def texts(entry):
    """(English, translation) of an entry, for one and for several where it has a count."""
    if not entry.msgid_plural:
        return [(entry.msgid, entry.msgstr)]
    return [
        (entry.msgid if form == 0 else entry.msgid_plural, text) for form, text in entry.msgstr_plural.items()
    ]


SAID = [
    (code, entry.msgctxt, english, text)
    for code, po in FILES.items()
    for entry in po
    for english, text in texts(entry)
]


def blanks(text):
    return sorted(name for _, name, _, _ in Formatter().parse(text) if name is not None)


def found(patterns):
    return [
        (code, id_, text) for code, id_, _, text in SAID if re.search(patterns[code], text, re.IGNORECASE)
    ]


def test_a_language_is_shipped():
    assert set(FILES) >= {"es"}


@pytest.mark.parametrize("code", FILES)
def test_the_file_is_up_to_date(code):
    text = (FOLDER / f"{code}.po").read_text(encoding="utf-8")
    assert updated(text, every_text(), code) == text, "run: make words"


@pytest.mark.parametrize("code", FILES)
def test_nothing_is_missing_and_nothing_is_fuzzy(code):
    asked = [entry.msgctxt for entry in entries(every_text())]
    assert [entry.msgctxt for entry in FILES[code]] == asked
    open_ = [e.msgctxt for e in FILES[code] if e.fuzzy or not all(text.strip() for _, text in texts(e))]
    assert open_ == [], "translate them in knowledge/data/languages; docs/how-to/translate.md says how"


@pytest.mark.parametrize("code", FILES)
def test_a_count_has_as_many_forms_as_the_language_says(code):
    forms = int(re.search(r"nplurals=(\d)", FILES[code].metadata["Plural-Forms"])[1])
    assert [e.msgctxt for e in FILES[code] if e.msgid_plural and len(e.msgstr_plural) != forms] == []


def test_a_translation_has_the_blanks_of_the_english():
    def of(id_, english):
        """A text for one may say its number in words, or as the blank that the text for several has."""
        several = every_text().get(f"{id_}_more")
        return [blanks(english), blanks(several)] if several else [blanks(english)]

    assert [(code, id_, text) for code, id_, en, text in SAID if blanks(text) not in of(id_, en)] == []


def test_nothing_is_left_in_english():
    same = {id_: en for _, id_, en, text in SAID if text == en and re.search(r"[A-Za-z]{2}", _bare(en))}
    assert set(same) - set(THE_SAME) == set()


def _bare(text):
    return re.sub(r"{\w+}", "", text)


@pytest.mark.parametrize(
    "patterns", [CLAIMS, HYPE, HOUSE_WORDS], ids=["claims", "hype or guilt", "house words"]
)
def test_a_translation_says_no_more_than_it_should(patterns):
    assert set(patterns) == set(FILES), "a new language needs patterns of its own"
    assert found(patterns) == []


def test_the_patterns_would_find_what_they_look_for():
    for text in ("Esto trata el dolor.", "El tratamiento", "te cura", "una terapia", "el diagnóstico"):
        assert re.search(CLAIMS["es"], text, re.IGNORECASE)
    assert not re.search(CLAIMS["es"], "un fisioterapeuta procura", re.IGNORECASE)


def test_sentences_are_short():
    said = [(id_, part) for _, id_, _, text in SAID for part in re.split(r"(?<=[.?:;])\s", text)]
    assert [(id_, part) for id_, part in said if len(part.split()) > LONGEST_SENTENCE] == []


@pytest.mark.parametrize("code", FILES)
@pytest.mark.parametrize("kind", FOLDERS, ids=lambda kind: FOLDERS[kind])
def test_a_translation_keeps_within_the_limits_of_its_field(code, kind):
    """What is spoken stays under ten seconds, a name fits into a sentence."""
    with speaking(code):
        told = list(every(kind).values())
    assert [msgspec.convert(msgspec.to_builtins(thing), kind) for thing in told] == told


@pytest.mark.parametrize("code", languages())
def test_a_name_can_stand_in_a_list(code):
    with speaking(code):
        names = [technique.name for technique in every(Technique).values()]
    assert [name for name in names if re.search("[,;.:]", name)] == []
    assert len(set(names)) == len(names)
