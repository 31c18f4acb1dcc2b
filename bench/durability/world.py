"""A diary of one person on two phones, and everything that was told on them."""

import random
import signal
import tempfile
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from playwright.sync_api import Browser

from bench.durability.devices import TWO_PHONES, ClockedServer, Device

Event = dict[str, Any]


@dataclass
class World:
    """A server, two phones, what was told on each, and the steps since all was well."""

    server: ClockedServer
    devices: list[Device]
    dice: random.Random
    told: list[list[Event]] = field(default_factory=lambda: [[], []])
    unsure: list[Event] = field(default_factory=list)
    """Told while the tab was closed under it: kept or not."""

    steps: list[str] = field(default_factory=list)
    counts: Counter[str] = field(default_factory=Counter)

    def pick(self) -> tuple[int, Device, int]:
        """A phone and one of its tabs, which is open."""
        number, tab = self.dice.randrange(2), self.dice.randrange(2)
        self.devices[number].open(tab)
        return number, self.devices[number], tab


@contextmanager
def world(browser: Browser, dice: random.Random) -> Iterator[World]:
    """A new diary, and two phones that open it."""
    with tempfile.TemporaryDirectory(prefix="firststep-interleavings-") as home:
        server = ClockedServer(home)
        phones = server.prepare(TWO_PHONES)
        server.start()
        try:
            devices = [Device(browser, server, phone) for phone in phones]
            yield World(server, devices, dice)
            for device in devices:
                device.release(answer=False)
                device.context.close()
        finally:
            if server.runs:
                server.end(signal.SIGKILL)
