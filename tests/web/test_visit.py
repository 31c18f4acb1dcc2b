"""The page for a visit in the browser: looked at, chosen, and taken along as a file."""

import re

from tests.people import TODAY

from firststep.records import Name, Setting


def get(someone, path=""):
    return someone.client().get(f"/{someone.id}/visit/{path}")


def shown(answer):
    return " ".join(re.sub(r"<svg.*?</svg>|<[^>]*>", " ", answer.content.decode(), flags=re.DOTALL).split())


def test_the_page_is_shown_and_its_sections_can_be_chosen(anna):
    anna.begin()
    anna.live(30)
    text = shown(get(anna))
    assert "What was tried" in text
    assert "What helped" in text
    chosen = shown(get(anna, "?section=short&section=questions"))
    assert "A draw chose the technique" in text
    assert "A draw chose the technique" not in chosen
    assert "Is massage right here" in chosen


def test_where_nothing_was_ticked_all_is_shown_and_it_is_said(anna):
    anna.begin()
    none = shown(get(anna, "?chosen=yes"))
    assert "Nothing was ticked, so all of it is shown." in none
    assert "Safety check" in none
    for asked in ("", "?chosen=yes&section=short"):
        assert "Nothing was ticked" not in shown(get(anna, asked))


def test_it_is_taken_along_as_a_file(anna):
    anna.begin()
    anna.live(30)
    for path, type_, begins in (
        ("pdf", "application/pdf", b"%PDF"),
        ("pdf?paper=us-letter&section=short", "application/pdf", b"%PDF"),
        ("html", "text/html; charset=utf-8", b"<!doctype"),
        ("text", "text/plain; charset=utf-8", b"HEEL"),
    ):
        answer = get(anna, path)
        assert answer.status_code == 200
        assert answer.headers["Content-Type"] == type_
        assert answer.content.startswith(begins)
        assert answer.headers["Content-Disposition"].startswith("attachment")


def test_what_is_not_there_is_said(anna):
    assert "Choose your heel first" in shown(get(anna))
    assert "Choose your heel first" in shown(get(anna, "pdf"))
    anna.begin()
    assert get(anna, "?section=weather").status_code == 400
    assert get(anna, "doc").status_code == 404


def test_with_both_heels_each_has_its_page(anna):
    anna.begin(on=TODAY)
    anna.tell(Setting(Name.FEET, "both"))
    assert 'name="foot"' in get(anna).content.decode()
    assert "Heel left" in shown(get(anna, "?foot=left"))
    assert "Heel right" in shown(get(anna, "?foot=right"))
