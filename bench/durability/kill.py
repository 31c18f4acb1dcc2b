"""Mornings are told to a real server that is killed with SIGKILL at random moments.

    python -m bench.durability.kill [MORNINGS]

Two hundred people tell one after the other, each with a browser and a comparison of their
own. What is not confirmed is told again, as a page would, until it is. At the end the
tables are read: every confirmed morning must be there once, and nothing that was never
told. Prints what was seen; fails if a morning is missing, twice, or somebody else's.
"""

import http.client
import json
import random
import signal
import sqlite3
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

from bench.served import Phone, Served

PEOPLE = 200
LIVES = (0.05, 4.0)  # seconds from listening to the kill, drawn evenly
PAUSE = 0.02  # seconds before what was not confirmed is told again
ARRIVE = """
for number in range(int(sys.argv[1])):
    begin = (Screened(tuple(none_of_it().items())), Comparing(Question.HELPS, ("tennis-ball", "hands")))
    tell(arrive(number), [told(what) for what in begin], now)
"""


class Reaper:
    """Kills a server at random moments, and starts it again."""

    def __init__(self, served: Served, generator: random.Random, lives: tuple[float, float]) -> None:
        self.served, self.generator, self.lives = served, generator, lives
        self.kills = 0

    @contextmanager
    def at_work(self) -> Iterator[None]:
        over = threading.Event()

        def reap() -> None:
            while not over.wait(self.generator.uniform(*self.lives)):
                self.served.end(signal.SIGKILL)
                self.kills += 1
                self.served.start()

        self.served.start()
        reaper = threading.Thread(target=reap)
        reaper.start()
        try:
            yield
        finally:
            over.set()
            reaper.join()
            self.served.end(signal.SIGKILL)


def tell(phone: Phone, event: dict[str, Any]) -> int:
    """Tell until it is confirmed; returns how often it was told again."""
    again = 0
    while True:
        try:
            status, content = phone.ask("tell", json.dumps({"events": [event]}))
        except (OSError, http.client.HTTPException):
            again += 1
            time.sleep(PAUSE)
            continue
        if status != 200 or json.loads(content)["new"] not in (0, 1):
            raise RuntimeError(f"answered {status}")
        return again


def morning(on: int, generator: random.Random) -> dict[str, Any]:
    """A score for the day so many days ago."""
    now = datetime.now(UTC)
    return {
        "id": str(uuid4()),
        "kind": "morning",
        "foot": "right",
        "on": (now.date() - timedelta(days=on)).isoformat(),
        "happened": now.isoformat(),
        "what": {"pain": generator.randrange(11)},
    }


def run(mornings: int, *, seed: int = 1, lives: tuple[float, float] = LIVES) -> str:
    """Tell so many mornings; returns the report. AssertionError where the promise is broken."""
    generator = random.Random(seed)
    confirmed: dict[UUID, tuple[UUID, int]] = {}
    again = 0
    with tempfile.TemporaryDirectory(prefix="firststep-kill-") as home:
        served = Served(home)
        phones = served.prepare(ARRIVE, PEOPLE)
        reaper = Reaper(served, random.Random(seed), lives)
        begun = time.perf_counter()
        with reaper.at_work():
            for number in range(mornings):
                phone = phones[number % PEOPLE]
                event = morning((mornings - 1 - number) // PEOPLE, generator)
                again += tell(phone, event)
                confirmed[UUID(event["id"])] = (UUID(phone.person), event["what"]["pain"])
        seconds = time.perf_counter() - begun
        kept = _kept(Path(home) / "firststep.sqlite3")
    missing = len(set(confirmed) - {id_ for id_, *_ in kept})
    twice = len(kept) - len({id_ for id_, *_ in kept})
    foreign = sum(confirmed.get(id_) != (person, pain) for id_, person, pain in kept)
    assert (missing, twice, foreign) == (0, 0, 0), f"missing {missing}, twice {twice}, foreign {foreign}"
    return (
        f"mornings confirmed {len(confirmed)}, kept once {len(kept)}, missing 0, twice 0; "
        f"killed {reaper.kills} times, told again {again} times, {seconds:.0f} s"
    )


def _kept(file: Path) -> list[tuple[UUID, UUID, int]]:
    """(id, person, score) of every morning in the tables."""
    with closing(sqlite3.connect(file)) as tables:
        assert tables.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        rows = tables.execute("SELECT id, person_id, what FROM store_event WHERE kind = 'morning'").fetchall()
    return [(UUID(id_), UUID(person), json.loads(what)["pain"]) for id_, person, what in rows]


if __name__ == "__main__":
    print(run(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000))
