"""A phone comes in: it learns to trust the computer, scans, and is paired; over real encryption."""

import os
import re
import subprocess
import sys
import urllib.request

import pytest
from bench.browser import CHROMIUM, FLAGS
from playwright.sync_api import Error, expect
from tests.browser.conftest import SIZE, look
from tests.browser.test_serve import code, firststep

ADDRESS = "127.0.0.2"
SERVE = ("serve", "--port", "0", "--phone-port", "0", "--address", ADDRESS)


class Phone:
    """A Chromium with a store of certificates of its own, as every phone has one."""

    def __init__(self, chromium, home):
        self.home, self.kind = home, chromium.browser_type
        self.store = home / ".pki" / "nssdb"
        self.store.mkdir(parents=True)
        self._certutil("-N", "--empty-password")
        self.browser = None

    def _certutil(self, *words):
        subprocess.run(["certutil", *words, "-d", f"sql:{self.store}"], check=True)

    def trust(self, file):
        self._certutil("-A", "-n", "firststep", "-t", "C,,", "-i", str(file))

    def open(self, **options):
        self.close()
        environment = os.environ | {"HOME": str(self.home)}
        self.browser = self.kind.launch(executable_path=CHROMIUM, args=FLAGS, env=environment)
        page = self.browser.new_context(viewport=SIZE, device_scale_factor=2, **options).new_page()
        page.set_default_timeout(10_000)
        return page

    def close(self):
        if self.browser:
            self.browser.close()


@pytest.fixture
def phone(chromium, tmp_path):
    phone = Phone(chromium, tmp_path / "phone")
    yield phone
    phone.close()


def trust_address(printed):
    return re.search(rf"http://{re.escape(ADDRESS)}:\d+", printed)[0]


def install(phone, printed, tmp_path):
    """What the steps of the page come to."""
    file = tmp_path / "firststep.crt"
    file.write_bytes(urllib.request.urlopen(f"{trust_address(printed)}/firststep.crt").read())
    phone.trust(file)


def test_a_phone_comes_to_trust_the_computer_and_opens_the_pages(phone, tmp_path):
    with firststep(*SERVE, home=tmp_path / "home") as printed:
        page = phone.open()
        page.goto(trust_address(printed))
        expect(page.get_by_role("status")).to_have_text(re.compile("does not trust your computer yet"))
        expect(page.locator("#check").get_by_role("link", name="Open Firststep")).to_be_hidden()
        look(page, "trust")
        with pytest.raises(Error, match="ERR_CERT_AUTHORITY_INVALID"):
            page.goto(trust_address(printed).replace("http:", "https:"))
        install(phone, printed, tmp_path)
        page = phone.open()
        page.goto(trust_address(printed))
        expect(page.get_by_role("status")).to_have_text(re.compile("trusts your computer"))
        page.locator("#check").get_by_role("link", name="Open Firststep").click()
        page.get_by_label("Code").fill(code(printed))
        page.get_by_role("button", name="Go on").click()
        expect(page.get_by_label("What shall we call you?")).to_be_visible()
        assert page.url.startswith("https://")


def test_a_scanned_code_pairs_and_all_that_phones_give_to_secure_pages_is_there(phone, tmp_path):
    with firststep(*SERVE, home=tmp_path / "home") as printed:
        install(phone, printed, tmp_path)
        page = phone.open()
        asked = []
        page.on("request", lambda request: asked.append(request.url))
        page.goto(f"{trust_address(printed).replace('http:', 'https:')}/pair/#{code(printed)}")
        expect(page.get_by_label("Code")).to_have_value(code(printed))
        assert page.evaluate(
            "window.isSecureContext && 'serviceWorker' in navigator && 'wakeLock' in navigator"
        )
        assert page.evaluate("location.hash") == ""
        page.get_by_role("button", name="Go on").click()
        page.get_by_label("What shall we call you?").fill("Anna")
        page.get_by_role("button", name="Begin").click()
        page.get_by_role("button", name="Left", exact=True).click()
        page.locator("form#safety").wait_for()
        assert (
            page.evaluate("navigator.serviceWorker.ready.then((found) => new URL(found.scope).protocol)")
            == "https:"
        )
        assert {cookie["secure"] for cookie in page.context.cookies()} == {True}
        assert [url for url in asked if code(printed) in url.partition("#")[0]] == []


def test_the_settings_show_what_to_scan_and_it_opens_the_diary_on_another_phone(phone, tmp_path):
    with firststep(*SERVE, home=tmp_path / "home") as printed:
        install(phone, printed, tmp_path)
        page = phone.open()
        page.goto(f"{trust_address(printed).replace('http:', 'https:')}/pair/#{code(printed)}")
        page.get_by_role("button", name="Go on").click()
        page.get_by_label("What shall we call you?").fill("Anna")
        page.get_by_role("button", name="Begin").click()
        page.get_by_role("button", name="Left", exact=True).wait_for()
        page.get_by_role("link", name="Settings").click()
        page.locator("#phone").get_by_role("link", name="Show how").click()
        look(page)
        page.get_by_role("button", name="Make the QR code").click()
        look(page)
        made = page.locator(".code").inner_text()
        other = phone.browser.new_context().new_page()
        other.goto(f"{trust_address(printed).replace('http:', 'https:')}/pair/#{made}")
        other.get_by_role("button", name="Go on").click()
        other.get_by_role("link", name="Settings").click()
        expect(other.get_by_text("Anna", exact=True).first).to_be_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_page_about_trust_can_be_read_by_all(phone, tmp_path, scheme):
    with firststep(*SERVE, home=tmp_path / "home") as printed:
        page = phone.open(color_scheme=scheme)
        page.goto(trust_address(printed))
        for kind in page.locator("details:not([open]) > summary").all():
            kind.click()
        look(page)
        assert page.locator("svg.screen").count() == 8
        assert page.locator("svg.screen[aria-hidden=true]").count() == 8  # the words beside each say it


def test_a_folder_of_a_demo_has_no_certificates(tmp_path):
    with firststep("demo", "--port", "0", home=tmp_path) as printed:
        assert "phone" not in printed
    assert list(tmp_path.iterdir()) == []


def test_what_a_server_leaves_is_for_its_owner_alone(tmp_path):
    with firststep(*SERVE, home=tmp_path / "home"):
        kept = list((tmp_path / "home").rglob("*"))
        assert {"issuer.pem", "server.pem", "root.crt", "serving.json"} <= {file.name for file in kept}
        assert [file for file in kept if file.stat().st_mode & 0o077] == []
    assert not (tmp_path / "home" / "serving.json").exists()


def test_where_the_port_for_phones_is_taken_the_computer_is_served_all_the_same(tmp_path):
    with firststep(*SERVE, home=tmp_path / "one") as first:
        port = trust_address(first).rpartition(":")[2]
        with firststep("serve", "--port", "0", "--phone-port", port, home=tmp_path / "two") as printed:
            assert f"Port {port} is taken, so no phone can come in" in printed
            assert "Firststep is at http://127.0.0.1:" in printed


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--listen", "0.0.0.0"), "without encryption"),
        (("--address", "8.8.8.8"), "neither a private address nor a name at home"),
    ],
)
def test_what_would_not_be_safe_is_refused_in_words(tmp_path, words, said):
    done = subprocess.run(
        [sys.executable, "-m", "firststep", "serve", "--port", "0", *words],
        env=os.environ | {"FIRSTSTEP_HOME": str(tmp_path), "DJANGO_SETTINGS_MODULE": "firststep.settings"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, "Traceback" in done.stderr) == (8, False)
    assert said in done.stderr
