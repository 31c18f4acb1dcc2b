"""What the terminal shows: QR codes that hold what they should, within 24 lines of 80 signs."""

import re
from datetime import UTC, datetime

import pytest
import segno

from firststep.cli.serving import screen
from firststep.nearby import qr
from firststep.nearby.phones import Phones

ADDRESS = "192.168.178.123"
CODE = "K7QD-M3WX"


@pytest.fixture
def phones(tmp_path):
    phones = Phones(tmp_path, lambda: datetime.now(UTC), given=ADDRESS)
    phones.port = 8443
    return phones


@pytest.fixture
def terminal(monkeypatch):
    monkeypatch.setattr(screen, "shows_drawings", lambda: True)


def bare(text):
    return re.sub(r"\x1b\[[\d;]*m", "", text)


def modules(lines, dark):
    """The rows of a QR code that lines of half blocks draw."""
    upper, lower = ("▀█", "▄█") if dark else (" ▄", " ▀")
    rows = []
    for line in lines:
        rows += [[sign in upper for sign in line], [sign in lower for sign in line]]
    return rows


@pytest.mark.parametrize("coloured", [True, False])
@pytest.mark.parametrize("text", [f"http://{ADDRESS}:8443", f"https://{ADDRESS}:8443/pair/#{CODE}"])
def test_the_half_blocks_are_the_code(coloured, text):
    rows = modules([bare(line) for line in qr.in_terminal(text, coloured=coloured)], dark=coloured)
    made = segno.make(text, error="l", micro=False)
    assert made.error in "LMQ"
    wanted = [[bool(module) for module in row] for row in made.matrix_iter(border=qr.QUIET)]
    assert rows[: len(wanted)] == wanted
    assert not any(map(any, rows[len(wanted) :]))
    assert {len(row) for row in rows} == {qr.width(text)}


def test_with_colours_it_is_black_on_white_whatever_the_terminal():
    assert all(line.startswith("\x1b[38;5;16;48;5;231m") for line in qr.in_terminal("x", coloured=True))


def test_the_drawing_for_a_page_has_no_style_and_no_script():
    drawn = qr.as_svg("http://192.168.1.5:8443")
    assert drawn.startswith("<svg")
    assert not re.search(r"style=|script|href|http", drawn)


@pytest.mark.parametrize("reached", [False, True])
def test_all_fits_a_small_terminal(phones, terminal, capsys, reached):
    if reached:
        phones.note_reached()
    codes = [("", CODE)]
    screen.say_where("http://127.0.0.1:8000", codes)
    screen.say_how_phones_come_in(phones, codes)
    lines = bare(capsys.readouterr().out).splitlines()
    assert len(lines) <= 22  # two more come after, and where everything is kept
    assert max(map(len, lines)) <= 80
    shown = "\n".join(lines)
    for group in phones.authority.fingerprint.split():
        assert group in shown


def test_the_first_time_the_code_to_scan_leads_to_the_page_about_trust_and_holds_no_secret(
    phones, terminal, capsys
):
    screen.say_how_phones_come_in(phones, [("", CODE)])
    assert scanned(capsys, f"http://{ADDRESS}:8443")


def test_once_a_phone_was_here_it_opens_the_pages(phones, terminal, capsys):
    phones.note_reached()
    screen.say_how_phones_come_in(phones, [("Anna", CODE)])
    assert scanned(capsys, f"https://{ADDRESS}:8443/pair/#{CODE}")


def test_where_several_people_are_none_of_their_codes_is_chosen(phones, terminal, capsys):
    phones.note_reached()
    screen.say_how_phones_come_in(phones, [("Anna", CODE), ("Ben", "0000-0000")])
    assert scanned(capsys, f"http://{ADDRESS}:8443")


def scanned(capsys, text):
    out = capsys.readouterr().out
    return all(line in out for line in qr.in_terminal(text, coloured=True))


def test_without_a_terminal_the_words_stand_alone(phones, capsys):
    screen.say_how_phones_come_in(phones, [("", CODE)])
    out = capsys.readouterr().out
    assert f"http://{ADDRESS}:8443" in out
    assert not re.search("[▀▄█\x1b]", out)


def test_where_there_is_no_network_it_is_said(tmp_path, monkeypatch, capsys):
    monkeypatch.setattr("firststep.nearby.phones.own_addresses", list)
    screen.say_how_phones_come_in(Phones(tmp_path, lambda: datetime.now(UTC)), [("", CODE)])
    assert capsys.readouterr().out == "This computer is in no home network now, so phones cannot reach it.\n"
