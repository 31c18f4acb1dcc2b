"""At least 100,000 damaged files, thrown at every reader of activity; writes a page of docs/explanation/.

    python -m bench.fuzz.run [inputs]

Every reader gets the same share. An input is a sound file of its kind with up to three edits, drawn by
Hypothesis from a seed that stands here, so another run throws the same. Each is read twice.
"""

import resource
import sys
import traceback
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

from hypothesis import HealthCheck, Phase, given, seed, settings

from bench.fuzz.damage import damaged
from bench.fuzz.promise import hold
from firststep.errors import IntakeError
from firststep.intake.activity.formats import FORMATS

INPUTS = 100_000
SEED = 8
PAGE = Path(__file__).parents[2] / "docs" / "explanation" / "damaged-files.md"
PAGE_TEXT = """# Damaged and hostile files

*Written by* `python -m bench.fuzz.run`*; the same seed throws the same files.*

{inputs:,} files, each a sound one with up to three edits: bytes changed, cut out, doubled up to fifty
times, put in; the file cut off; and what does harm elsewhere, such as nested brackets, entities, huge
numbers, signs that steer a terminal. Nearly half are packed, as zip, as a zip in a zip or as gzip, before
the harm or after it. Each was read twice.

What is promised of any file: it is read, or refused in words that say what, where and how to mend it; no
other error; the same the second time; no day that nobody could live; nothing left behind on the disk; no
sign that a screen does not show.

{table}

{found} No process took more than {memory:.0f} MB.

*Slowest* is on a machine that had other work; it says that nothing hangs, not how fast reading is.
"""


@dataclass
class Tally:
    """What came of the files of one kind."""

    kind: str
    inputs: int = 0
    outcomes: Counter[str] = field(default_factory=Counter)
    broken: Counter[str] = field(default_factory=Counter)
    slowest: float = 0.0
    largest: int = 0
    memory: int = 0


def throw(kind: str, inputs: int) -> Tally:
    """Throw so many damaged files of a kind at the front door."""
    tally = Tally(kind)
    with TemporaryDirectory() as name:
        folder = Path(name)

        @seed(SEED)
        @settings(
            max_examples=inputs,
            deadline=None,
            database=None,
            phases=[Phase.generate],
            suppress_health_check=list(HealthCheck),
        )
        @given(damaged(kind))
        def one(content: bytes) -> None:
            _take(content, folder, tally)

        one()
    tally.memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return tally


def _take(content: bytes, folder: Path, tally: Tally) -> None:
    began = perf_counter()
    try:
        got = hold(content, folder)
    except Exception as fault:  # noqa: BLE001  any error at all is what is looked for
        place = traceback.extract_tb(fault.__traceback__)[-1]
        tally.broken[
            f"{type(fault).__name__} at {Path(place.filename).name}:{place.lineno}: {fault}"[:200]
        ] += 1
        got = None
    took = (perf_counter() - began) / 2  # it was read twice
    tally.inputs += 1
    tally.slowest = max(tally.slowest, took)
    tally.largest = max(tally.largest, len(content))
    if isinstance(got, IntakeError):
        tally.outcomes["refused"] += 1
    elif got is not None:
        tally.outcomes["read, with something to say" if got.notes or got.skipped else "read"] += 1


def table(tallies: list[Tally]) -> str:
    """What came of them, a row a kind."""
    lines = [
        "| kind | inputs | read | read, and said what was amiss | refused | broken | slowest, ms |",
        "|---|---|---|---|---|---|---|",
    ]
    lines += [
        f"| {one.kind} | {one.inputs:,} | {one.outcomes['read']:,} | "
        f"{one.outcomes['read, with something to say']:,} | {one.outcomes['refused']:,} | "
        f"{one.broken.total():,} | {one.slowest * 1000:.0f} |"
        for one in tallies
    ]
    return "\n".join(lines)


def page(tallies: list[Tally]) -> str:
    """The page of documentation."""
    broken = sorted({f"- {one.kind}: {what}" for one in tallies for what in one.broken})
    found = "\n".join(broken) if broken else "No promise was broken."
    inputs, memory = sum(one.inputs for one in tallies), max(one.memory for one in tallies) / 1000
    return PAGE_TEXT.format(inputs=inputs, table=table(tallies), found=found, memory=memory)


def main() -> None:
    """Throw them, on all cores; a broken promise is an exit code."""
    inputs = int(sys.argv[1]) if len(sys.argv) > 1 else INPUTS
    kinds = [one.KIND for one in FORMATS]
    share = -(-inputs // len(kinds))
    with ProcessPoolExecutor() as pool:
        tallies = list(pool.map(throw, kinds, [share] * len(kinds)))
    print(page(tallies))
    if inputs >= INPUTS:
        PAGE.write_text(page(tallies), encoding="utf-8")
    sys.exit(any(one.broken for one in tallies))


if __name__ == "__main__":
    main()
