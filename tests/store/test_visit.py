"""The page for a visit: one content, and the same in every format."""

import io
import re
from dataclasses import replace
from datetime import timedelta
from html import unescape

import pytest
from click.testing import CliRunner
from pypdf import PdfReader
from tests.entries import INJECTION, INSOLES, ONSET, PAIR
from tests.people import CLEAR, FOUR, NOON, TODAY

from firststep.actions.gather import gather
from firststep.actions.note import note
from firststep.cli.main import cli
from firststep.errors import OutputError, RecordError
from firststep.knowledge import languages, speaking
from firststep.records import (
    Answer,
    By,
    Function,
    KneeToWall,
    Played,
    Question,
    Screened,
    ShinAngle,
    Stopped,
    Why,
    Worst,
)
from firststep.reports.files import Format, Paper, visit_as
from firststep.reports.visit import Section, sections_of, visit
from firststep.reports.visit.drawing import NARROW, WIDTH, course_as_svg

pytestmark = pytest.mark.django_db(transaction=True)
DAY = timedelta(days=1)


@pytest.fixture
def full(anna):
    """Anna, with something in every section."""
    anna.begin(on=TODAY - 60 * DAY)
    anna.live(60)
    anna.tell(
        Function((("stairs", 3), ("the way to <work> & back", 2), ("shopping", 4))), on=TODAY - 30 * DAY
    )
    anna.tell(KneeToWall((7.0, 7.2, 7.1)), on=TODAY - 30 * DAY)
    anna.tell(Function((("stairs", 6), ("the way to <work> & back", 5), ("shopping", 5))), on=TODAY)
    anna.tell(Worst(7), KneeToWall((7.5, 7.6, 7.4)), ShinAngle((30, 32, 31), By.TYPED))
    anna.tell(Played(technique=FOUR[1], version=1, began=NOON, seconds=200, of=240, comfort=4))
    anna.tell(Stopped(FOUR[2], Why.SHARP))
    for entry in (replace(ONSET, within=0), PAIR, INJECTION, INSOLES):
        note(anna.id, entry, NOON)
    return anna


def page_of(someone, *sections):
    return visit(gather(someone.id, NOON), sections or tuple(Section))


def text_of(page, as_=Format.TEXT):
    return " ".join(visit_as(page, as_, on=TODAY).decode().split())


def pdf_of(page, **how):
    return PdfReader(io.BytesIO(visit_as(page, Format.PDF, on=TODAY, **how)))


def everything(page, *, drawn=True):
    """All words of the page, in the order of being read; drawn: where its picture is."""
    said = [page.title, *(one for row in page.who for one in row)]
    for part in page.parts:
        said += [part.title, *(one for pair in part.pairs for one in pair)]
        said += [part.course.level_says, *([part.course.legend] if drawn else [])] if part.course else []
        said += [cell for row in (part.table.columns, *part.table.rows) for cell in row] if part.table else []
        said += [*part.listed, *part.says]
    return [one for one in [*said, *page.method, page.made_on] if one]


def test_the_first_look_says_what_happened_what_helped_and_what_now(full):
    (short,) = page_of(full, Section.SHORT).parts
    labels, answers = zip(*short.pairs, strict=True)
    assert labels == ("What happened", "What helped", "What now")
    assert "on average in the first seven scored mornings" in answers[0]
    assert "The worst pain of the seven days to 23 November 2026: 7 of 10." in answers[0]
    assert answers[1]


def test_every_section_has_what_it_is_for(full):
    text = text_of(page_of(full))
    for said in (
        "Heel: right",
        "Pain since: 1 September 2026",
        "60 mornings with a score, of 60",
        "Stopped because it hurt: wooden foot roller (23 November 2026,",
        "stairs: 6 (first 3)",
        "Knee to wall, 23 November 2026: 7.5 cm",
        "Lean of the shin, 23 November 2026: 31 degrees",
        "20 August 2026: shoes, the red ones",
        "Injection, 2 November 2026",
        "Insoles: from the shoemaker, since 1 October 2026",
        "Is massage right here",
        "compares days with each other, never before with after",
    ):
        assert said in text, said


def test_a_change_of_the_ankle_below_the_error_is_called_none(full):
    (ankle,) = page_of(full, Section.ANKLE).parts
    assert any("error" in one for one in ankle.says)


def test_it_is_the_same_numbers_as_on_the_screen(full):
    document = full.client().get(f"/{full.id}/document").json()
    (tried,) = page_of(full, Section.TRIED).parts
    (screen,) = (
        one for one in document["so_far"]["tables"] if one["columns"][1] == "Mornings right after it"
    )
    others = {row[0].lower(): row[2] for row in screen["rows"]}
    shown = {row[0].lower(): row[tried.table.columns.index("Against the others")] for row in tried.table.rows}
    assert shown == others
    (course,) = page_of(full, Section.COURSE).parts
    assert course.course.level_says == document["so_far"]["level_words"]
    assert document["so_far"]["choice"] in dict(page_of(full, Section.SHORT).parts[0].pairs)["What helped"]


