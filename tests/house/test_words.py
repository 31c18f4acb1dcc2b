"""The words that people read: from one place, plain, and never more than is known."""

import re
from itertools import chain

import pytest
from tests.conftest import ROOT

from firststep.care import Cause, Reason
from firststep.care.teaching import DOES, LIKE, MOVES, STEP_DOES
from firststep.knowledge import FOLDERS, Family, Grade, Posture, catalogue, words
from firststep.records import Why
from firststep.reports.screen.document import blank
from firststep.trial.verdict.sentences import ENGLISH

WEB = ROOT / "src/firststep/web"
SOURCE = ROOT / "src/firststep"
HOUSE_WORDS = re.compile(r"\b(arms?|verdicts?|posteriors?|placebo|control group)\b", re.IGNORECASE)
OURS_ALONE = re.compile(r"\btrials?\b", re.IGNORECASE)  # a trial of others may be called one
HYPE = re.compile(
    r"\b(best ever|amazing|congratulations|well done|great job|streak|you (forgot|failed|missed))\b|!",
    re.IGNORECASE,
)
CLAIMS = re.compile(
    r"\b(treats?|treatment|cures?|heals?|healed|therapy|prescribes?|diagnos\w+|guaranteed?)\b", re.IGNORECASE
)
LONGEST_SENTENCE = 30  # words
LONGEST_KNOWN = 25  # words of a sentence in a file of knowledge


def texts(value):
    if isinstance(value, str):
        yield value
    else:
        for part in value.values() if hasattr(value, "values") else value:
            yield from texts(part)


SCREEN = [*texts(words())]
KNOWN = [(id_, text) for id_, text in catalogue().items() if not id_.startswith("words.")]


@pytest.mark.parametrize(
    "pattern",
    [HOUSE_WORDS, OURS_ALONE, HYPE, CLAIMS],
    ids=["house words", "trials of ours", "hype or guilt", "claims"],
)
def test_no_sentence_on_a_screen_says_more_than_it_should(pattern):
    assert [text for text in SCREEN if pattern.search(text)] == []


@pytest.mark.parametrize(
    "pattern", [HOUSE_WORDS, HYPE, CLAIMS], ids=["house words", "hype or guilt", "claims"]
)
def test_no_sentence_of_knowledge_says_more_than_it_should(pattern):
    assert {id_.partition(".")[0] for id_, _ in KNOWN} == set(FOLDERS.values())
    assert [(where, text) for where, text in KNOWN if pattern.search(text)] == []


def sentences(text):
    return re.split(r"(?<=[.?:;])\s", text)


def test_sentences_are_short():
    said = chain.from_iterable(map(sentences, SCREEN))
    assert [sentence for sentence in said if len(sentence.split()) > LONGEST_SENTENCE] == []
    known = [(where, sentence) for where, text in KNOWN for sentence in sentences(text)]
    assert [(where, said) for where, said in known if len(said.split()) > LONGEST_KNOWN] == []


@pytest.mark.parametrize("page", sorted(WEB.rglob("*.html")), ids=lambda path: path.name)
def test_a_template_has_no_words_of_its_own(page):
    bare = re.sub(r"{%.*?%}|{{.*?}}|<[^>]*>", " ", page.read_text(), flags=re.DOTALL)
    assert re.findall(r"[A-Za-z]{2,}", bare) == []


@pytest.mark.parametrize("module", sorted(WEB.rglob("*.js")), ids=lambda path: path.name)
def test_a_script_has_no_sentences_of_its_own(module):
    code = re.sub(r"//.*|/\*.*?\*/", "", module.read_text())
    sentences = re.findall(r"\"([A-Z][a-z]+ [a-z]+[^\"]*)\"", code)
    assert sentences == []


ON_SCREENS = blank()["words"]
WORDS_OF = {
    "today": "today",
    "so_far": "so_far",
    "compare": "compare",
    "picture": "so_far",
    "techniques": "compare",
    "safety": "safety",
    "resting": "resting",
    "measures": "measuring",
    "function_form": "measuring",
    "calendar": "history",
    "deleting": "history",
    "history": "history",
    "begin": "begin",
    "ankle/page": "ankle",
    "ankle/picture": "ankle",
    "ankle/taking": "ankle",
    "session/page": "player",
    "session/starting": "player",
    "session/stage": "player",
    "session/stopping": "player",
    "session/ending": "player",
    "session/before": "after",
    "session/feeling": "after",
    "session/timing": "player",
    "session/sound": "player",
    "plan": "today",
    "doing": "today",
    "morning": "today",
}
"""What `words` is in each script."""


