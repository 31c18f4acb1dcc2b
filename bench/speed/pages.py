"""How long the server takes for each page: one person's first days, and three years among 1,000.

    python -m bench.speed.pages

Both sides in one run, over HTTP, one request after the other, by turns. Prints the
median and the 95th percentile in milliseconds, the ratio of the medians, and the size
of the larger answer. `tell` is a morning: told, kept, judged, answered with a new plan.
"""

import json
import random
import statistics
import tempfile
import time
from uuid import uuid4

from bench.served import Phone, Served

PAGES = ("today/", "so-far/", "compare/", "document", "settings/", "tell")
ROUNDS, MORNINGS = 100, 12  # of each page; of `tell`
FEW, MANY = (1, 5), (1000, 3 * 365)  # people, and days of the first of them
LIVE = """
import random
from firststep.actions.renew import renew
from firststep.store import read
people, days = int(sys.argv[1]), int(sys.argv[2])
dice = random.Random(1)
FOUR = ("frozen-bottle", "tennis-ball", "wooden-roller", "calf-stick")
def live(number, days):
    person, batch = arrive(number), []
    first = now - timedelta(days=days)
    checked = Screened(tuple(none_of_it().items()))
    tell(person, [told(checked, first), told(Comparing(Question.HELPS, FOUR), first)], first)
    for day in range(days, 0, -1):
        then = now - timedelta(days=day)
        did = frozenset([dice.choice(FOUR)])
        batch += [told(Morning(dice.randrange(3, 8)), then), told(Doing(did), then)]
        if day % 300 == 1:  # as it would have been: nothing is told more than 400 days late
            tell(person, batch, then)
            batch = []
    renew(person, Foot.RIGHT, now)
    seen = told(Seen(read.last_plan(person, Foot.RIGHT).id))
    tell(person, [seen], now)
live(0, days)
for number in range(1, people):
    live(number, 5)
"""


def timed(phone: Phone, page: str) -> tuple[float, int]:
    """(milliseconds, bytes) of one answer."""
    body = morning() if page == "tell" else None
    begun = time.perf_counter()
    status, content = phone.ask(page, body)
    taken = 1000.0 * (time.perf_counter() - begun)
    assert status == 200, status
    return taken, len(content)


def morning() -> str:
    now = time.strftime("%Y-%m-%dT%H:%M:%S+00:00", time.gmtime())
    event = {"id": str(uuid4()), "kind": "morning", "foot": "right", "on": now[:10], "happened": now}
    return json.dumps({"events": [event | {"what": {"pain": random.randrange(11)}}]})


def said(times: list[float]) -> str:
    return f"{statistics.median(times):.1f}, {statistics.quantiles(times, n=20)[-1]:.1f} ms"


def main() -> None:
    print("| | 1 person, 5 days: median, p95 | 1,000 people, 3 years: median, p95 | ratio | kB |")
    print("|---|---|---|---|---|")
    with tempfile.TemporaryDirectory() as few_home, tempfile.TemporaryDirectory() as many_home:
        sides = [Served(few_home), Served(many_home)]
        phones = [side.prepare(LIVE, *of)[0] for side, of in zip(sides, (FEW, MANY), strict=True)]
        for side in sides:
            side.start()
        try:
            for page in PAGES:
                times: tuple[list[float], list[float]] = ([], [])
                size = 0
                for _ in range(MORNINGS if page == "tell" else ROUNDS):
                    for phone, taken in zip(phones, times, strict=True):
                        milliseconds, size = timed(phone, page)
                        taken.append(milliseconds)
                few, many = times
                ratio = statistics.median(many) / statistics.median(few)
                print(f"| {page} | {said(few)} | {said(many)} | {ratio:.1f} | {size // 1000} |")
        finally:
            for side in sides:
                side.end()


if __name__ == "__main__":
    main()
