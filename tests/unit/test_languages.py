"""Languages: what is spoken, by whom, and what stands in where a translation is missing."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from polib import pofile
from tests.conftest import ROOT, START
from tests.languages import ACCENTED, forget, use_only

from firststep.care import analyse, every_text, says_of, spoken
from firststep.care.measures import change
from firststep.care.sessions import script
from firststep.cli.language import language_of
from firststep.errors import KnowledgeError
from firststep.intake import read_diary
from firststep.knowledge import (
    ENGLISH,
    Measure,
    SafetyQuestion,
    Technique,
    best_of,
    called,
    counted,
    every,
    language,
    languages,
    numeral,
    one,
    phrase,
    speaking,
    technique,
    turn_to,
    words,
)
from firststep.knowledge.languages.po import updated
from firststep.knowledge.languages.translations import read_translations
from firststep.reports.content import signed
from firststep.reports.data import person_as_data
from firststep.reports.screen.document import version
from firststep.trial import Estimate, Trial

MADE_UP = ROOT / "docs" / "tutorials" / "made-up-diary.csv"
NO_BREAK = "\u00a0"
HEAD = """msgid ""
msgstr ""
"Language: xx\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"Plural-Forms: nplurals=3; plural=(n==1 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2);\\n"

"""


@pytest.fixture
def speaks(tmp_path, monkeypatch):
    """Makes a language, xx, of these entries the only one besides English."""

    def of(entries):
        (tmp_path / "xx.po").write_text(HEAD + entries, encoding="utf-8")
        use_only(tmp_path, monkeypatch)

    yield of
    monkeypatch.undo()
    forget()


def test_english_is_spoken_unless_somebody_asks():
    assert (language(), technique("hands").name) == (ENGLISH, "hands on the arch")


def test_everything_that_is_known_speaks_the_language_of_the_moment():
    with speaking("es"):
        assert technique("tennis-ball").name == called("tennis-ball") == "pelota de tenis"
        assert one(SafetyQuestion, "fall").why[0].says == "Puede haber un hueso roto."
        assert words()["safety"]["whom"]["doctor"] == "Pregunta a un médico."
        assert phrase("today", "told", pain=4) == "Primeros pasos de hoy: 4"
    assert technique("tennis-ball").name == "tennis ball"


def test_a_translation_changes_words_and_nothing_else():
    with speaking("es"):
        spanish = dict(every(Technique))
    for id_, english in every(Technique).items():
        one_, other = spanish[id_], english
        assert (one_.id, one_.dose.a_day, one_.traits) == (other.id, other.dose.a_day, other.traits)
        assert [phase.seconds for phase in one_.phases] == [phase.seconds for phase in other.phases]


def test_threads_that_speak_at_the_same_time_never_mix():
    """Each waits until the other speaks its own language too."""
    both = Barrier(2)

    def speak(code):
        with speaking(code):
            both.wait(10)
            name = technique("tennis-ball").name
            both.wait(10)
            return name, language()

    with ThreadPoolExecutor(2) as pool:
        assert list(pool.map(speak, ("es", ENGLISH))) == [("pelota de tenis", "es"), ("tennis ball", ENGLISH)]


def test_a_thread_begun_while_another_language_is_spoken_speaks_english():
    with speaking("es"), ThreadPoolExecutor(1) as pool:
        assert pool.submit(language).result() == ENGLISH


def test_a_turn_lasts_as_long_as_what_is_around_it():
    with speaking(ENGLISH):
        turn_to("es")
        assert language() == "es"
    assert language() == ENGLISH


def test_a_language_that_nobody_speaks_is_refused():
    with pytest.raises(KnowledgeError, match=r"does not speak 'tlh'.*use one of: en, es"), speaking("tlh"):
        pass


# --- what stands in ------------------------------------------------------------------------


def test_a_translation_counts_only_for_the_english_that_it_was_made_of(speaks):
    speaks(
        'msgctxt "words.safety.yes"\nmsgid "Yes"\nmsgstr "Xi"\n\n'
        'msgctxt "words.safety.no"\nmsgid "Nope"\nmsgstr "Xo"\n\n'
        '#, fuzzy\nmsgctxt "words.safety.next"\nmsgid "Go on"\nmsgstr "Xu"\n\n'
        'msgctxt "words.safety.back"\nmsgid "Back"\nmsgstr ""\n'
    )
    with speaking("xx"):
        said = words()["safety"]
        assert (said["yes"], said["no"], said["next"], said["back"]) == ("Xi", "No", "Go on", "Back")


def test_a_count_follows_the_rule_of_its_language(speaks):
    speaks(
        'msgctxt "words.so_far.day"\nmsgid "1 day"\nmsgid_plural "{days} days"\n'
        'msgstr[0] "{days} den"\nmsgstr[1] "{days} dny"\nmsgstr[2] "{days} dni"\n'
    )
    with speaking("xx"):
        told = [counted("so_far", "day", days, days=days) for days in (1, 3, 5, 22)]
        assert told == ["1 den", "3 dny", "5 dni", "22 dny"]
    assert [counted("so_far", "day", days, days=days) for days in (1, 3)] == ["1 day", "3 days"]


def test_a_fraction_counts_as_several():
    with speaking("es"):
        words_ = [change(one(Measure, "worst-pain"), 5, after).words for after in (4, 3.5)]
    assert ["1 punto menos" in words_[0], "1,5 puntos menos" in words_[1]] == [True, True]


def test_what_is_no_file_of_translations_is_refused_with_its_name():
    with pytest.raises(KnowledgeError, match=r"languages/xx\.po: this is no file of translations"):
        read_translations("languages/xx.po", 'msgid "One"\nnonsense\n')


# --- numbers ---------------------------------------------------------------------------------


def test_numbers_are_written_as_the_language_writes_them():
    estimate = Estimate(mean=-0.84, sd=0.1, low=-1.5, high=0.04)
    assert (numeral("1,000"), numeral("95%"), signed(estimate)) == ("1,000", "95%", "-0.8 (-1.5 to 0.0)")
    with speaking("es"):
        assert (numeral("1,000"), numeral("95%")) == ("1.000", f"95{NO_BREAK}%")
        assert signed(estimate) == "-0,8 (-1,5 a 0,0)"


# --- the engine -------------------------------------------------------------------------------


def test_the_engines_answer_is_said_in_any_language_by_any_names():
    found = analyse(read_diary(MADE_UP))
    assert spoken(found.choice.says) == found.choice.words
    assert spoken(found.helps.says) == found.helps.words
    with speaking("es"):
        said = spoken(found.choice.says, {"tennis-ball": "pelota de tenis"})
        assert said.startswith("«pelota de tenis» queda por delante de las demás juntas")
        assert "la puntuación es 0,9 puntos menor (1,7 menor a 0,2 menor)." in said
        assert found.choice.words.startswith("tennis-ball comes out ahead")


def test_an_answer_that_was_kept_is_said_again_as_it_was():
    diary = read_diary(MADE_UP)
    found = analyse(diary)
    kept = person_as_data(diary, found)
    assert spoken(says_of(kept["choice"]["says"])) == found.choice.words


def test_every_sentence_of_the_engine_can_be_translated():
    assert every_text()["engine.cannot_tell"] == "Whether any of these helps cannot be told yet."
    early = Trial(["a", "b"], seed=1)
    early.record(pain=4, on=START)
    with speaking("es"):
        assert spoken(early.findings().choice.says).startswith("Es pronto para decirlo: 1 mañana con")


# --- what hangs on a language ---------------------------------------------------------------------


@pytest.mark.parametrize("id_", every(Technique))
def test_a_session_stops_for_as_much_in_every_language(id_):
    english = script(technique(id_), "left")
    with speaking("es"):
        spanish = script(technique(id_), "left")
    assert len(spanish.stop) == len(english.stop)
    assert [step.seconds for step in spanish.steps] == [step.seconds for step in english.steps]


def test_a_document_in_another_language_is_another_version():
    with speaking("es"):
        spanish = version()
    assert spanish != version()
    assert len(spanish) <= 60


# --- which one ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("wanted", "spoken_"),
    [
        (["es"], "es"),
        (["es-MX", "en"], "es"),
        (["fr", "es", "en"], "es"),
        (["EN-gb", "es"], ENGLISH),
        (["fr"], ENGLISH),
        (["C.UTF-8"], ENGLISH),
        (["e", "", "-", "est"], ENGLISH),
        ([], ENGLISH),
    ],
)
def test_the_first_wanted_language_that_is_spoken_is_taken(wanted, spoken_):
    assert best_of(wanted) == spoken_


@pytest.mark.parametrize(
    ("environment", "spoken_"),
    [
        ({}, ENGLISH),
        ({"LANG": "es_AR.UTF-8"}, "es"),
        ({"LANG": "es_ES.UTF-8", "LC_ALL": "C"}, ENGLISH),
        ({"LANG": "C", "LC_MESSAGES": "es_ES@euro"}, "es"),
        ({"LANG": "es_ES.UTF-8", "FIRSTSTEP_LANGUAGE": "en"}, ENGLISH),
        ({"LANG": "C.UTF-8", "FIRSTSTEP_LANGUAGE": "es"}, "es"),
        ({"LANG": "de_DE.UTF-8"}, ENGLISH),
    ],
)
def test_the_command_speaks_as_the_terminal_or_as_it_is_told(environment, spoken_):
    assert language_of(environment) == spoken_


def test_a_language_that_the_command_is_told_and_does_not_speak_is_refused():
    with pytest.raises(KnowledgeError, match="FIRSTSTEP_LANGUAGE"):
        language_of({"FIRSTSTEP_LANGUAGE": "tlh"})


# --- the file ------------------------------------------------------------------------------------------

MESSAGES = {"words.a": "One", "words.n_one": "{n} day", "words.n_more": "{n} days"}


def translated(text, **said):
    po = pofile(text)
    for entry in po:
        if entry.msgid_plural:
            entry.msgstr_plural = {0: "{n} día", 1: "{n} días"}
        else:
            entry.msgstr = said.get(entry.msgctxt.partition(".")[2], "x")
    return str(po)


def test_a_new_file_has_an_entry_for_every_message_and_one_for_both_of_a_count():
    po = pofile(updated("", MESSAGES, "xx"))
    assert po.metadata["Language"] == "xx"
    assert [(entry.msgctxt, entry.msgid, entry.msgid_plural) for entry in po] == [
        ("words.a", "One", ""),
        ("words.n", "{n} day", "{n} days"),
    ]


def test_bringing_it_up_to_date_keeps_drops_and_marks():
    had = translated(updated("", MESSAGES, "xx"), a="Uno")
    po = pofile(updated(had, {"words.b": "Two"} | MESSAGES, "xx"))
    assert [(e.msgctxt, e.msgstr, e.fuzzy) for e in po] == [
        ("words.b", "", False),
        ("words.a", "Uno", False),
        ("words.n", "", False),
    ]
    assert po[2].msgstr_plural == {0: "{n} día", 1: "{n} días"}
    (changed,) = pofile(updated(had, {"words.a": "Only one"}, "xx"))
    assert (changed.msgstr, changed.fuzzy, changed.previous_msgid) == ("Uno", True, "One")


def test_what_became_fuzzy_stays_so_until_somebody_looks():
    had = updated(translated(updated("", MESSAGES, "xx"), a="Uno"), {"words.a": "Only one"}, "xx")
    (again,) = pofile(updated(had, {"words.a": "Only one"}, "xx"))
    assert (again.fuzzy, again.previous_msgid) == (True, "One")
    (further,) = pofile(updated(had, {"words.a": "Just one"}, "xx"))
    assert (further.fuzzy, further.previous_msgid) == (True, "One")


def test_up_to_date_is_up_to_date():
    once = updated(translated(updated("", MESSAGES, "xx")), MESSAGES, "xx")
    assert updated(once, MESSAGES, "xx") == once


def test_the_made_up_language_shows_what_is_not_from_the_catalogue(made_up_languages):
    assert ACCENTED in languages()
    with speaking(ACCENTED):
        assert phrase("today", "told", pain=4) == "[Fíŕšť šťépš ťóďáý: 4··········]"
