"""A phone: real Chromium at 360x740, over a real server, with a clock that both share."""

import os
import time
from datetime import datetime, timedelta

import pytest
from axe_playwright_python.sync_playwright import Axe
from bench.browser import CHROMIUM, FLAGS
from django.core.cache import cache
from playwright.sync_api import BrowserContext, Page, expect, sync_playwright
from tests.conftest import ROOT
from tests.people import FOUR, NOON

from firststep.actions.pair import codes_at_start

SIZE = {"width": 360, "height": 740}
PICTURES = ROOT / "docs" / "pictures"
ZONE = "Europe/Berlin"


@pytest.fixture(scope="session")
def chromium():
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield browser
        browser.close()


class Clock:
    """One clock for the server and every phone."""

    def __init__(self, now: datetime) -> None:
        self.now = now
        self.contexts: list[BrowserContext] = []

    def set(self, now: datetime) -> None:
        self.now = now
        for context in self.contexts:
            context.clock.set_fixed_time(now)

    def pass_days(self, days: int = 1) -> None:
        self.set(self.now + timedelta(days=days))


class Phones:
    """Makes phones, and holds at the end that none met a fault or asked anybody else."""

    def __init__(self, browser, origin: str, clock: Clock) -> None:
        self.browser, self.origin, self.clock = browser, origin, clock
        self.faults: list[str] = []
        self.asked: set[str] = set()

    def new(self, **options) -> Page:
        context = self.browser.new_context(
            device_scale_factor=2,
            timezone_id=ZONE,
            base_url=self.origin,
            **{"viewport": SIZE, "locale": "en-US", **options},
        )
        self.clock.contexts.append(context)
        context.clock.set_fixed_time(self.clock.now)
        page = context.new_page()
        page.set_default_timeout(10_000)
        page.on("request", lambda request: self.asked.add(request.url))
        page.on("pageerror", lambda fault: self.faults.append(str(fault)))
        page.on("console", self._heard)
        return page

    def _heard(self, message) -> None:
        if message.type in ("error", "warning") and "Failed to load resource" not in message.text:
            self.faults.append(message.text)


@pytest.fixture
def clock(monkeypatch):
    clock = Clock(NOON.replace(hour=6, minute=40))
    monkeypatch.setattr("django.utils.timezone.now", lambda: clock.now)
    cache.clear()
    return clock


@pytest.fixture
def phones(chromium, live_server, clock):
    phones = Phones(chromium, live_server.url, clock)
    yield phones
    for context in clock.contexts:
        context.close()
    assert phones.faults == []
    assert [
        url for url in phones.asked if not url.startswith((live_server.url + "/", "blob:", "data:"))
    ] == []


@pytest.fixture
def phone(phones):
    return phones.new()


@pytest.fixture
def begun(phone, clock):
    """A phone on which somebody has begun, asking whether four techniques help."""
    begin(phone, clock)
    return phone


def begin(phone: Page, clock: Clock, name="Anna", *, until_cards=False) -> None:
    ((_, code),) = codes_at_start(clock.now)
    phone.goto("/")
    phone.get_by_label("Code").fill(code)
    phone.get_by_role("button", name="Go on").click()
    phone.get_by_label("What shall we call you?").fill(name)
    phone.get_by_role("button", name="Begin").click()
    phone.get_by_role("button", name="Right", exact=True).click()
    phone.locator("form#safety").wait_for()
    if until_cards:
        return
    answer_cards(phone)
    phone.get_by_role("button", name="Go on").wait_for()
    phone.get_by_role("link", name="Compare").click()
    choose(phone, *FOUR)
    phone.get_by_role("button", name="Start").click()
    phone.get_by_role("heading", name="Your first steps").wait_for()


PICTURE = ("first-steps-worst", "under-heel", "after-more")
"""The lines of the first card, with the usual picture of plantar fasciitis."""

BOXES = """(card) => [...card.querySelectorAll("input[type=checkbox]")]
    .map((box) => [box.id.replace("ask-", ""), box.checked])"""