@pytest.mark.parametrize("as_", [Format.TEXT, Format.HTML])
def test_each_format_says_all_of_it_in_order(full, as_):
    page = page_of(full)
    text = text_of(page, as_)
    if as_ is Format.HTML:
        text = " ".join(unescape(re.sub(r"<svg.*?</svg>|<style.*?</style>|<[^>]*>", " ", text)).split())
    at = 0
    if as_ is Format.TEXT:
        text = text.casefold()
    for one in everything(page, drawn=as_ is Format.HTML):
        wanted = " ".join(one.split())
        wanted = wanted.casefold() if as_ is Format.TEXT else wanted
        assert wanted in text, wanted
        at = max(at, text.find(wanted))
    assert at > len(text) / 2


def test_the_pdf_is_one_tagged_page_with_its_fonts_and_says_all_of_it(full):
    page = page_of(full)
    pdf = pdf_of(page)
    assert len(pdf.pages) == 1
    root = pdf.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert root["/StructTreeRoot"]
    assert root["/Lang"] == "en"
    assert b"pdfuaid:part" in root["/Metadata"].get_data()
    for font in pdf.pages[0]["/Resources"]["/Font"].values():
        for below in font.get_object()["/DescendantFonts"]:
            assert {"/FontFile2", "/FontFile3"} & set(below.get_object()["/FontDescriptor"])
    said = re.sub(r"[\s\u00ad-]+", "", pdf.pages[0].extract_text())
    for one in everything(page):
        assert re.sub(r"[\s\u00ad-]+", "", one) in said, one


def test_the_pdf_is_read_in_the_order_of_its_sections(full):
    page = page_of(full)
    said = re.sub(r"\s+", "", pdf_of(page).pages[0].extract_text())
    places = [said.index(re.sub(r"\s+", "", part.title)) for part in page.parts]
    assert places == sorted(places)


def elements(element):
    """Every element of the structure below one, itself first."""
    yield element
    kids = element.get("/K", [])
    for kid in kids if isinstance(kids, list) else [kids]:
        below = kid.get_object() if hasattr(kid, "get_object") else kid
        if isinstance(below, dict):
            yield from elements(below)


def test_the_pdf_has_headings_a_table_lists_and_a_figure_with_words(full):
    pdf = pdf_of(page_of(full))
    found = list(elements(pdf.trailer["/Root"]["/StructTreeRoot"]))
    kinds = [one.get("/S") for one in found]
    assert kinds.count("/H1") == 1
    assert kinds.count("/H2") == len(page_of(full).parts)
    assert {"/Table", "/TH", "/L", "/LI", "/Figure"} <= set(kinds)
    figure = next(one for one in found if one.get("/S") == "/Figure")
    assert "First-step pain each morning" in str(figure["/Alt"])


def test_the_same_content_is_the_same_file_on_either_paper(full):
    page = page_of(full)
    made = [visit_as(page, Format.PDF, on=TODAY, paper=paper) for paper in Paper for _ in range(2)]
    assert made[0] == made[1]
    assert made[2] == made[3]
    assert made[0] != made[2]
    assert len(pdf_of(page, paper=Paper.LETTER).pages) == 1


@pytest.mark.parametrize(
    ("name", "read"),
    [
        ("Ελένη Łaská", "Ελένη Łaská"),
        ("李 Anna 🙂", None),  # whether a font of this computer has them is not known here
        ("𮥳\u0600x", None),
    ],
)
def test_whatever_the_name_is_written_in_there_is_a_tagged_pdf(full, name, read, monkeypatch):
    page = page_of(full)
    page = replace(page, who=((page.who[0][0], name), *page.who[1:]))
    pdf = pdf_of(page)
    assert b"pdfuaid:part" in pdf.trailer["/Root"]["/Metadata"].get_data()
    if read:
        assert read in pdf.pages[0].extract_text()

    monkeypatch.setattr("firststep.reports.visit.pdf._can_draw", lambda sign: False)
    said = pdf_of(page).pages[0].extract_text()
    assert read in said if read else "\ufffd" in said
    assert "Anna" in said or "Anna" not in name


def test_signs_that_cannot_be_drawn_beside_each_other_leave_the_latin_letters(full, monkeypatch):
    monkeypatch.setattr("firststep.reports.visit.pdf._can_draw", lambda sign: True)  # each alone, it says
    page = page_of(full)
    page = replace(page, who=((page.who[0][0], "Anna 𮥳"), *page.who[1:]))
    assert "Anna \ufffd" in pdf_of(page).pages[0].extract_text()


def test_on_a_phone_the_days_under_the_picture_do_not_run_into_each_other(full):
    (course,) = page_of(full, Section.COURSE).parts
    for width, days in ((WIDTH, 3), (NARROW, 2)):
        assert len(re.findall(r">\d+ \w+ 2026<", course_as_svg(course.course, width))) == days


