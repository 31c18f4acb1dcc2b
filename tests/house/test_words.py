"""The words that people read: from one place, plain, and never more than is known."""

import re

import pytest
from tests.conftest import ROOT

from firststep.knowledge import offered
from firststep.reports.screen import so_far, today
from firststep.reports.screen.wording import WORDS

WEB = ROOT / "src/firststep/web"
HOUSE_WORDS = re.compile(r"\b(trials?|arms?|verdicts?|posteriors?|placebo|control group)\b", re.IGNORECASE)
HYPE = re.compile(
    r"\b(best ever|amazing|congratulations|well done|great job|streak|you (forgot|failed|missed))\b|!",
    re.IGNORECASE,
)
CLAIMS = re.compile(
    r"\b(treats?|treatment|cures?|heals?|therapy|prescribes?|diagnos\w+|guaranteed?)\b", re.IGNORECASE
)
LONGEST_SENTENCE = 30  # words


def texts(value):
    if isinstance(value, str):
        yield value
    else:
        for part in value.values() if isinstance(value, dict) else value:
            yield from texts(part)


def constants(module):
    return [value for name, value in vars(module).items() if name.isupper() and isinstance(value, str)]


SCREEN = [
    *texts(WORDS),
    *constants(so_far),
    *constants(today),
    *(text for one in offered() for text in (one.name, one.needs, one.how)),
]


@pytest.mark.parametrize(
    "pattern", [HOUSE_WORDS, HYPE, CLAIMS], ids=["house words", "hype or guilt", "claims"]
)
def test_no_sentence_on_a_screen_says_more_than_it_should(pattern):
    assert [text for text in SCREEN if pattern.search(text)] == []


def test_sentences_are_short():
    sentences = [sentence for text in SCREEN for sentence in re.split(r"(?<=[.?])\s", text)]
    assert [sentence for sentence in sentences if len(sentence.split()) > LONGEST_SENTENCE] == []


@pytest.mark.parametrize("page", sorted(WEB.rglob("*.html")), ids=lambda path: path.name)
def test_a_template_has_no_words_of_its_own(page):
    bare = re.sub(r"{%.*?%}|{{.*?}}|<[^>]*>", " ", page.read_text(), flags=re.DOTALL)
    assert re.findall(r"[A-Za-z]{2,}", bare) == []


@pytest.mark.parametrize("module", sorted(WEB.rglob("*.js")), ids=lambda path: path.name)
def test_a_script_has_no_sentences_of_its_own(module):
    code = re.sub(r"//.*|/\*.*?\*/", "", module.read_text())
    sentences = re.findall(r"\"([A-Z][a-z]+ [a-z]+[^\"]*)\"", code)
    assert sentences == []


def test_every_word_of_a_script_is_there():
    """A name that is asked for in `words` exists, so that no screen says 'undefined'."""
    for module in WEB.rglob("*.js"):
        for part, name in re.findall(r"words\.(app|today|so_far|compare)\.(\w+)", module.read_text()):
            assert name in WORDS[part], (module.name, part, name)
    for page, part in (
        ("today", "today"),
        ("so_far", "so_far"),
        ("compare", "compare"),
        ("picture", "so_far"),
    ):
        code = (WEB / f"static/firststep/{page}.js").read_text()
        asked = set(re.findall(r"(?<![.\w])words\.(\w+)", code)) - set(WORDS)
        assert asked - set(WORDS[part]) == set(), page


ASKED_FOR_BY_VALUE = {
    *("left", "right", "guide", "helps_help", "which_help", "guide_help"),  # words[foot], words[question]
    *("untold", "nothing", "several", "other"),  # words[group], in the picture
    *("title", "text", "missing", "missing_text", "broken", "broken_text", "stale", "stale_text"),  # refusals
    *("new_code", "new_code_join"),
}


def test_every_word_is_used():
    code = "\n".join(
        path.read_text() for path in [*WEB.rglob("*.js"), *WEB.rglob("*.html"), *WEB.rglob("*.py")]
    )
    unused = [
        f"{part}.{name}"
        for part, words in WORDS.items()
        for name in words
        if not re.search(rf"\.{name}\b|\[\"{name}\"\]", code) and name not in ASKED_FOR_BY_VALUE
    ]
    assert unused == []


def test_the_engine_speaks_plainly_too():
    source = ROOT / "src/firststep/trial/verdict/words.py"
    sentences = re.findall(r'f?"([^"]*)"', source.read_text().partition("def choice")[2])
    assert sentences
    assert [text for text in sentences if HOUSE_WORDS.search(text) or CLAIMS.search(text)] == []
