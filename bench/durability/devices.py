"""One person with two phones, two tabs each: real Chromium over a real server, with one clock for all.

The network of a phone can be taken away, and single requests can be lost: before they reach
the server, or their answers after it.
"""

import re
import signal
import time
from contextlib import suppress
from datetime import date, datetime, timedelta
from enum import StrEnum
from pathlib import Path
from zoneinfo import ZoneInfo

from playwright.sync_api import APIResponse, Browser, Error, Page, Route

from bench.served import Phone, Served

ZONE = ZoneInfo("Europe/Berlin")
EIGHT = 8  # in the morning
ASKED = re.compile(r"/(tell|renew|document|token)(\?|$)")
PATIENCE_MS = 15_000

TWO_PHONES = """
from firststep.actions.pair import make_code, pair
begun = now - timedelta(days=3)
person = arrive(0)
second = UUID(int=2)
pair(second, make_code(person, now), "bench", now)
show(person, second)
compared = Comparing(Question.HELPS, ("tennis-ball", "hands"))
tell(person, [told(Screened(tuple(none_of_it().items())), begun), told(compared, begun)], now)
"""

CLOCKED = """
import os
from datetime import datetime
from pathlib import Path
from django.utils import timezone
clock = Path(os.environ["FIRSTSTEP_HOME"]) / "clock"
timezone.now = lambda: datetime.fromisoformat(clock.read_text())
from firststep.cli.main import main
main()
"""
"""The command, by the clock in a file."""

IN_PAGE = Path(__file__).parent / "in_page.js"


class Fate(StrEnum):
    """What becomes of one request."""

    LOST_BEFORE = "lost before the server heard it"
    LOST_AFTER = "lost after the server heard it"
    HELD = "heard, and the answer is held up"


class ClockedServer(Served):
    """A server whose clock can be set."""

    program = ("-c", CLOCKED)

    def __init__(self, home: str) -> None:
        super().__init__(home)
        self.now = datetime.now(ZONE).replace(hour=EIGHT, minute=0, second=0, microsecond=0)
        self.runs = False
        self.set_clock(self.now)

    def start(self) -> None:
        """Start, and come back once it listens."""
        super().start()
        self.runs = True

    def end(self, how: signal.Signals = signal.SIGTERM) -> None:
        """Stop it, or kill it."""
        super().end(how)
        self.runs = False

    @property
    def today(self) -> date:
        """The day on every clock."""
        return self.now.date()

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def set_clock(self, now: datetime) -> None:
        self.now = now
        home = Path(self.environment["FIRSTSTEP_HOME"])
        (home / "clock.new").write_text(now.isoformat())
        (home / "clock.new").replace(home / "clock")


class Device:
    """A phone: a browser context with tabs, its network, and what becomes of its next requests."""

    def __init__(self, browser: Browser, server: ClockedServer, phone: Phone) -> None:
        self.server, self.person = server, phone.person
        self.online = True
        self.calm = False  # nothing more is held up
        self.fates: list[Fate] = []
        self.held: list[tuple[Route, APIResponse]] = []
        self.faults: list[str] = []
        self.context = browser.new_context(
            base_url=server.address, timezone_id=str(ZONE), viewport={"width": 360, "height": 740}
        )
        name, _, value = phone.cookie.partition("=")
        self.context.add_cookies([{"name": name, "value": value, "url": server.address}])
        self.context.set_default_timeout(PATIENCE_MS)
        self.context.add_init_script(f"{{{IN_PAGE.read_text()}}}")
        self.context.route(ASKED, self._meet)
        self.set_clock()
        self.tabs: list[Page] = [self._open(), self._open()]
        self._wait_until_kept()

    def _wait_until_kept(self) -> None:
        """Until the pages open without a net; `wait_for_function` takes a promise for a yes."""
        kept = "async (shell) => navigator.serviceWorker.controller && !!(await caches.match(shell))"
        until = time.monotonic() + PATIENCE_MS / 1000
        while not self.tabs[0].evaluate(kept, f"/{self.person}/shell"):
            assert time.monotonic() < until, "the pages are not kept for later"
            self.tabs[0].wait_for_timeout(50)

    def set_clock(self) -> None:
        """Take over the clock of the server."""
        self.context.clock.set_fixed_time(self.server.now)

    def switch(self, *, online: bool) -> None:
        """Take the network away, or give it back."""
        self.online = online
        self.context.set_offline(not online)

    def open(self, tab: int) -> None:
        """Open a tab that was closed."""
        if self.tabs[tab].is_closed():
            self.tabs[tab] = self._open()

    def _open(self) -> Page:
        page = self.context.new_page()
        page.on("pageerror", lambda fault: self.faults.append(f"{fault.message}\n{fault.stack}"))
        page.goto(f"/{self.person}/today/", wait_until="commit")
        return page

    def mend(self) -> None:
        """From now on all is well with its network and its tabs."""
        self.calm = True
        self.fates.clear()
        self.release(answer=True)
        self.switch(online=True)
        self.open(0)
        self.open(1)

    def release(self, *, answer: bool) -> None:
        """Let through what was held up, or lose it."""
        held, self.held = self.held, []
        for route, response in held:
            with suppress(Error):  # its tab may be closed
                if answer and self.online:
                    route.fulfill(response=response)
                else:
                    route.abort()

    def _meet(self, route: Route) -> None:
        fate = self.fates.pop(0) if self.fates and self.online else None
        with suppress(Error):  # the tab may be closed, and the server gone
            if fate is None:
                route.continue_()
                return
            try:
                response = None if fate is Fate.LOST_BEFORE else route.fetch()
            except Error:
                response = None
            if fate is not Fate.HELD or not response:
                route.abort()
            elif self.calm:
                route.fulfill(response=response)
            else:
                self.held.append((route, response))


def next_day(server: ClockedServer, devices: list[Device]) -> None:
    """It is the next morning for all."""
    server.set_clock(server.now + timedelta(days=1))
    for device in devices:
        device.set_clock()
