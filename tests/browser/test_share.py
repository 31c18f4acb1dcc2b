"""A link is made on a phone, and read in the browser of somebody else: another site, no cookie, WebCrypto."""

import http.server
import json
import threading

import pytest
from playwright.sync_api import expect
from tests.browser.conftest import look
from tests.browser.test_languages import open_diary
from tests.browser.test_spanish import spanish
from tests.people import arrive

from firststep.actions.share import content_of

pytestmark = pytest.mark.django_db(transaction=True)

VIEWER = """async ({ link, passcode }) => {
  const bytes = (text) =>
    Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (sign) => sign.charCodeAt(0));
  const text = (raw) => new TextDecoder().decode(raw);
  const told = JSON.parse(text(bytes(link.slice("shlink:/".length))));
  const answer = await fetch(told.url, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ recipient: "Dr. Eva Lind", passcode, embeddedLengthMax: 100 }),
  });
  if (!answer.ok) return { status: answer.status, said: await answer.json() };
  const [file] = (await answer.json()).files;
  const [head, , nonce, cipher, tag] = (await (await fetch(file.location)).text()).split(".");
  const key = await crypto.subtle.importKey("raw", bytes(told.key), "AES-GCM", false, ["decrypt"]);
  const how = { name: "AES-GCM", iv: bytes(nonce), additionalData: new TextEncoder().encode(head) };
  const locked = new Uint8Array([...bytes(cipher), ...bytes(tag)]);
  const content = text(await crypto.subtle.decrypt(how, key, locked));
  return { status: 200, type: file.contentType, content };
}"""
"""The steps of the specification, in a browser and by nothing but what browsers have."""


@pytest.fixture
def anna(clock):
    anna = arrive("Anna")
    anna.begin()
    anna.live(10)
    anna.renew(clock.now)
    return anna


class Elsewhere(http.server.BaseHTTPRequestHandler):
    """Another site: a blank page."""

    def do_GET(self):
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.end_headers()
        self.wfile.write(b"<!doctype html><title>A viewer</title>")

    def log_message(self, *_):
        pass


@pytest.fixture
def elsewhere(chromium):
    """A browser of somebody else, at a page of another origin."""
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Elsewhere) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        context = chromium.new_context()
        page = context.new_page()
        page.goto(f"http://127.0.0.1:{server.server_port}/")
        yield lambda link, passcode: page.evaluate(VIEWER, {"link": link, "passcode": passcode})
        context.close()
        server.shutdown()


def test_a_page_is_shared_read_elsewhere_and_shut(phone, clock, anna, elsewhere):
    open_diary(phone, anna, clock)
    phone.goto(f"/{anna.id}/settings/")
    phone.locator("#share").get_by_role("link").click()
    look(phone)
    passcode = phone.get_by_label("Passcode").input_value()
    phone.get_by_label("What is it for?").fill("For Dr. Lind")
    phone.get_by_label("How long can it be opened?").select_option("A week")
    phone.get_by_role("button", name="Make the link").click()
    expect(phone.get_by_text(f"Passcode: {passcode}")).to_be_visible()
    look(phone, "share")
    link = phone.get_by_role("textbox", name="The link").input_value()

    assert elsewhere(link, "wrong") == {"status": 401, "said": {"remainingAttempts": 4}}
    read = elsewhere(link, passcode)
    assert (read["status"], read["type"]) == (200, "application/fhir+json")
    assert json.loads(read["content"]) == json.loads(content_of(anna.id, clock.now))

    phone.get_by_role("link", name="Back to all links").click()
    expect(phone.get_by_text("Opened once, on")).to_be_visible()
    phone.get_by_role("button", name="Shut it now: For Dr. Lind").click()
    expect(phone.get_by_role("status").get_by_text("It is shut.")).to_be_visible()
    look(phone)
    assert elsewhere(link, passcode)["status"] == 404


def test_the_link_can_be_copied(phones, clock, anna):
    phone = phones.new(permissions=["clipboard-read", "clipboard-write"])
    open_diary(phone, anna, clock)
    phone.goto(f"/{anna.id}/share/")
    phone.get_by_role("button", name="Make the link").click()
    phone.get_by_role("button", name="Copy the link").click()
    expect(phone.get_by_text("Copied.")).to_be_visible()
    link = phone.get_by_role("textbox", name="The link").input_value()
    assert phone.evaluate("navigator.clipboard.readText()") == link


def test_a_wrong_passcode_is_said_and_mended(phone, clock, anna):
    open_diary(phone, anna, clock)
    phone.goto(f"/{anna.id}/share/")
    phone.get_by_label("Passcode").fill("12")
    phone.get_by_role("button", name="Make the link").click()
    expect(phone.get_by_role("alert")).to_contain_text("4 to 40")
    look(phone)
    phone.get_by_label("Passcode").fill("")
    phone.get_by_role("button", name="Make the link").click()
    expect(phone.get_by_text("It asks for no passcode.")).to_be_visible()


def test_the_same_in_spanish(phones, clock, anna):
    phone = phones.new(locale="es-ES")
    open_diary(phone, anna, clock)
    phone.goto(f"/{anna.id}/share/")
    spanish(phone)
    look(phone)
    phone.get_by_role("button", name="Hacer el enlace").click()
    phone.get_by_role("textbox", name="El enlace").wait_for()
    spanish(phone)
    look(phone)