def answer_cards(phone: Page, *ticked: str, until: str | None = None) -> None:
    """Answer every card: the usual picture, and of the rest what is ticked; or stop at a card.

    ticked
        Ids of questions; "?diabetes" for one that is not sure.
    """
    lines = {one.removeprefix("?"): one for one in (*PICTURE, *ticked)}
    card = phone.locator("form#safety")
    card.wait_for()
    while card.count():
        if until and card.get_by_role("heading", name=until).count():
            return
        title = card.locator("h2").inner_text()
        for id_, checked in card.evaluate(BOXES):
            line = lines.get(id_)
            if checked != (line is not None):
                card.locator(f"#ask-{id_}").set_checked(line is not None)
            if line and line.startswith("?"):
                card.locator(f"input[name='sure-{id_}'][value=unsure]").check()
        card.locator("button.main").click()
        expect(card.locator("h2").filter(has_text=title)).to_have_count(0)


def choose(phone: Page, *techniques: str) -> None:
    """Tick techniques by their ids; their families open for it."""
    for id_ in techniques:
        box = phone.locator(f"input[name=technique][value='{id_}']")
        family = phone.locator("details.family").filter(has=box)
        box.wait_for(state="attached")
        if not box.is_visible():
            family.locator("summary").click()
        box.check()


def told(phone: Page) -> None:
    """Wait until the server has confirmed."""
    phone.get_by_role("status").get_by_text("Saved on the server.").wait_for()


TARGETS = "button, a.button, summary, nav a, .row, .pill, select, .entries a, .back, .away"


WIDE = """() => document.documentElement.scrollWidth <= window.innerWidth ? [] :
  [...document.body.querySelectorAll("*")]
    .filter((e) => e.getBoundingClientRect().left < -1 || e.getBoundingClientRect().right > innerWidth + 1)
    .map((e) => e.outerHTML.slice(0, 200))"""
"""What makes a page wider than its screen."""


def look(phone: Page, name: str | None = None) -> None:
    """axe finds nothing; nothing is wider than the screen; the picture for the docs, where asked for."""
    phone.get_by_role("heading", level=1).wait_for()
    expect(phone.locator("[inert]")).to_have_count(0)  # nobody can use, or hear, a page that waits
    found = Axe().run(phone)
    assert found.violations_count == 0, found.generate_report()
    wide = phone.evaluate(WIDE)
    assert wide == []
    small = phone.evaluate(
        """(all) => [...document.querySelectorAll(all)]
           .filter((e) => e.checkVisibility()).filter((e) => e.getBoundingClientRect().height < 47.9)
           .map((e) => e.textContent)""",
        TARGETS,
    )
    assert small == []
    if name and os.environ.get("FIRSTSTEP_PICTURES"):
        PICTURES.mkdir(exist_ok=True)
        phone.evaluate("window.scrollTo(0, 0)")
        phone.screenshot(path=PICTURES / f"{name}.png", animations="disabled")


def next_step(phone: Page) -> None:
    """To the next step of a session: what is timed is skipped, what waits is gone on from."""
    step = phone.locator(".stage .bar span").first.inner_text()
    skip = phone.get_by_role("button", name="Next", exact=True)
    (skip if skip.is_enabled() else phone.locator("#player-main")).click()
    expect(phone.locator(".stage .bar span").filter(has_text=step)).to_have_count(0)


KEPT = """async () => {
  const shell = location.pathname.split("/").slice(0, 2).join("/") + "/shell";
  return navigator.serviceWorker.controller !== null && (await caches.match(shell)) !== undefined;
}"""


AS_FAR_AS = """async () => {
  const one = await navigator.serviceWorker.getRegistration();
  const shelves = {};
  for (const name of await caches.keys()) shelves[name] = (await (await caches.open(name)).keys()).length;
  const states = ["installing", "waiting", "active"].filter((state) => one?.[state]);
  return { states, controlled: navigator.serviceWorker.controller !== null, shelves };
}"""


def kept_for_later(phone: Page) -> None:
    """Wait until the service worker has all that these pages need without a net.

    Not by `wait_for_function`: a promise is as good as true to it.
    """
    until = time.monotonic() + 30  # every file of the pages, on a busy machine
    while not phone.evaluate(KEPT):
        assert time.monotonic() < until, f"the pages are not kept for later: {phone.evaluate(AS_FAR_AS)}"
        phone.wait_for_timeout(50)
