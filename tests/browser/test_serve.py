"""The command as people start it: a server of its own, a code on the screen, a browser."""

import http.client
import os
import re
import signal
import subprocess
import sys
from contextlib import contextmanager

from playwright.sync_api import expect
from tests.browser.conftest import SIZE, answer_cards, look


@contextmanager
def firststep(*words, home, **more):
    """The command, running; hands out what it printed until it said how to stop it."""
    environment = {
        key: value for key, value in os.environ.items() if not key.startswith(("FIRSTSTEP", "DJANGO"))
    }
    process = subprocess.Popen(
        [sys.executable, "-m", "firststep", *words],
        env=environment | {"FIRSTSTEP_HOME": str(home)} | more,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    printed = ""
    try:
        for line in process.stdout:
            printed += line
            if "Ctrl-C" in line:
                break
        yield printed
    finally:
        process.send_signal(signal.SIGTERM)
        printed += process.communicate(timeout=20)[0]
    assert process.returncode == 0, printed


def address(printed):
    return re.search(r"http://127\.0\.0\.1:\d+", printed)[0]


def code(printed):
    return re.search(r"Code for [^:]+: ([0-9A-Z-]{9})", printed)[1]


def test_serve_prints_an_address_and_a_code_and_keeps_what_is_told(chromium, tmp_path):
    page = chromium.new_context(viewport=SIZE).new_page()
    with firststep("serve", "--port", "0", "--no-phone", home=tmp_path) as printed:
        page.goto(address(printed))
        page.get_by_label("Code").fill(code(printed))
        page.get_by_role("button", name="Go on").click()
        page.get_by_label("What shall we call you?").fill("Anna")
        page.get_by_role("button", name="Begin").click()
        page.get_by_role("button", name="Left", exact=True).click()
        answer_cards(page, "infection")
        page.get_by_role("navigation").get_by_role("link", name="Today").click()
        page.get_by_role("button", name="7", exact=True).click()
        expect(page.get_by_text("First steps today: 7", exact=True)).to_be_visible()  # the server has it
    page.context.close()
    with firststep("serve", "--port", "0", "--no-phone", home=tmp_path) as printed:
        assert "Code for Anna" in printed
        page = chromium.new_context(viewport=SIZE).new_page()
        page.goto(f"{address(printed)}/pair/?code={code(printed)}")
        page.get_by_role("button", name="Go on").click()
        expect(page.get_by_text("First steps today: 7")).to_be_visible()
        page.context.close()


def test_a_second_serve_leaves_the_first_ones_code_good(chromium, tmp_path):
    with firststep("serve", "--port", "0", "--no-phone", home=tmp_path) as printed:
        port = address(printed).rpartition(":")[2]
        second = subprocess.run(
            [sys.executable, "-m", "firststep", "serve", "--port", port, "--no-phone"],
            env=os.environ
            | {"FIRSTSTEP_HOME": str(tmp_path), "DJANGO_SETTINGS_MODULE": "firststep.settings"},
            capture_output=True,
            text=True,
            check=False,
        )
        assert second.returncode == 8
        assert "is taken" in second.stderr
        page = chromium.new_context(viewport=SIZE).new_page()
        page.goto(f"{address(printed)}/pair/?code={code(printed)}")
        page.get_by_role("button", name="Go on").click()
        expect(page.get_by_label("What shall we call you?")).to_be_visible()
        page.context.close()


def test_hosted_it_hears_from_the_proxy_that_all_is_encrypted(tmp_path):
    hosted = {"FIRSTSTEP_ORIGIN": "https://heel.example"}
    with firststep("serve", "--port", "8471", home=tmp_path, **hosted) as printed:
        assert "https://heel.example/" in printed
        line = http.client.HTTPConnection("127.0.0.1", 8471, timeout=20)
        for sent, status in (("https", 200), ("http", 301)):
            line.request("GET", "/pair/", headers={"Host": "heel.example", "X-Forwarded-Proto": sent})
            answer = line.getresponse()
            answer.read()
            assert answer.status == status
        line.close()


def test_the_demo_is_somebody_made_up_and_says_so_on_every_page(chromium, tmp_path):
    page = chromium.new_context(viewport=SIZE, device_scale_factor=2).new_page()
    with firststep("demo", "--port", "0", home=tmp_path) as printed:
        page.goto(f"{address(printed)}/pair/?code={code(printed)}")
        page.get_by_role("button", name="Go on").click()
        for name in ("Today", "So far", "Compare", "Library", "Settings"):
            page.get_by_role("link", name=name, exact=True).click()
            look(page)
            expect(page.get_by_text("Made up: nobody lived these mornings. Demo:")).to_be_visible()
        page.get_by_role("link", name="So far").click()
        expect(page.get_by_text("84 days")).to_be_visible()
        look(page, "so-far")
    page.context.close()
    assert list(tmp_path.iterdir()) == []  # kept apart from one's own
