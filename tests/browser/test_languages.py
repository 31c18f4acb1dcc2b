"""Pages in languages made of English: one longer, with accents; one from right to left."""

import re
from datetime import timedelta

import pytest
from playwright.sync_api import expect
from tests.browser.conftest import WIDE, answer_cards, look
from tests.languages import ACCENTED, MIRRORED
from tests.people import TODAY, arrive

from firststep.actions.note import note
from firststep.actions.pair import codes_at_start, make_code
from firststep.actions.teach import teach
from firststep.knowledge import Source, Technique, every, library
from firststep.records import Morning
from firststep.records.triggers import ShoeKind, Shoes
from firststep.web import urls

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("made_up_languages")]

NARROW = {"width": 320, "height": 640}
OPENED = "document.querySelectorAll('details').forEach((one) => (one.open = true))"
SEEN = """() => {
  const told = [];
  const skip = "bdi, .code, [lang]:not(html), script, noscript, textarea";
  const walk = document.createTreeWalker(document, NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) {
    if (!walk.currentNode.parentElement?.closest(skip)) told.push(walk.currentNode.data);
  }
  for (const one of document.querySelectorAll("[aria-label], [title], [placeholder], [alt]")) {
    for (const name of ["aria-label", "title", "placeholder", "alt"]) told.push(one.getAttribute(name) ?? "");
  }
  return told;
}"""
"""Every text of a page, but names, codes, what was typed, and what says itself which language it is in."""

CITED = " ".join(
    f"{one.authors} {one.where} {one.title} {one.doi} {one.pmcid}" for one in every(Source).values()
)
DAYS = "Sunday Monday Tuesday Wednesday Thursday Friday Saturday Sun Mon Tue Wed Thu Fri Sat"
DATES = f"{DAYS} October November Oct Nov"
KEPT = set(re.findall(r"[A-Za-z]{3,}", f"{CITED} {DATES} Anna Chrome Linux Firststep delete FMA browser"))
"""What is no word of ours: who wrote a source, where; days, as a browser has them; names."""


def english(page):
    """The words of a page that did not come from the catalogue: they have no accent."""
    words = {word for text in page.evaluate(SEEN) for word in re.findall(r"[^\W\d_]{3,}", text)}
    return sorted(word for word in words if re.fullmatch("[A-Za-z]+", word) and word not in KEPT)


def check(page):
    """All of it is from the catalogue; nothing is wider than the screen; axe finds nothing."""
    page.get_by_role("heading", level=1).wait_for()
    look(page)
    page.evaluate(OPENED)
    assert english(page) == []
    assert page.evaluate(WIDE) == []


def open_diary(page, someone, clock):
    """Pair this browser with somebody who keeps a diary."""
    page.goto(f"/pair/?code={make_code(someone.id, clock.now)}")
    page.locator("main form button").click()
    page.get_by_role("heading", level=1).wait_for()
    page.wait_for_url("**/today/")


@pytest.fixture
def someone(clock):
    """Somebody who has kept a diary for a fortnight, and told of this morning."""
    anna = arrive("Anna")
    anna.begin(on=TODAY - timedelta(days=14))
    anna.live(14, until=TODAY - timedelta(days=1))
    anna.renew(clock.now)
    return anna


@pytest.mark.parametrize("locale", [ACCENTED, MIRRORED])
def test_the_first_visit(phones, clock, locale):
    page = phones.new(locale=locale, viewport=NARROW)
    ((_, code),) = codes_at_start(clock.now)
    seen = check if locale == ACCENTED else look
    page.goto("/")
    seen(page)
    page.locator("#code").fill("0000-0000")
    page.locator("main form button").click()
    page.get_by_role("alert").wait_for()
    seen(page)
    page.locator("#code").fill(code)
    page.locator("main form button").click()
    seen(page)
    page.locator("#name").fill("Anna")
    page.locator("form.card button").first.click()
    page.locator("#begin-title").wait_for()
    seen(page)
    page.locator(".answers button").nth(1).click()
    page.locator("form#safety").wait_for()
    seen(page)
    answer_cards(page)
    page.locator("#begin-next").click()
    for step in ("tools", "question"):
        page.wait_for_url(f"**#{step}")
        seen(page)
        page.locator("form button.wide").click()
    page.wait_for_url("**#morning")
    seen(page)
    page.locator(".ways button").nth(1).click()
    page.locator(".score").nth(4).click()
    page.wait_for_url("**#ready")
    seen(page)


