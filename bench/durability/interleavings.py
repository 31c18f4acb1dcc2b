"""Random interleavings of two phones with two tabs each lose nothing and double nothing.

    python -m bench.durability.interleavings [INTERLEAVINGS] [SEED]

An interleaving is a dozen random steps: something is told or taken back by a tap or by the page's own
outbox, the network goes and comes, a request or its answer is lost or held up, a tab is closed, opened,
read anew, the server is killed and started again, a day passes. Then all are online again, and what
was told is held against the tables: each once, nothing else, each phone's in its order, and both
phones show what was confirmed last. Fails at the first that breaks this, and says after which steps.
"""

import random
import signal
import sys
import time
from collections import Counter
from collections.abc import Callable
from datetime import timedelta
from typing import Any

from playwright.sync_api import Browser, Error, sync_playwright

from bench.browser import CHROMIUM, FLAGS
from bench.durability.devices import Fate, next_day
from bench.durability.proof import TOLD, make_well, prove
from bench.durability.world import World, world

STEPS = (6, 14)  # of one interleaving
A_WORLD = 50  # interleavings over one diary, so that it stays as short as most are
DID: tuple[list[str] | None, ...] = (["tennis-ball"], ["hands"], [], None, ["tennis-ball", "other"])


def interleave(world: World) -> None:
    """One interleaving, and the proof after it. AssertionError says what is wrong, after which steps."""
    world.steps = []
    for device in world.devices:
        device.calm = False
    names = list(WAYS)
    for _ in range(world.dice.randint(*STEPS)):
        (name,) = world.dice.choices(names, [WAYS[name][0] for name in names])
        world.counts[name] += 1
        world.steps.append(name)
        WAYS[name][1](world)
    try:
        make_well(world)
        prove(world)
    except AssertionError as fault:
        raise AssertionError(f"{fault}\nafter: {'; '.join(world.steps)}") from fault


# --- the steps ------------------------------------------------------------------------------


def _tell(world: World) -> None:
    number, device, tab = world.pick()
    world.told[number].append(device.tabs[tab].evaluate("(what) => proof.tell(what)", _something(world)))


def _tap(world: World) -> None:
    number, device, tab = world.pick()
    lots = [world.dice.randrange(12), world.dice.randrange(11)]
    event = device.tabs[tab].evaluate("(lots) => proof.tap(lots)", lots)
    if event:
        world.told[number].append(event)
        world.counts["taps that told"] += 1


def _tell_and_close(world: World) -> None:
    """The tab is closed at once: what was told may be kept, or never happened."""
    _, device, tab = world.pick()
    kind, on, what = _something(world)
    world.unsure.append({"kind": kind, "on": on, "what": what})
    device.tabs[tab].evaluate("(what) => { proof.tell(what); }", [kind, on, what])
    device.tabs[tab].close()


def _something(world: World) -> list[Any]:
    kind = world.dice.choice(TOLD)
    on = world.server.today - timedelta(days=world.dice.choice((0, 0, 0, 1, 2)))
    what = {"pain": world.dice.choice((*range(11), None))}
    return [kind, on.isoformat(), what if kind == "morning" else {"did": world.dice.choice(DID)}]


def _network(world: World) -> None:
    _, device, _ = world.pick()
    device.switch(online=not device.online)


def _fate(fate: Fate) -> Callable[[World], None]:
    return lambda world: world.devices[world.dice.randrange(2)].fates.append(fate)


def _release(world: World) -> None:
    world.devices[world.dice.randrange(2)].release(answer=world.dice.random() < 0.5)


def _close(world: World) -> None:
    _, device, tab = world.pick()
    device.tabs[tab].close()


def _read_anew(world: World) -> None:
    _, device, tab = world.pick()
    try:
        device.tabs[tab].reload(wait_until="commit")
    except Error:  # it was opening still
        device.tabs[tab].close()


def _wait(world: World) -> None:
    _, device, tab = world.pick()
    device.tabs[tab].wait_for_timeout(world.dice.uniform(0, 150))


def _kill(world: World) -> None:
    if world.server.runs:
        world.server.end(signal.SIGKILL)
    else:
        world.server.start()


def _day(world: World) -> None:
    next_day(world.server, world.devices)


WAYS: dict[str, tuple[float, Callable[[World], None]]] = {
    "tell": (5, _tell),
    "tell and close": (0.7, _tell_and_close),
    "tap": (6, _tap),
    "network": (3, _network),
    **{str(fate): (1.3, _fate(fate)) for fate in Fate},
    "release": (1, _release),
    "close": (1, _close),
    "read anew": (1.5, _read_anew),
    "wait": (2, _wait),
    "kill or start": (0.15, _kill),
    "next day": (0.2, _day),
}
"""Every step, and how often it comes."""

# --- many of them ---------------------------------------------------------------------------


def run(browser: Browser, interleavings: int, *, seed: int = 1) -> str:
    """So many interleavings; returns the report. AssertionError where the promise is broken."""
    begun, counts = time.perf_counter(), Counter[str]()
    told = 0
    for first in range(0, interleavings, A_WORLD):
        with world(browser, random.Random(f"{seed} {first}")) as one:
            for number in range(first, min(first + A_WORLD, interleavings)):
                try:
                    interleave(one)
                except AssertionError as fault:
                    raise AssertionError(f"seed {seed}, interleaving {number}: {fault}") from fault
            told += sum(map(len, one.told))
            counts += one.counts
            done = min(first + A_WORLD, interleavings)
            print(f"{done} of {interleavings}, {told} told, all well", file=sys.stderr, flush=True)
    seconds = time.perf_counter() - begun
    said = (
        f"{interleavings} interleavings, {told} told and kept once each; lost 0, doubled 0, {seconds:.0f} s"
    )
    return "\n".join([said, *(f"{name}: {count}" for name, count in counts.most_common())])


def main() -> None:
    interleavings, seed = (int(word) for word in [*sys.argv[1:], *("1000", "1")[len(sys.argv) - 1 :]])
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        print(run(browser, interleavings, seed=seed))
        browser.close()


if __name__ == "__main__":
    main()