def test_every_word_of_a_script_is_there():
    """A name that is asked for in `words` exists, so that no screen says 'undefined'."""
    for module in WEB.rglob("*.js"):
        asked = re.findall(rf"words\.({'|'.join(ON_SCREENS)})\.(\w+)", module.read_text())
        assert [(part, name) for part, name in asked if name not in ON_SCREENS[part]] == [], module.name
    for page, part in WORDS_OF.items():
        code = (WEB / f"static/firststep/{page}.js").read_text()
        asked = set(re.findall(r"(?<![.\w])words\.(\w+)", code)) - set(ON_SCREENS)
        assert asked - set(ON_SCREENS[part]) == set(), page


@pytest.mark.parametrize("page", sorted(WEB.rglob("*.html")), ids=lambda path: path.name)
def test_every_word_of_a_template_is_there(page):
    for part, name in re.findall(r"\bwords\.(\w+)\.(\w+)", page.read_text()):
        assert name in words()[part], (part, name)


ASKED_FOR_BY_VALUE = {
    *("left", "right", "guide", "helps_help", "which_help", "guide_help"),  # words[foot], words[question]
    *("untold", "nothing", "several", "other"),  # words[group], in the picture
    *("title", "text", "missing", "missing_text", "broken", "broken_text", "stale", "stale_text"),  # refusals
    *("new_code", "new_code_join"),
    "name",  # of a language, in the list of languages
    *("worst_title", "function_title", "told_worst", "told_function"),  # of a measure
    *("before", "after"),  # words[id], in the calendar
    *("told_knee-to-wall", "told_shin-angle", "knee-to-wall_about", "shin-angle_about"),  # of a measure
}


MADE_OF_PARTS = re.compile(
    r"\w+_(one|more)|(again|compared|better|view|facts|foot|offer|you_said|read|times|day|stage)_\w+"
    r"|(sit|stand|stop|hand|feel|felt|dry)_\w+|[a-z-]+_(lead|title)|(compared|view)_[a-z-]+"
    r"|(heels|look|language|units)_(label|help)|(heel|show)_(left|right)|sound_(voice|tones|silent)|state_(coming|waiting|reading|read|refused|kept|open|expired|revoked|locked)"
    r"|(wrong|usual|title|say|map)_\w+"
    r"|(timer_needs|shin_place)_(title|what)"
    r"|(not_now|sensor)_\w+|(cm|inches|degrees)_field|by_(sensor|typed)"
    r"|(known|differ|alike|cannot_tell|counts|few)_same"
    r"|(knee|shin)_(needs|time)(_\w+)?|(shin_place|lunge_stand)_(title|note)"
)
"""Keys that code puts together, as f"again_{reason}"."""


@pytest.mark.parametrize("section", list(words()))
def test_every_word_is_used(section):
    code = "\n".join(
        path.read_text() for kind in ("*.py", "*.js", "*.html") for path in sorted(SOURCE.rglob(kind))
    )
    flat = [key for key, value in words()[section].items() if isinstance(value, str)]
    unused = [key for key in flat if not re.search(rf"[\"'.]{key}\b", code)]
    put_together = [key for key in unused if MADE_OF_PARTS.fullmatch(key) or key in ASKED_FOR_BY_VALUE]
    assert [key for key in unused if key not in put_together] == []


def test_every_cause_and_kind_has_its_words():
    said = words()
    assert set(said["library"]["family"]) == set(Family)
    assert set(said["library"]["grade"]) == set(Grade)
    assert set(said["library"]["posture"]) == set(Posture)
    assert set(said["safety"]["resting"]) >= set(Why)
    assert set(said["teaching"]["moves"]) == set(MOVES)
    assert set(said["teaching"]["traits"]) == set(DOES)
    assert set(said["teaching"]["like"]) == set(LIKE)
    assert set(said["teaching"]["steps_do"]) == set(STEP_DOES)
    assert set(said["teaching"]["sits"]) == set(Posture)
    assert set(said["plan"]["rests"]) == set(Cause)
    assert {f"again_{reason}" for reason in Reason} < set(said["safety"])


def test_the_engine_speaks_plainly_too():
    assert [text for text in ENGLISH.values() if HOUSE_WORDS.search(text) or CLAIMS.search(text)] == []