def test_only_the_sections_that_were_asked_for_stand_on_it(full):
    page = page_of(full, *sections_of(["questions", "course"]))
    assert [part.id for part in page.parts] == ["course", "questions"]
    with pytest.raises(OutputError, match="no section 'weather'"):
        sections_of(["course", "weather"])


@pytest.mark.parametrize("code", languages())
def test_it_speaks_every_language(full, code):
    with speaking(code):
        page = page_of(full)
        assert not re.search(r"\{\w+\}|\bNone\b", " ".join(everything(page)))
        assert pdf_of(page).trailer["/Root"]["/Lang"] == code
    if code == "es":
        assert "1 de septiembre de 2026" in " ".join(everything(page))


def test_before_the_first_morning_there_is_little_and_it_says_so(anna):
    anna.begin()
    page = page_of(anna)
    assert [part.id for part in page.parts] == ["short", "safety", "questions"]
    assert "No morning has a score yet." in text_of(page)
    assert len(pdf_of(page).pages) == 1


def test_where_nothing_is_compared_no_effect_is_told(anna):
    anna.begin(question=Question.GUIDE, techniques=FOUR[:1])
    anna.live(20)
    text = text_of(page_of(anna))
    assert "Days on which each was done. They were not compared" in text
    assert "Against the others" not in text


def test_before_a_heel_was_chosen_there_is_no_page(anna):
    with pytest.raises(RecordError, match="no heel was chosen yet"):
        gather(anna.id, NOON)


def run(*arguments):
    return CliRunner().invoke(cli, ["report", *map(str, arguments)], catch_exceptions=False)


def test_the_command_writes_each_format(full, tmp_path):
    assert "WHAT WAS TRIED" in run().output
    assert "WHAT WAS TRIED" not in run("--sections", "short, questions").output
    for name, begins in (
        ("page.pdf", b"%PDF"),
        ("page.html", b"<!doctype html>"),
        ("page.txt", b"HEEL PAIN"),
    ):
        assert str(tmp_path / name) in run("--out", tmp_path / name).output
        assert (tmp_path / name).read_bytes().startswith(begins)
    assert b'lang="en"' in run("--format", "html").stdout_bytes
    with pytest.raises(OutputError, match="File exists"):
        run("--out", tmp_path / "page.pdf")
    with pytest.raises(OutputError, match="no section"):
        run("--sections", "all")


def test_the_html_asks_nobody_and_holds_no_mark_up_that_was_typed(full):
    html = visit_as(page_of(full), Format.HTML, on=TODAY).decode()
    assert "the way to &lt;work&gt; &amp; back" in html
    assert not re.search(r"(src|href)=|url\(|@import", html)


def test_what_the_safety_check_found_stands_first_and_is_not_turned_round(anna):
    answers = dict(CLEAR.answers) | {"night-pain": Answer.YES, "first-steps-worst": Answer.NO}
    anna.begin(on=TODAY - 6 * DAY)
    anna.live(5)
    anna.tell(Screened(tuple(sorted(answers.items()))))
    short, *_, check = page_of(anna, Section.SHORT, Section.SAFETY).parts
    assert short.pairs[0][0] == "First"
    assert "Somebody should look first. Named: Always there, also at night" in short.pairs[0][1]
    assert dict(short.pairs)["What now"].startswith("Somebody should look at it before")
    assert check.pairs[0] == ("Outcome", "Somebody should look first. Answered 23 November 2026.")
    (unlike,) = [says for says in check.says if says.startswith("Unlike the usual picture")]
    assert "this is not so: It hurts most at the first steps" in unlike


def test_an_injection_after_the_check_is_said_beside_it_and_in_short(anna):
    anna.begin(on=TODAY - 20 * DAY)
    anna.live(20)
    note(anna.id, replace(INJECTION, since=TODAY - 5 * DAY), NOON)
    short, care, check = page_of(anna, Section.SHORT, Section.CARE, Section.SAFETY).parts
    assert "In this time other care began: Injection, 18 November 2026." in dict(short.pairs)["What happened"]
    assert care.numbered
    assert "An injection was told of" in dict(check.pairs)["Since then"]


def test_what_hurt_and_rests_is_still_told_with_its_days(anna):
    anna.begin(on=TODAY - 30 * DAY)
    anna.live(30)
    anna.tell(Stopped(FOUR[2], Why.SHARP))
    (tried,) = page_of(anna, Section.TRIED).parts
    assert "Wooden foot roller" not in {row[0] for row in tried.table.rows}
    (also,) = [says for says in tried.says if says.startswith("Also done, but not compared")]
    assert re.search(r"wooden foot roller [1-9]", also)


def test_in_text_the_row_of_scores_says_what_its_signs_are(full):
    assert "A sign a morning, seven a group" in text_of(page_of(full))


def test_whoever_tries_a_support_is_not_asked_to_ask_for_one(full, ben):
    ben.begin()
    ben.live(3)
    for someone, asked in ((full, False), (ben, True)):
        (part,) = page_of(someone, Section.QUESTIONS).parts
        assert any("night splint" in one for one in part.listed) is asked
