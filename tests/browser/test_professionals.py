"""Find somebody on a phone: from the warning to the list, the sheet, and two of them side by side."""

from uuid import UUID

import pytest
from bench.made_up_nppes import npi, row, write
from playwright.sync_api import expect
from tests.browser.conftest import answer_cards, begin, look
from tests.browser.test_languages import NARROW, check, open_diary
from tests.languages import ACCENTED, MIRRORED
from tests.people import CLEAR, arrive

from firststep.actions.import_professionals import import_professionals
from firststep.actions.professionals import take_from_list, write_down
from firststep.intake.places import places
from firststep.knowledge import Asking, Profession, every, phrase, speaking, words
from firststep.records.professional import Answered, Candidate
from firststep.store import read_professionals as read

pytestmark = pytest.mark.django_db(transaction=True)
PT, MASSAGE, FOOT = "225100000X", "225700000X", "213E00000X"
KNOWN = tuple(place for place in places() if place.zip in ("10001", "10018", "11201"))


@pytest.fixture
def listed(clock, tmp_path):
    """A list with four people in it, one of them at a ZIP code without a place."""
    rows = [
        row(1, PT, zip="10018"),
        row(2, MASSAGE, zip="10001"),
        row(3, FOOT, zip="11201"),
        row(4, PT, zip="10099"),
    ]
    path = write(tmp_path / "npidata_pfile_20050523-20261108.csv", rows)
    list(import_professionals([path], clock.now, known=KNOWN))


@pytest.fixture
def someone(clock):
    """Somebody who answered the safety check."""
    anna = arrive("Anna")
    anna.tell(CLEAR)
    anna.renew(clock.now)
    return anna


class Story:
    """Somebody who looks for somebody, in a language."""

    def __init__(self, page, language):
        self.page, self.language = page, language
        with speaking(language):
            self.said, self.safety = words()["finding"], words()["safety"]

    def says(self, key, **blanks):
        with speaking(self.language):
            return phrase("finding", key, **blanks)

    def go(self, key):
        self.page.get_by_role("link", name=self.said[key]).click()

    def press(self, key):
        self.page.get_by_role("button", name=self.said[key]).last.click()

    def field(self, key):
        return self.page.get_by_label(self.said[key], exact=True)

    def saved(self):
        self.press("save")
        expect(self.page.get_by_role("status")).to_have_text(self.said["saved"])

    def opens(self):
        self.go("link")
        self.page.get_by_role("heading", name=self.said["title"], level=1).wait_for()
        expect(self.page.get_by_text(self.said["nothing"])).to_be_visible()
        look(self.page)

    def looks_around(self):
        self.field("zip").fill("10001")
        self.field("within").select_option("5")
        for kind in ("doctor", ""):
            self.field("kind").select_option(kind)
            self.press("look")
            if kind:
                nobody = self.says("found_nobody", miles=5, place="New York, NY 10001")
                expect(self.page.get_by_role("status")).to_have_text(nobody)
        lists = self.page.locator("#near .entries")
        near = lists.first.get_by_role("link")
        expect(near).to_have_text(["MADE UP 2, KIM", "MADE UP 1, KIM", "MADE UP 3, KIM"])
        expect(lists.last.get_by_role("link")).to_have_text("MADE UP 4, KIM")
        look(self.page, "find-somebody" if self.language == "en" else None)
        near.first.click()
        expect(self.page.locator("main")).to_contain_text(self.said["proves_text"])
        look(self.page)
        self.press("add")

    def asks(self):
        self.page.get_by_role("heading", name=self.said["sheet"]).wait_for()
        look(self.page)
        self.page.locator("#hours input").fill("700")
        self.page.locator("#structure").get_by_label(self.safety["no"], exact=True).check()
        self.page.locator("#home").get_by_label(self.safety["yes"], exact=True).check()
        self.page.locator("#note-home").fill("Eva")
        self.saved()
        expect(self.page.locator("#said-hours")).to_have_value("700")
        self.go("taught_go")
        expect(self.page.locator("#by")).to_have_value("MADE UP 2, KIM")
        self.page.go_back()
        self.go("back")

    def writes_down(self):
        self.go("write")
        self.press("save")
        told = f"{self.said['name_help']} {self.said['wrong_name']}"
        expect(self.field("name")).to_have_accessible_description(told)
        look(self.page)
        self.field("name").fill("Eva")
        self.field("kind").select_option("massage-therapist")
        self.field("state").fill("al")
        self.press("save")
        self.page.locator("#hours input").fill("600")
        self.saved()
        self.go("back")

    def compares(self):
        self.go("compare")
        self.page.get_by_role("heading", name=self.said["compare"], level=1).wait_for()
        with speaking(self.language):
            name = every(Asking)["hours"].name
        heading = self.page.get_by_role("heading", name=name, exact=True)
        hours = self.page.locator("section").filter(has=heading)
        expect(hours).to_contain_text(self.said["warning"])
        expect(hours).to_contain_text(self.says("requires", hours="650"))
        look(self.page, "side-by-side" if self.language == "en" else None)
        self.go("back")

    def prints(self):
        self.go("sheet_print")
        self.field("sheet_for").select_option("massage-therapist")
        self.press("sheet_choose")
        with speaking(self.language):
            kind = every(Profession)["massage-therapist"].name
        title = self.says("sheet_title", kind=kind)
        self.page.get_by_role("heading", name=title, level=1).wait_for()
        look(self.page)
        self.page.emulate_media(media="print")
        expect(self.page.locator("form.choose")).to_be_hidden()
        expect(self.page.locator(".asked")).to_have_count(len(every(Asking)))