PAGES = {
    "today/": "",
    "so-far/": "",
    "compare/": "",
    "history/": "",
    "session/": "?do=tennis-ball",
    "measure/": "?what=knee-to-wall",
    "library/": "",
    "library/said/": "",
    "library/<str:id_>/": "",
    "taught/": "",
    "taught/paper/": "",
    "taught/<str:id_>/": "",
    "before/": "",
    "before/new/<str:sort>/": "",
    "before/<uuid:key>/": "",
    "visit/": "",
    "active/": "",
    "professionals/": "?zip=10001&within=50",
    "professionals/new/": "",
    "professionals/compare/": "",
    "professionals/sheet/": "?kind=massage-therapist",
    "share/": "",
    "settings/": "",
    "phone/": "",
}
"""What is looked at of somebody who keeps a diary, and with what question."""
ELSEWHERE = {
    "begin/": "test_the_first_visit",
    "professionals/listed/<str:id_>/": "test_professionals.py",
    "professionals/mine/<uuid:id_>/": "test_professionals.py",
}
NO_PAGES = {
    "session/script",
    "shell",
    "token",
    "manifest.json",
    "document",
    "tell",
    "renew",
    "export",
    "visit/<str:format_>",
}


def test_every_page_is_looked_at():
    """A new page needs a line above."""
    routes = {str(route.pattern) for route in urls._OF_A_PERSON}
    posts = (
        r"settings/\w|active/[\w<]|taught/<str:id_>/\w|professionals/(listed|mine)/<\w+:id_>/\w"
        r"|share/<|before/all"
    )
    posted = {route for route in routes if re.match(posts, route)}
    assert routes - posted - NO_PAGES == set(PAGES) | set(ELSEWHERE)


def write_down(someone, clock):
    """The id of something that they were taught, in their own words."""
    text = 'taught_by = "Eva"\n' + library.source_text(Technique, "hands")
    return teach(someone.id, text, clock.now, name="theirs").id


@pytest.mark.parametrize("locale", [ACCENTED, MIRRORED])
def test_every_page_of_a_diary(phones, clock, someone, locale):
    page = phones.new(locale=locale, viewport=NARROW)
    open_diary(page, someone, clock)
    seen = check if locale == ACCENTED else look
    page.locator(".score").nth(4).click()
    page.locator("#doing").wait_for()
    key = note(someone.id, Shoes(name="x", kind=ShoeKind.WORK, since=TODAY), clock.now)
    for path, question in PAGES.items():
        id_ = write_down(someone, clock) if path.startswith("taught/<") else "frozen-bottle"
        here = path.replace("<str:id_>", id_).replace("<str:sort>", "shoes").replace("<uuid:key>", str(key))
        page.goto(f"/{someone.id}/{here}{question}")
        seen(page)
    for path in ("/away/", "/nowhere/"):
        page.goto(path)
        seen(page)


@pytest.mark.parametrize("locale", [ACCENTED, MIRRORED])
def test_what_is_asked_before_and_after_a_session(phones, clock, someone, locale):
    page = phones.new(locale=locale, viewport=NARROW)
    open_diary(page, someone, clock)
    seen = check if locale == ACCENTED else look
    page.goto(f"/{someone.id}/session/?do=tennis-ball")
    page.locator("#begin").click()
    seen(page)
    page.locator(".score").nth(9).click()
    page.locator("#before-above").wait_for()
    seen(page)
    page.locator("#before-above button").click()
    page.locator("#player-main").click()
    page.locator(".stage button.plain").click()  # to the end of it
    page.locator("#after").wait_for()
    seen(page)
    page.locator("#after .score").nth(10).click()
    page.locator("#comfort button").first.click()
    page.locator("#above").wait_for()
    page.locator("#comfort.told").wait_for()
    seen(page)


def test_a_word_that_is_not_from_the_catalogue_would_be_found(phones):
    page = phones.new(locale=ACCENTED)
    page.goto("/")
    page.get_by_role("heading", level=1).wait_for()
    assert english(page) == []
    page.evaluate("document.querySelector('main p').append('Here is English')")
    page.evaluate("document.querySelector('main').setAttribute('aria-label', 'nor there')")
    assert english(page) == ["English", "Here", "nor", "there"]


def test_a_page_from_right_to_left_is_mirrored(phones, clock, someone):
    page = phones.new(locale=MIRRORED, viewport=NARROW)
    open_diary(page, someone, clock)
    expect(page.locator("html")).to_have_attribute("dir", "rtl")
    places = [link.bounding_box() for link in page.locator("nav a").all()]
    rows = {round(place["y"]) for place in places}
    for row in rows:
        across = [place["x"] for place in places if round(place["y"]) == row]
        assert across == sorted(across, reverse=True)
    assert places[0]["x"] + places[0]["width"] == pytest.approx(320 - 16, abs=2)


def test_time_runs_from_left_to_right_in_every_picture(phones, clock, someone):
    someone.tell(Morning(4))
    page = phones.new(locale=MIRRORED, viewport=NARROW)
    open_diary(page, someone, clock)
    page.goto(f"/{someone.id}/so-far/")
    marks = page.locator("svg.picture path.mark")
    marks.first.wait_for()
    across = marks.evaluate_all("(all) => all.map((mark) => mark.getBoundingClientRect().x)")
    assert across == sorted(across)
    ticks = page.locator("svg.picture text[text-anchor=start]").last.bounding_box()
    assert ticks["x"] >= page.locator("svg.picture").bounding_box()["x"]