@pytest.mark.parametrize(("locale", "language"), [("en-US", "en"), ("es-ES", "es")])
def test_from_the_settings_to_two_people_side_by_side(phones, clock, listed, someone, locale, language):
    page = phones.new(locale=locale)
    open_diary(page, someone, clock)
    page.goto(f"/{someone.id}/settings/")
    story = Story(page, language)
    story.opens()
    story.looks_around()
    story.asks()
    story.writes_down()
    story.compares()
    story.prints()


def test_a_warning_leads_to_somebody(phone, clock):
    begin(phone, clock, until_cards=True)
    answer_cards(phone, "blood-clot")
    link = phone.get_by_role("link", name="Find somebody to look at it")
    link.wait_for()
    look(phone)
    phone.get_by_role("link", name="Today").click()
    link.click()
    phone.get_by_role("heading", name="Find somebody", level=1).wait_for()
    expect(phone.locator("#when")).to_contain_text("Call emergency care now")
    expect(phone.locator("#near")).to_contain_text("There is no list of professionals on this computer.")
    look(phone)


def fill(someone, clock):
    """Two on the list: one of the public list, one by hand, with answers, some of them warning signs."""
    entry, _ = read.one_listed(npi(2))
    first = take_from_list(someone.id, entry, "massage-therapist", clock.now)
    answers = {"hours": Answered("600", "Eva"), "promises": Answered("yes"), "structure": Answered("no")}
    second = Candidate(UUID(int=7), "podiatrist", "Eva", clock.now, state="AL", answers=answers)
    write_down(someone.id, second)
    return first, second


@pytest.mark.usefixtures("made_up_languages")
@pytest.mark.parametrize("locale", [ACCENTED, MIRRORED])
def test_every_page_is_from_the_catalogue(phones, clock, listed, someone, locale):
    page = phones.new(locale=locale, viewport=NARROW)
    open_diary(page, someone, clock)
    seen = check if locale == ACCENTED else look
    first, second = fill(someone, clock)
    for path in (f"listed/{npi(2)}/", f"mine/{first.id}/", f"mine/{second.id}/", "compare/"):
        page.goto(f"/{someone.id}/professionals/{path}")
        seen(page)


def test_in_the_dark_and_in_large_print(phones, clock, listed, someone):
    page = phones.new(color_scheme="dark")
    open_diary(page, someone, clock)
    _, second = fill(someone, clock)
    for path in ("?zip=10001&within=50", f"listed/{npi(2)}/", f"mine/{second.id}/", "compare/", "sheet/"):
        page.goto(f"/{someone.id}/professionals/{path}")
        page.evaluate("document.documentElement.style.fontSize = '200%'")
        look(page)
